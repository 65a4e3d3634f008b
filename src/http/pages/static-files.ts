import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
export const brotliEnding = '.br';
const text = /^(?:text|application\/json|image\/svg)/;

export interface StaticFile {
  readonly type: string;
  readonly content: Buffer;
  /** Compressed, by what a browser calls the way of it, the smallest first; none where it would save nothing. */
  readonly compressed: readonly (readonly ['br' | 'gzip', () => Buffer])[];
}

/**
 * The files of a folder by their path below it, with `/`. They are read once: a path that names none of them can't reach another. A file beside
 * one, with `.br` behind its name, is the same compressed by Brotli, which takes too long for the start of a process.
 *
 * @param folder may be missing; then there are none
 */
export function readFolder(folder: string, wanted: (path: string) => boolean = () => true): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).join('/');
    if (!entry.isFile() || path.endsWith(brotliEnding) || !wanted(path)) continue;
    const brotli = file + brotliEnding;
    files.set(path, staticFile(path, readFileSync(file), existsSync(brotli) ? readFileSync(brotli) : undefined));
  }
  return files;
}

export function staticFile(path: string, content: Buffer, brotli?: Buffer): StaticFile {
  const type = types[extname(path)] ?? 'application/octet-stream';
  if (!text.test(type) || content.length <= 1_000) return { type, content, compressed: brotli ? [['br', () => brotli]] : [] };
  // For the few that don't take the other: made when the first of them asks.
  let gzip: Buffer | undefined;
  const gzipped = () => (gzip ??= gzipSync(content));
  return { type, content, compressed: [...(brotli ? [['br', () => brotli] as const] : []), ['gzip', gzipped]] };
}

/** @param cacheControl for how long a browser may keep it */
export function answerStatic(request: IncomingMessage, response: ServerResponse, file: StaticFile, cacheControl: string): void {
  const accepted = String(request.headers['accept-encoding'] ?? '').split(/[\s,;]+/);
  const [encoding, compressed] = file.compressed.find(([way]) => accepted.includes(way)) ?? [];
  const content = compressed?.() ?? file.content;
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': content.length,
    'cache-control': cacheControl,
    ...(file.compressed.length > 0 && { vary: 'accept-encoding' }),
    ...(encoding && { 'content-encoding': encoding }),
  });
  response.end(content);
}
