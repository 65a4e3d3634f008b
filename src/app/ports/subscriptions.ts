import type { Happening } from '../../domain/case/events.ts';
import type { Status } from '../../domain/case/lifecycle.ts';
import type { ChannelFilter, Subscription } from '../../domain/notice/subscription.ts';

/** What a case's post in a channel shows everybody (G-14). */
export interface PostShown {
  readonly number: string;
  readonly status: Status;
  /** What happened last; its kind alone. */
  readonly last: PostNews;
}

/** Something that happened, as everybody in a channel may read it. */
export type PostNews =
  | {
      readonly kind: Exclude<Happening['type'], 'statusChanged'> | 'answered' | 'unassigned';
    }
  | { readonly kind: 'statusChanged'; readonly to: Status };

/** The one post of a case in a channel. */
export interface Post extends PostShown {
  readonly caseId: string;
  /** The post's own message; replies go to its thread. */
  readonly activityId: string;
}

/** Channels that hear of cases, each in the tenant whose channel it is. */
export interface Subscriptions {
  /** By name, at most 200. */
  list(tenantId: string): Promise<readonly Subscription[]>;
  find(tenantId: string, id: string): Promise<Subscription | undefined>;
  ofChannel(tenantId: string, channelId: string): Promise<readonly Subscription[]>;
  /**
   * Those that may hear of a case: of its own tenant, and the operator's for that customer or for all. Looks across tenants, for one case
   * alone. What they want to hear of it is not asked here.
   */
  forCase(case_: { readonly tenantId: string; readonly id: string }, operatorTenantId: string): Promise<readonly Subscription[]>;
  /** Nothing is sent there until it is changed or the app comes back to its team. */
  stop(tenantId: string, id: string): Promise<void>;
  /** The app is in this team (again), where Teams answers at this address. */
  resume(tenantId: string, teamId: string, serviceUrl: string): Promise<void>;
  post(tenantId: string, channelId: string, caseId: string): Promise<Post | undefined>;
  savePost(tenantId: string, channelId: string, caseTenantId: string, post: Post): Promise<void>;
}

/** In the tenant's transaction. */
export interface SubscriptionChanges {
  /** Locked. */
  lock(id: string): Promise<Subscription | undefined>;
  lockOf(channelId: string, desk: ChannelFilter['desk']): Promise<Subscription | undefined>;
  /** Serialises on the tenant. */
  count(): Promise<number>;
  save(subscription: Omit<Subscription, 'tenantId' | 'stoppedAt'>, by: string): Promise<void>;
  remove(id: string): Promise<void>;
}
