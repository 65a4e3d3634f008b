import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { root } from '../root.ts';
import type { Database } from './schema.ts';

/** The data was written by a newer version of Case Desk than this one. */
export class NewerData extends Error {
  override readonly name = 'NewerData';
}

const folder = join(root, 'src/store/migrations');

/**
 * Runs every migration that has not run yet, all in one transaction; starts at the same time wait for one another (F-13).
 *
 * @throws NewerData
 */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.slice(0, -'.sql'.length))
    .sort();
  await refuseNewerData(db, names);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(names.map((name) => [name, { up: run(name) }])) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** `execute` lets one file hold many statements on PGlite too, whose protocol takes one at a time. */
function run(name: string) {
  return async (tx: Kysely<unknown>): Promise<void> => {
    const text = await readFile(join(folder, `${name}.sql`), 'utf8');
    await sql.raw(`do $migration$ begin execute $file$${text}$file$; end $migration$`).execute(tx);
  };
}

async function refuseNewerData(db: Kysely<Database>, known: readonly string[]): Promise<void> {
  const { rows: made } = await sql<{ made: boolean }>`select to_regclass('kysely_migration') is not null as made`.execute(db);
  if (!made[0]?.made) return;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const unknown = rows.find(({ name }) => !known.includes(name));
  if (unknown) {
    throw new NewerData(
      `The data was written by a newer version of Case Desk (${unknown.name}). Start that version or a later one, or use another database or DATA_DIR.`,
    );
  }
}
