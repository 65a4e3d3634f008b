import { InputFault } from '../app/faults.ts';
import type { CaseRow } from '../app/ports.ts';
import { urgencies, urgencyOf } from '../domain/sla/urgency.ts';
import { isId } from './ids.ts';

/** Where a page ended: the sort key of its last case. Opaque outside; whoever changes one gets another page of what they may see anyway. */
export type Place =
  | { readonly order: 'change'; readonly updatedAt: string; readonly id: string }
  | { readonly order: 'queue'; readonly urgency: number; readonly due: string; readonly openedAt: string; readonly id: string };
export type Order = Place['order'];

const instant = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const never = 'infinity';

export function cursorAfter(row: CaseRow, order: Order): string {
  const place = order === 'change' ? [row.updatedAt, row.id] : [urgencyOf(row), row.firstResponseDueAt ?? never, row.openedAt, row.id];
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws InputFault where the cursor is none of ours, or of another list */
export function readCursor(cursor: string, order: Order): Place {
  const parts = parsed(cursor);
  if (order === 'change' && parts.length === 2) {
    const [updatedAt, id] = parts;
    if (isInstant(updatedAt) && isIdOf(id)) return { order, updatedAt, id };
  }
  if (order === 'queue' && parts.length === 4) {
    const [urgency, due, openedAt, id] = parts;
    const known = typeof urgency === 'number' && urgencies.includes(urgency);
    if (known && (due === never || isInstant(due)) && isInstant(openedAt) && isIdOf(id)) return { order, urgency, due, openedAt, id };
  }
  throw new InputFault('cursor');
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

const isInstant = (value: unknown): value is string => typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value));
const isIdOf = (value: unknown): value is string => typeof value === 'string' && isId(value);
