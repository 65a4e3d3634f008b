import { Button, Field, Spinner, Textarea } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { RowsSkeleton } from '../components/skeletons.tsx';
import { Standing } from '../components/standing.tsx';
import { StatusWord } from '../components/status-word.tsx';
import { When } from '../components/when.tsx';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { useKeyFor } from '../key.ts';
import { problemOf } from '../problem.ts';
import { addressOf } from '../route.ts';
import { useTitleFocus } from '../use-title-focus.ts';
import type { OutageView } from '../wire.ts';
import { useOutage, useOutageChange } from './outage-queries.ts';
import { OutageUpdates } from './outage-updates.tsx';

const dialogs = () => import('./outage-dialogs.tsx');
const OutageDialog = lazy(() => dialogs().then((m) => ({ default: m.OutageDialog })));
const EndOutageDialog = lazy(() => dialogs().then((m) => ({ default: m.EndOutageDialog })));

/** AG-4: one outage: its cases, what was written on them, and a place to write. */
export function OutagePage({ id }: { readonly id: string }) {
  const { outages: says } = useDesk().words;
  const query = useOutage(id);
  return (
    <div className="page outage-page">
      <p>
        <a href={addressOf({ page: 'outages' })}>{says.back}</a>
      </p>
      {query.isPending && <RowsSkeleton />}
      {query.error && !query.data && <FailureView error={query.error} onRetry={() => void query.refetch()} level={1} />}
      {query.data && <OutageBody outage={query.data} />}
    </div>
  );
}

function OutageBody({ outage }: { readonly outage: OutageView }) {
  const { outages: says } = useDesk().words;
  const title = useTitleFocus();
  const [asking, setAsking] = useState<'change' | 'end'>();
  const close = () => setAsking(undefined);
  return (
    <>
      <div className="page-head">
        <h1 ref={title} tabIndex={-1} dir="auto">
          {outage.title}
        </h1>
        <Standing tone={outage.state === 'open' ? 'waiting' : 'good'} text={says.states[outage.state]} />
      </div>
      <p className="quiet">
        {outage.deskName} · {outage.openedBy.name} · <When at={outage.openedAt} />
      </p>
      {outage.description && (
        <p className="written" dir="auto">
          {outage.description}
        </p>
      )}
      <div className="record-acts">
        <Button size="small" onClick={() => setAsking('change')}>
          {says.change}
        </Button>
        {outage.state === 'open' && (
          <Button size="small" onClick={() => setAsking('end')}>
            {says.end}
          </Button>
        )}
      </div>
      {outage.state === 'open' && outage.cases.open > 0 && <Update outage={outage} />}
      <h2>{says.updates}</h2>
      <OutageUpdates outage={outage} />
      <h2>
        {says.linked} <span className="quiet">({says.cases(outage.cases.open, outage.cases.total)})</span>
      </h2>
      {outage.linked.length === 0 && <p className="quiet">{says.noneLinked}</p>}
      <ul className="records">
        {outage.linked.map((one) => (
          <li key={one.id} className="record">
            <div className="record-what">
              <a href={addressOf({ page: 'case', number: one.number })}>
                {one.number} <span dir="auto">{one.title}</span>
              </a>
              <span className="quiet" dir="auto">
                {one.tenant.name}
              </span>
            </div>
            <StatusWord status={one.status} text={one.statusText} />
            <When at={one.updatedAt} />
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {asking === 'change' && <OutageDialog outage={outage} onClose={close} />}
        {asking === 'end' && <EndOutageDialog outage={outage} onClose={close} />}
      </Suspense>
    </>
  );
}

function Update({ outage }: { readonly outage: OutageView }) {
  const { words } = useDesk();
  const { outages: says } = words;
  const announce = useAnnounce();
  const change = useOutageChange();
  const [text, setText] = useState('');
  const keyFor = useKeyFor([outage.id, text]);
  const send = useMutation({
    mutationFn: () => change('POST', `/${outage.id}/updates`, { body: { text }, key: keyFor() }),
    onSuccess: () => {
      setText('');
      announce(says.sent);
    },
  });
  return (
    <form
      className="outage-update"
      onSubmit={(event) => {
        event.preventDefault();
        if (!send.isPending && text.trim()) send.mutate();
      }}
    >
      <Field label={says.updateField} hint={says.updateHint}>
        <Textarea
          value={text}
          maxLength={20_000}
          resize="vertical"
          readOnly={send.isPending}
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      {send.error && (
        <p className="fault" role="alert">
          {tellShortly(problemOf(send.error), words)}
        </p>
      )}
      <Button
        type="submit"
        appearance="primary"
        disabledFocusable={send.isPending || text.trim() === ''}
        icon={send.isPending ? <Spinner size="tiny" /> : undefined}
      >
        {says.send}
      </Button>
    </form>
  );
}
