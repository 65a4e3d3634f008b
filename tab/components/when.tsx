import { useSyncExternalStore } from 'react';
import { formatWhen, momentOf } from '../dates.ts';
import { useShell } from '../shell.tsx';

/** One clock for the page: relative times move on together. */
let now = Date.now();
const listeners = new Set<() => void>();
const tick = () => {
  now = Date.now();
  for (const listener of listeners) listener();
};
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

export function useWhen(): (instant: string) => string {
  const { locale, timeZone } = useShell();
  const at = useNow();
  // An answer that came after the last tick is not from the future.
  return (instant) => formatWhen(instant, Math.max(at, Math.min(Date.parse(instant), Date.now())), timeZone, locale);
}

/** How long ago, and when exactly for whoever points at it. */
export function When({ at }: { readonly at: string }) {
  const { locale, timeZone } = useShell();
  const when = useWhen();
  return (
    <time dateTime={at} title={momentOf(at, timeZone, locale)}>
      {when(at)}
    </time>
  );
}
