import type { TimelineEntry } from './wire.ts';

/**
 * Entries seen so far together with those that came, by `seq`: what was read earlier stays when newer entries push it out of the hundred
 * that a case brings along.
 */
export function joinTimeline(kept: readonly TimelineEntry[], came: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const bySeq = new Map(kept.map((entry) => [entry.seq, entry]));
  for (const entry of came) bySeq.set(entry.seq, entry);
  const joined = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  const same = joined.length === kept.length && joined.every((entry, i) => entry === kept[i]);
  return same ? kept : joined;
}
