import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { openEmbedded } from '../src/store/embedded.ts';
import { openStore } from '../src/store/open.ts';
import type { Database } from '../src/store/schema.ts';
import { openForMigration } from '../src/store/server.ts';
import { databaseWithTables, embeddedFolder, freshFolder } from './store/databases.ts';
import { openCase } from './store/samples.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});
const removed = (folder: string): string => {
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

interface Place {
  readonly dataDir: string;
  readonly databaseUrl?: string;
}

const { PATH, NODE_COMPILE_CACHE } = process.env;

/** The real process. */
function verify({ dataDir, databaseUrl = '' }: Place) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../src/verify-audit.ts')], {
    env: { PATH, NODE_COMPILE_CACHE, DATA_DIR: dataDir, DATABASE_URL: databaseUrl },
    encoding: 'utf8',
  });
  return { status, lines: stdout.split('\n').slice(0, -1), stderr };
}

const engines: readonly { readonly name: string; place(): Promise<Place>; bare(place: Place): Promise<Kysely<Database>> }[] = [
  {
    name: 'embedded',
    place: async () => ({ dataDir: removed(await embeddedFolder()) }),
    bare: async ({ dataDir }) => (await openEmbedded(dataDir)).db,
  },
  {
    name: 'server',
    place: async () => {
      const { url, drop } = await databaseWithTables();
      undo.push(drop);
      return { dataDir: removed(freshFolder()), databaseUrl: url };
    },
    bare: async ({ databaseUrl = '' }) => openForMigration(databaseUrl),
  },
];

describe.each(engines)('over $name', ({ place, bare }) => {
  test('F-34 a line for each tenant says whether its trail is whole, and which row is the first bad one', async () => {
    const at = await place();
    const [good, changed, missing, cut] = Array.from({ length: 4 }, () => randomUUID()) as [string, string, string, string];
    const it = await openStore(at);
    for (const tenant of [good, changed, missing, cut]) for (let i = 0; i < 3; i++) await openCase(it, tenant);
    await it.close();
    const whole = verify(at);
    expect(whole).toMatchObject({ status: 0, stderr: '' });
    expect(whole.lines.slice(0, 4)).toEqual(
      [good, changed, missing, cut].sort().map((id) => expect.stringMatching(`^${id}: whole, 3 rows, head \\w{64}$`)),
    );

    const db = await bare(at);
    await sql`update audit set action = 'nothing' where tenant_id = ${changed} and seq = 2`.execute(db);
    for (const [tenant, seq] of [[missing, 1] as const, [cut, 3] as const]) {
      await sql`delete from audit_details where tenant_id = ${tenant} and seq = ${seq}`.execute(db);
      await sql`delete from audit where tenant_id = ${tenant} and seq = ${seq}`.execute(db);
    }
    await sql`delete from audit_details where tenant_id = ${good} and seq = 1`.execute(db);
    await db.destroy();
    const { status, lines } = verify(at);
    expect(status).toBe(1);
    expect(lines).toContain(`${changed}: row 2 IS NOT what was written`);
    expect(lines).toContain(`${missing}: row 1 IS MISSING`);
    expect(lines).toContain(`${cut}: row 3 IS MISSING`);
    const untouched = whole.lines.find((line) => line.startsWith(good));
    expect(lines).toContain(untouched?.replace('3 rows', '3 rows (details of 1 erased, 0 of them by an erasure on record)'));
    expect(lines.at(-1)).toBe('tenants: 4, with a fault: 3');
  });
});

test('a copy of the folder of a desk that was stopped is a back-up of it', async () => {
  const dataDir = removed(await embeddedFolder());
  const it = await openStore({ dataDir });
  await openCase(it, randomUUID());
  await it.close();
  const before = verify({ dataDir });
  const copy = removed(freshFolder());
  cpSync(dataDir, copy, { recursive: true });
  rmSync(dataDir, { recursive: true });
  expect(verify({ dataDir: copy })).toEqual(before);
  expect(before.status).toBe(0);
});

test('F-12 while the desk runs in the folder, that is said and nothing is read', async () => {
  const dataDir = removed(await embeddedFolder());
  const running = await openStore({ dataDir });
  undo.push(running.close);
  const { status, lines, stderr } = verify({ dataDir });
  expect([status, lines]).toEqual([2, []]);
  expect(stderr).toMatch(/is in use by process \d+ on .+\. Stop it/);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('a folder without a database is named, and none is made there', () => {
  const dataDir = removed(freshFolder());
  const { status, stderr } = verify({ dataDir });
  expect(status).toBe(2);
  expect(stderr).toContain(`There is no embedded database in ${dataDir}.`);
  expect(existsSync(join(dataDir, 'database'))).toBe(false);
});
