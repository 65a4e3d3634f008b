import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openBlobs, pathOf } from '../../src/store/blobs.ts';
import { storeOver } from '../../src/store/store.ts';
import { sweepFiles } from '../../src/store/sweep.ts';
import { type Bare, bareEngines } from './bare.ts';
import { freshFolder } from './databases.ts';
import { ada, openCase, sampleFile } from './samples.ts';

const day = 24 * 3_600_000;
const digest = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const incomingIn = (folder: string) => readdirSync(join(folder, 'incoming'));

async function* inChunks(...chunks: readonly Uint8Array[]) {
  yield* chunks;
}

describe('contents of files', () => {
  const folder = freshFolder();
  const blobs = () => openBlobs(folder, 0);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('come back as they were, read whole or streamed', async () => {
    const content = randomBytes(300_000);
    const stored = await (await blobs()).put(inChunks(content.subarray(0, 7), content.subarray(7)), content.length);
    expect(stored).toEqual({ sha256: digest(content), size: content.length });
    expect(Buffer.compare(await (await blobs()).read(digest(content)), content)).toBe(0);
    const streamed = [];
    for await (const chunk of (await blobs()).stream(digest(content))) streamed.push(chunk);
    expect(Buffer.compare(Buffer.concat(streamed), content)).toBe(0);
  });

  test('an empty file is a file, and the same content twice at once is there once', async () => {
    const { put } = await blobs();
    expect(await put(inChunks(), 10)).toEqual({ sha256: digest(Buffer.alloc(0)), size: 0 });
    const content = randomBytes(10_000);
    const stored = await Promise.all(Array.from({ length: 8 }, () => put(inChunks(content), 10_000)));
    expect(new Set(stored.map((it) => JSON.stringify(it))).size).toBe(1);
    expect(readdirSync(dirname(pathOf(folder, digest(content))))).toEqual([digest(content)]);
  });

  test('F-43 an upload that breaks off or is too large leaves nothing behind', async () => {
    const content = randomBytes(5_000);
    async function* cut() {
      yield content;
      throw new Error('connection lost');
    }
    await expect((await blobs()).put(cut(), 1_000_000)).rejects.toThrow('connection lost');
    expect(await (await blobs()).put(Readable.from([content, content]), 9_999)).toBe('tooLarge');
    expect(incomingIn(folder)).toEqual([]);
    await expect((await blobs()).read(digest(content))).rejects.toThrow();
  });

  test('F-43 what a stop of the process cut off is gone at the next start, but no other process’s upload', async () => {
    const [old, fresh] = ['old', 'fresh'].map((name) => join(folder, 'incoming', name)) as [string, string];
    for (const path of [old, fresh]) writeFileSync(path, 'half');
    utimesSync(old, new Date(Date.now() - day), new Date(Date.now() - day));
    await openBlobs(folder, day / 24);
    expect(incomingIn(folder)).toEqual(['fresh']);
    await openBlobs(folder, 0);
    expect(incomingIn(folder)).toEqual([]);
  });

  test('F-42 nothing but a digest names a content', async () => {
    for (const name of ['../../etc/passwd', '', 'a'.repeat(63), `${'a'.repeat(63)}/`]) {
      expect(() => pathOf(folder, name)).toThrow(TypeError);
    }
  });
});

describe.each(bareEngines)('sweeping, $name', ({ open }) => {
  let it: Bare;
  const folder = freshFolder();
  beforeAll(async () => {
    it = await open();
  });
  afterAll(async () => {
    await it.close();
    rmSync(folder, { recursive: true });
  });

  test('uploads that no case took up go after seven days, and their contents with them; everything else stays', async () => {
    const tenantId = randomUUID();
    const store = storeOver(it.db, async () => {});
    const case_ = await openCase({ store }, tenantId);
    const kept = (letter: string, age: number) => {
      const sha256 = letter.repeat(64);
      mkdirSync(dirname(pathOf(folder, sha256)), { recursive: true });
      writeFileSync(pathOf(folder, sha256), letter);
      utimesSync(pathOf(folder, sha256), new Date(Date.now() - age), new Date(Date.now() - age));
      return sampleFile(tenantId, { sha256 });
    };
    const [attached, loose, recent] = [kept('a', 9 * day), kept('b', 9 * day), kept('c', 2 * day)];
    kept('d', 2 * day);
    kept('e', 0);
    for (const file of [attached, loose, recent]) await store.files.insert(file);
    await store.inTenant(tenantId, (tx) => tx.attachFiles([attached.id], case_.id, false));
    await sql`update files set created_at = now() - interval '8 days' where id in (${attached.id}, ${loose.id})`.execute(it.db);

    await sweepFiles(it.db, folder);
    expect((await store.files.findOwn(tenantId, ada.id, [loose.id, recent.id])).map(({ id }) => id)).toEqual([recent.id]);
    const there = [...'abcde'].filter((letter) => existsSync(pathOf(folder, letter.repeat(64))));
    expect(there).toEqual(['a', 'c', 'e']);
  });
});
