import { Button, Spinner } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { When } from '../components/when.tsx';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import { addressOf } from '../route.ts';
import type { OutageView, UpdateView } from '../wire.ts';
import { useOutageChange } from './outage-queries.ts';

/** What was written on all linked cases, newest first, each with what came of it. */
export function OutageUpdates({ outage }: { readonly outage: OutageView }) {
  const { outages: says } = useDesk().words;
  if (outage.updates.length === 0) return <p className="quiet">{says.noUpdates}</p>;
  return (
    <ul className="records">
      {outage.updates.map((update) => (
        <Told key={update.id} outageId={outage.id} update={update} />
      ))}
    </ul>
  );
}

function Told({ outageId, update }: { readonly outageId: string; readonly update: UpdateView }) {
  const { words } = useDesk();
  const { outages: says } = words;
  const change = useOutageChange();
  const send = useMutation({ mutationFn: () => change('POST', `/${outageId}/updates/${update.id}/send`) });
  const { pending, results } = update;
  const done = results.filter(({ outcome }) => outcome === 'done').length;
  // What this page began it takes to its end; what a process left behind waits for a press.
  const { isSuccess, isPending, mutate } = send;
  useEffect(() => {
    if (isSuccess && !isPending && pending > 0) mutate();
  }, [isSuccess, isPending, pending, mutate]);
  return (
    <li className="record outage-told">
      <div className="record-what">
        <span className="quiet">
          {update.by.name} · <When at={update.at} /> · {says.reached(done, results.length)}
          {update.reason && ` · ${update.reason}`}
        </span>
        {update.text && (
          <p className="written" dir="auto">
            {update.text}
          </p>
        )}
        <ul className="outage-results">
          {results.map(({ caseId, caseNumber, outcome }) => (
            <li key={caseId}>
              <a href={addressOf({ page: 'case', number: caseNumber })}>{caseNumber}</a>{' '}
              <span className="quiet">{says.outcomes[outcome ?? 'pending']}</span>
            </li>
          ))}
        </ul>
        {send.error && (
          <p className="fault" role="alert">
            {tellShortly(problemOf(send.error), words)}
          </p>
        )}
      </div>
      {pending > 0 && (
        <Button size="small" disabledFocusable={isPending} icon={isPending ? <Spinner size="tiny" /> : undefined} onClick={() => mutate()}>
          {says.sendOn(pending)}
        </Button>
      )}
    </li>
  );
}
