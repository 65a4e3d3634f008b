import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { auditedTenants, verifyAudit } from '../../src/store/audit.ts';
import { storeOver } from '../../src/store/store.ts';
import { within } from '../../src/store/transaction.ts';
import { type Bare, bareEngines } from './bare.ts';
import { openCase, tenantScope } from './samples.ts';

describe.each(bareEngines)('the audit trail, $name', ({ open }) => {
  let it: Bare;
  beforeAll(async () => {
    it = await open();
  });
  afterAll(() => it.close());

  async function chainOf(rows: number): Promise<string> {
    const tenantId = randomUUID();
    const store = storeOver(it.db, async () => {});
    for (let i = 0; i < rows; i++) {
      await store.inTenant(tenantId, (tx) =>
        tx.appendAudit({
          actorTenantId: tenantId,
          actorId: 'ada',
          action: 'case.comment',
          outcome: i % 2 ? 'refused' : 'done',
          caseId: i % 3 ? randomUUID() : null,
          details: { name: 'Ada', i, text: 'é\0"' },
        }),
      );
    }
    return tenantId;
  }
  const change = (statement: ReturnType<typeof sql>) => statement.execute(it.db);

  test('G-15 is whole after any number of changes, at once too', async () => {
    expect(await verifyAudit(it.db, await chainOf(0))).toMatchObject({ ok: true, rows: 0 });
    const tenantId = await chainOf(3);
    const store = storeOver(it.db, async () => {});
    const entry = { actorTenantId: tenantId, actorId: 'bo', action: 'x', outcome: 'done', caseId: null, details: {} } as const;
    await Promise.all(Array.from({ length: 10 }, () => store.inTenant(tenantId, (tx) => tx.appendAudit(entry))));
    expect(await verifyAudit(it.db, tenantId)).toMatchObject({ ok: true, rows: 13 });
  });

  test('F-34 a changed row is found', async () => {
    const tenantId = await chainOf(5);
    await change(sql`update audit set outcome = 'done' where tenant_id = ${tenantId} and seq = 4`);
    expect(await verifyAudit(it.db, tenantId)).toMatchObject({ ok: false, firstBad: 4, fault: 'changed' });
  });

  test('F-34 changed details are found', async () => {
    const tenantId = await chainOf(5);
    await change(sql`update audit_details set details = '{"name":"Eve"}' where tenant_id = ${tenantId} and seq = 2`);
    expect(await verifyAudit(it.db, tenantId)).toMatchObject({ ok: false, firstBad: 2, fault: 'changed' });
  });

  test('F-34 a row taken out of the middle is found', async () => {
    const tenantId = await chainOf(5);
    await change(sql`delete from audit_details where tenant_id = ${tenantId} and seq = 3`);
    await change(sql`delete from audit where tenant_id = ${tenantId} and seq = 3`);
    expect(await verifyAudit(it.db, tenantId)).toMatchObject({ ok: false, firstBad: 3, fault: 'missing' });
  });

  test('F-34 a tail that was cut off is found', async () => {
    const tenantId = await chainOf(5);
    await change(sql`delete from audit_details where tenant_id = ${tenantId} and seq > 3`);
    await change(sql`delete from audit where tenant_id = ${tenantId} and seq > 3`);
    expect(await verifyAudit(it.db, tenantId)).toMatchObject({ ok: false, firstBad: 4, fault: 'missing' });
  });

  test('F-34 a row that was added behind the head is found', async () => {
    const tenantId = await chainOf(2);
    await change(
      sql`insert into audit select tenant_id, 3, at, actor_tenant_id, actor_id, action, outcome, case_id, details_digest, hash, hash
        from audit where tenant_id = ${tenantId} and seq = 2`,
    );
    expect(await verifyAudit(it.db, tenantId)).toMatchObject({ ok: false, firstBad: 3, fault: 'added' });
  });

  test('F-34 a trail that is gone to its last row is found by the cases that should have left one', async () => {
    const tenantId = randomUUID();
    await openCase({ store: storeOver(it.db, async () => {}) }, tenantId);
    for (const table of ['audit_details', 'audit_heads', 'audit']) {
      await change(sql`delete from ${sql.table(table)} where tenant_id = ${tenantId}`);
    }
    expect(await auditedTenants(it.db)).toContain(tenantId);
    expect(await verifyAudit(it.db, tenantId)).toEqual({ ok: false, firstBad: 1, fault: 'missing' });
  });

  test('G-15 details can be erased without breaking the chain', async () => {
    const tenantId = await chainOf(4);
    await change(sql`delete from audit_details where tenant_id = ${tenantId} and seq = 2`);
    expect(await verifyAudit(it.db, tenantId)).toMatchObject({ ok: true, rows: 4 });
  });

  test('G-15 a request can append to it, and neither change nor remove what is there', async () => {
    const tenantId = await chainOf(1);
    for (const statement of [sql`update audit set action = 'x'`, sql`delete from audit`, sql`update audit_details set details = '{}'`]) {
      await expect(within(it.db, tenantScope(tenantId), (tx) => statement.execute(tx))).rejects.toThrow(/permission denied/);
    }
  });

  test('a refused attempt is recorded whatever it named', async () => {
    const tenantId = randomUUID();
    await storeOver(it.db, async () => {}).inTenant(tenantId, (tx) =>
      tx.appendAudit({
        actorTenantId: tenantId,
        actorId: 'ada',
        action: 'case.comment',
        outcome: 'refused',
        caseId: "' or 1=1",
        details: { code: 'notFound' },
      }),
    );
    expect(await verifyAudit(it.db, tenantId)).toMatchObject({ ok: true, rows: 1 });
  });
});
