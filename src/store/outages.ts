import { type Kysely, type Selectable, sql } from 'kysely';
import type { KnownOutage, OutageChanges, OutageFollower, Outages, Sending, SendingOutcome } from '../app/ports.ts';
import type { DeskId } from '../domain/catalogue/desk.ts';
import { limits } from '../domain/catalogue/field.ts';
import type { Outage, OutageState, OutageUpdate, UpdateStep } from '../domain/outage/outage.ts';
import { rowColumns, toRow } from './case-record.ts';
import { isId } from './ids.ts';
import type { Database } from './schema.ts';
import { inScope } from './scope.ts';
import { once, reading, type Tx } from './transaction.ts';

const mostOutages = 100;
const mostUpdates = 50;

export const outagesOf = (db: Kysely<Database>): Outages => ({
  list: (tenantId, desks) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      if (desks.length === 0) return [];
      const records = await ofTenant(tx, tenantId)
        .where('desk', 'in', desks)
        .orderBy('state')
        .orderBy('opened_at', 'desc')
        .orderBy('id')
        .limit(mostOutages)
        .execute();
      return records.map(outageOf);
    }),
  find: async (tenantId, id) => {
    if (!isId(id)) return undefined;
    return once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const record = await ofTenant(tx, tenantId).where('id', '=', id).executeTakeFirst();
      return record && outageOf(record);
    });
  },
  ofCase: (scope, caseId) =>
    once(db, scope, 'read only', async (tx) => {
      const { rows } = await sql<KnownOutage>`select id, title, state from outage_of_case(${caseId}::uuid)`.execute(tx);
      return rows[0];
    }),
  cases: (scope, id) =>
    reading(db, scope, async (tx) => {
      const records = await tx
        .selectFrom('cases')
        .select(rowColumns)
        .where('outage_id', '=', id)
        .where(inScope(scope))
        .orderBy('updated_at', 'desc')
        .orderBy('id')
        .limit(limits.outageCases)
        .execute();
      return records.map(toRow);
    }),
  counts: (scope, ids) =>
    reading(db, scope, async (tx) => {
      if (ids.length === 0) return new Map();
      const records = await tx
        .selectFrom('cases')
        .select(['outage_id', sql<number>`count(*) filter (where is_open)::int`.as('open'), sql<number>`count(*)::int`.as('total')])
        .where('outage_id', 'in', ids)
        .where(inScope(scope))
        .groupBy('outage_id')
        .execute();
      return new Map(records.map(({ outage_id: id, open, total }) => [id ?? '', { open, total }]));
    }),
  followers: (tenantId, id) => reading(db, { kind: 'tenant', tenantId }, (tx) => followersOf(tx, tenantId, id)),
  followed: (tenantId, person) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const records = await tx
        .selectFrom('outage_followers')
        .select('outage_id')
        .where('tenant_id', '=', tenantId)
        .where('person_tenant_id', '=', person.tenantId)
        .where('person_id', '=', person.personId)
        .orderBy('at', 'desc')
        .limit(mostOutages)
        .execute();
      return new Set(records.map(({ outage_id: id }) => id));
    }),
  updates: (tenantId, id) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const records = await updatesOf(tx, tenantId, id).orderBy('at', 'desc').orderBy('id').limit(mostUpdates).execute();
      return records.map(updateOf);
    }),
  update: async (tenantId, id, updateId) => {
    if (!isId(updateId)) return undefined;
    return once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const record = await updatesOf(tx, tenantId, id).where('id', '=', updateId).executeTakeFirst();
      return record && updateOf(record);
    });
  },
  sendings: (tenantId, updateIds) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      if (updateIds.length === 0) return [];
      const records = await tx
        .selectFrom('outage_sendings')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('update_id', 'in', updateIds)
        .orderBy('case_number')
        .limit(limits.outageCases * mostUpdates)
        .execute();
      return records.map(sendingOf);
    }),
});

