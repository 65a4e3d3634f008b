import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Blobs } from '../app/ports.ts';
import { syncPath } from './sync.ts';

const name = /^[0-9a-f]{64}$/;

/** Contents of files in a folder, each under its digest: the same content is there once, and no name from outside reaches the disk. */
export async function openBlobs(folder: string, staleAfter: number): Promise<Blobs> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true });
  await sweepIncoming(incoming, staleAfter);
  return {
    put: (content, max) => put(folder, incoming, content, max),
    read: (sha256) => readFile(pathOf(folder, sha256)),
    stream: (sha256) => reading(pathOf(folder, sha256)),
  };
}

/** Opens the file only when somebody reads: an answer that is never sent holds no descriptor. */
async function* reading(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}

/** Two levels of folders, so that none of them grows long. */
export function pathOf(folder: string, sha256: string): string {
  if (!name.test(sha256)) throw new TypeError('not a digest');
  return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

async function put(folder: string, incoming: string, content: AsyncIterable<Uint8Array>, max: number) {
  const path = join(incoming, randomUUID());
  try {
    const written = await write(path, content, max);
    if (written !== 'tooLarge') await keep(path, pathOf(folder, written.sha256));
    return written;
  } finally {
    await rm(path, { force: true });
  }
}

async function write(path: string, content: AsyncIterable<Uint8Array>, max: number) {
  await using file = await open(path, 'wx');
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of content) {
    size += chunk.byteLength;
    if (size > max) return 'tooLarge' as const;
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  await file.sync();
  return { sha256: hash.digest('hex'), size };
}

/** What is there already gets a new date, so that nobody sweeps it before its row is written. */
async function keep(from: string, to: string): Promise<void> {
  const now = new Date();
  const there = await utimes(to, now, now).then(
    () => true,
    () => false,
  );
  if (there) return;
  const second = dirname(to);
  const first = dirname(second);
  const made = await mkdir(second, { recursive: true });
  await rename(from, to);
  for (const folder of made ? [second, first, dirname(first)] : [second]) await syncPath(folder);
}

/** Uploads that a stop of the process cut off. */
async function sweepIncoming(incoming: string, staleAfter: number): Promise<void> {
  const stale = Date.now() - staleAfter;
  for (const entry of await readdir(incoming)) {
    const path = join(incoming, entry);
    const age = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Number.POSITIVE_INFINITY,
    );
    if (age <= stale) await rm(path, { force: true });
  }
}
