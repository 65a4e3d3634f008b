import { never } from '../result.ts';
import type { Case } from './case.ts';
import { type CaseEvent, isInternal } from './events.ts';
import { isClosing, isOpen } from './lifecycle.ts';

/** The case after one of its events. The only place where a case changes. */
export function evolve(case_: Case, event: CaseEvent): Case {
  const after = { ...case_, version: event.seq };
  if (isInternal(event)) return after;
  return happened({ ...after, publicVersion: event.seq, updatedAt: event.at }, event);
}

function happened(case_: Case, event: CaseEvent): Case {
  switch (event.type) {
    case 'opened':
    case 'noted':
    case 'targetNear':
    case 'targetMissed':
    case 'reminded':
      return case_;
    case 'commented':
      return event.actor.side === 'desk' && case_.firstResponseAt === null ? { ...case_, firstResponseAt: event.at } : case_;
    case 'assigned':
      return { ...case_, assignedTo: event.to };
    case 'statusChanged':
      return {
        ...case_,
        status: event.to,
        ...(event.step === 'reopen' && { firstResponseAt: null, firstResponseDueAt: event.firstResponseDueAt ?? null }),
        closed: isClosing(event.step)
          ? { at: event.at, by: event.actor, step: event.step, reason: event.reason }
          : isOpen(event.to)
            ? null
            : case_.closed,
      };
    default:
      return never(event);
  }
}
