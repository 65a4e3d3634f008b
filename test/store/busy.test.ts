import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { StoreBusy } from '../../src/app/faults.ts';
import { type OpenStore, openStore } from '../../src/store/open.ts';
import { databaseWithTables, freshFolder } from './databases.ts';
import { openCase, tenantScope } from './samples.ts';

let it: OpenStore;
let server: Awaited<ReturnType<typeof databaseWithTables>>;
const dataDir = freshFolder();
const tenantId = randomUUID();
beforeAll(async () => {
  server = await databaseWithTables();
  it = await openStore({ databaseUrl: server.url, dataDir });
});
afterAll(async () => {
  await it.close();
  await server.drop();
  rmSync(dataDir, { recursive: true });
});

test('F-11 when every connection is in use, the wait ends with a clear fault, and all is well once one is free', async () => {
  const { promise: held, resolve: free } = Promise.withResolvers<void>();
  const users = Array.from({ length: 10 }, () => it.store.inTenant(tenantId, () => held));
  await expect(it.store.cases.countMine(tenantScope(tenantId), 'ada')).rejects.toThrow(StoreBusy);
  free();
  await Promise.all(users);
  await it.store.ready();
});

test('F-10 connections cut under load: what was acknowledged is there, what was not is refused as busy, and it works again', async () => {
  const admin = new pg.Client(server.url);
  await admin.connect();
  const acknowledged: string[] = [];
  const faults: unknown[] = [];
  let cut = false;
  const writers = Array.from({ length: 8 }, async () => {
    while (!cut) {
      await openCase(it, tenantId).then(
        ({ id }) => acknowledged.push(id),
        (fault) => faults.push(fault),
      );
    }
  });
  for (let i = 0; i < 4; i++) {
    const before = acknowledged.length;
    while (acknowledged.length === before) await new Promise((resolve) => setTimeout(resolve, 60));
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'case-desk'`);
  }
  cut = true;
  await Promise.all(writers);
  await admin.end();
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(faults.filter((fault) => !(fault instanceof StoreBusy))).toEqual([]);
  await it.store.ready();
  for (const id of acknowledged) expect(await it.store.cases.find(tenantScope(tenantId), { id })).toBeDefined();
  expect(await it.verifyAudit(tenantId)).toMatchObject({ ok: true });
});

test('two changes that lock the same cases in opposite order both happen', async () => {
  const [one, two] = [await openCase(it, tenantId), await openCase(it, tenantId)];
  const both = Promise.withResolvers<void>();
  let first = 0;
  const inOrder = (ids: readonly string[]) =>
    it.store.inTenant(tenantId, async (tx) => {
      for (const id of ids) {
        await tx.lockCase(id);
        first += 1;
        if (first === 2) both.resolve();
        await both.promise;
      }
    });
  await Promise.all([inOrder([one.id, two.id]), inOrder([two.id, one.id])]);
  expect(first).toBeGreaterThan(4);
});
