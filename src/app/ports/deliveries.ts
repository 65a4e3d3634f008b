import type { Recipient } from '../../domain/notice/audience.ts';
import type { ChannelKind } from '../../domain/notice/channels.ts';
import type { DeliveryFault } from '../../domain/notice/outcome.ts';
import type { Page } from '../views.ts';
import type { Scope } from './store.ts';

/** A notice that was given up. Instants are ISO 8601 in UTC. */
export interface DeadDelivery {
  readonly id: string;
  readonly tenantId: string;
  readonly channel: ChannelKind;
  readonly to: Recipient;
  /** The recipient's name, where the case knows them. */
  readonly toName: string | null;
  /** What it is about; letters are about no case. */
  readonly case: { readonly id: string; readonly number: string } | null;
  readonly queuedAt: string;
  readonly givenUpAt: string;
  readonly attempts: number;
  readonly fault: DeliveryFault;
}

export interface DeadQuery {
  /** Those of one case alone. */
  readonly caseId: string | null;
  readonly cursor: string | null;
  /** 1 to 100. */
  readonly limit: number;
}

/** What was given up, as far as an engineer's desks go; letters, which belong to no desk, are every engineer's. */
export interface Deliveries {
  /** Latest queued first. */
  list(scope: Extract<Scope, { kind: 'desks' }>, query: DeadQuery): Promise<Page<DeadDelivery>>;
  /** Counted to 100. */
  count(scope: Extract<Scope, { kind: 'desks' }>): Promise<number>;
  find(scope: Extract<Scope, { kind: 'desks' }>, id: string): Promise<DeadDelivery | undefined>;
}

/** What is done about one, in the tenant's own transaction; `false` where it is not given up any more. */
export interface DeliveryChanges {
  /** As if it had just been queued. */
  revive(id: string): Promise<boolean>;
  drop(id: string): Promise<boolean>;
}
