import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { isProblem, problemOf } from '../problem.ts';
import type { useCases } from '../queries.ts';
import type { Filter } from '../route.ts';
import { useShell } from '../shell.tsx';
import type { ListName } from '../wire.ts';
import { Empty } from './empty.tsx';
import { FailureView } from './failure-view.tsx';
import { RowsSkeleton } from './skeletons.tsx';

interface ListRestProps {
  readonly list: ListName;
  readonly filter: Filter;
  readonly query: ReturnType<typeof useCases>;
  readonly count: number;
  readonly onFilter: (change: Partial<Filter>) => void;
  readonly everything: Filter;
}

/** What stands under the rows, or instead of them. */
export function ListRest({ list, filter, query, count, onFilter, everything }: ListRestProps) {
  const { words } = useShell();
  const says = words.tab.list;
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError } = query;
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return;
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage(), { rootMargin: '400px' });
    seen.observe(end.current);
    return () => seen.disconnect();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  if (query.isPending) return <RowsSkeleton />;
  if (query.error && count === 0) {
    return isProblem(query.error, 'mistypedNumber') ? (
      <div className="empty" role="alert">
        <h2>{problemOf(query.error).body.title}</h2>
        <p>{problemOf(query.error).body.detail}</p>
        <p>{says.mistyped}</p>
      </div>
    ) : (
      <FailureView error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (count === 0) return <NothingHere list={list} filter={filter} onFilter={onFilter} everything={everything} />;
  return (
    <div className="list-end" ref={end}>
      <p role="status">{says.shown(count, !hasNextPage)}</p>
      {isFetchingNextPage ? (
        <Spinner size="tiny" label={says.loadingMore} />
      ) : (
        hasNextPage && (
          <Button size="small" onClick={() => void fetchNextPage()}>
            {isFetchNextPageError ? words.tab.tryAgain : says.more}
          </Button>
        )
      )}
    </div>
  );
}

function NothingHere({ list, filter, onFilter, everything }: Pick<ListRestProps, 'list' | 'filter' | 'onFilter' | 'everything'>) {
  const says = useShell().words.tab.list;
  const narrowed = filter.q || filter.country || filter.status || filter.customer;
  if (narrowed || filter.state !== 'open') {
    return (
      <Empty title={says.noneFound} why={says.noneFoundWhy}>
        {filter.state !== 'all' && <Button onClick={() => onFilter({ state: 'all', status: '' })}>{says.searchAll}</Button>}
        {narrowed && <Button onClick={() => onFilter(everything)}>{says.clearFilters}</Button>}
      </Empty>
    );
  }
  return (
    <Empty title={says.none[list]} why={says.noneWhy[list]}>
      {list !== 'waitingOnMe' && <Button onClick={() => onFilter({ state: 'all' })}>{says.showAll}</Button>}
    </Empty>
  );
}
