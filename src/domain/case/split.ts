import { limits } from '../catalogue/field.ts';
import type { Issue } from '../faults.ts';
import { firstResponseDue, type Programme } from '../sla/programmes.ts';
import { unreadable } from '../text.ts';
import type { Case } from './case.ts';
import type { Actor, CaseEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { isOpen, lifecycle } from './lifecycle.ts';
import type { CaseRef } from './parts.ts';

/** Each part by its title, one a line as people type them. */
export const titlesIn = (typed: readonly string[]): readonly string[] => typed.map((title) => title.trim()).filter((title) => title !== '');

/** PS-1: what is wrong with the parts that are proposed. @param titles as `titlesIn` gives them */
export function splitIssues(titles: readonly string[]): readonly Issue[] {
  if (titles.length < 2) return [{ field: 'parts', fault: { is: 'tooFew', min: 2 } }];
  if (titles.length > limits.parts) return [{ field: 'parts', fault: { is: 'tooMany', max: limits.parts } }];
  if (titles.some(unreadable)) return [{ field: 'parts', fault: { is: 'unreadableText' } }];
  const long = titles.some(({ length }) => length > limits.title);
  return long ? [{ field: 'parts', fault: { is: 'tooLong', max: limits.title } }] : [];
}

interface Making extends CaseRef {
  readonly title: string;
  /** Who agreed to the split. */
  readonly actor: Actor;
  /** Instant, ISO 8601 in UTC. */
  readonly now: string;
  /** What the desk promises. */
  readonly programme: Programme;
}

/** PS-1: a part is an incident of its own, with what is known of the whole. It begins as any other, with a target of its own (SLA-1). */
export function partFrom(
  whole: Case,
  { id, number, title, actor, now: at, programme }: Making,
): { readonly case: Case; readonly events: readonly CaseEvent[] } {
  const begun: Case = {
    ...whole,
    ...{ id, number, title, files: [], filed: [], status: 'new', assignedTo: null, openedAt: at, updatedAt: at, support: null },
    ...{ escalatedAt: null, outageId: null, improper: null, targetFrom: at, version: 1, publicVersion: 1 },
    firstResponseAt: null,
    firstResponseDueAt: firstResponseDue(whole, at, programme),
  };
  const opened: CaseEvent = { type: 'opened', files: [], seq: 1, at, actor };
  const linked: CaseEvent = { type: 'partOf', caseId: whole.id, number: whole.number, seq: 2, at, actor };
  return { case: evolve(begun, linked), events: [opened, linked] };
}

/** PS-1: what the whole hears when a part was closed or reopened. Over already, it begins again with that part. */
export function toldOfPart(whole: Case, part: Case, { at, actor }: CaseEvent, programme: Programme): readonly CaseEvent[] {
  const next = { seq: whole.version + 1, at, actor };
  const open = isOpen(part.status);
  const told: CaseEvent = { type: open ? 'partReopened' : 'partClosed', caseId: part.id, number: part.number, ...next };
  const to = open ? lifecycle[whole.status].reopen : undefined;
  if (!to) return [told];
  const firstResponseDueAt = firstResponseDue(whole, at, programme);
  return [
    told,
    { type: 'statusChanged', step: 'reopen', from: whole.status, to, reason: null, firstResponseDueAt, ...next, seq: next.seq + 1 },
  ];
}
