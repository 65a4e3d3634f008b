import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
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
  { name: 'embedded', open: () => opened(undefined, async () => {}) },
  {
    name: 'server',
    open: async () => {
      const { url, drop } = await freshDatabase();
      return opened(url, drop);
    },
  },
];

async function opened(databaseUrl: string | undefined, drop: () => Promise<void>): Promise<TestStore> {
  const dataDir = freshFolder();
  const store = await openStore({ dataDir, databaseUrl });
  const close = async () => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
    await drop();
  };
  return { ...store, dataDir, databaseUrl, close };
}

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'desk-store-'));

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
