import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureView } from '../components/failure-view.tsx';
import { FormSkeleton } from '../components/skeletons.tsx';
import { useDesk } from '../desk.tsx';
import { keys } from '../queries.ts';
import { useTitleFocus } from '../use-title-focus.ts';
import type { CaseView } from '../wire.ts';
import { FeedbackForm } from './feedback-form.tsx';
import { FeedbackGiven } from './feedback-given.tsx';

/** G-20: on the desk, or on one case; administrators read below what was said. */
export function FeedbackPage({ number }: { readonly number: string | null }) {
  const { api, me, words } = useDesk();
  const { feedback: says } = words.tab;
  const title = useTitleFocus();
  const [round, setRound] = useState(0);
  const about = useQuery({
    queryKey: keys.case(number ?? ''),
    queryFn: ({ signal }) => api.get<CaseView>(`/cases/${encodeURIComponent(number ?? '')}`, signal),
    enabled: number !== null,
  });
  return (
    <div className="page page-form">
      <h1 ref={title} tabIndex={-1}>
        {says.title}
      </h1>
      <p>{number === null ? says.about : says.onCase(number)}</p>
      {number !== null && about.data && <p dir="auto">{about.data.title}</p>}
      {number !== null && about.error ? (
        <FailureView error={about.error} onRetry={() => void about.refetch()} />
      ) : number !== null && !about.data ? (
        <FormSkeleton />
      ) : (
        <FeedbackForm key={round} caseId={about.data?.id ?? null} onAgain={() => setRound(round + 1)} />
      )}
      {me.mayReadFeedback && number === null && <FeedbackGiven />}
    </div>
  );
}
