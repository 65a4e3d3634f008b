import type { Job, Settlement } from '../app/ports.ts';
import { faultOf, type Outcome } from '../domain/notice/outcome.ts';
import { never } from '../domain/result.ts';

const second = 1_000;
const minute = 60 * second;

/** Attempts, over about twenty hours, until a notice is given up. */
export const mostAttempts = 48;
const firstPause = 5 * second;
const longestPause = 30 * minute;
/** A receiver that asks for more is asked again after this. */
const longestWait = 60 * minute;
/** How often something may arrive that perhaps had arrived already. */
const mostRepeats = 1;

/** Milliseconds until the next attempt: doubled each time, and spread so that not everybody comes back at once. */
export function pauseAfter(attempt: number, random: number): number {
  const pause = Math.min(longestPause, firstPause * 2 ** Math.min(attempt - 1, 20));
  return Math.round(pause * (0.75 + random / 2));
}

/** Whether trying once more would break the promise of one repeat at most (F-8, F-16). */
export const repeatsSpent = ({ maybeSent }: Pick<Job, 'maybeSent'>): boolean => maybeSent > mostRepeats;

/**
 * What an outcome means for its job (G-12): done, another attempt, or given up.
 *
 * @param random from 0 to 1
 */
export function settlementOf(job: Pick<Job, 'attempt' | 'maybeSent'>, outcome: Outcome, random: number): Settlement {
  switch (outcome.is) {
    case 'sent':
    case 'nothingToDo':
      return { is: 'done' };
    case 'paced':
    case 'held':
      return { is: 'paced', afterMs: outcome.afterMs };
    case 'instead':
      return { is: 'instead', entries: outcome.deliveries };
    case 'never':
      return { is: 'dead', fault: outcome.fault };
    case 'later': {
      const { fault, afterMs } = outcome;
      if (job.attempt >= mostAttempts) return { is: 'dead', fault };
      const pause = pauseAfter(job.attempt, random);
      // What the receiver asks for is the least; a little more keeps those it asked at one time apart.
      const wait = afterMs === null ? pause : Math.min(longestWait, afterMs) + Math.round(random * second);
      return { is: 'again', afterMs: wait, maybeSent: false, fault };
    }
    case 'maybeSent': {
      const { code, detail } = outcome.fault;
      if (repeatsSpent({ maybeSent: job.maybeSent + 1 })) return { is: 'dead', fault: faultOf('uncertain', `${code} ${detail}`) };
      return { is: 'again', afterMs: pauseAfter(job.attempt, random), maybeSent: true, fault: outcome.fault };
    }
    default:
      return never(outcome);
  }
}
