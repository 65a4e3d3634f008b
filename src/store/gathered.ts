import { setTimeout as passed } from 'node:timers/promises';

export interface Given<G> {
  readonly given: G;
  /** Milliseconds since it was given. */
  readonly ago: number;
}

/**
 * What is given within so many milliseconds goes on together. What a process that ends has not passed on is lost.
 *
 * @returns takes one; done, or failed, once what it went with is
 */
export function gathered<G extends readonly unknown[]>(
  ms: number,
  passOn: (all: readonly Given<G>[]) => Promise<void>,
): (...given: G) => Promise<void> {
  let waiting: { readonly given: G; readonly at: number }[] = [];
  let passing: Promise<void> = Promise.resolve();
  return (...given) => {
    if (waiting.length === 0)
      passing = passed(ms, undefined, { ref: false }).then(() => {
        const all = waiting.map(({ at, given }) => ({ given, ago: performance.now() - at }));
        waiting = [];
        return passOn(all);
      });
    waiting.push({ given, at: performance.now() });
    return passing;
  };
}
