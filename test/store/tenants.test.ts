import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Person, Tenant } from '../../src/app/ports.ts';
import { tenantGate } from '../../src/app/tenants/gate.ts';
import { storeOver } from '../../src/store/store.ts';
import { within } from '../../src/store/transaction.ts';
import { type Bare, bareEngines } from './bare.ts';
import { ada, openCase, sampleFile } from './samples.ts';

const operatorId = randomUUID();

describe.each(bareEngines)('the register of tenants, $name', ({ open }) => {
  let it: Bare;
  const [contoso, fabrikam] = [randomUUID(), randomUUID()];
  const store = () => storeOver(it.db, async () => {});
  const tenant = (id: string, more: Partial<Tenant> = {}): Tenant => ({
    ...{ id, kind: 'customer', state: 'active', name: `Tenant ${id}`, reason: null, registeredAt: null, changedAt: '', exported: null },
    ...more,
  });
  const save = (it: Tenant) => store().tenants.change(operatorId, (tx) => tx.save(it));
  beforeAll(async () => {
    it = await open();
    for (const id of [contoso, fabrikam]) {
      await save(tenant(id));
      for (let i = 0; i < 3; i += 1) {
        const case_ = await openCase({ store: store() }, id);
        const stored = sampleFile(id);
        await store().files.insert(stored);
        await store().inTenant(id, async (tx) => {
          await tx.attachFiles([stored.id], case_.id, false);
          const entry = {
            actorTenantId: id,
            actorId: ada.id,
            action: 'case.open',
            outcome: 'done',
            caseId: case_.id,
            details: {},
          } as const;
          await tx.appendAudit(entry);
        });
      }
      await store().drafts.insert({ id: randomUUID(), tenantId: id, personId: ada.id, caseType: 'portIn', onBehalfOf: null, input: {} });
    }
  });
  afterAll(() => it.close());

  test('a tenant sees its own row of the register, changes none, and other roles see none', async () => {
    const rows = (scope: Parameters<typeof within>[1]) =>
      within(it.db, scope, async (tx) => (await tx.selectFrom('tenants').select('id').execute()).map(({ id }) => id));
    expect(await rows({ kind: 'tenant', tenantId: contoso })).toEqual([contoso]);
    expect((await rows({ kind: 'register', tenantId: null })).sort()).toEqual([contoso, fabrikam].sort());
    await expect(rows({ kind: 'desks', desks: ['phoneNumbers'] })).rejects.toThrow(/permission denied/);
    const write = within(it.db, { kind: 'tenant', tenantId: contoso }, (tx) => sql`update tenants set state = 'active'`.execute(tx));
    await expect(write).rejects.toThrow(/permission denied/);
  });

  test('the operator’s role reaches the register and its own trail, and no table of a tenant’s', async () => {
    const tables = await tenantTables(it);
    for (const table of tables) {
      const asked = within(it.db, { kind: 'register', tenantId: operatorId }, (tx) => sql`select * from ${sql.table(table)}`.execute(tx));
      if (table.startsWith('audit')) expect([table, (await asked).rows]).toEqual([table, []]);
      else await expect(asked).rejects.toThrow(/permission denied/);
    }
  });

  test('many first requests at once register a tenant once', async () => {
    const id = randomUUID();
    const person = { tenantId: id, tenantName: 'Adatum', kind: 'customer', personId: ada.id, name: ada.name } as Person;
    const gates = [0, 1, 2].map(() => tenantGate({ tenants: store().tenants, operatorTenantId: operatorId, admission: 'open' }));
    await Promise.all(gates.flatMap((gate) => [gate.enter(person), gate.enter(person)]));
    const trail = await store().audit.page(operatorId, 0, 100);
    expect(trail.filter(({ details }) => details?.text.includes(id)).map(({ action }) => action)).toEqual(['tenant.register']);
  });

  test('a gate believes what it has seen for five seconds and no longer', async () => {
    let now = 0;
    const [here, there] = [() => now, () => 0].map((clock) =>
      tenantGate({ tenants: store().tenants, operatorTenantId: operatorId, admission: 'open', now: clock }),
    );
    await here?.pass(fabrikam);
    await save(tenant(fabrikam, { state: 'suspended' }));
    await expect(there?.pass(fabrikam)).rejects.toMatchObject({ why: 'suspended' });
    await here?.pass(fabrikam);
    now = 5_000;
    await expect(here?.pass(fabrikam)).rejects.toMatchObject({ why: 'suspended' });
    await save(tenant(fabrikam));
  });

  test('rows go only of a tenant that is being removed, in batches, whatever refers to what; another’s stay', async () => {
    await expect(store().tenants.removeRows(contoso, 2)).rejects.toThrow('not being removed');
    await save(tenant(contoso, { state: 'removing' }));
    const post = { number: 'CD-1', status: 'new', last: { kind: 'opened' }, caseId: randomUUID(), activityId: '1' } as const;
    for (const whose of [contoso, fabrikam]) await store().subscriptions.savePost(fabrikam, `channel of ${whose}`, whose, post);
    const before = await rowsOf(it, fabrikam);
    let rounds = 0;
    for (let remaining = true; remaining; rounds += 1) {
      const batch = await store().tenants.removeRows(contoso, 2);
      expect(batch.removed > 0 || !batch.remaining).toBe(true);
      remaining = batch.remaining;
    }
    expect(rounds).toBeGreaterThan(1);
    expect(Object.values(await rowsOf(it, contoso)).filter((n) => n > 0)).toEqual([]);
    // What another organisation's channel shows of the removed one's cases goes, too.
    expect(await rowsOf(it, fabrikam)).toEqual({ ...before, posts: 1 });
    expect(await store().subscriptions.post(fabrikam, `channel of ${contoso}`, post.caseId)).toBeUndefined();
  });
});

async function tenantTables({ db }: Bare): Promise<readonly string[]> {
  const { rows } = await sql<{ table_name: string }>`
    select table_name from information_schema.columns where column_name = 'tenant_id' and table_schema = current_schema() order by 1`.execute(
    db,
  );
  return rows.map((row) => row.table_name);
}

async function rowsOf(it: Bare, tenantId: string): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of await tenantTables(it)) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where tenant_id = ${tenantId}`.execute(
      it.db,
    );
    counts[table] = rows[0]?.n ?? 0;
  }
  return counts;
}
