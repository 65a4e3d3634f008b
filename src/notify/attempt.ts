import type { Logger } from 'pino';
import type { Job } from '../app/ports.ts';
import { type DeliveryFault, faultOf, type Outcome } from '../domain/notice/outcome.ts';
import type { Channel } from './channel.ts';
import { repeatsSpent } from './settle.ts';

/** Milliseconds for putting a notice together, and for handing it over (F-17). */
const prepareWithin = 20_000;
const sendWithin = 10_000;

/** One attempt at a job: always an outcome, never an exception, within half a minute. */
export async function attempt(channel: Channel, job: Job, log: Logger): Promise<Outcome> {
  const uncertain = (fault: DeliveryFault): Outcome =>
    channel.repeatable ? { is: 'later', fault, afterMs: null } : { is: 'maybeSent', fault };
  if (!channel.repeatable && repeatsSpent(job)) return uncertain(faultOf('uncertain'));
  const prepared = await prepare(channel, job, log);
  if ('is' in prepared) return prepared;
  const { signal, callOff } = timeLimit(sendWithin);
  try {
    return (await Promise.race([prepared.send(signal), ended(signal)])) ?? uncertain(faultOf('unreachable', 'no answer within 10 s'));
  } catch (err) {
    log.error({ err, channel: job.channel }, 'a notice may have been sent, and then something failed');
    return uncertain(faultOf('unexpected'));
  } finally {
    callOff();
  }
}

async function prepare(
  channel: Channel,
  job: Job,
  log: Logger,
): Promise<Outcome | { readonly send: NonNullable<Awaited<ReturnType<Channel['prepare']>>> }> {
  const { signal, callOff } = timeLimit(prepareWithin);
  try {
    const send = await Promise.race([channel.prepare(job), failing(signal)]);
    return send ? { send } : { is: 'nothingToDo' };
  } catch (err) {
    log.warn({ err, channel: job.channel }, 'a notice could not be put together; it is tried again');
    return { is: 'later', fault: faultOf('unexpected'), afterMs: null };
  } finally {
    callOff();
  }
}

/** One that is left to run holds everything about its notice until it ends: thousands, where hundreds go in a second. */
function timeLimit(ms: number): { readonly signal: AbortSignal; callOff(): void } {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(new DOMException(`not done within ${ms / 1_000} s`, 'TimeoutError')), ms);
  return { signal: end.signal, callOff: () => clearTimeout(timer) };
}

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

const failing = async (signal: AbortSignal): Promise<never> => {
  await ended(signal);
  throw signal.reason;
};
