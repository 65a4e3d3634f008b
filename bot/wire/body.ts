import type { IncomingMessage } from 'node:http';

/** Bytes. Teams' own activities are far smaller. */
const largest = 256 * 1024;
const deepest = 40;

/** A request that can't be read: `status` is the whole answer. */
export class BodyRefused extends Error {
  override readonly name = 'BodyRefused';
  readonly status: 400 | 413;
  constructor(status: 400 | 413) {
    super(`unreadable: ${status}`);
    this.status = status;
  }
}

/**
 * Reads one JSON object; only after the sender is known (F-37).
 *
 * @throws BodyRefused for what is too large, too deep, malformed, or tampers with prototypes
 */
export async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  if (Number(request.headers['content-length'] ?? 0) > largest) throw new BodyRefused(413);
  const pieces: Buffer[] = [];
  let size = 0;
  // Without cutting the connection when no more of it is wanted: whoever sent it is still to read the answer.
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > largest) throw new BodyRefused(413);
    pieces.push(piece);
  }
  const value = parsed(Buffer.concat(pieces));
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !harmless(value)) throw new BodyRefused(400);
  return value as Record<string, unknown>;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw new BodyRefused(400);
  }
}

/** Walks without recursion: the depth is what is being measured. */
function harmless(root: object): boolean {
  let level: object[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return false;
    const next: object[] = [];
    for (const part of level) {
      if (Object.hasOwn(part, '__proto__')) return false;
      for (const value of Object.values(part)) if (typeof value === 'object' && value !== null) next.push(value);
    }
    level = next;
  }
  return true;
}
