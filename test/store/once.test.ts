import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../../src/store/schema.ts';
import { openForMigration, openServer } from '../../src/store/server.ts';
import { once, reading, within } from '../../src/store/transaction.ts';
import { databaseWithTables } from './databases.ts';

describe('a transaction of one statement, on a server', () => {
  let db: Kysely<Database>;
  let server: Awaited<ReturnType<typeof databaseWithTables>>;
  beforeAll(async () => {
    server = await databaseWithTables();
    db = openServer(server.url, () => {});
  });
  afterAll(async () => {
    await db.destroy();
    await server.drop();
  });
  const as = { kind: 'tenant', tenantId: randomUUID() } as const;
  const who = sql<{ who: string; tenant: string }>`select current_user::text as who, current_setting('app.tenant_id', true) as tenant`;
  const notes = () => within(db, as, (tx) => tx.selectFrom('notes').select('person_id').execute());
  const note = (person_id: string) => ({ tenant_id: as.tenantId, person_id, kind: 'open', note: '{}' });

  test('F-28 works in the role and for the tenant it was asked for, and leaves nothing of that behind', async () => {
    const asked = await Promise.all(Array.from({ length: 30 }, () => once(db, as, 'read only', (tx) => who.execute(tx))));
    for (const { rows } of asked) expect(rows).toEqual([{ who: 'app_user', tenant: as.tenantId }]);
    const { rows } = await who.execute(db);
    expect(rows[0]?.who).not.toBe('app_user');
    expect(rows[0]?.tenant || null).toBeNull();
  });

  test('F-28 those that are asked at the same moment each work for their own tenant, whatever becomes of the others', async () => {
    const tenants = Array.from({ length: 40 }, () => randomUUID());
    const asked = await Promise.allSettled(
      tenants.map((tenantId, index) =>
        once<unknown>(db, { kind: 'tenant', tenantId }, 'read only', (tx) =>
          index % 3 === 0 ? sql`select 1 / 0`.execute(tx) : who.execute(tx).then(({ rows }) => rows),
        ),
      ),
    );
    for (const [index, one] of asked.entries()) {
      if (index % 3 === 0) expect(one).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
      else expect(one).toEqual({ status: 'fulfilled', value: [{ who: 'app_user', tenant: tenants[index] }] });
    }
  });

  test('F-28 questions for one tenant that are asked at the same moment share a transaction, and one that fails takes no other with it', async () => {
    const xact = sql<{ at: Date }>`select transaction_timestamp() as at`;
    const asked = await Promise.allSettled(
      Array.from({ length: 9 }, (_, index) =>
        once<unknown>(db, as, 'read only', async (tx) => {
          if (index === 4) return sql`select 1 / 0`.execute(tx);
          return { at: (await xact.execute(tx)).rows[0]?.at.getTime() };
        }),
      ),
    );
    expect(asked[4]).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
    const at = asked.flatMap((one) => (one.status === 'fulfilled' ? [(one.value as { readonly at: number }).at] : []));
    expect(at).toHaveLength(8);
    expect(new Set(at.slice(0, 4)).size).toBe(1);
  });

  test('a question that was asked before a table changed is asked as the table is now', async () => {
    const owner = openForMigration(server.url);
    const all = () => once(db, as, 'read only', (tx) => sql<Record<string, unknown>>`select * from notes limit 1`.execute(tx));
    await within(db, as, (tx) => tx.insertInto('notes').values(note('columns')).execute());
    const before = Object.keys((await all()).rows[0] ?? {});
    await sql`alter table notes add column extra text default 'there'`.execute(owner);
    const answers = await Promise.all(Array.from({ length: 5 }, all));
    for (const { rows } of answers) expect(rows[0]).toHaveProperty('extra', 'there');
    await sql`alter table notes drop column extra`.execute(owner);
    expect(Object.keys((await all()).rows[0] ?? {})).toEqual(before);
    await owner.deleteFrom('notes').where('person_id', '=', 'columns').execute();
    await owner.destroy();
  });

  test.each(["'", "x'; reset role; --", 'a\0b', '\\', '"'])(
    'F-28 begins for no tenant that is written like %j, and serves the next one as ever',
    async (tenantId) => {
      const odd = { kind: 'tenant', tenantId } as const;
      await expect(once(db, odd, 'read only', (tx) => who.execute(tx))).rejects.toThrow(TypeError);
      await expect(reading(db, odd, (tx) => who.execute(tx))).rejects.toThrow(TypeError);
      const { rows } = await once(db, as, 'read only', (tx) => who.execute(tx));
      expect(rows).toEqual([{ who: 'app_user', tenant: as.tenantId }]);
    },
  );

  test('F-28 refuses a second statement, which would be outside of its role', async () => {
    const twice = once(db, as, 'read write', async (tx) => {
      await tx.insertInto('notes').values(note('first')).execute();
      await tx.insertInto('notes').values(note('second')).execute();
    });
    await expect(twice).rejects.toThrow('a transaction of one statement was asked another');
    expect(await notes()).toEqual([{ person_id: 'first' }]);
  });

  test('a statement that fails changes nothing, and its connection goes on', async () => {
    const failing = Array.from({ length: 12 }, () =>
      once(db, as, 'read write', (tx) =>
        tx
          .insertInto('notes')
          .values([note('third'), note('first')])
          .execute(),
      ),
    );
    for (const { status } of await Promise.allSettled(failing)) expect(status).toBe('rejected');
    await expect(once(db, as, 'read only', (tx) => tx.insertInto('notes').values(note('fourth')).execute())).rejects.toThrow('read-only');
    expect(await notes()).toEqual([{ person_id: 'first' }]);
  });
});
