import type { Job } from '../app/ports.ts';
import type { Outcome } from '../domain/notice/outcome.ts';

/** Hands it to the receiver. Whatever happens from here on is an outcome, not an exception: the receiver may have taken it. */
export type Send = (signal: AbortSignal) => Promise<Outcome>;

/** One way to deliver. */
export interface Channel {
  /** Jobs under way at one time in one process. */
  readonly atOnce: number;
  /** Milliseconds that a case's first notice waits, so that what follows at once comes along. */
  readonly gatherMs: number;
  /**
   * Milliseconds from the news that something is queued until a look for it, which then finds what else was queued meanwhile: looking costs as much
   * for one as for ten, and takes its time from requests. 50 unless told.
   */
  readonly lookAfterMs?: number;
  /** Notices told at one go; as many as there are, unless told. */
  readonly together?: number;
  /** Receivers drop repeats, so that what may have arrived is simply sent again. */
  readonly repeatable?: boolean;
  /** Puts together what is to be told; `null` where there is nothing to do. Nothing has been sent while this runs, so it may throw. */
  prepare(job: Job): Promise<Send | null>;
}

/** A way that is not set up: nobody is told by it, and nothing piles up. */
export const silent: Channel = { atOnce: 100, gatherMs: 0, lookAfterMs: 500, prepare: async () => null };
