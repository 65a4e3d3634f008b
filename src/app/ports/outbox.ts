import type { Notice, Recipient } from '../../domain/notice/audience.ts';
import type { ChannelKind } from '../../domain/notice/channels.ts';
import type { Delivery } from '../../domain/notice/delivery.ts';
import type { Letter } from '../../domain/notice/letter.ts';
import type { DeliveryFault } from '../../domain/notice/outcome.ts';

/** A notice to be delivered in one way, committed with its change (G-12). */
export type OutboxEntry = Delivery;

/** One notice of a job; `seq` is its event. */
export interface JobNotice {
  readonly id: string;
  readonly key: string;
  readonly seq: number;
  readonly how: Notice;
}

/** What a job tells: what happened on one case, oldest first, a letter, or what happened since somebody's last summary. */
export type JobContent =
  | { readonly kind: 'case'; readonly caseId: string; readonly notices: readonly JobNotice[] }
  | { readonly kind: 'letter'; readonly id: string; readonly letter: Letter }
  /** For one person, over cases and organisations, in the order in which they were queued. */
  | { readonly kind: 'summary'; readonly notices: readonly SummaryNotice[] };

export interface SummaryNotice extends JobNotice {
  readonly tenantId: string;
  readonly caseId: string;
}

/**
 * What is delivered at one go: everything that is due for one recipient, in one way, about one case. It is this worker's until the lease
 * ends; what is tried together is tried together again.
 */
export interface Job {
  /** Of the case or the letter; of a summary, its reader's own. */
  readonly tenantId: string;
  readonly channel: ChannelKind;
  readonly to: Recipient;
  readonly content: JobContent;
  /** This attempt's number, from 1. */
  readonly attempt: number;
  /** How often it may have arrived without anybody knowing, the attempt of a worker that died included. */
  readonly maybeSent: number;
}

/** How a job goes on. */
export type Settlement =
  | { readonly is: 'done' }
  /** Not tried: it comes back then, and nothing is counted. */
  | { readonly is: 'paced'; readonly afterMs: number }
  /** Done here; these are to be delivered instead, unless they are queued already. */
  | { readonly is: 'instead'; readonly entries: readonly OutboxEntry[] }
  | { readonly is: 'again'; readonly afterMs: number; readonly maybeSent: boolean; readonly fault: DeliveryFault }
  | { readonly is: 'dead'; readonly fault: DeliveryFault };

export interface ClaimOptions {
  /** Jobs at most. */
  readonly most: number;
  /** Milliseconds after which somebody else may take them. */
  readonly leaseMs: number;
  /** Milliseconds that a case's first notice waits for others to come along. */
  readonly gatherMs: number;
  /** Notices of one job at most; 50 unless told. */
  readonly together?: number | undefined;
}

/** How a channel stands, over all tenants. */
export interface Backlog {
  readonly channel: ChannelKind;
  readonly waiting: number;
  readonly dead: number;
  /** Seconds since the oldest that waits was due, or queued where it was tried and failed; 0 where none does. What waits for its time, as a summary does, is left out. */
  readonly oldestSeconds: number;
}

/** The worker's side of the outbox: across tenants, and of nothing but the outbox. */
export interface Outbox {
  /** Jobs that are due, oldest first. A later notice for the same recipient, way and case waits while an earlier one does. */
  claim(channel: ChannelKind, options: ClaimOptions): Promise<readonly Job[]>;
  /** Says how a job goes on; without effect where its lease has ended and another worker has it. */
  settle(job: Job, settlement: Settlement): Promise<void>;
  backlog(): Promise<readonly Backlog[]>;
  /** Calls back whenever this process has committed something to be delivered, with the ways by which. @returns how to stop that */
  onQueued(listener: (channels: ReadonlySet<ChannelKind>) => void): () => void;
}
