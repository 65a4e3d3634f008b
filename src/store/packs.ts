import { type Kysely, type Selectable, sql } from 'kysely';
import { InputFault } from '../app/faults.ts';
import type { PackChanges, Packs } from '../app/ports.ts';
import type { Pack, PackUse, Recovery } from '../domain/entitlement/pack.ts';
import { isId } from './ids.ts';
import type { Database } from './schema.ts';
import { reading, type Tx } from './transaction.ts';

const mostPacks = 100;
const mostUses = 500;
const mostRecoveries = 100;

export const packsOf = (db: Kysely<Database>): Packs => ({
  usableBy: (tenantId, personId) => reading(db, { kind: 'tenant', tenantId }, (tx) => usableBy(tx, tenantId, personId)),
  find: (tenantId, id) => reading(db, { kind: 'tenant', tenantId }, (tx) => findPack(tx, tenantId, id)),
  ofDesk: async (desk, { tenantId, cursor, limit }) => {
    if ((tenantId !== null && !isId(tenantId)) || (cursor !== null && !isId(cursor))) throw new InputFault(cursor ? 'cursor' : 'tenant');
    const records = await reading(db, { kind: 'desks', desks: [desk] }, (tx) => {
      let query = packs(tx)
        .where('desk', '=', desk)
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (tenantId !== null) query = query.where('tenant_id', '=', tenantId);
      // Ids are in the order in which they were made.
      if (cursor !== null) query = query.where('id', '<', cursor);
      return query.execute();
    });
    const items = records.slice(0, limit).map(packOf);
    return { items, next: records.length > limit ? (items.at(-1)?.id ?? null) : null };
  },
  uses: (tenantId, packIds) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      if (packIds.length === 0) return [];
      const records = await tx
        .selectFrom('pack_uses')
        .innerJoin('cases', (join) => join.onRef('cases.tenant_id', '=', 'pack_uses.tenant_id').onRef('cases.id', '=', 'pack_uses.case_id'))
        .select(['pack_id', 'case_id', 'at', 'returned_at', 'cases.number', 'cases.requester', 'cases.requester_name'])
        .where('pack_uses.tenant_id', '=', tenantId)
        .where('pack_id', 'in', packIds)
        .orderBy('at', 'desc')
        .orderBy('case_id')
        .limit(mostUses)
        .execute();
      return records.map(
        (record): PackUse => ({
          packId: record.pack_id,
          caseId: record.case_id,
          caseNumber: record.number,
          caseRequester: { id: record.requester, name: record.requester_name },
          at: record.at.toISOString(),
          returnedAt: record.returned_at?.toISOString() ?? null,
        }),
      );
    }),
  recoveriesBy: (tenantId, personId) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const records = await recoveries(tx)
        .where('tenant_id', '=', tenantId)
        .where('asked_by', '=', personId)
        .orderBy('asked_at', 'desc')
        .limit(20)
        .execute();
      return records.map(recoveryOf);
    }),
  waiting: (desk) =>
    reading(db, { kind: 'desks', desks: [desk] }, async (tx) => {
      const records = await recoveries(tx)
        .where('desk', '=', desk)
        .where('state', '=', 'asked')
        .orderBy('asked_at')
        .limit(mostRecoveries)
        .execute();
      return records.map(recoveryOf);
    }),
});

