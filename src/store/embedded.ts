import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { DurableNodeFS, durableStartParams } from './durable-fs.ts';
import type { Database } from './schema.ts';
import { syncPath, syncTree } from './sync.ts';

/** PostgreSQL inside this process, its data in a folder that the caller has locked. */
export async function openEmbedded(dataDir: string): Promise<{ db: Kysely<Database>; syncs(): number }> {
  const folder = join(dataDir, 'database');
  if (!existsSync(folder)) await makeWhole(dataDir, folder);
  const fs = new DurableNodeFS(folder);
  const pglite = await PGlite.create({ fs, startParams: durableStartParams });
  return { db: new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) }), syncs: () => fs.syncs };
}

/** The folder gets its name once it is complete and on the disk, so one that was cut short in the making is made again. */
async function makeWhole(dataDir: string, folder: string): Promise<void> {
  const unfinished = join(dataDir, 'database.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const pglite = await PGlite.create({ fs: new DurableNodeFS(unfinished) });
  await pglite.close();
  await syncTree(unfinished);
  renameSync(unfinished, folder);
  await syncPath(dataDir);
}

/** What a server does by itself, and nobody does here: checkpoint, clear out what is dead, count for the planner. */
export async function maintain(db: Kysely<Database>): Promise<void> {
  await sql`vacuum (analyze)`.execute(db);
  await sql`checkpoint`.execute(db);
}