export const outageChanges = (tx: Tx, tenantId: string, now: string): OutageChanges => ({
  lock: async (id) => {
    if (!isId(id)) return undefined;
    const record = await ofTenant(tx, tenantId).where('id', '=', id).forUpdate().executeTakeFirst();
    return record && outageOf(record);
  },
  save: async ({ id, desk, title, description, state, version, openedBy, openedAt, resolvedAt }) => {
    const set = { title, description, state, version, resolved_at: resolvedAt };
    await tx
      .insertInto('outages')
      .values({ tenant_id: tenantId, id, desk, opened_by: openedBy, opened_at: openedAt, ...set })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(set))
      .execute();
  },
  addUpdate: async ({ id, outageId, step, text, reason, by, at }, cases) => {
    await tx
      .insertInto('outage_updates')
      .values({ tenant_id: tenantId, id, outage_id: outageId, step, text, reason, by_id: by, at })
      .execute();
    if (cases.length === 0) return;
    const records = cases.map((one) => ({ case_tenant_id: one.tenantId, case_id: one.id, case_number: one.number }));
    await tx
      .insertInto('outage_sendings')
      .values(records.map((record) => ({ tenant_id: tenantId, update_id: id, outcome: null, ...record })))
      .execute();
  },
  followers: (id) => followersOf(tx, tenantId, id),
  follow: async (id, person) => {
    await tx
      .insertInto('outage_followers')
      .values({ tenant_id: tenantId, outage_id: id, person_tenant_id: person.tenantId, person_id: person.personId, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  unfollow: async (id, person) => {
    await tx
      .deleteFrom('outage_followers')
      .where('tenant_id', '=', tenantId)
      .where('outage_id', '=', id)
      .where('person_tenant_id', '=', person.tenantId)
      .where('person_id', '=', person.personId)
      .execute();
  },
  settle: async (updateId, caseId, outcome) => {
    await tx
      .updateTable('outage_sendings')
      .set({ outcome })
      .where('tenant_id', '=', tenantId)
      .where('update_id', '=', updateId)
      .where('case_id', '=', caseId)
      .execute();
  },
});

async function followersOf(tx: Tx, tenantId: string, id: string): Promise<readonly OutageFollower[]> {
  const records = await tx
    .selectFrom('outage_followers')
    .select(['person_tenant_id', 'person_id'])
    .where('tenant_id', '=', tenantId)
    .where('outage_id', '=', id)
    .orderBy('at')
    .limit(limits.outageFollowers)
    .execute();
  return records.map((record) => ({ tenantId: record.person_tenant_id, personId: record.person_id }));
}

const ofTenant = (tx: Tx, tenantId: string) => tx.selectFrom('outages').selectAll().where('tenant_id', '=', tenantId);
const updatesOf = (tx: Tx, tenantId: string, id: string) =>
  tx.selectFrom('outage_updates').selectAll().where('tenant_id', '=', tenantId).where('outage_id', '=', id);

const outageOf = (record: Selectable<Database['outages']>): Outage => ({
  id: record.id,
  desk: record.desk as DeskId,
  title: record.title,
  description: record.description,
  state: record.state as OutageState,
  version: record.version,
  openedBy: record.opened_by,
  openedAt: record.opened_at.toISOString(),
  resolvedAt: record.resolved_at?.toISOString() ?? null,
});

const updateOf = (record: Selectable<Database['outage_updates']>): OutageUpdate => ({
  id: record.id,
  outageId: record.outage_id,
  step: record.step as UpdateStep,
  text: record.text,
  reason: record.reason,
  by: record.by_id,
  at: record.at.toISOString(),
});

const sendingOf = (record: Selectable<Database['outage_sendings']>): Sending => ({
  updateId: record.update_id,
  caseTenantId: record.case_tenant_id,
  caseId: record.case_id,
  caseNumber: record.case_number,
  outcome: record.outcome as SendingOutcome | null,
});
