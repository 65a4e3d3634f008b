import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from './desk.tsx';
import { joinTimeline } from './timeline.ts';
import type { CaseView, TimelineEntry } from './wire.ts';

interface Kept {
  readonly from: CaseView | undefined;
  readonly entries: readonly TimelineEntry[];
  /** How many stand before the first of them. */
  readonly earlier: number;
}

/** The entries of a case, and those before them as they are asked for. */
export function useTimeline(view: CaseView) {
  const { api } = useDesk();
  const [kept, setKept] = useState<Kept>({ from: undefined, entries: [], earlier: 0 });
  let now = kept;
  if (kept.from !== view) {
    const entries = joinTimeline(kept.entries, view.timeline);
    // New entries at the end push older ones before what the case brings along; those that were read are still here.
    const total = view.earlierEntries + view.timeline.length;
    now = { from: view, entries, earlier: Math.max(0, total - entries.length) };
    setKept(now);
  }
  const more = useMutation({
    mutationFn: () => {
      const before = now.entries[0]?.seq ?? 0;
      return api.get<{ items: readonly TimelineEntry[]; earlier: number }>(`/cases/${view.id}/timeline?before=${before}&limit=100`);
    },
    onSuccess: ({ items, earlier }) => setKept((was) => ({ ...was, entries: joinTimeline(was.entries, items), earlier })),
  });
  return { entries: now.entries, earlier: now.earlier, more };
}
