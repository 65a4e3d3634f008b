import type { DeskId } from '../catalogue/desk.ts';
import { limits } from '../catalogue/field.ts';
import type { Fault, Issue } from '../faults.ts';
import { unreadable } from '../text.ts';

export const outageStates = ['open', 'resolved'] as const;
export type OutageState = (typeof outageStates)[number];

/**
 * AG-4: one cause of many cases, of whichever organisations. It is the operator's own and no case of anybody's, so nobody stands on two
 * sides; a customer reads its title and its state on their own case, and nothing else of it.
 */
export interface Outage {
  readonly id: string;
  readonly desk: DeskId;
  /** For customers too. */
  readonly title: string;
  /** For the desk alone. */
  readonly description: string;
  readonly state: OutageState;
  readonly version: number;
  /** Id of the engineer. */
  readonly openedBy: string;
  /** Instants, ISO 8601 in UTC. */
  readonly openedAt: string;
  readonly resolvedAt: string | null;
}

/** What is done to every linked case: a comment, or its resolution. */
export type UpdateStep = 'comment' | 'resolve';

/** Words of one engineer for every open case that was linked when they were written. */
export interface OutageUpdate {
  readonly id: string;
  readonly outageId: string;
  readonly step: UpdateStep;
  readonly text: string;
  /** Of a resolution: what the desk asks for. */
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
}

/** What is wrong with the words of an outage, trimmed. */
export function outageIssues({ title, description }: Pick<Outage, 'title' | 'description'>): readonly Issue[] {
  const faults: readonly (readonly [field: string, fault: Fault | undefined])[] = [
    ['title', title === '' ? { is: 'required' } : wordsFault(title, limits.title)],
    ['description', wordsFault(description, limits.description)],
  ];
  return faults.flatMap(([field, fault]) => (fault ? [{ field, fault }] : []));
}

/** What is wrong with an update's words, trimmed. @param needed unless something else says it, as a resolution does */
export function updateIssues(text: string, needed: boolean): readonly Issue[] {
  const fault: Fault | undefined = needed && text === '' ? { is: 'required' } : wordsFault(text, limits.comment);
  return fault ? [{ field: 'text', fault }] : [];
}

function wordsFault(text: string, max: number): Fault | undefined {
  if (unreadable(text)) return { is: 'unreadableText' };
  return text.length > max ? { is: 'tooLong', max } : undefined;
}
