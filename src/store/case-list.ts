import { type Kysely, type RawBuilder, type Selection, sql } from 'kysely';
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
  // Planned each time for the values at hand: a plan kept for the usual tenant sorts all cases of a large one.
  return reading(db, scope, async (tx) => {
    const wanted = wantedOf(scope, query);
    if (searched === null || wanted.statuses.length === 0) return { items: [], next: null };
    const pageOf = (desk: string | null) => {
      const asked = conditions(scope, { ...wanted, desk });
      if (searched !== undefined) asked.push(inWords(searched, wanted, after, limit + 1));
      if (after) asked.push(beyond(after));
      return sql`select ${listed} from cases where ${sql.join(asked, sql` and `)} order by ${inOrder[order]} limit ${limit + 1}`;
    };
    const pages = desksApart(scope, wanted, searched).map(pageOf);
    const records = await firstOf(tx, pages, order, limit + 1);
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

/** Written once: naming so many columns one by one is much of what making the question costs. */
const listed = sql.raw([...rowColumns, 'urgency', 'due_order'].join(', '));

const inOrder: Readonly<Record<Order, RawBuilder<unknown>>> = {
  change: sql`updated_at desc, id desc`,
  queue: sql`urgency, due_order, opened_at, id`,
};

/** The first of all these pages together. */
async function firstOf(tx: Tx, pages: readonly RawBuilder<unknown>[], order: Order, most: number): Promise<readonly Listed[]> {
  const [only, another] = pages;
  if (!only) return [];
  const all = sql.join(
    pages.map((page) => sql`(${page})`),
    sql` union all `,
  );
  const question = another
    ? sql<Listed>`select * from (${all}) as cases order by ${inOrder[order]} limit ${most}`
    : (only as RawBuilder<Listed>);
  return (await question.execute(tx)).rows;
}

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

function conditions(scope: Scope, wanted: Wanted): RawBuilder<boolean>[] {
  const asked: RawBuilder<boolean>[] = [inScope(scope), inStatus(wanted.statuses)];
  if (wanted.requester !== null) asked.push(sql`requester = ${wanted.requester}`);
  if (wanted.assignedTo !== null) asked.push(sql`assigned_to = ${wanted.assignedTo}`);
  if (wanted.followedBy !== null) {
    asked.push(sql`id in (select case_id from followers where followers.tenant_id = cases.tenant_id and person_id = ${wanted.followedBy})`);
  }
  if (wanted.unassigned) asked.push(sql`assigned_to is null`);
  if (wanted.desk !== null) asked.push(sql`desk = ${wanted.desk}`);
  if (wanted.country !== null) asked.push(sql`country = ${wanted.country}`);
  if (wanted.customer !== null) asked.push(sql`tenant_id = ${wanted.customer}`);
  if (wanted.actedBy !== null) asked.push(sql`on_behalf_of = ${wanted.actedBy}`);
  if (wanted.dueSoon) asked.push(sql`first_response_at is null`, sql`first_response_due_at < ${dueBefore}`);
  return asked;
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
