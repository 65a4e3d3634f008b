import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { formatDay } from '../../src/domain/time/format.ts';
import { CsvButton } from '../components/csv-button.tsx';
import { Empty } from '../components/empty.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { Icon } from '../components/icon.tsx';
import { RowsSkeleton } from '../components/skeletons.tsx';
import { useDesk } from '../desk.tsx';
import { useTitleFocus } from '../use-title-focus.ts';
import type { PackView, RecoveryView } from '../wire.ts';
import { usePacks, usePackWords, useRecoveries } from './pack-queries.ts';
import { PackRow } from './pack-row.tsx';

const dialogs = () => import('./pack-dialogs.tsx');
const RecordDialog = lazy(() => dialogs().then((m) => ({ default: m.RecordDialog })));
const PeopleDialog = lazy(() => dialogs().then((m) => ({ default: m.PeopleDialog })));
const RecoverDialog = lazy(() => dialogs().then((m) => ({ default: m.RecoverDialog })));
const DecideDialog = lazy(() => dialogs().then((m) => ({ default: m.DecideDialog })));

type Asking =
  | { readonly for: 'record' | 'recover' }
  | { readonly for: 'people'; readonly pack: PackView }
  | { readonly for: 'approve' | 'decline'; readonly recovery: RecoveryView };

/** PS-7: one's own packs of incidents; for a lead of the desk what was sold, and who asks for a leaver's. */
export function PacksPage() {
  const { me } = useDesk();
  const says = usePackWords();
  const title = useTitleFocus();
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const manages = me.packs === 'manages';
  const query = usePacks();
  const packs = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <h1 ref={title} tabIndex={-1}>
          {says.title}
        </h1>
        <div className="record-acts">
          {packs.length > 0 && <CsvButton path="/packs.csv" name="packs" list={says.title} />}
          {manages && (
            <Button appearance="primary" icon={<Icon name="add" />} onClick={() => setAsking({ for: 'record' })}>
              {says.record}
            </Button>
          )}
        </div>
      </div>
      <p className="quiet">{manages ? says.aboutAll : says.aboutOwn}</p>
      {manages && <Recoveries onDecide={(step, recovery) => setAsking({ for: step, recovery })} />}
      {query.isPending && <RowsSkeleton />}
      {query.error && packs.length === 0 && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && packs.length === 0 && <Empty title={says.none} why={manages ? says.noneAll : says.noneOwn} />}
      <ul className="records">
        {packs.map((pack) => (
          <PackRow key={pack.id} pack={pack} onName={() => setAsking({ for: 'people', pack })} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {says.more}
        </Button>
      )}
      {!manages && <OwnRecoveries onAsk={() => setAsking({ for: 'recover' })} />}
      <Suspense fallback={null}>
        {asking?.for === 'record' && <RecordDialog onClose={close} />}
        {asking?.for === 'recover' && <RecoverDialog onClose={close} />}
        {asking?.for === 'people' && <PeopleDialog pack={asking.pack} onClose={close} />}
        {(asking?.for === 'approve' || asking?.for === 'decline') && (
          <DecideDialog step={asking.for} recovery={asking.recovery} onClose={close} />
        )}
      </Suspense>
    </div>
  );
}

function Recoveries({ onDecide }: { readonly onDecide: (step: 'approve' | 'decline', recovery: RecoveryView) => void }) {
  const { locale } = useDesk();
  const says = usePackWords();
  const { data = [] } = useRecoveries();
  if (data.length === 0) return null;
  return (
    <section aria-labelledby="recoveries">
      <h2 id="recoveries">{says.recoveries}</h2>
      <ul className="records">
        {data.map((recovery) => (
          <li key={recovery.id} className="record">
            <div className="record-what">
              <strong dir="auto">{says.wants(recovery.by.name, recovery.tenant.name)}</strong>
              {recovery.pack && (
                <span dir="auto">
                  {[
                    recovery.pack.confirmation,
                    says.ofAccount(recovery.pack.account.name, recovery.accountLeft === true),
                    says.until(formatDay(recovery.pack.lastDay, locale)),
                  ].join(' · ')}
                </span>
              )}
              <span className="quiet" dir="auto">
                {recovery.reason}
              </span>
            </div>
            <div className="record-acts">
              {(['approve', 'decline'] as const).map((step) => (
                <Button key={step} size="small" aria-label={`${says[step]}: ${recovery.by.name}`} onClick={() => onDecide(step, recovery)}>
                  {says[step]}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OwnRecoveries({ onAsk }: { readonly onAsk: () => void }) {
  const says = usePackWords();
  const { data = [] } = useRecoveries();
  return (
    <section aria-labelledby="recoveries">
      <h2 id="recoveries">{says.recover}</h2>
      <p className="quiet">{says.recoverAbout}</p>
      {data.length > 0 && (
        <ul className="records">
          {data.map(({ id, reason, state, words: said }) => (
            <li key={id} className="record">
              <div className="record-what">
                <strong>{says.states[state]}</strong>
                <span className="quiet" dir="auto">
                  {[reason, said].filter(Boolean).join(' · ')}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      <p className="pack-ask">
        <Button onClick={onAsk}>{says.recover}</Button>
      </p>
    </section>
  );
}
