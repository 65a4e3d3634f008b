import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { CaseSummary } from '../wire.ts';
import { CaseRow } from './case-row.tsx';

interface CaseRowsProps {
  readonly rows: readonly CaseSummary[];
  /** Whether there are no others. */
  readonly complete: boolean;
  readonly works: boolean;
  /** The case that is open beside the list. */
  readonly shown: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: ((id: string, on: boolean) => void) | undefined;
  readonly busy: boolean;
  /** What scrolls. */
  readonly pane: RefObject<HTMLElement | null>;
}

/** Of a longer list only the rows in sight are drawn, as thousands of them would make every change of the page slow. */
const mostDrawn = 100;
/** Pixels of a row whose title takes one line; the others are measured once they are seen. */
const usual = 53;

export function CaseRows({ rows, complete, works, shown, selected, onSelect, busy, pane }: CaseRowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const focused = useRef(-1);
  const partly = rows.length > mostDrawn;
  const open = rows.findIndex(({ number, id }) => number === shown || id === shown);
  // Where the focus is and what is open stay drawn, with the rows beside them, so that the keys lead on from there.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const kept = [focused.current, open].filter((index) => index >= 0).flatMap((index) => [index - 1, index, index + 1]);
      const inList = kept.filter((index) => index >= 0 && index < range.count);
      return [...new Set([...defaultRangeExtractor(range), ...inList])].sort((a, b) => a - b);
    },
    [open],
  );
  const window = useVirtualizer({
    count: rows.length,
    enabled: partly,
    getScrollElement: () => pane.current,
    estimateSize: () => usual,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    scrollMargin: list.current?.offsetTop ?? 0,
    rangeExtractor,
    useFlushSync: false,
  });
  const opened = useRef(open);
  if (open >= 0) opened.current = open;
  // Beside an open case the list is narrow and every row has another height; the case stays in sight.
  const narrow = shown !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when this changes
  useEffect(() => {
    window.measure();
    if (opened.current >= 0) window.scrollToIndex(opened.current, { align: 'auto' });
  }, [narrow, window]);
  const noteFocus = ({ target }: FocusEvent) => {
    focused.current = Number(target.closest('li')?.dataset['index'] ?? -1);
  };
  const rowOf = (row: CaseSummary, place?: { readonly index: number; readonly top: number }) => (
    <CaseRow
      key={row.id}
      row={row}
      works={works}
      current={row.number === shown || row.id === shown}
      selected={selected.has(row.id)}
      onSelect={onSelect}
      index={place?.index}
      top={place?.top}
      count={place && complete ? rows.length : -1}
      measure={window.measureElement}
    />
  );
  return (
    <ul
      ref={list}
      className="rows"
      data-works={works}
      data-partly={partly}
      aria-busy={busy}
      style={partly ? { height: window.getTotalSize() } : undefined}
      onFocus={noteFocus}
    >
      {partly
        ? window.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row && rowOf(row, { index, top: start - window.options.scrollMargin });
          })
        : rows.map((row) => rowOf(row))}
    </ul>
  );
}
