import { type Kysely, type Selection, type SelectQueryBuilder, sql } from 'kysely';
import type { CaseRow, ListQuery, Scope } from '../app/ports.ts';
import type { Page } from '../app/views.ts';
import { openStatuses, type Status, statuses } from '../domain/case/lifecycle.ts';
import { rowColumns, toRow } from './case-record.ts';
import { cursorAfter, type Order, type Place, readCursor } from './list-cursor.ts';
import { pageSize } from './page-size.ts';
import type { Database } from './schema.ts';
import { inScope, onlyDesk } from './scope.ts';
import { reading, type Tx } from './transaction.ts';
import { tsquery } from './words.ts';

const closedStatuses = statuses.filter((status) => !(openStatuses as readonly Status[]).includes(status));

/** What a list asks of a case; `null` and `false` ask nothing. */
interface Wanted {
  readonly requester: string | null;
  readonly assignedTo: string | null;
  readonly followedBy: string | null;
  readonly unassigned: boolean;
  readonly statuses: readonly Status[];
  readonly desk: string | null;
  readonly country: string | null;
  readonly customer: string | null;
  /** Opened by this partner for somebody else. */
  readonly actedBy: string | null;
  /** First answer outstanding, and due within four hours. */
  readonly dueSoon: boolean;
}

/**
 * A page of a list (G-4, AG-1): newest change first, except that the queue and what is due soon go by urgency (SLA-3). A search goes by
 * change in every list. Changes in between neither repeat nor hide a case that didn't change.
 *
 * @throws InputFault for a cursor that isn't one of this list
 */
export async function listCases(db: Kysely<Database>, scope: Scope, query: ListQuery): Promise<Page<CaseRow>> {
  const searched = query.words?.trim() ? tsquery(query.words) : undefined;
  const order: Order = searched === undefined && byUrgency(query) ? 'queue' : 'change';
  const after = query.cursor === null ? undefined : readCursor(query.cursor, order);
  const limit = pageSize(query.limit);
  return reading(db, scope, async (tx) => {
    const wanted = wantedOf(scope, query);
    if (searched === null || wanted.statuses.length === 0) return { items: [], next: null };
    const pageOf = (desk: string | null) => {
      let select = filtered(tx, scope, { ...wanted, desk }).select([...rowColumns, 'urgency', 'due_order']);
      if (searched !== undefined) select = select.where(inWords(searched, wanted, after, limit + 1));
      if (after) select = select.where(beyond(after));
      return inOrder(select, order).limit(limit + 1);
    };
    const [first, ...others] = desksApart(scope, wanted, searched).map((desk) => tx.selectFrom(pageOf(desk).as('cases')).selectAll());
    const pages = others.reduce((all, page) => all?.unionAll(page), first);
    const records = pages
      ? await inOrder(tx.selectFrom(pages.as('cases')).selectAll(), order)
          .limit(limit + 1)
          .execute()
      : [];
    const items = records.slice(0, limit).map(toRow);
    const last = items.at(-1);
    return { items, next: last && records.length > limit ? cursorAfter(last, order) : null };
  });
}

/** An index keeps the order of one desk: of several, the first of each are asked for, and the first of those are the page. A search has an order of its own. */
function desksApart(scope: Scope, { desk }: Wanted, searched: string | undefined): readonly (string | null)[] {
  return scope.kind === 'desks' && desk === null && searched === undefined ? scope.desks : [desk];
}

type Listed = Selection<Database, 'cases', (typeof rowColumns)[number] | 'urgency' | 'due_order'>;

const inOrder = (select: SelectQueryBuilder<Database, 'cases', Listed>, order: Order) =>
  order === 'change'
    ? select.orderBy('updated_at', 'desc').orderBy('id', 'desc')
    : select.orderBy('urgency').orderBy('due_order').orderBy('opened_at').orderBy('id');

/** Urgency is of what is still to be done. */
const byUrgency = ({ list, state }: ListQuery): boolean => (list === 'queue' && state === 'open') || list === 'dueSoon';

