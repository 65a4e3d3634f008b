import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { verifyAudit } from '../../src/store/audit.ts';
import { storeOver } from '../../src/store/store.ts';
import { type Bare, bareEngines } from './bare.ts';

describe.each(bareEngines)('erasures that erased administrators had asked for, $name', ({ open }) => {
  let it: Bare;
  beforeAll(async () => {
    it = await open();
  });
  afterAll(() => it.close());
  const store = () => storeOver(it.db, async () => {});

  test('G-15 F-34 an erased administrator is not named in the erasures they asked for, which stay, and the trail vouches for what they say', async () => {
    const tenantId = randomUUID();
    const [first, second, third] = ['First Lead', 'Second Lead', 'Third Lead'].map((name) => ({ id: randomUUID(), name }));
    if (!first || !second || !third) throw new Error('no leads');
    const eraseAs = (by: typeof first, person: string) =>
      store().inTenant(tenantId, async (tx) => {
        const { restated, ...counts } = await tx.erasePerson(person, { names: 'erased', addresses: [] });
        const entry = { actorTenantId: tenantId, actorId: by.id, action: 'person.erase', outcome: 'done', caseId: null } as const;
        await tx.appendAudit({ ...entry, details: { name: by.name, person, ...counts, ...(restated.length > 0 && { restated }) } });
      });
    const somebody = randomUUID();
    await store().inTenant(tenantId, (tx) =>
      tx.appendAudit({
        actorTenantId: tenantId,
        actorId: somebody,
        action: 'x',
        outcome: 'done',
        caseId: null,
        details: { name: 'Somebody' },
      }),
    );
    await eraseAs(first, somebody);
    await eraseAs(second, first.id);
    await eraseAs(third, second.id);
    const details = async () => (await store().audit.page(tenantId, 0, 10)).map((row) => JSON.parse(row.details?.text ?? 'null'));
    expect((await details()).map((row) => row && [row.name, row.person])).toEqual([
      null,
      ['', somebody],
      ['', first.id],
      [third.name, second.id],
    ]);
    const whole = { ok: true, rows: 4, erased: 1, onRecord: 1 };
    expect(await verifyAudit(it.db, tenantId)).toMatchObject(whole);

    const change = (seq: number, to: string) =>
      sql`update audit_details set details = ${to}::json where tenant_id = ${tenantId} and seq = ${seq}`.execute(it.db);
    const { rows } = await sql<{ was: string }>`
      select details::text as was from audit_details where tenant_id = ${tenantId} and seq = 2`.execute(it.db);
    await change(2, JSON.stringify({ name: '', person: somebody, auditRows: 0 }));
    expect(await verifyAudit(it.db, tenantId)).toEqual({ ok: false, firstBad: 2, fault: 'changed' });
    await change(2, rows[0]?.was ?? '');
    expect(await verifyAudit(it.db, tenantId)).toMatchObject(whole);
    await sql`delete from audit_details where tenant_id = ${tenantId} and seq = 4`.execute(it.db);
    expect(await verifyAudit(it.db, tenantId)).toEqual({ ok: false, firstBad: 2, fault: 'changed' });
  });
});
