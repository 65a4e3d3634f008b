import type { Api } from './api.ts';
import { joinTimeline } from './timeline.ts';
import type { CaseView, TimelineEntry } from './wire.ts';

/** Entries that are put on paper: hundreds of sheets. */
const mostEntries = 5_000;
const pageSize = 100;

export interface WholeCase {
  readonly view: CaseView;
  readonly entries: readonly TimelineEntry[];
  /** How many stand before the first of them. */
  readonly left: number;
}

/** A case with its timeline to the very beginning. */
export async function wholeCase(api: Api, number: string, signal: AbortSignal): Promise<WholeCase> {
  const view = await api.get<CaseView>(`/cases/${encodeURIComponent(number)}`, signal);
  let [entries, left] = [view.timeline, view.earlierEntries];
  while (left > 0 && entries.length < mostEntries) {
    const before = entries[0]?.seq ?? 1;
    const page = await api.get<{ items: readonly TimelineEntry[]; earlier: number }>(
      `/cases/${view.id}/timeline?before=${before}&limit=${pageSize}`,
      signal,
    );
    if (page.items.length === 0) break;
    entries = joinTimeline(entries, page.items);
    left = page.earlier;
  }
  return { view, entries, left };
}
