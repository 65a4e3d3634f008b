import type { IncomingMessage } from 'node:http';

/** A body that is larger than allowed, or not the JSON it should be. `status` is the answer it earns. */
export class BodyRefused extends Error {
  readonly status: 400 | 413;
  readonly code: string;
  constructor(status: 400 | 413, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** @param limit in bytes; more is refused as soon as it has arrived. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > limit) throw new BodyRefused(413, 'MessageSizeTooBig', 'Message size too large.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The body as a JSON object. @param limit in bytes. */
export async function readObject(request: IncomingMessage, limit: number): Promise<Record<string, unknown>> {
  const text = (await readBytes(request, limit)).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text || '{}');
  } catch {
    throw new BodyRefused(400, 'BadSyntax', 'The body is not JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BodyRefused(400, 'BadSyntax', 'The body is not an object.');
  return value as Record<string, unknown>;
}
