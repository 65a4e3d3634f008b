import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { type OpenStore, openStore } from '../../src/store/open.ts';
import { freshDatabase, freshFolder } from '../store/databases.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

function folder(): string {
  const path = freshFolder();
  undo.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function works(it: OpenStore): Promise<void> {
  undo.push(it.close);
  await it.store.ready();
  expect(await it.store.drafts.list(crypto.randomUUID(), 'nobody')).toEqual([]);
}

test('F-13 a migration cut off in the middle on a server leaves nothing, and the next start makes it whole', async () => {
  const { url, drop } = await freshDatabase();
  undo.push(drop);
  const [other, watcher] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
  for (const client of [other, watcher]) {
    await client.connect();
    undo.push(() => client.end());
  }
  // Somebody else is just making a table of a name that comes late in the first migration: it waits there, half done.
  await other.query('begin; create table feedback (id int)');
  const cut = openStore({ databaseUrl: url, dataDir: folder() });
  const failed = expect(cut).rejects.toMatchObject({ name: 'StoreBusy' });
  const waiting = `select pid from pg_stat_activity where datname = current_database() and application_name = 'case-desk-migration' and wait_event_type = 'Lock'`;
  let pid: number | undefined;
  while (pid === undefined) {
    pid = (await watcher.query<{ pid: number }>(waiting)).rows[0]?.pid;
    await wait(20);
  }
  await watcher.query('select pg_terminate_backend($1)', [pid]);
  await failed;
  await other.query('rollback');
  const { rows } = await other.query(`select to_regclass('cases') as cases`);
  expect(rows).toEqual([{ cases: null }]);
  await works(await openStore({ databaseUrl: url, dataDir: folder() }));
});

test('F-13 a first start in a folder that was killed in the middle is made whole by the next', async () => {
  const dataDir = folder();
  const writer = join(import.meta.dirname, 'crash-writer.ts');
  const child: ChildProcess = spawn(process.execPath, [writer, dataDir, crypto.randomUUID(), ''], { stdio: 'ignore' });
  undo.push(() => child.kill('SIGKILL'));
  // The database's folder has its name once it is complete; its tables come next.
  while (!existsSync(join(dataDir, 'database'))) await wait(20);
  await wait(150);
  child.kill('SIGKILL');
  await once(child, 'close');
  await works(await openStore({ dataDir }));
});
