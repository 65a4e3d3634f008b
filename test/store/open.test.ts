import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { openEmbedded } from '../../src/store/embedded.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open.ts';
import type { Database } from '../../src/store/schema.ts';
import { openForMigration } from '../../src/store/server.ts';
import { storeOver } from '../../src/store/store.ts';
import { startPostgres } from '../postgres.ts';
import { embeddedFolder, freshDatabase, freshFolder } from './databases.ts';
import { listOf, openCase, tenantScope } from './samples.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

function folder(): string {
  const path = freshFolder();
  undo.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function preparedFolder(): Promise<string> {
  const path = await embeddedFolder();
  undo.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function database(): Promise<string> {
  const { url, drop } = await freshDatabase();
  undo.push(drop);
  return url;
}

const addMigration = (db: Kysely<Database>) =>
  sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '')`.execute(db);

describe('a server', () => {
  test('F-12 four starts at once migrate once', async () => {
    const databaseUrl = await database();
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore({ databaseUrl, dataDir: folder() })));
    for (const it of stores) undo.push(it.close);
    const tenantId = randomUUID();
    await Promise.all(stores.map((it) => openCase(it, tenantId)));
    expect((await stores[0]?.store.cases.list(tenantScope(tenantId), listOf()))?.items).toHaveLength(4);
  });

  test('data of a newer version is refused, and the refusal says so', async () => {
    const databaseUrl = await database();
    const db = openForMigration(databaseUrl);
    await migrate(db);
    await addMigration(db);
    await db.destroy();
    await expect(openStore({ databaseUrl, dataDir: folder() })).rejects.toThrow(/newer version of Case Desk \(9999-from-the-future\)/);
  });

  test('a database user without superuser’s rights is enough: the first makes the roles, others need them lent', async () => {
    const server = await startPostgres();
    undo.push(server.stop);
    const admin = new pg.Client(server.url);
    await admin.connect();
    undo.push(() => admin.end());
    const ownDatabase = async (owner: string) => {
      await admin.query(`create role ${owner} login createrole password 'p'`);
      await admin.query(`create database ${owner} owner ${owner}`);
      return server.url.replace('postgres:postgres@', `${owner}:p@`).replace(/postgres$/, owner);
    };
    const worksOn = async (databaseUrl: string) => {
      const it = await openStore({ databaseUrl, dataDir: folder() });
      const tenantId = randomUUID();
      await openCase(it, tenantId);
      expect((await it.store.cases.list(tenantScope(tenantId), listOf({ words: 'port' }))).items).toHaveLength(1);
      expect((await it.store.cases.list(tenantScope(randomUUID()), listOf())).items).toEqual([]);
      await it.close();
    };
    await worksOn(await ownDatabase('first'));
    const second = await ownDatabase('second');
    await expect(openStore({ databaseUrl: second, dataDir: folder() })).rejects.toThrow('grant app_user to second');
    await admin.query('grant app_user, app_engineer, app_worker, app_operator, app_partner to second');
    await worksOn(second);
  });

  test('a server that can’t be reached is named as such', async () => {
    const nowhere = openStore({ databaseUrl: 'postgres://u:p@127.0.0.1:1/none', dataDir: folder() });
    await expect(nowhere).rejects.toMatchObject({ name: 'StoreBusy', cause: { code: 'ECONNREFUSED' } });
  });
});

describe('embedded', () => {
  test('F-12 a second process on the folder is refused and told who holds it', async () => {
    const dataDir = await preparedFolder();
    const it = await openStore({ dataDir });
    undo.push(it.close);
    const open = new URL('../../src/store/open.ts', import.meta.url).href;
    const program = `import { openStore } from '${open}'; await openStore({ dataDir: ${JSON.stringify(dataDir)} });`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
    expect(status).not.toBe(0);
    expect(stderr).toContain(`is in use by process ${process.pid} on `);
    await it.close();
    await (await openStore({ dataDir })).close();
  });

  test('a commit is synced to the disk once, a question not at all', async () => {
    const dataDir = await preparedFolder();
    const { db, syncs } = await openEmbedded(dataDir);
    undo.push(() => db.destroy());
    await migrate(db);
    const store = storeOver(db, async () => {});
    const tenantId = randomUUID();
    for (let i = 0; i < 5; i++) {
      const before = syncs();
      await openCase({ store }, tenantId);
      expect(syncs() - before).toBe(1);
    }
    const before = syncs();
    await store.cases.list(tenantScope(tenantId), listOf());
    expect(syncs()).toBe(before);
  });

  test('a folder whose making was cut short is made again', async () => {
    const dataDir = folder();
    mkdirSync(join(dataDir, 'database.unfinished'));
    writeFileSync(join(dataDir, 'database.unfinished', 'PG_VERSION'), '18\n');
    const it = await openStore({ dataDir });
    await openCase(it, randomUUID());
    await it.close();
    expect(existsSync(join(dataDir, 'database.unfinished'))).toBe(false);
    expect(readdirSync(dataDir)).toContain('database');
  });

  test('data of a newer version is refused, the refusal says so and lets go of the folder', async () => {
    const dataDir = await preparedFolder();
    const { db } = await openEmbedded(dataDir);
    await migrate(db);
    await addMigration(db);
    await db.destroy();
    for (let i = 0; i < 2; i++) await expect(openStore({ dataDir })).rejects.toThrow(/newer version of Case Desk/);
  });

  test('maintenance runs beside requests, and what was written outlives a restart', async () => {
    const dataDir = await preparedFolder();
    const it = await openStore({ dataDir, maintenanceEvery: 20 });
    const tenantId = randomUUID();
    const cases = [];
    for (let i = 0; i < 40; i++) cases.push(await openCase(it, tenantId));
    await it.close();
    const again = await openStore({ dataDir });
    undo.push(again.close);
    for (const case_ of cases) expect(await again.store.cases.find(tenantScope(tenantId), { id: case_.id })).toEqual(case_);
  });
});
