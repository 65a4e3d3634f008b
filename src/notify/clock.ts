import type { Logger } from 'pino';
import type { DueTimer, Timers } from '../app/ports.ts';

export interface ClockOptions {
  readonly timers: Timers;
  readonly fire: (timer: DueTimer) => Promise<void>;
  readonly log: Logger;
  /** Milliseconds after which another process takes up a timer that this one did not end; 60,000 unless told. */
  readonly leaseMs?: number;
  /** Milliseconds between looks; 1,000 unless told. */
  readonly pollMs?: number;
}

export interface Clock {
  /** Takes up nothing more, and lets what is under way end (F-14). */
  close(): Promise<void>;
}

const atOnce = 20;

/** SLA-3: fires timers when their time has come. Any number of processes may do so; a timer that failed is tried again when its lease ends. */
export function startClock({ timers, fire, log, leaseMs = 60_000, pollMs = 1_000 }: ClockOptions): Clock {
  const stopping = new AbortController();
  const running = run();
  return {
    async close() {
      stopping.abort();
      await running;
    },
  };

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const due = await claim();
      for (const timer of due) {
        if (stopping.signal.aborted) return;
        await fire(timer).catch((err) => log.warn({ err, timer: timer.kind }, 'a timer could not fire; it is tried again'));
      }
      if (due.length < atOnce) await pause(pollMs, stopping.signal);
    }
  }

  async function claim(): Promise<readonly DueTimer[]> {
    try {
      return await timers.claim(atOnce, leaseMs);
    } catch (err) {
      log.warn({ err }, 'the timers can’t be read; it is tried again');
      return [];
    }
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
  });