function wantedOf(scope: Scope, query: ListQuery): Wanted {
  const allowed: readonly (readonly Status[])[] = [
    query.state === 'all' ? statuses : query.state === 'open' ? openStatuses : closedStatuses,
    query.list === 'dueSoon' ? openStatuses : statuses,
    query.list === 'waiting' || query.list === 'waitingOnMe' ? ['waitingOnRequester'] : statuses,
    query.status === null ? statuses : [query.status],
  ];
  return {
    requester: query.list === 'mine' || query.list === 'waitingOnMe' ? query.personId : null,
    assignedTo: query.list === 'assignedToMe' ? query.personId : null,
    followedBy: query.list === 'followed' ? query.personId : null,
    unassigned: query.list === 'unassigned',
    statuses: statuses.filter((status) => allowed.every((those) => those.includes(status))),
    desk: query.desk ?? onlyDesk(scope),
    country: query.country,
    customer: query.list === 'company' && scope.kind === 'partner' ? scope.tenantId : (query.customer ?? null),
    actedBy: query.list === 'customers' && scope.kind === 'partner' ? scope.tenantId : null,
    dueSoon: query.list === 'dueSoon',
  };
}

function filtered(tx: Tx, scope: Scope, wanted: Wanted) {
  let select = tx.selectFrom('cases').where(inScope(scope)).where(inStatus(wanted.statuses));
  if (wanted.requester !== null) select = select.where('requester', '=', wanted.requester);
  if (wanted.assignedTo !== null) select = select.where('assigned_to', '=', wanted.assignedTo);
  if (wanted.followedBy !== null) {
    select = select.where(
      sql<boolean>`id in (select case_id from followers where followers.tenant_id = cases.tenant_id and person_id = ${wanted.followedBy})`,
    );
  }
  if (wanted.unassigned) select = select.where('assigned_to', 'is', null);
  if (wanted.desk !== null) select = select.where('desk', '=', wanted.desk);
  if (wanted.country !== null) select = select.where('country', '=', wanted.country);
  if (wanted.customer !== null) select = select.where('tenant_id', '=', wanted.customer);
  if (wanted.actedBy !== null) select = select.where('on_behalf_of', '=', wanted.actedBy);
  if (wanted.dueSoon) {
    select = select.where('first_response_at', 'is', null).where(sql<boolean>`first_response_due_at < ${dueBefore}`);
  }
  return select;
}

/** By the database's clock (F-25). */
const dueBefore = sql`now() + interval '4 hours'`;

/** In the words of the indexes, so that PostgreSQL recognises them. */
function inStatus(wanted: readonly Status[]) {
  const same = (those: readonly Status[]) => those.length === wanted.length && those.every((status) => wanted.includes(status));
  if (same(statuses)) return sql<boolean>`true`;
  if (same(openStatuses)) return sql<boolean>`is_open`;
  if (same(closedStatuses)) return sql<boolean>`not is_open`;
  if (wanted.length === 1) return sql<boolean>`status = ${wanted[0]}`;
  return sql<boolean>`status = any(${[...wanted]}::text[])`;
}

function beyond(place: Place) {
  return place.order === 'change'
    ? sql<boolean>`(updated_at, id) < (${place.updatedAt}::timestamptz, ${place.id}::uuid)`
    : sql<boolean>`(urgency, due_order, opened_at, id)
        > (${place.urgency}::smallint, ${place.due}::timestamptz, ${place.openedAt}::timestamptz, ${place.id}::uuid)`;
}

/** What a person follows is few enough to look into one by one. */
const inWords = (searched: string, wanted: Wanted, after: Place | undefined, most: number) =>
  wanted.followedBy === null
    ? sql<boolean>`id in (select ${found(searched, wanted, after, most)})`
    : sql<boolean>`words @@ ${searched}::tsquery`;

function found(searched: string, wanted: Wanted, after: Place | undefined, most: number) {
  const before = after?.order === 'change' ? after : undefined;
  return sql`find_cases(${searched}, ${wanted.requester}, ${wanted.assignedTo}, ${wanted.unassigned}, ${[...wanted.statuses]}::text[],
    ${wanted.desk}, ${wanted.country}, ${wanted.customer}::uuid, ${wanted.actedBy}::uuid, ${wanted.dueSoon ? dueBefore : sql`null`}, ${before?.updatedAt ?? null}::timestamptz, ${before?.id ?? null}::uuid,
    ${most})`;
}
