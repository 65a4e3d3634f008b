import { type CaseEvent, isInternal, type Side } from '../case/events.ts';
import { isOpen, type Status } from '../case/lifecycle.ts';
import type { DeliveryFault } from './outcome.ts';
import { type SubscribedEvent, subscribedAs } from './subscription.ts';

/** What a system may hear of, in the order in which it is offered. */
export const webhookEvents = ['opened', 'comments', 'status', 'closed'] as const satisfies readonly SubscribedEvent[];
export type WebhookEvent = (typeof webhookEvents)[number];

/** Why nothing is sent any more: an administrator switched it off, it said 410, or nothing has arrived for days. */
export const stopReasons = ['byHand', 'gone', 'failing'] as const;
export type StopReason = (typeof stopReasons)[number];

/** An address of a tenant's own system that is told of its cases. Instants are ISO 8601 in UTC. */
export interface Webhook {
  readonly tenantId: string;
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly events: readonly WebhookEvent[];
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly changedBy: string;
  readonly lastSentAt: string | null;
  /** Since when nothing has arrived. */
  readonly failingSince: string | null;
  readonly lastFault: DeliveryFault | null;
  /** It is left in peace until then. */
  readonly restsUntil: string | null;
  readonly stopped: { readonly at: string; readonly why: StopReason } | null;
  /** Until when the secret before the last signs too. */
  readonly oldSecretUntil: string | null;
}

const dayMs = 86_400_000;
/** Days without anything arriving after which a webhook is switched off. */
export const failingDays = 5;

/** @param now ISO 8601 in UTC */
export const failsForGood = ({ failingSince }: Pick<Webhook, 'failingSince'>, now: string): boolean =>
  failingSince !== null && Date.parse(now) - Date.parse(failingSince) >= failingDays * dayMs;

/** Whether a system hears of this: never of what is internal (G-5). */
export function webhookHears({ events, stopped }: Pick<Webhook, 'events' | 'stopped'>, event: CaseEvent): boolean {
  const kind = subscribedAs(event);
  return stopped === null && !isInternal(event) && (events as readonly (SubscribedEvent | null)[]).includes(kind);
}

/** What a system is sent. New fields and types may come; what is there stays as it is while `version` is 1 (docs/webhooks.md). */
export interface WebhookPayload {
  readonly type: string;
  readonly version: 1;
  /** When it happened, ISO 8601 in UTC. */
  readonly timestamp: string;
  readonly data: {
    readonly case: { readonly id: string; readonly number: string; readonly status: Status; readonly link: string };
    readonly event: {
      readonly seq: number;
      /** As the customer sees them (G-7). */
      readonly by: { readonly name: string; readonly side: Side };
      /** Of a change of status: to what. */
      readonly status: Status | null;
    };
  };
}

const types: Readonly<Partial<Record<CaseEvent['type'], string>>> = {
  opened: 'case.opened',
  commented: 'case.commented',
  assigned: 'case.assigned',
};

export const payloadType = (type: CaseEvent['type'], status: Status | null): string =>
  status === null ? (types[type] ?? 'case.changed') : isOpen(status) ? 'case.status_changed' : 'case.closed';
