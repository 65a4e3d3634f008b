import { type Kysely, sql } from 'kysely';
import type { Rule, RuleChanges, RuleName, Rules, TenantRules } from '../app/ports.ts';
import { unnarrowed } from '../domain/access/closing-rule.ts';
import { nothingOnRecord } from '../domain/access/partner-record.ts';
import { noPlan } from '../domain/access/remediation.ts';
import type { Database } from './schema.ts';
import { once, type Tx } from './transaction.ts';

const defaults: TenantRules = { closing: unnarrowed, leaverNames: { names: 'kept' }, partner: nothingOnRecord, escalations: noPlan };

export const rulesOf = (db: Kysely<Database>): Rules => ({
  find: (tenantId, name) => once(db, { kind: 'tenant', tenantId }, 'read only', (tx) => find(tx, tenantId, name)),
  resellersOf: (provider) =>
    once(db, { kind: 'tenant', tenantId: provider }, 'read only', async (tx) => {
      const { rows } = await sql<{ id: string; name: string }>`select id, name from resellers_of_provider()`.execute(tx);
      return rows;
    }),
});

export const rulesAsked = (tx: Tx, tenantId: string): Pick<RuleChanges, 'find'> => ({ find: (name) => find(tx, tenantId, name) });

export const ruleChanges = (tx: Tx, tenantId: string, now: string): RuleChanges => ({
  ...rulesAsked(tx, tenantId),
  save: async (name, value, expected, by) => {
    const set = { value: JSON.stringify(value), version: expected + 1, changed_by: by.id, changed_by_name: by.name, changed_at: now };
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('rules')
      .columns(['tenant_id', 'rule', 'value', 'version', 'changed_by', 'changed_by_name', 'changed_at'])
      .values({ tenant_id: tenantId, rule: name, ...set })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'rule']).doUpdateSet(set).where('rules.version', '=', expected))
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },
});

async function find<N extends RuleName>(tx: Tx, tenantId: string, name: N): Promise<Rule<N>> {
  const record = await tx.selectFrom('rules').selectAll().where('tenant_id', '=', tenantId).where('rule', '=', name).executeTakeFirst();
  if (!record) return { value: defaults[name], version: 0, changed: null };
  const by = { id: record.changed_by, name: record.changed_by_name };
  return { value: record.value as TenantRules[N], version: record.version, changed: { at: record.changed_at.toISOString(), by } };
}
