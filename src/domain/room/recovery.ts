import type { Case } from '../case/case.ts';
import type { Actor, CaseEvent } from '../case/events.ts';

/** RM-3: what a recovery signal does to the open incident it belongs to. @param now ISO 8601 in UTC */
export const recovered = (case_: Case, actor: Actor, now: string): readonly CaseEvent[] => [
  {
    type: 'statusChanged',
    step: 'resolve',
    from: case_.status,
    to: 'resolved',
    reason: 'recovered',
    seq: case_.version + 1,
    at: now,
    actor,
  },
];
