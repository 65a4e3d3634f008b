import type { IncomingMessage } from 'node:http';
import type { Issue } from '../domain/faults.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { unreadable } from '../domain/text.ts';
import type { ApiRefusal } from './problem.ts';

/** Bytes of a JSON body. */
const maxBody = 256 * 1024;
/** No form nests deeper than a handful; reading what nests endlessly is how servers fall over (F-37). */
const maxDepth = 32;

const malformed = refuse({ code: 'malformedRequest' } as const);

/** What arrives, without cutting the connection when no more of it is wanted: whoever sent it is still to read the answer. */
export const arriving = (request: IncomingMessage): AsyncIterable<Buffer> => request.iterator({ destroyOnReturn: false });

/** The body as JSON; `undefined` where there is none. Nothing else is read of it when it is too large. */
export async function readJson(request: IncomingMessage): Promise<Result<unknown, ApiRefusal>> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of arriving(request)) {
    pieces.push(piece);
    size += piece.length;
    if (size > maxBody) return tooDeep(Buffer.concat(pieces)) ? malformed : refuse({ code: 'tooLarge' });
  }
  if (size === 0) return ok(undefined);
  if (encoding !== 'identity' || !/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type))
    return refuse({ code: 'unsupportedMediaType' });
  return parse(Buffer.concat(pieces));
}

function parse(bytes: Buffer): Result<unknown, ApiRefusal> {
  if (tooDeep(bytes)) return malformed;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return checked(value);
  } catch {
    return malformed;
  }
}

const [quote, backslash, open, openList, close, closeList] = [...'"\\{[}]'].map((c) => c.charCodeAt(0));

function tooDeep(bytes: Buffer): boolean {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (inText) {
      if (byte === backslash) i++;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (byte === open || byte === openList) {
      if (++depth > maxDepth) return true;
    } else if (byte === close || byte === closeList) depth--;
  }
  return false;
}

/** F-37, F-38: no key that changes what an object is, and no text that can't be shown or kept. */
function checked(value: unknown): Result<unknown, ApiRefusal> {
  const issues: Issue[] = [];
  const fits = (part: unknown, field: string): boolean => {
    if (typeof part === 'string') {
      if (unreadable(part)) issues.push({ field, fault: { is: 'unreadableText' } });
      return true;
    }
    if (Array.isArray(part)) return part.every((p) => fits(p, field));
    if (part === null || typeof part !== 'object') return true;
    return Object.entries(part).every(([key, p]) => key !== '__proto__' && !unreadable(key) && fits(p, key));
  };
  if (!fits(value, 'body')) return malformed;
  return issues.length > 0 ? refuse({ code: 'invalid', issues: issues.slice(0, 20) }) : ok(value);
}
