import type { Answer } from './fault.ts';

export interface RecallLimits {
  /** Milliseconds for which an answer is given again without asking. */
  readonly fresh: number;
  /** Milliseconds for which it still stands in while Graph does not answer. */
  readonly standIn: number;
  /** Milliseconds in which Graph is not asked again after it gave no answer. */
  readonly pause: number;
  readonly entries: number;
}

export const recallLimits: RecallLimits = { fresh: 5 * 60_000, standIn: 60 * 60_000, pause: 15_000, entries: 10_000 };

export interface Recall<T> {
  /** What is known under the key, asked for where it is not known or no longer fresh; once, however many want it at the same time. */
  of(key: string, ask: () => Promise<Answer<T>>): Promise<Answer<T>>;
  /** What is known under keys that begin so is asked for anew. It still stands in while Graph does not answer. */
  refresh(prefix: string): void;
}

interface Known<T> {
  /** The last real answer; that a tenant refuses or that nobody is there are answers too. */
  readonly answer: Answer<T> | undefined;
  readonly asked: number;
  readonly freshUntil: number;
}

/**
 * ID-3: answers of Graph, kept for minutes and within a bound. While Graph does not answer, what was known stands in for a bounded time.
 * A refusal of the tenant's stands in without one: whoever never let the desk ask is not to depend on Graph.
 *
 * @param clock milliseconds that only grow
 */
export function recall<T>(clock: () => number, { fresh, standIn, pause, entries }: RecallLimits = recallLimits): Recall<T> {
  const known = new Map<string, Known<T>>();
  const underWay = new Map<string, Promise<Answer<T>>>();

  function keep(key: string, entry: Known<T>): void {
    known.delete(key);
    known.set(key, entry);
    if (known.size > entries) known.delete(known.keys().next().value ?? '');
  }

  const usable = ({ answer, asked }: Known<T>): Answer<T> | undefined =>
    answer && (clock() - asked < standIn || (!answer.ok && answer.error.is === 'noConsent')) ? answer : undefined;

  async function askAnew(key: string, ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
    const asked = clock();
    const answer = await ask();
    const before = known.get(key);
    if (settled(answer)) {
      // One that was asked for earlier may know less than what is kept.
      if (asked >= (before?.asked ?? asked)) keep(key, { answer, asked, freshUntil: asked + fresh });
      return answer;
    }
    const told = !answer.ok && answer.error.is === 'throttled' ? Math.min(answer.error.seconds * 1_000, fresh) : 0;
    keep(key, { answer: before?.answer, asked: before?.asked ?? asked, freshUntil: clock() + Math.max(pause, told) });
    return (before && usable(before)) ?? answer;
  }

  return {
    async of(key, ask) {
      const entry = known.get(key);
      if (entry && clock() < entry.freshUntil) return usable(entry) ?? { ok: false, error: { is: 'unavailable' } };
      const asked = underWay.get(key) ?? askAnew(key, ask);
      underWay.set(key, asked);
      return asked.finally(() => underWay.get(key) === asked && underWay.delete(key));
    },
    refresh(prefix) {
      for (const [key, entry] of known) if (key.startsWith(prefix)) known.set(key, { ...entry, freshUntil: Number.NEGATIVE_INFINITY });
      for (const key of underWay.keys()) if (key.startsWith(prefix)) underWay.delete(key);
    },
  };
}

const settled = (answer: Answer<unknown>): boolean => answer.ok || answer.error.is === 'noConsent' || answer.error.is === 'notFound';
