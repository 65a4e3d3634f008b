import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { TenantTransaction } from '../../src/app/ports.ts';
import { storeOver } from '../../src/store/store.ts';
import { within } from '../../src/store/transaction.ts';
import { type Bare, bareEngines } from './bare.ts';
import { ada, listOf, openCase, sampleFile, tenantScope } from './samples.ts';

describe.each(bareEngines)('rooms let to a partner, $name', ({ open }) => {
  let it: Bare;
  const [contoso, fabrikam] = [randomUUID(), randomUUID()];
  const store = () => storeOver(it.db, async () => {});
  beforeAll(async () => {
    it = await open();
  });
  afterAll(() => it.close());

  test('RM-5 a partner sees of a customer’s rooms the cases of those alone that it still lets, whatever it asks', async () => {
    const [partner, another] = [randomUUID(), randomUUID()];
    const rooms = ['Mira', 'Castor'].map((name) => ({ name, id: randomUUID() }));
    const [mira, castor] = rooms.map(({ id }) => id) as [string, string];
    const lit = (id: string) => ({ id, name: 'Litware' });
    await store().inTenant(fabrikam, async (tx) => {
      const given = { site: 'Lyon', email: null, capacity: null, directoryId: null, source: 'hand', version: 1, takenOutAt: null } as const;
      await tx.rooms.save(
        rooms.map((room) => ({ ...room, ...given })),
        ada.id,
      );
      await tx.rooms.assign(lit(partner), [mira, castor], ada.id);
      await tx.rooms.assign(lit(another), [mira, castor], ada.id);
    });
    const naming = async (...ids: readonly string[]) => {
      const filed = { desk: 'rooms', caseType: 'roomIncident', onBehalfOf: partner, title: 'No picture', severity: 'A' } as const;
      const { id } = await openCase({ store: store() }, fabrikam, filed);
      const stored = sampleFile(fabrikam);
      await store().files.insert(stored);
      await store().inTenant(fabrikam, async (tx) => {
        await tx.rooms.nameIn(id, ids);
        await tx.attachFiles([stored.id], id, false);
      });
      return id;
    };
    const [ofMira, ofCastor, ofBoth, ofNone] = [await naming(mira), await naming(castor), await naming(mira, castor), await naming()];
    const scope = { kind: 'partner', tenantId: partner, acting: [{ desk: 'rooms', tenantId: fabrikam }], byDomain: [] } as const;
    const asked = async (statement: ReturnType<typeof sql<{ id: string }>>, at: typeof scope | ReturnType<typeof tenantScope> = scope) =>
      (await within(it.db, at, (tx) => statement.execute(tx))).rows.map(({ id }) => id).sort();
    const sees = async (...ids: readonly string[]) => {
      const those = [...ids].sort();
      expect(await asked(sql<{ id: string }>`select id from cases`)).toEqual(those);
      for (const table of ['events', 'files'])
        expect(await asked(sql<{ id: string }>`select distinct case_id as id from ${sql.table(table)}`)).toEqual(those);
      for (const words of [null, 'picture']) {
        const { items } = await store().cases.list(scope, listOf({ list: 'customers', words }));
        expect(items.map(({ id }) => id).sort()).toEqual(those);
      }
      for (const id of [ofMira, ofCastor, ofBoth, ofNone])
        expect((await store().cases.find(scope, { id }))?.id).toBe(those.includes(id) ? id : undefined);
      expect(await store().cases.countMine(scope, ada.id)).toMatchObject({ open: those.length });
      const now = new Date().toISOString();
      const counted = await store().reports.customers(scope, { from: now, now });
      expect(counted.map(({ open }) => open)).toEqual(those.length > 0 ? [those.length] : []);
    };
    const changing = (work: (tx: TenantTransaction) => Promise<unknown>) => store().inTenant(fabrikam, work);
    const stays = (id: string) => store().inTenant(fabrikam, (tx) => tx.rooms.stayLet(partner, id));
    await sees(ofMira, ofCastor, ofBoth, ofNone);
    await changing((tx) => tx.rooms.unassign(partner, castor));
    await sees(ofMira, ofNone);
    expect([await stays(ofMira), await stays(ofCastor), await stays(ofBoth), await stays(ofNone)]).toEqual([true, false, false, true]);
    // The room that it keeps is out of order all the same, and of which case, it is no longer told.
    const board = sql<{ room: string; number: string; partner: string | null }>`
      select (room).id as room, told->>'number' as number, told->>'onBehalfOf' as partner
      from rooms_let_health(), jsonb_array_elements(incidents) told`;
    const { rows: shown } = await within(it.db, tenantScope(partner), (tx) => board.execute(tx));
    expect([...new Set(shown.map(({ room }) => room))]).toEqual([mira]);
    const told = shown.map((row) => [row.number !== '', row.partner]);
    expect(told.sort()).toEqual([
      [false, null],
      [true, partner],
    ]);
    expect((await store().rooms.history(scope, { tenantId: fabrikam, id: mira })).map(({ caseId }) => caseId)).toEqual([ofMira]);
    // Nobody finds out what another partner looks after.
    await expect(
      asked(sql<{ id: string }>`select rooms_stay_let(${partner}, ${fabrikam}, ${ofMira})`, tenantScope(contoso)),
    ).rejects.toThrow(/permission denied/);
    const others = sql<{ id: boolean }>`select rooms_stay_let(${another}, ${fabrikam}, ${ofMira}) as id`;
    expect((await within(it.db, scope, (tx) => others.execute(tx))).rows).toEqual([{ id: false }]);
    await changing((tx) => tx.rooms.unassign(partner, null));
    await sees();
    await changing((tx) => tx.rooms.assign(lit(partner), [mira, castor], ada.id));
    await sees(ofMira, ofCastor, ofBoth, ofNone);
    // The customer keeps them throughout.
    const theirOwn = await asked(sql<{ id: string }>`select id from cases where desk = 'rooms'`, tenantScope(fabrikam));
    expect(theirOwn).toHaveLength(4);
  });
});
