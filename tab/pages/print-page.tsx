import '../styles/print.css';
import { Button, Checkbox } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { FailureView } from '../components/failure-view.tsx';
import { Icon } from '../components/icon.tsx';
import { PrintedCase } from '../components/printed-case.tsx';
import { useDesk } from '../desk.tsx';
import { addressOf } from '../route.ts';
import { wholeCase } from '../whole-case.ts';

/** G-16: a case with all of its timeline as one page, without anything around it. What is internal stays out of it unless an engineer wants it in. */
export function PrintPage({ number }: { readonly number: string }) {
  const { api, words } = useDesk();
  const { print: says } = words.tab;
  const [internal, setInternal] = useState(false);
  const query = useQuery({
    queryKey: ['print', number],
    queryFn: ({ signal }) => wholeCase(api, number, signal),
    refetchOnWindowFocus: false,
  });
  const title = query.data && `${query.data.view.number} ${query.data.view.title}`;
  // What a browser calls the file, where somebody prints into one.
  useEffect(() => {
    if (!title) return;
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
  const hasInternal = query.data?.entries.some((entry) => entry.internal) ?? false;
  return (
    <main className="paper-desk">
      <div className="paper-tools">
        <Button as="a" appearance="subtle" icon={<Icon name="back" />} href={addressOf({ page: 'case', number })}>
          {says.back}
        </Button>
        {hasInternal && (
          <Checkbox label={says.withInternal} checked={internal} onChange={(_, { checked }) => setInternal(checked === true)} />
        )}
        <Button appearance="primary" icon={<Icon name="print" />} disabled={!query.data} onClick={() => window.print()}>
          {says.print}
        </Button>
      </div>
      {query.data ? (
        <PrintedCase whole={query.data} internal={internal} />
      ) : query.error ? (
        <FailureView error={query.error} onRetry={() => void query.refetch()} level={1} />
      ) : (
        <p role="status">{says.gathering}</p>
      )}
    </main>
  );
}
