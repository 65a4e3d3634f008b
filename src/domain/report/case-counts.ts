import { isOpen, openStatuses, type Status, statuses } from '../case/lifecycle.ts';
import { type Severity, severities } from '../catalogue/attributes.ts';
import type { DeskId } from '../catalogue/desk.ts';

/** Days that a report may look back. */
export const reportDays = [7, 30, 90, 365] as const;
export type ReportDays = (typeof reportDays)[number];

/** How long an open case has been open; a case as old as a bound is of the next age. */
export const ages = ['day', 'week', 'month', 'quarter', 'older'] as const;
export type Age = (typeof ages)[number];
/** Days, one bound between two ages. */
export const ageBounds = [1, 7, 30, 90] as const;

/** SLA-1: what became of the first response; `running` is not due yet, `none` has no target, or was closed before its answer was due. */
export const responses = ['met', 'breached', 'running', 'none'] as const;
export type ResponseState = (typeof responses)[number];

/** So many cases that have all of this in common. */
export interface CaseCount {
  readonly desk: DeskId;
  readonly status: Status;
  readonly severity: Severity | null;
  readonly response: ResponseState;
  /** `null` for a closed case. */
  readonly age: Age | null;
  /** Whether they were opened in the days that the report looks back. */
  readonly recent: boolean;
  readonly count: number;
}

/** What a report on cases is told by. */
export const dimensions = ['desk', 'severity', 'age', 'firstResponse'] as const;
export type Dimension = (typeof dimensions)[number];

/** A row of a table of counts. `total` is the sum of its counts. */
export interface CountRow<Key, Column extends string> {
  readonly key: Key;
  readonly counts: Readonly<Record<Column, number>>;
  readonly total: number;
}
type Rows<Key, Column extends string> = readonly CountRow<Key, Column>[];

/** Cases opened in the days at hand, by desk and by where they stand now. */
export const byDesk = (counts: readonly CaseCount[], desks: readonly DeskId[]): Rows<DeskId, Status> =>
  table(recent(counts), { keys: desks, columns: statuses, keyOf: ({ desk }) => desk, columnOf: ({ status }) => status });

export const standings = ['open', 'closed'] as const;
/** Cases opened in the days at hand, by severity; `null`: their desk has none. */
export const bySeverity = (counts: readonly CaseCount[]): Rows<Severity | null, (typeof standings)[number]> =>
  table(recent(counts), {
    keys: [...severities, null],
    columns: standings,
    keyOf: ({ severity }) => severity,
    columnOf: ({ status }) => (isOpen(status) ? 'open' : 'closed'),
  });

/** Every open case, whenever it was opened, by age and by whose turn it is. */
export const byAge = (counts: readonly CaseCount[]): Rows<Age, (typeof openStatuses)[number]> =>
  table(
    counts.filter(({ age }) => age !== null),
    { keys: ages, columns: openStatuses, keyOf: ({ age }) => age, columnOf: ({ status }) => status },
  );

/** SLA-1: what became of the first response of cases opened in the days at hand, by desk. */
export const byResponse = (counts: readonly CaseCount[], desks: readonly DeskId[]): Rows<DeskId, ResponseState> =>
  table(recent(counts), { keys: desks, columns: responses, keyOf: ({ desk }) => desk, columnOf: ({ response }) => response });

/** Of the first responses that are over, how many were in time: 0 to 1; `null` where none is over. */
export function metShare({ met, breached }: Readonly<Record<'met' | 'breached', number>>): number | null {
  const over = met + breached;
  return over === 0 ? null : met / over;
}

/** Every case counted that is open. */
export const countOpen = (counts: readonly CaseCount[]): number => sum(counts.filter(({ status }) => isOpen(status)));
export const countRecent = (counts: readonly CaseCount[]): number => sum(recent(counts));

const recent = (counts: readonly CaseCount[]) => counts.filter((one) => one.recent);
const sum = (counts: readonly CaseCount[]): number => counts.reduce((total, { count }) => total + count, 0);

interface Shape<Key, Column extends string> {
  readonly keys: readonly Key[];
  readonly columns: readonly Column[];
  readonly keyOf: (count: CaseCount) => unknown;
  readonly columnOf: (count: CaseCount) => string;
}

function table<Key, Column extends string>(counts: readonly CaseCount[], shape: Shape<Key, Column>): Rows<Key, Column> {
  const { keys, columns, keyOf, columnOf } = shape;
  return keys.map((key) => {
    const here = counts.filter((count) => keyOf(count) === key);
    const of = (column: Column) => sum(here.filter((count) => columnOf(count) === column));
    return { key, counts: Object.fromEntries(columns.map((column) => [column, of(column)])) as Record<Column, number>, total: sum(here) };
  });
}
