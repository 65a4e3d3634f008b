import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const unbuilt = '<!doctype html><title>Case Desk</title><p>The page is not built yet. Start the desk with <code>npm start</code>.</p>';

/** The built page, read once: a path that names no file of it can't reach one. @param folder may be missing (a test without a browser). */
export function createPages(folder: string | undefined): (path: string, frames: string, response: ServerResponse) => boolean {
  const files = new Map<string, Buffer>();
  if (folder && existsSync(folder)) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      files.set(`/${relative(folder, file).split(sep).join('/')}`, readFileSync(file));
    }
  }
  return (path, frames, response) => {
    const name = path === '/' ? '/index.html' : path;
    const content = files.get(name) ?? (path === '/' ? Buffer.from(unbuilt) : undefined);
    if (!content) return false;
    response.writeHead(200, {
      'content-type': types[extname(name)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
      'content-security-policy': policy(frames),
    });
    response.end(content);
    return true;
  };
}

/** Nothing from anywhere but this origin, and the desk's own pages and mail in frames. */
function policy(frames: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: ${frames}`,
    "connect-src 'self'",
    `frame-src 'self' ${frames}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
