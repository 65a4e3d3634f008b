import type { Case } from '../case/case.ts';
import { type CaseEvent, isInternal } from '../case/events.ts';

/** Who may have to hear of a change. Resolved to persons from the case when the change happens. */
export type Role = 'requester' | 'contacts' | 'holder' | 'desk';

/** How: `receipt` is the one notice that goes to its own author. */
export type Notice = 'receipt' | 'message';

interface Row {
  readonly who: Role;
  readonly how: Notice;
}

/** G-11: who hears of what, event × who × how. Never the author, except for the receipt of a new case. */
const table: Readonly<Record<CaseEvent['type'], readonly Row[]>> = {
  opened: [
    { who: 'requester', how: 'receipt' },
    { who: 'contacts', how: 'message' },
    { who: 'desk', how: 'message' },
  ],
  commented: [
    { who: 'requester', how: 'message' },
    { who: 'contacts', how: 'message' },
    { who: 'holder', how: 'message' },
  ],
  noted: [{ who: 'holder', how: 'message' }],
  assigned: [
    { who: 'holder', how: 'message' },
    { who: 'desk', how: 'message' },
  ],
  statusChanged: [
    { who: 'requester', how: 'message' },
    { who: 'contacts', how: 'message' },
    { who: 'holder', how: 'message' },
    { who: 'desk', how: 'message' },
  ],
};

/** One notice to be delivered: to a person, an address outside the app, or the desk's own channel. */
export type Recipient =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'email'; readonly address: string }
  | { readonly kind: 'desk' };
export interface Addressed {
  readonly to: Recipient;
  readonly how: Notice;
  /** Distinguishes this recipient among those of the event; with the event it makes the notice's idempotency key (G-12). */
  readonly key: string;
}

/** Whom this event is told to, each once, in the order of the table. Internal events stay with the operator (G-5). */
export function audience(event: CaseEvent, case_: Case): readonly Addressed[] {
  const found = new Map<string, Addressed>();
  for (const { who, how } of table[event.type]) {
    for (const to of recipients(who, case_)) {
      if (how !== 'receipt' && to.kind === 'person' && to.id === event.actor.id) continue;
      if (isInternal(event) && who !== 'holder') continue;
      const key = keyOf(to);
      if (!found.has(key)) found.set(key, { to, how, key });
    }
  }
  return [...found.values()];
}

function recipients(who: Role, case_: Case): readonly Recipient[] {
  switch (who) {
    case 'requester':
      return [{ kind: 'person', id: case_.openedBy.id }];
    case 'contacts':
      return case_.contacts.map((address) => ({ kind: 'email', address }));
    case 'holder':
      return case_.assignedTo ? [{ kind: 'person', id: case_.assignedTo.id }] : [];
    case 'desk':
      return [{ kind: 'desk' }];
  }
}

const keyOf = (to: Recipient): string => (to.kind === 'person' ? `person:${to.id}` : to.kind === 'email' ? `email:${to.address}` : 'desk');
