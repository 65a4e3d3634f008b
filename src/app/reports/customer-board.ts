import { customersAt, desksFor } from '../../domain/access/authorize.ts';
import type { ActsFor, Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import { type BoardPlace, type CustomerStanding, comparePlaces, endsSoon, placeOf } from '../../domain/report/board.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { folded } from '../../domain/text.ts';
import type { Deps } from '../deps.ts';
import { InputFault } from '../faults.ts';
import { scopeOf } from '../people/people.ts';
import type { Page } from '../views.ts';

/** Days that the newest change of a customer without an open case is looked for. */
const lately = 90;

export interface BoardRow extends CustomerStanding {
  readonly endsSoon: boolean;
}

export interface Board extends Page<BoardRow> {
  /** Over every customer that matches. */
  readonly totals: Readonly<Record<'customers' | 'open' | 'waiting' | 'dueSoon' | 'late' | 'severityA' | 'endsSoon', number>>;
}

export interface BoardQuery {
  /** Words of a customer's name. */
  readonly words: string | null;
  readonly cursor: string | null;
  readonly limit: number;
}

/**
 * G-4: every customer that this partner's person may act for, with the cases that the partner opened for it; what is most pressing first.
 *
 * @throws InputFault for a cursor that isn't one of this board
 */
export async function customerBoard(deps: Deps, by: Principal, { words, cursor, limit }: BoardQuery): Promise<Result<Board, Refusal>> {
  const scope = scopeOf(by);
  if (scope.kind !== 'partner') return refuse({ code: 'notAllowed', action: 'seeCustomers' });
  const now = deps.now();
  const from = new Date(Date.parse(now) - lately * 86_400_000).toISOString();
  const counted = new Map((await deps.store.reports.customers(scope, { from, now })).map((row) => [row.id, row]));
  const wanted = folded(words ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const rows = customersOf(by)
    .filter(({ name }) => wanted.every((word) => folded(name).includes(word)))
    .map((customer): BoardRow => ({ ...none, ...counted.get(customer.id), ...customer, endsSoon: endsSoon(customer.endsAt, now) }))
    .sort((a, b) => comparePlaces(placeOf(a), placeOf(b)));
  const after = cursor === null ? undefined : readPlace(cursor);
  const rest = after ? rows.filter((row) => comparePlaces(placeOf(row), after) > 0) : rows;
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return ok({ items, next: last && rest.length > limit ? written(placeOf(last)) : null, totals: totalsOf(rows) });
}

const none = { open: 0, waiting: 0, dueSoon: 0, late: 0, severityA: 0, updatedAt: null };

/** Each customer once, with the first end of a right that one has for it. */
function customersOf(by: Principal): readonly Pick<CustomerStanding, 'id' | 'name' | 'endsAt'>[] {
  const actsFor = desksFor(by).flatMap((desk) => customersAt(by, desk));
  const all = Map.groupBy(actsFor, ({ tenantId }) => tenantId);
  return [...all].map(([id, rights]) => ({ id, name: rights[0]?.name ?? '', endsAt: firstEnd(rights) }));
}

const firstEnd = (rights: readonly ActsFor[]): string | null =>
  rights.flatMap(({ until }) => (until === null ? [] : [until])).sort()[0] ?? null;

function totalsOf(rows: readonly BoardRow[]): Board['totals'] {
  const sum = (of: (row: BoardRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    ...{ customers: rows.length, open: sum(({ open }) => open), waiting: sum(({ waiting }) => waiting) },
    ...{ dueSoon: sum(({ dueSoon }) => dueSoon), late: sum(({ late }) => late), severityA: sum(({ severityA }) => severityA) },
    endsSoon: rows.filter((row) => row.endsSoon).length,
  };
}

const written = (place: BoardPlace): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function readPlace(cursor: string): BoardPlace {
  const [late, severityA, dueSoon, waiting, open, name, id] = parsed(cursor);
  const counts = [late, severityA, dueSoon, waiting, open].map(Number);
  if (!counts.every(Number.isInteger) || typeof name !== 'string' || typeof id !== 'string') throw new InputFault('cursor');
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = counts;
  return [a, b, c, d, e, name, id];
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
