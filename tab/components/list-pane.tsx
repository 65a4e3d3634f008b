import { Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { narrowedTo } from '../list-path.ts';
import { BatchBar, LateNotices } from '../pieces.ts';
import { useCases } from '../queries.ts';
import { everything, type Filter } from '../route.ts';
import { useShell } from '../shell.tsx';
import { useListKeys } from '../use-list-keys.ts';
import { go } from '../use-route.ts';
import type { CaseSummary, ListName } from '../wire.ts';
import { CaseRows } from './case-rows.tsx';
import { CsvButton } from './csv-button.tsx';
import { ListFilters } from './list-filters.tsx';
import { ListRest } from './list-rest.tsx';

interface ListPaneProps {
  readonly list: ListName;
  readonly filter: Filter;
  /** The case that is open beside it. */
  readonly shown: string | undefined;
}

const empty: readonly CaseSummary[] = [];
const engineers: readonly ListName[] = ['queue', 'assignedToMe', 'unassigned', 'dueSoon', 'waiting'];

export function ListPane({ list, filter, shown }: ListPaneProps) {
  const { me, words } = useShell();
  const { views, openCount, waitingCount, list: says } = words.tab;
  const query = useCases(list, filter);
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? empty, [query.data]);
  const works = engineers.includes(list);
  const pane = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [of, setOf] = useState(list);
  if (of !== list) {
    setOf(list);
    setSelected(new Set());
  }
  const chosen = useMemo(() => rows.filter((row) => selected.has(row.id)), [rows, selected]);

  const filterBy = useCallback(
    (change: Partial<Filter>) => go({ page: 'list', list, filter: { ...filter, ...change } }, { replace: true }),
    [list, filter],
  );
  const select = useCallback((id: string, on: boolean) => setSelected((before) => withOrWithout(before, id, on)), []);
  useListKeys(search);

  const count = list === 'mine' ? openCount(me.counts.open) : list === 'waitingOnMe' ? waitingCount(me.counts.waiting) : '';
  return (
    <section className="list-pane" aria-labelledby="list-title" ref={pane}>
      <header className="list-head">
        <h1 id="list-title">
          {views[list]} {count && <small>{count}</small>}
        </h1>
        {rows.length > 0 && <CsvButton path={`/cases.csv?${narrowedTo(list, filter)}`} name="cases" list={views[list]} />}
      </header>
      {works && (
        <Suspense>
          <LateNotices />
        </Suspense>
      )}
      <ListFilters list={list} filter={filter} rows={rows} search={search} onFilter={filterBy} />
      {works && (
        <Suspense>
          <BatchBar
            chosen={chosen}
            onSelectAll={() => setSelected(new Set(rows.map((row) => row.id)))}
            onClear={() => setSelected(new Set())}
            onKeep={(ids) => setSelected(new Set(ids))}
          />
        </Suspense>
      )}
      {rows.length > 0 && (
        <>
          <div className="row-heads" aria-hidden="true" data-works={works}>
            <span>{says.columns.number}</span>
            <span>{says.columns.title}</span>
            <span>{says.columns.status}</span>
            <span>{says.columns.country}</span>
            <span>{says.columns.who}</span>
            {works && <span>{says.columns.target}</span>}
            <span>{says.columns.updated}</span>
          </div>
          <CaseRows
            rows={rows}
            complete={!query.hasNextPage}
            works={works}
            shown={shown}
            selected={selected}
            onSelect={works ? select : undefined}
            busy={query.isPlaceholderData}
            pane={pane}
          />
        </>
      )}
      <ListRest list={list} filter={filter} query={query} count={rows.length} onFilter={filterBy} everything={everything} />
    </section>
  );
}

function withOrWithout(before: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const after = new Set(before);
  if (on) after.add(id);
  else after.delete(id);
  return after;
}
