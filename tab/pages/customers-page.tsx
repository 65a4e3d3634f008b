import '../styles/reports.css';
import { Badge, Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { CsvButton } from '../components/csv-button.tsx';
import { Empty } from '../components/empty.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { RowsSkeleton } from '../components/skeletons.tsx';
import { When } from '../components/when.tsx';
import { pause, WordsField } from '../components/words-field.tsx';
import { dateOf } from '../dates.ts';
import { useDesk } from '../desk.tsx';
import { addressOf, everything } from '../route.ts';
import { useTitleFocus } from '../use-title-focus.ts';
import type { BoardRow } from '../wire.ts';
import { useBoard, useReportWords } from './report-queries.ts';

/** G-4: a partner's customers at one glance. */
export function CustomersPage() {
  const { board: says } = useReportWords();
  const title = useTitleFocus();
  const [typed, setTyped] = useState('');
  const [sought, setSought] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSought(typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const query = useBoard(sought);
  const [first] = query.data?.pages ?? [];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <h1 ref={title} tabIndex={-1}>
          {says.title}
        </h1>
        {rows.length > 0 && (
          <CsvButton path={`/customers/board.csv?${new URLSearchParams(sought && { q: sought })}`} name="customers" list={says.title} />
        )}
      </div>
      <p className="quiet">{says.about}</p>
      {first && (
        <p className="figures-summary" role="status">
          {[says.customers(first.totals.customers), ...(first.totals.endsSoon > 0 ? [says.endingSoon(first.totals.endsSoon)] : [])].join(
            ' · ',
          )}
        </p>
      )}
      <search className="filters filters-plain">
        <WordsField label={says.search} value={typed} onChange={setTyped} />
      </search>
      {query.isPending && <RowsSkeleton />}
      {query.error && rows.length === 0 && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
      {first && rows.length === 0 && <Empty title={says.none} />}
      {rows.length > 0 && <BoardTable rows={rows} />}
      {query.hasNextPage && (
        <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {says.more}
        </Button>
      )}
    </div>
  );
}

const counted = ['late', 'severityA', 'dueSoon', 'waiting', 'open'] as const;

function BoardTable({ rows }: { readonly rows: readonly BoardRow[] }) {
  const { locale, timeZone } = useDesk();
  const { board: says } = useReportWords();
  const listOf = ({ id }: BoardRow) => addressOf({ page: 'list', list: 'customers', filter: { ...everything, customer: id } });
  return (
    <table className="board" aria-label={says.title}>
      <thead>
        <tr>
          <th scope="col">{says.customer}</th>
          {counted.map((count) => (
            <th key={count} scope="col">
              {says[count]}
            </th>
          ))}
          <th scope="col">{says.updatedAt}</th>
          <th scope="col">{says.endsAt}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={listOf(row)} dir="auto" aria-label={says.casesOf(row.name)}>
                {row.name}
              </a>
            </th>
            {counted.map((count) => (
              <td key={count} data-label={says[count]} data-count={count} data-none={row[count] === 0}>
                {row[count].toLocaleString(locale)}
              </td>
            ))}
            <td data-label={says.updatedAt}>{row.updatedAt === null ? '–' : <When at={row.updatedAt} />}</td>
            <td data-label={says.endsAt}>
              {row.endsAt === null ? '–' : dateOf(row.endsAt, timeZone, locale)}
              {row.endsSoon && (
                <>
                  {' '}
                  <Badge appearance="tint" color="warning">
                    {says.endsSoon}
                  </Badge>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
