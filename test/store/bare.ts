import { rmSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { openEmbedded } from '../../src/store/embedded.ts';
import type { Database } from '../../src/store/schema.ts';
import { openForMigration } from '../../src/store/server.ts';
import { databaseWithTables, embeddedFolder } from './databases.ts';

/** The database itself, as its owner: for what the store would not do, such as looking past row-level security. */
export interface Bare {
  readonly db: Kysely<Database>;
  /** How often a file was synced; embedded only. */
  syncs(): number;
  close(): Promise<void>;
}

export const bareEngines: readonly { readonly name: string; open(): Promise<Bare> }[] = [
  {
    name: 'embedded',
    open: async () => {
      const folder = await embeddedFolder();
      const { db, syncs } = await openEmbedded(folder);
      const close = async () => {
        await db.destroy();
        rmSync(folder, { recursive: true, force: true });
      };
      return { db, syncs, close };
    },
  },
  {
    name: 'server',
    open: async () => {
      const { url, drop } = await databaseWithTables();
      const db = openForMigration(url);
      const close = async () => {
        await db.destroy();
        await drop();
      };
      return { db, syncs: () => 0, close };
    },
  },
];

/** For `describe.each`: what stands above the store. */
export const bareServer = bareEngines.filter(({ name }) => name === 'server');
