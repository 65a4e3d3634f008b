import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openEmbedded } from '../../src/store/embedded.ts';
import { migrate } from '../../src/store/migrate.ts';
import { type OpenStore, openStore } from '../../src/store/open.ts';
import { openForMigration } from '../../src/store/server.ts';

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

export const embedded: Engine = {
  name: 'embedded',
  open: async () => opened(await embeddedFolder(), undefined, async () => {}),
};

/** What stands above the store and never looks at it is proved over this one: it opens in a fifth of the time. */
export const server: Engine = {
  name: 'server',
  open: async () => {
    const { url, drop } = await databaseWithTables();
    return opened(freshFolder(), url, drop);
  },
};

/** For `describe.each`: what holds for the store holds on both. */
export const engines: readonly Engine[] = [embedded, server];

/** For `describe.each`: what stands above the store. */
export const overServer: readonly Engine[] = [server];

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
const migrations = fileURLToPath(new URL('../../src/store/migrations', import.meta.url));
/** The tables as these migrations make them. */
const schema = createHash('sha256')
  .update(
    readdirSync(migrations)
      .sort()
      .map((name) => readFileSync(join(migrations, name), 'utf8'))
      .join(),
  )
  .digest('hex')
  .slice(0, 16);
const prepared = join(modules, '.cache/case-desk', `database-${version}-${schema}`);

/** A data folder with a database in it that has its tables and nothing in them: made once, then copied, which saves five seconds. */
export async function embeddedFolder(): Promise<string> {
  const folder = freshFolder();
  if (!existsSync(prepared)) {
    const { db } = await openEmbedded(folder);
    await migrate(db);
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
export const freshDatabase = (): Promise<{ readonly url: string; drop(): Promise<void> }> => newDatabase(serverOfTests());

function serverOfTests(): string {
  const address = process.env['TEST_DATABASE_URL'];
  if (!address) throw new Error('TEST_DATABASE_URL is not set: run the tests through npm, which starts a server.');
  return address;
}

async function newDatabase(address: string, like = ''): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `desk_${randomUUID().replaceAll('-', '')}`;
  await onServer(address, `create database ${name} ${like}`);
  const url = new URL(address);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(address, `drop database ${name} with (force)`) };
}

/** The same with its tables: copied from one that was made once for this run. */
export async function databaseWithTables(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const address = serverOfTests();
  const template = `desk_tables_${schema}`;
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    // Whoever comes meanwhile waits until it is there.
    await client.query('select pg_advisory_lock(1)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (!rowCount) await makeTemplate(client, address, template);
  } finally {
    await client.end();
  }
  return newDatabase(address, `template ${template}`);
}

async function makeTemplate(client: pg.Client, address: string, name: string): Promise<void> {
  const unfinished = `${name}_unfinished`;
  await client.query(`drop database if exists ${unfinished}`);
  await client.query(`create database ${unfinished}`);
  const url = new URL(address);
  url.pathname = `/${unfinished}`;
  const db = openForMigration(url.href);
  await migrate(db);
  await db.destroy();
  await client.query(`alter database ${unfinished} rename to ${name}`);
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
