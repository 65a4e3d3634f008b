import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import pg from 'pg';
import { openEmbedded } from '../../src/store/embedded.ts';
import { type OpenStore, openStore } from '../../src/store/open.ts';

export interface Engine {
  readonly name: 'embedded' | 'server';
  /** A new, empty store. Closing it removes everything it kept. */
  open(): Promise<TestStore>;
}

export interface TestStore extends OpenStore {
  readonly dataDir: string;
  /** `undefined` where the database is embedded. */
  readonly databaseUrl: string | undefined;
}

/** For `describe.each`: what holds for the store holds on both. */
export const engines: readonly Engine[] = [
  { name: 'embedded', open: async () => opened(await embeddedFolder(), undefined, async () => {}) },
  {
    name: 'server',
    open: async () => {
      const { url, drop } = await freshDatabase();
      return opened(freshFolder(), url, drop);
    },
  },
];

async function opened(dataDir: string, databaseUrl: string | undefined, drop: () => Promise<void>): Promise<TestStore> {
  const store = await openStore({ dataDir, databaseUrl });
  const close = async () => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
    await drop();
  };
  return { ...store, dataDir, databaseUrl, close };
}

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'desk-store-'));

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const { version } = JSON.parse(readFileSync(join(modules, '@electric-sql/pglite/package.json'), 'utf8'));
const prepared = join(modules, '.cache/case-desk', `database-${version}`);

/** A data folder with a database in it that nobody has used: made once for this version of PGlite, then copied, which saves four seconds. */
export async function embeddedFolder(): Promise<string> {
  const folder = freshFolder();
  if (!existsSync(prepared)) {
    const { db } = await openEmbedded(folder);
    await sql`select 1`.execute(db);
    await db.destroy();
    mkdirSync(dirname(prepared), { recursive: true });
    const copy = `${prepared}-${process.pid}`;
    cpSync(join(folder, 'database'), copy, { recursive: true });
    try {
      renameSync(copy, prepared);
    } catch {
      rmSync(copy, { recursive: true }); // another test was first
    }
    return folder;
  }
  cpSync(prepared, join(folder, 'database'), { recursive: true });
  return folder;
}

/** An empty database of its own on the server of this test run. */
export async function freshDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run the tests through npm, which starts a server.');
  const name = `desk_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
