import type { DeliveryFault } from '../../domain/notice/outcome.ts';
import type { StopReason, Webhook } from '../../domain/notice/webhook.ts';

/** Webhooks, each in the tenant whose system it tells. */
export interface Webhooks {
  /** Newest first, at most 100. */
  list(tenantId: string): Promise<readonly Webhook[]>;
  find(tenantId: string, id: string): Promise<Webhook | undefined>;
  /** Those it is signed with just now, the last one first: for signing, and for nothing else. */
  secrets(tenantId: string, id: string): Promise<readonly string[]>;
  /** Something arrived. */
  sent(tenantId: string, id: string): Promise<void>;
  /** Nothing did, and it rests for so many milliseconds. @returns it as it stands then */
  failed(tenantId: string, id: string, fault: DeliveryFault, restMs: number): Promise<Webhook | undefined>;
}

/** In the tenant's transaction. */
export interface WebhookChanges {
  lock(id: string): Promise<Webhook | undefined>;
  /** Serialises on the tenant. */
  count(): Promise<number>;
  save(webhook: Pick<Webhook, 'id' | 'url' | 'description' | 'events' | 'version'>, by: string): Promise<void>;
  /** From now on it is signed with this; what it was signed with before is good until then. */
  addSecret(id: string, secret: string, othersUntil: string): Promise<void>;
  stop(id: string, why: StopReason): Promise<void>;
  /** As if it had never failed. */
  resume(id: string): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Why an address is not called. */
export type PlaceFault = 'notHttps' | 'notPublic' | 'noSuchHost';

export interface WebhookCall {
  readonly url: string;
  readonly secrets: readonly string[];
  /** The same for a repeat, so that a receiver can drop it (G-12). */
  readonly id: string;
  readonly body: string;
}

/** What came of a call; nothing but the status and this much of its headers is read. */
export type WebhookAnswer =
  | { readonly is: 'answered'; readonly status: number; readonly retryAfterMs: number | null }
  | { readonly is: 'refused'; readonly why: PlaceFault }
  | { readonly is: 'noAnswer'; readonly detail: string };

/** Calls to other systems' addresses, public ones alone (F-33). */
export interface WebhookCalls {
  /** `null` where it may be called, as its name resolves now. */
  check(url: string): Promise<PlaceFault | null>;
  /** Signed, to an address that was just checked, following nothing. Never throws. */
  post(call: WebhookCall, signal: AbortSignal): Promise<WebhookAnswer>;
}
