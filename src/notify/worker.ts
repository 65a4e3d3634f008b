import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Job, Outbox } from '../app/ports.ts';
import { type ChannelKind, channelKinds } from '../domain/notice/channels.ts';
import type { OutcomeKind } from '../domain/notice/outcome.ts';
import { attempt } from './attempt.ts';
import type { Channel } from './channel.ts';
import { settlementOf } from './settle.ts';

/** Milliseconds that a free place waits for others to become free, where more is known to wait: looking costs as much for one as for ten. */
const companyMs = 10;

/** What comes back later than this many milliseconds is found by looking. */
const longestAlarm = 60_000;

export interface WorkerOptions {
  readonly outbox: Outbox;
  readonly channels: Readonly<Record<ChannelKind, Channel>>;
  readonly log: Logger;
  /** Milliseconds after which another worker takes what this one holds; 60,000 unless told. At least twice as long as an attempt. */
  readonly leaseMs?: number;
  /** Milliseconds between looks at the outbox where nobody rings; 1,000 unless told. */
  readonly pollMs?: number;
  /** Told of every attempt: what came of it, and whether its notices were given up. */
  readonly observe?: (channel: ChannelKind, outcome: OutcomeKind, dead: boolean, count: number) => void;
}

export interface Worker {
  /** Takes nothing more, and lets what is under way end (F-14). */
  close(): Promise<void>;
}

/**
 * Delivers what the outbox holds. Any number of processes may do so at one time; each looks soon after it has queued something itself, and
 * every second for what others have.
 */
export function startWorker(options: WorkerOptions): Worker {
  const stopping = new AbortController();
  const running = channelKinds.map((kind) => serve(kind, options, stopping.signal));
  return {
    async close() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

/** One channel's jobs: no more than it takes at one time are claimed, so that none waits here while its lease runs. */
async function serve(kind: ChannelKind, options: WorkerOptions, stopping: AbortSignal): Promise<void> {
  const { outbox, log, leaseMs = 60_000, pollMs = 1_000 } = options;
  const channel = options.channels[kind];
  const underWay = new Set<Promise<void>>();
  const alarm = createAlarm();
  const quiet = outbox.onQueued((channels) => channels.has(kind) && alarm.ring());
  stopping.addEventListener('abort', alarm.ring, { once: true });
  let more = false;
  while (!stopping.aborted) {
    if (more && underWay.size < channel.atOnce) await pause(companyMs);
    const free = channel.atOnce - underWay.size;
    const jobs = free > 0 ? await claim(free) : [];
    for (const job of jobs) {
      const work = deliver(channel, job, options).then((comesBackMs) => {
        underWay.delete(work);
        alarm.ring();
        if (comesBackMs !== null && comesBackMs < longestAlarm) alarm.ringIn(comesBackMs);
      });
      underWay.add(work);
    }
    // A full catch means that there may be more.
    more = jobs.length === free;
    if (!more || free === 0) {
      const rung = await alarm.wait(pollMs);
      if (rung && !more && !stopping.aborted) await pause(channel.lookAfterMs ?? 50, undefined, { signal: stopping }).catch(() => {});
    }
  }
  quiet();
  await Promise.all(underWay);

  async function claim(most: number): Promise<readonly Job[]> {
    try {
      return await outbox.claim(kind, { most, leaseMs, gatherMs: channel.gatherMs, together: channel.together });
    } catch (err) {
      log.warn({ err, channel: kind }, 'the outbox can’t be read; it is tried again');
      await alarm.wait(pollMs);
      return [];
    }
  }
}

/** @returns milliseconds after which a job that was not tried is due, `null` for one that was */
async function deliver(channel: Channel, job: Job, { outbox, log, observe }: WorkerOptions): Promise<number | null> {
  const outcome = await attempt(channel, job, log);
  const settlement = settlementOf(job, outcome, Math.random());
  const count = job.content.kind === 'letter' ? 1 : job.content.notices.length;
  observe?.(job.channel, outcome.is, settlement.is === 'dead', count);
  if (settlement.is === 'dead') log.error({ channel: job.channel, fault: settlement.fault.code, count }, 'notices were given up');
  try {
    await outbox.settle(job, settlement);
  } catch (err) {
    // Its lease ends, and it counts as perhaps sent.
    log.warn({ err, channel: job.channel }, 'how a notice went could not be kept');
  }
  return settlement.is === 'paced' ? settlement.afterMs : null;
}

/** A wait that ends when somebody rings; a ring while nobody waits is not lost. */
function createAlarm() {
  let rung = false;
  let wake: (() => void) | undefined;
  const ring = () => {
    rung = true;
    wake?.();
  };
  return {
    ring,
    ringIn: (ms: number) => void setTimeout(ring, ms).unref(),
    /** @returns whether somebody rang */
    async wait(ms: number): Promise<boolean> {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const somebody = rung;
      rung = false;
      wake = undefined;
      return somebody;
    },
  };
}
