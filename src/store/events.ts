import { type Kysely, sql } from 'kysely';
import type { Scope, Store } from '../app/ports.ts';
import { type Actor, type CaseEvent, type Happening, isInternal } from '../domain/case/events.ts';
import { isId } from './ids.ts';
import { pageSize } from './page-size.ts';
import type { Database } from './schema.ts';
import { inScope } from './scope.ts';
import { once, type Tx } from './transaction.ts';

type Timeline = Awaited<ReturnType<Store['cases']['timeline']>>;
type TimelinePage = Parameters<Store['cases']['timeline']>[2];

const most = 100;
/** As many as a summary has notices. */
const mostAt = 500;
const largestSeq = 2 ** 31 - 1;
const columns = ['seq', 'type', 'at', 'actor', 'data'] as const;

interface EventRecord {
  seq: number;
  type: string;
  at: Date;
  actor: unknown;
  data: unknown;
}

const toEvent = ({ seq, type, at, actor, data }: EventRecord): CaseEvent => ({
  ...({ type, ...(data as object) } as Happening),
  seq,
  at: at.toISOString(),
  actor: actor as Actor,
});

/** Events as the table has them, JSON as JSON. */
export const eventRecords = (tenantId: string, caseId: string, events: readonly CaseEvent[]) =>
  events.map((event) => {
    const { seq, at, actor, type, ...data } = event;
    return { tenant_id: tenantId, case_id: caseId, seq, type, at, actor, data, internal: isInternal(event) };
  });

export async function eventsAfter(tx: Tx, tenantId: string, caseId: string, seq: number): Promise<readonly CaseEvent[]> {
  if (!isId(caseId)) return [];
  const records = await tx
    .selectFrom('events')
    .select(columns)
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', caseId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(most)
    .execute();
  return records.map(toEvent);
}

/** A page of a case's events counted from its newest, oldest first. Internal ones come to engineers alone (G-5). */
export async function timeline(db: Kysely<Database>, scope: Scope, caseId: string, page: TimelinePage): Promise<Timeline> {
  if (!isId(caseId)) return { events: [], earlier: 0 };
  const limit = pageSize(page.limit);
  const internal = page.internal && scope.kind === 'desks';
  const before = (tx: Tx, seq: number | null) => {
    let those = tx.selectFrom('events').where('case_id', '=', caseId).where(ofScope(scope, caseId));
    if (!internal) those = those.where('internal', '=', false);
    return seq === null ? those : those.where('seq', '<', Math.min(largestSeq, Math.max(0, Math.trunc(seq))));
  };
  const records = await once(db, scope, 'read only', (tx) =>
    before(tx, page.before).select(columns).orderBy('seq', 'desc').limit(limit).execute(),
  );
  const events = records.reverse().map(toEvent);
  const first = events[0];
  if (!first || events.length < limit) return { events, earlier: 0 };
  // Events are only ever added, behind these: what stands before them is the same a moment later.
  const { earlier } = await once(db, scope, 'read only', (tx) =>
    before(tx, first.seq).select(sql<number>`count(*)::int`.as('earlier')).executeTakeFirstOrThrow(),
  );
  return { events, earlier };
}

/** Events by their numbers, oldest first; internal ones as in `timeline`. */
export async function eventsAt(
  db: Kysely<Database>,
  scope: Scope,
  caseId: string,
  { internal, seqs }: { readonly internal: boolean; readonly seqs: readonly number[] },
): Promise<readonly CaseEvent[]> {
  if (!isId(caseId)) return [];
  const records = await once(db, scope, 'read only', (tx) => {
    let those = tx.selectFrom('events').select(columns).where('case_id', '=', caseId).where(ofScope(scope, caseId));
    if (!internal || scope.kind !== 'desks') those = those.where('internal', '=', false);
    return (
      those
        // Not `= any`: how many there are would be part of the plan, which then were made anew each time and takes longer than the answer.
        .where(sql<boolean>`seq in (select unnest(${[...seqs]}::int[]))`)
        .orderBy('seq')
        .limit(mostAt)
        .execute()
    );
  });
  return records.map(toEvent);
}

/** An engineer's question knows no tenant; the case it is about does. */
const ofScope = (scope: Scope, caseId: string) =>
  scope.kind === 'tenant'
    ? sql<boolean>`tenant_id = ${scope.tenantId}`
    : sql<boolean>`tenant_id = (select cases.tenant_id from cases where cases.id = ${caseId} and ${inScope(scope)})`;
