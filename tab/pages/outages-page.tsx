import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { CsvButton } from '../components/csv-button.tsx';
import { Empty } from '../components/empty.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { Icon } from '../components/icon.tsx';
import { RowsSkeleton } from '../components/skeletons.tsx';
import { Standing } from '../components/standing.tsx';
import { When } from '../components/when.tsx';
import { useDesk } from '../desk.tsx';
import { addressOf } from '../route.ts';
import { useTitleFocus } from '../use-title-focus.ts';
import { useOutages } from './outage-queries.ts';

const OutageDialog = lazy(() => import('./outage-dialogs.tsx').then((m) => ({ default: m.OutageDialog })));

/** AG-4: the outages of the desks one works for. */
export function OutagesPage() {
  const { outages: says } = useDesk().words;
  const title = useTitleFocus();
  const [opening, setOpening] = useState(false);
  const query = useOutages();
  return (
    <div className="page">
      <div className="page-head">
        <h1 ref={title} tabIndex={-1}>
          {says.title}
        </h1>
        <div className="record-acts">
          {query.data && query.data.length > 0 && <CsvButton path="/outages.csv" name="outages" list={says.title} />}
          <Button appearance="primary" icon={<Icon name="add" />} onClick={() => setOpening(true)}>
            {says.open}
          </Button>
        </div>
      </div>
      <p className="quiet">{says.about}</p>
      {query.isPending && <RowsSkeleton />}
      {query.error && !query.data && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <Empty title={says.none} why={says.noneWhy} />}
      <ul className="records">
        {query.data?.map((outage) => (
          <li key={outage.id} className="record">
            <div className="record-what">
              <a href={addressOf({ page: 'outage', id: outage.id })} dir="auto">
                <strong>{outage.title}</strong>
              </a>
              <span className="quiet">
                {outage.deskName} · {says.cases(outage.cases.open, outage.cases.total)}
              </span>
            </div>
            <Standing tone={outage.state === 'open' ? 'waiting' : 'good'} text={says.states[outage.state]} />
            <When at={outage.resolvedAt ?? outage.openedAt} />
          </li>
        ))}
      </ul>
      {opening && (
        <Suspense fallback={null}>
          <OutageDialog onClose={() => setOpening(false)} />
        </Suspense>
      )}
    </div>
  );
}
