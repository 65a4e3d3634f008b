import type { Case } from '../case/case.ts';
import { type CaseEvent, isInternal } from '../case/events.ts';
import { isMachineId } from '../case/raised-by.ts';

/**
 * Who may have to hear of a change. Resolved to persons from the case when the change happens; `desk` are the channels that are subscribed by
 * the time it goes out, the operator's and the customer's own.
 */
export type Role = 'requester' | 'contacts' | 'administrators' | 'followers' | 'holder' | 'mentioned' | 'desk';

/** How: `receipt` is the one notice that goes to its own author. */
export type Notice = 'receipt' | 'message';

interface Row {
  readonly who: Role;
  readonly how: Notice;
}

const everybodyOnIt: readonly Row[] = [
  { who: 'requester', how: 'message' },
  { who: 'contacts', how: 'message' },
  { who: 'followers', how: 'message' },
  { who: 'holder', how: 'message' },
  { who: 'desk', how: 'message' },
];

/** CS-10: between the desk and whoever opened it. */
const itsOpenerAndTheDesk: readonly Row[] = [
  { who: 'requester', how: 'message' },
  { who: 'holder', how: 'message' },
  { who: 'desk', how: 'message' },
];

/** G-11: who hears of what, event × who × how. Never the author, except for the receipt of a new case. */
const table: Readonly<Record<CaseEvent['type'], readonly Row[]>> = {
  opened: [
    { who: 'requester', how: 'receipt' },
    { who: 'contacts', how: 'message' },
    { who: 'administrators', how: 'message' },
    { who: 'desk', how: 'message' },
  ],
  commented: everybodyOnIt,
  supported: everybodyOnIt,
  // Of a part its own opening and closing are told; here the whole can go on.
  partMade: [],
  partOf: [],
  partClosed: [
    { who: 'holder', how: 'message' },
    { who: 'desk', how: 'message' },
  ],
  partReopened: [
    { who: 'holder', how: 'message' },
    { who: 'desk', how: 'message' },
  ],
  noted: [
    { who: 'mentioned', how: 'message' },
    { who: 'holder', how: 'message' },
    { who: 'desk', how: 'message' },
  ],
  called: everybodyOnIt,
  // The closing that comes with it is told by itself.
  mergedInto: [],
  mergedFrom: everybodyOnIt,
  outageLinked: everybodyOnIt,
  outageUnlinked: everybodyOnIt,
  improperMarked: itsOpenerAndTheDesk,
  improperUnmarked: itsOpenerAndTheDesk,
  assigned: [
    { who: 'holder', how: 'message' },
    { who: 'desk', how: 'message' },
  ],
  statusChanged: everybodyOnIt,
  edited: everybodyOnIt,
  escalated: everybodyOnIt,
  transferred: everybodyOnIt,
  moved: everybodyOnIt,
  severityChanged: everybodyOnIt,
  staged: everybodyOnIt,
  corrected: everybodyOnIt,
  targetNear: [
    { who: 'holder', how: 'message' },
    { who: 'desk', how: 'message' },
  ],
  targetMissed: [
    { who: 'holder', how: 'message' },
    { who: 'desk', how: 'message' },
  ],
  reminded: [
    { who: 'requester', how: 'message' },
    { who: 'contacts', how: 'message' },
    { who: 'followers', how: 'message' },
  ],
};

/** One notice to be delivered: to a person, an address outside the app, or channels in Teams. */
export type Recipient =
  /** `tenantId`, whose person it is, stands in a summary, which goes over organisations. */
  | { readonly kind: 'person'; readonly id: string; readonly tenantId?: string }
  | { readonly kind: 'email'; readonly address: string }
  /** Whichever channels and webhooks are there once it goes out; each then becomes a delivery of its own. */
  | { readonly kind: 'channels' }
  /** A subscription, of the organisation whose channel it is. */
  | { readonly kind: 'channel'; readonly tenantId: string; readonly id: string }
  /** A system of the case's own organisation. */
  | { readonly kind: 'webhook'; readonly id: string };
export interface Addressed {
  readonly to: Recipient;
  readonly how: Notice;
  /** Distinguishes this recipient among those of the event; with the event it makes the notice's idempotency key (G-12). */
  readonly key: string;
}

/** People who are told and whom the case does not name: their ids. */
export interface Also {
  /** G-17: colleagues who follow the case. */
  readonly followers?: readonly string[];
  /** CS-3: administrators of the organisation, where a partner without a relationship opened it. */
  readonly administrators?: readonly string[];
}

/**
 * Whom this event is told to, each once, in the order of the table. Internal events stay with the operator (G-5), in its channels too
 * (`hears`).
 */
export function audience(event: CaseEvent, case_: Case, also: Also = {}): readonly Addressed[] {
  const found = new Map<string, Addressed>();
  for (const { who, how } of table[event.type]) {
    for (const to of recipients(who, event, case_, also)) {
      if (how !== 'receipt' && to.kind === 'person' && to.id === event.actor.id) continue;
      if (isInternal(event) && !ofTheDesk.has(who)) continue;
      const key = keyOf(to);
      if (!found.has(key)) found.set(key, { to, how, key });
    }
  }
  return [...found.values()];
}

/** G-5: whom alone internal events are told to. */
const ofTheDesk: ReadonlySet<Role> = new Set(['holder', 'mentioned', 'desk']);

function recipients(who: Role, event: CaseEvent, case_: Case, { followers = [], administrators = [] }: Also): readonly Recipient[] {
  switch (who) {
    case 'requester':
      return isMachineId(case_.requester.id) ? [] : [{ kind: 'person', id: case_.requester.id }];
    case 'contacts':
      return case_.contacts.map((address) => ({ kind: 'email', address }));
    case 'administrators':
      return administrators.map((id) => ({ kind: 'person', id }));
    case 'followers':
      return followers.map((id) => ({ kind: 'person', id }));
    case 'holder':
      return case_.assignedTo ? [{ kind: 'person', id: case_.assignedTo.id }] : [];
    case 'mentioned':
      return event.type === 'noted' ? (event.mentions ?? []).map(({ id }) => ({ kind: 'person', id })) : [];
    case 'desk':
      return [{ kind: 'channels' }];
  }
}

function keyOf(to: Recipient): string {
  switch (to.kind) {
    case 'person':
      return `person:${to.id}`;
    case 'email':
      return `email:${to.address}`;
    case 'channels':
      return 'channels';
    case 'channel':
      return `channel:${to.id}`;
    case 'webhook':
      return `webhook:${to.id}`;
  }
}
