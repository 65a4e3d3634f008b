import { contactPhone } from '../catalogue/contact-phone.ts';
import { never } from '../result.ts';
import type { Case } from './case.ts';
import { corrected } from './correct.ts';
import { type CaseEvent, isInternal } from './events.ts';
import { isClosing, isOpen } from './lifecycle.ts';
import { filedAt } from './move.ts';
import { parted, reopened, supported } from './support-state.ts';

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
    case 'mergedInto':
      return case_;
    case 'mergedFrom':
      return { ...case_, contacts: [...case_.contacts, ...event.contacts] };
    case 'outageLinked':
      return { ...case_, outageId: event.outageId };
    case 'outageUnlinked':
      return { ...case_, outageId: null };
    case 'improperMarked':
      return { ...case_, improper: { partner: event.partner, at: event.at } };
    case 'improperUnmarked':
      return { ...case_, improper: null };
    case 'commented':
    case 'called':
      return event.actor.side === 'desk' ? { ...case_, firstResponseAt: case_.firstResponseAt ?? event.at, escalatedAt: null } : case_;
    case 'assigned':
      return { ...case_, assignedTo: event.to };
    case 'statusChanged':
      return {
        ...case_,
        status: event.to,
        ...(event.step === 'reopen' && {
          firstResponseAt: null,
          firstResponseDueAt: event.firstResponseDueAt ?? null,
          targetFrom: event.at,
          support: reopened(case_),
        }),
        escalatedAt: isClosing(event.step) ? null : case_.escalatedAt,
        closed: isClosing(event.step)
          ? { at: event.at, by: event.actor, step: event.step, reason: event.reason }
          : isOpen(event.to)
            ? null
            : case_.closed,
      };
    case 'supported':
      return supported(case_, event);
    case 'partMade':
    case 'partOf':
    case 'partClosed':
    case 'partReopened':
      return parted(case_, event);
    case 'edited': {
      const { title, description, contacts } = event.changes;
      return {
        ...case_,
        title: title?.to ?? case_.title,
        description: description?.to ?? case_.description,
        contacts: contacts?.to ?? case_.contacts,
      };
    }
    case 'escalated':
      return { ...case_, escalatedAt: event.at };
    case 'transferred':
      // CS-2: with a requester of its own organisation the case is no partner's any more.
      return { ...case_, requester: event.to, onBehalfOf: null };
    case 'moved':
      return { ...filedAt(case_, event.to), firstResponseDueAt: event.firstResponseDueAt };
    case 'staged':
      return { ...case_, stage: event.to };
    case 'corrected':
      return corrected(case_, event);
    case 'severityChanged':
      return {
        ...case_,
        severity: event.to,
        firstResponseDueAt: event.firstResponseDueAt,
        particulars: { ...case_.particulars, ...(event.contactPhone && { [contactPhone.id]: event.contactPhone.to }) },
      };
    default:
      return never(event);
  }
}
