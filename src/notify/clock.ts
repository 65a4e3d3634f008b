import type { Logger } from 'pino';

/** What is to be done when its time has come. */
export interface ClockOptions<T> {
  readonly timers: {
    /** Those that are due; nobody else gets them until `leaseMs` milliseconds have passed. */
    claim(most: number, leaseMs: number): Promise<readonly T[]>;
  };
  readonly fire: (due: T) => Promise<void>;
  /** What the log says of one. */
  readonly kindOf: (due: T) => string;
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
export function startClock<T>({ timers, fire, kindOf, log, leaseMs = 60_000, pollMs = 1_000 }: ClockOptions<T>): Clock {
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
      for (const one of due) {
        if (stopping.signal.aborted) return;
        await fire(one).catch((err) => log.warn({ err, timer: kindOf(one) }, 'a timer could not fire; it is tried again'));
      }
      if (due.length < atOnce) await pause(pollMs, stopping.signal);
    }
  }

  async function claim(): Promise<readonly T[]> {
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