export const packChanges = (tx: Tx, tenantId: string, now: string): PackChanges => ({
  lockUsable: async (personId) => {
    const records = await ofPerson(tx, tenantId, personId)
      .where('remaining', '>', 0)
      .where('last_day', '>=', sql<string>`(${now}::timestamptz at time zone 'UTC')::date`)
      .orderBy('last_day')
      .orderBy('id')
      .limit(mostPacks)
      .forUpdate()
      .execute();
    return records.map(packOf);
  },
  usableBy: (personId) => usableBy(tx, tenantId, personId),
  lock: async (id) => {
    if (!isId(id)) return undefined;
    const record = await packs(tx).where('tenant_id', '=', tenantId).where('id', '=', id).forUpdate().executeTakeFirst();
    return record && packOf(record);
  },
  findByConfirmation: async (confirmation) => {
    const record = await packs(tx).where('tenant_id', '=', tenantId).where('confirmation', '=', confirmation).executeTakeFirst();
    return record && packOf(record);
  },
  insert: async (pack, by) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('packs')
      .values({
        ...{ tenant_id: tenantId, id: pack.id, desk: pack.desk, confirmation: pack.confirmation },
        ...{ account_id: pack.accountId, people: [...pack.people], purchased_on: pack.purchasedOn, last_day: pack.lastDay },
        ...{ incidents: pack.incidents, remaining: pack.remaining, version: pack.version, recorded_by: by, recorded_at: now },
      })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'confirmation']).doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },
  save: async ({ id, accountId, people, version }) => {
    await tx
      .updateTable('packs')
      .set({ account_id: accountId, people: [...people], version })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .execute();
  },
  take: async (packId, caseId) => {
    await counted(tx, tenantId, packId, -1);
    await tx.insertInto('pack_uses').values({ tenant_id: tenantId, case_id: caseId, pack_id: packId, at: now }).execute();
  },
  giveBack: async (caseId) => {
    const record = await tx
      .updateTable('pack_uses')
      .set({ returned_at: now })
      .where('tenant_id', '=', tenantId)
      .where('case_id', '=', caseId)
      .where('returned_at', 'is', null)
      .returning('pack_id')
      .executeTakeFirst();
    if (record) await counted(tx, tenantId, record.pack_id, 1);
    return record?.pack_id;
  },
  costs: async (caseId) => {
    const record = await tx
      .selectFrom('pack_uses')
      .select('pack_id')
      .where('tenant_id', '=', tenantId)
      .where('case_id', '=', caseId)
      .where('returned_at', 'is', null)
      .executeTakeFirst();
    return record !== undefined;
  },
  moveUse: async (from, to) => {
    await tx.updateTable('pack_uses').set({ case_id: to }).where('tenant_id', '=', tenantId).where('case_id', '=', from).execute();
  },
  ask: async ({ id, desk, packId, by, reason }) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('pack_recoveries')
      .values({ tenant_id: tenantId, id, desk, pack_id: packId, asked_by: by, reason, asked_at: now, state: 'asked', words: '' })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'pack_id', 'asked_by']).where('state', '=', 'asked').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },
  lockRecovery: async (id) => {
    if (!isId(id)) return undefined;
    const record = await recoveries(tx).where('tenant_id', '=', tenantId).where('id', '=', id).forUpdate().executeTakeFirst();
    return record && recoveryOf(record);
  },
  decide: async (id, { state, words }, by) => {
    await tx
      .updateTable('pack_recoveries')
      .set({ state, words, decided_by: by, decided_at: now })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .execute();
  },
});

/** One incident more or less; the table itself lets none go that is not there. */
async function counted(tx: Tx, tenantId: string, packId: string, by: 1 | -1): Promise<void> {
  await tx
    .updateTable('packs')
    .set({ remaining: sql<number>`remaining + ${by}::int` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', packId)
    .execute();
}

const packs = (tx: Tx) =>
  tx
    .selectFrom('packs')
    .select(['tenant_id', 'id', 'confirmation', 'account_id', 'people', 'incidents', 'remaining', 'version'])
    .select([sql<string>`purchased_on::text`.as('purchased_on'), sql<string>`last_day::text`.as('last_day')]);
const ofPerson = (tx: Tx, tenantId: string, personId: string) =>
  packs(tx)
    .where('tenant_id', '=', tenantId)
    .where(({ eb, or }) => or([eb('account_id', '=', personId), sql<boolean>`${personId} = any (people)`]));

async function usableBy(tx: Tx, tenantId: string, personId: string): Promise<readonly Pack[]> {
  const records = await ofPerson(tx, tenantId, personId).orderBy('last_day', 'desc').orderBy('id').limit(mostPacks).execute();
  return records.map(packOf);
}

async function findPack(tx: Tx, tenantId: string, id: string): Promise<Pack | undefined> {
  if (!isId(id)) return undefined;
  const record = await packs(tx).where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst();
  return record && packOf(record);
}

type PackRecord = Awaited<ReturnType<ReturnType<typeof packs>['executeTakeFirstOrThrow']>>;

const packOf = (record: PackRecord): Pack => ({
  id: record.id,
  tenantId: record.tenant_id,
  confirmation: record.confirmation,
  accountId: record.account_id,
  people: record.people,
  purchasedOn: record.purchased_on,
  lastDay: record.last_day,
  incidents: record.incidents,
  remaining: record.remaining,
  version: record.version,
});

const recoveries = (tx: Tx) => tx.selectFrom('pack_recoveries').selectAll();

const recoveryOf = (record: Selectable<Database['pack_recoveries']>): Recovery => ({
  id: record.id,
  tenantId: record.tenant_id,
  packId: record.pack_id,
  by: record.asked_by,
  reason: record.reason,
  askedAt: record.asked_at.toISOString(),
  state: record.state as Recovery['state'],
  decidedAt: record.decided_at?.toISOString() ?? null,
  words: record.words,
});
