import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Locale } from '../domain/i18n/index.ts';
import type { FileContent } from './operation.ts';
import { type ApiRefusal, problemOf } from './problem.ts';

type Headers = Readonly<Record<string, string>>;

/** Seconds after which it is worth trying again where the desk is busy. */
const busyFor = 5;

export function answerJson(response: ServerResponse, status: number, body: unknown, headers: Headers = {}): void {
  write(response, status, 'application/json; charset=utf-8', JSON.stringify(body), headers);
}

/** A refusal, in the reader's language. An answer that is already on its way can only be cut off. */
export function answerProblem(response: ServerResponse, refusal: ApiRefusal, reader: { locale: Locale; requestId: string }): void {
  if (response.headersSent) return void response.destroy();
  const retryAfter = refusal.code === 'unavailable' ? busyFor : 'retryAfter' in refusal ? refusal.retryAfter : undefined;
  const problem = problemOf(refusal, reader.locale, reader.requestId);
  write(response, problem.status, 'application/problem+json; charset=utf-8', JSON.stringify(problem), {
    'content-language': reader.locale,
    ...(refusal.code === 'unauthenticated' && { 'www-authenticate': 'Bearer' }),
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  });
}

/** A file, perhaps one that somebody uploaded: to be kept, never to be shown or run in this origin (F-42). */
export async function answerFile(response: ServerResponse, { file, type, content }: FileContent): Promise<void> {
  const pieces = content[Symbol.asyncIterator]();
  // What can't be read at all is found out before the answer has begun.
  const first = await pieces.next();
  response.writeHead(200, {
    'content-type': type ?? 'application/octet-stream',
    ...(file.size !== undefined && { 'content-length': file.size }),
    'content-disposition': attachment(file.name),
    'content-security-policy': "default-src 'none'; sandbox",
  });
  const whole = async function* () {
    if (!first.done) yield first.value;
    yield* { [Symbol.asyncIterator]: () => pieces };
  };
  await pipeline(Readable.from(whole()), response);
}

/** RFC 6266, with the name as RFC 5987 writes it and a plain one for whoever can't read that. */
export function attachment(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%;]/g, '') || 'file';
  const exact = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

function write(response: ServerResponse, status: number, type: string, body: string, headers: Headers): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length, ...headers });
  response.end(bytes);
}
