import { statSync, unlinkSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

const day = 24 * 60 * 60 * 1_000;
const batch = 500;

/** Removes uploads that no case took up within seven days, and contents that no row names any more. */
export async function sweepFiles(db: Kysely<Database>, folder: string): Promise<void> {
  await db.deleteFrom('files').where('case_id', 'is', null).where(sql<boolean>`created_at < now() - interval '7 days'`).execute();
  for (const first of await foldersIn(folder)) {
    for (const second of await foldersIn(join(folder, first))) {
      const place = join(folder, first, second);
      const names = await readdir(place);
      for (let i = 0; i < names.length; i += batch) await sweepContents(db, place, names.slice(i, i + batch));
    }
  }
}

const foldersIn = async (folder: string): Promise<string[]> => (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name));

async function sweepContents(db: Kysely<Database>, place: string, names: readonly string[]): Promise<void> {
  const old = names.filter((name) => isOld(join(place, name)));
  if (old.length === 0) return;
  const named = await db.selectFrom('files').select('sha256').distinct().where('sha256', 'in', old).execute();
  const kept = new Set(named.map(({ sha256 }) => sha256));
  for (const name of old) {
    const path = join(place, name);
    // Looked at again right before: an upload of the same content in between has renewed its date.
    if (!kept.has(name) && isOld(path)) unlinkSync(path);
  }
}

/** Younger ones may belong to an upload whose row is just being written. */
function isOld(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.mtimeMs < Date.now() - day;
}
