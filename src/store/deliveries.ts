import { type Kysely, sql } from 'kysely';
import { InputFault } from '../app/faults.ts';
import type { DeadDelivery, Deliveries, DeliveryChanges } from '../app/ports.ts';
import type { Recipient } from '../domain/notice/audience.ts';
import { type ChannelKind, channelKinds } from '../domain/notice/channels.ts';
import { type DeliveryFault, faultOf } from '../domain/notice/outcome.ts';
import type { Queued } from './bell.ts';
import { isId } from './ids.ts';
import { pageSize } from './page-size.ts';
import type { Database } from './schema.ts';
import { reading, type Tx } from './transaction.ts';

const mostCounted = 100;
/** Rows of the outbox are numbered. */
const isNumber = (id: string): boolean => /^\d{1,18}$/.test(id);

/** Notices that were given up, for engineers. */
export const deliveriesOf = (db: Kysely<Database>): Deliveries => ({
  list: async (scope, { caseId, cursor, limit: asked }) => {
    if (cursor !== null && !isNumber(cursor)) throw new InputFault('cursor');
    if (caseId !== null && !isId(caseId)) return { items: [], next: null };
    const limit = pageSize(asked);
    const records = await reading(db, scope, (tx) => {
      let query = given(tx)
        .orderBy('outbox.id', 'desc')
        .limit(limit + 1);
      if (caseId !== null) query = query.where('outbox.case_id', '=', caseId);
      if (cursor !== null) query = query.where('outbox.id', '<', cursor);
      return query.execute();
    });
    const items = records.slice(0, limit).map(deliveryOf);
    return { items, next: records.length > limit ? (items.at(-1)?.id ?? null) : null };
  },
  count: (scope) =>
    reading(db, scope, async (tx) => {
      const some = tx.selectFrom('outbox').select('id').where('dead_at', 'is not', null).limit(mostCounted).as('some');
      const { count } = await tx.selectFrom(some).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
      return count;
    }),
  find: async (scope, id) => {
    if (!isNumber(id)) return undefined;
    const record = await reading(db, scope, (tx) => given(tx).where('outbox.id', '=', id).executeTakeFirst());
    return record && deliveryOf(record);
  },
});

const given = (tx: Tx) =>
  tx
    .selectFrom('outbox')
    .leftJoin('cases', (join) => join.onRef('cases.tenant_id', '=', 'outbox.tenant_id').onRef('cases.id', '=', 'outbox.case_id'))
    .select([
      'outbox.id',
      'outbox.tenant_id',
      'outbox.channel',
      'outbox.recipient',
      'outbox.case_id',
      'outbox.created_at',
      'outbox.dead_at',
      'outbox.attempts',
      'outbox.last_fault',
      'cases.number',
      'cases.requester',
      'cases.requester_name',
      'cases.assigned_to',
      'cases.assigned_to_name',
    ])
    .where('outbox.dead_at', 'is not', null);
type Given = Awaited<ReturnType<ReturnType<typeof given>['executeTakeFirstOrThrow']>>;

function deliveryOf(record: Given): DeadDelivery {
  const to = record.recipient as Recipient;
  const named = new Map([
    [record.requester, record.requester_name],
    [record.assigned_to, record.assigned_to_name],
  ]);
  return {
    // The embedded database gives what it can as a number.
    id: String(record.id),
    tenantId: record.tenant_id,
    channel: record.channel as ChannelKind,
    to,
    toName: (to.kind === 'person' && named.get(to.id)) || null,
    case: record.case_id !== null && record.number !== null ? { id: record.case_id, number: record.number } : null,
    queuedAt: record.created_at.toISOString(),
    givenUpAt: (record.dead_at ?? record.created_at).toISOString(),
    attempts: record.attempts,
    fault: (record.last_fault as DeliveryFault | null) ?? faultOf('unexpected'),
  };
}

export const deliveryChanges = (tx: Tx, tenantId: string, queued: Queued): DeliveryChanges => ({
  revive: async (id) => {
    queued(channelKinds);
    const { numUpdatedRows } = await tx
      .updateTable('outbox')
      .set({ run_at: sql<string>`clock_timestamp()`, claimed_at: null, attempts: 0, maybe_sent: 0, dead_at: null, last_fault: null })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .where('dead_at', 'is not', null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  },
  drop: async (id) => {
    const { numDeletedRows } = await tx
      .deleteFrom('outbox')
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .where('dead_at', 'is not', null)
      .executeTakeFirst();
    return numDeletedRows === 1n;
  },
});
