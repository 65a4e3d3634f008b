import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import '../styles/form.css';
import '../styles/numbers.css';
import { Empty } from '../components/empty.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { FormSkeleton } from '../components/skeletons.tsx';
import { useDesk } from '../desk.tsx';
import { keys } from '../queries.ts';
import { addressOf } from '../route.ts';
import type { DraftView } from '../wire.ts';
import { DraftForm } from './draft-form.tsx';

/** A form that was begun, or the case it became. */
export function DraftPage({ id }: { readonly id: string }) {
  const { api, words } = useDesk();
  const { drafts: says, loading } = words.tab;
  const query = useQuery({
    queryKey: keys.draft(id),
    queryFn: ({ signal }) => api.get<DraftView>(`/drafts/${encodeURIComponent(id)}`, signal),
    // What is open here is newer than what the server would answer.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <div className="page page-form">
      {query.isPending && (
        <>
          <h1 className="hidden">{loading}</h1>
          <FormSkeleton />
        </>
      )}
      {query.error && <FailureView error={query.error} onRetry={() => void query.refetch()} level={1} />}
      {query.data?.caseId && (
        <Empty title={says.sent} why={query.data.corrects ? says.sentCorrection : says.sentWhy}>
          <Button as="a" appearance="primary" href={addressOf({ page: 'case', number: query.data.caseId })}>
            {says.openCase}
          </Button>
        </Empty>
      )}
      {query.data && !query.data.caseId && <DraftForm key={words.tab.form.submit} draft={query.data} />}
    </div>
  );
}
