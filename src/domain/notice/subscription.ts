import type { Case } from '../case/case.ts';
import { type CaseEvent, isInternal } from '../case/events.ts';
import { isOpen } from '../case/lifecycle.ts';
import type { Severity } from '../catalogue/attributes.ts';
import type { DeskId } from '../catalogue/desk.ts';
import type { Locale } from '../i18n/locale.ts';

/** What a channel may hear of, in the order in which it is offered. `targets`: SLA-3, the operator's channels alone. */
export const subscribedEvents = ['opened', 'comments', 'status', 'closed', 'targets'] as const;
export type SubscribedEvent = (typeof subscribedEvents)[number];

/** What a channel wants to hear. */
export interface ChannelFilter {
  readonly desk: DeskId;
  /** The one customer whose cases it hears of; `null`: every case its organisation may see. */
  readonly customer: string | null;
  /** None: every severity. */
  readonly severities: readonly Severity[];
  readonly events: readonly SubscribedEvent[];
}

/** A channel in Teams that hears of cases: its organisation's, or, where that is the operator, those of the desk's customers. */
export interface Subscription extends ChannelFilter {
  readonly id: string;
  /** Whose channel it is. */
  readonly tenantId: string;
  readonly channelId: string;
  readonly teamId: string | null;
  readonly serviceUrl: string;
  /** What its own people call it. */
  readonly name: string;
  /** Whether people of other organisations are in it. */
  readonly shared: boolean;
  /** What is posted there speaks this. */
  readonly locale: Locale;
  readonly version: number;
  /** Since when Teams takes nothing for it any more: uninstalled, or the channel is gone. */
  readonly stoppedAt: string | null;
}

const kinds: Readonly<Record<Exclude<CaseEvent['type'], 'statusChanged'>, SubscribedEvent | null>> = {
  opened: 'opened',
  commented: 'comments',
  called: 'comments',
  noted: 'comments',
  assigned: 'status',
  edited: 'status',
  escalated: 'status',
  supported: 'comments',
  partMade: null,
  partOf: null,
  partClosed: 'status',
  partReopened: 'status',
  transferred: 'status',
  moved: 'status',
  severityChanged: 'status',
  staged: 'status',
  corrected: 'status',
  targetNear: 'targets',
  targetMissed: 'targets',
  reminded: null,
  mergedInto: null,
  mergedFrom: 'status',
  outageLinked: 'status',
  outageUnlinked: 'status',
  improperMarked: null,
  improperUnmarked: null,
};

/** As what an event is subscribed to; `null`: no channel hears of it. */
export const subscribedAs = (event: CaseEvent): SubscribedEvent | null =>
  event.type === 'statusChanged' ? (isOpen(event.to) ? 'status' : 'closed') : kinds[event.type];

/**
 * Whether a channel hears of this. What is internal stays in channels that the operator has to itself (G-5). That the case is one that the
 * channel's organisation may see at all is the store's to hold.
 */
export function hears(
  channel: ChannelFilter & Pick<Subscription, 'shared'>,
  { event, of: case_, operators }: { readonly event: CaseEvent; readonly of: Case; readonly operators: boolean },
): boolean {
  const kind = subscribedAs(event);
  if (!kind || !channel.events.includes(kind) || channel.desk !== case_.desk) return false;
  if ((isInternal(event) || kind === 'targets') && (!operators || channel.shared)) return false;
  if (channel.customer !== null && channel.customer !== case_.tenantId) return false;
  return channel.severities.length === 0 || (case_.severity !== null && channel.severities.includes(case_.severity));
}
