import { Button, Spinner } from '@fluentui/react-components';
import { useAnnounce } from '../components/announcer.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { RowsSkeleton } from '../components/skeletons.tsx';
import { Standing, type Tone } from '../components/standing.tsx';
import { useDesk } from '../desk.tsx';
import { useSetUp } from '../operator-queries.ts';
import { useTitleFocus } from '../use-title-focus.ts';
import type { SetUpView } from '../wire.ts';
import { PermissionSheet } from './permission-sheet.tsx';
import { TestNotices } from './test-notices.tsx';

type Check = SetUpView['checks'][number];
const tones: Readonly<Record<Check['state'], Tone>> = { ok: 'good', notSetUp: 'quiet', failed: 'bad' };

/** AG-5, ID-4: whether the desk is set up; for its leads. */
export function SetUpPage() {
  const { words } = useDesk();
  const { setUpCheck: says } = words.tab;
  const title = useTitleFocus();
  const announce = useAnnounce();
  const query = useSetUp();
  const again = async () => {
    if (query.isFetching) return;
    await query.refetch();
    announce(says.checked);
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1 ref={title} tabIndex={-1}>
          {says.title}
        </h1>
        <Button
          disabledFocusable={query.isFetching}
          icon={query.isFetching ? <Spinner size="tiny" /> : undefined}
          onClick={() => void again()}
        >
          {query.isFetching ? says.checking : says.again}
        </Button>
      </div>
      <p className="quiet">{says.about}</p>
      {query.isPending && <RowsSkeleton />}
      {query.error && !query.data && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <>
          <ul className="records">
            {query.data.checks.map((check) => (
              <CheckRow key={check.check} check={check} />
            ))}
          </ul>
          <TestNotices />
          {query.data.permissions.length > 0 && <PermissionSheet setUp={query.data} />}
        </>
      )}
    </div>
  );
}

function CheckRow({ check }: { readonly check: Check }) {
  const { setUpCheck: says } = useDesk().words.tab;
  return (
    <li className="record">
      <div className="record-what">
        <strong>{check.name}</strong>
        <span className="quiet">{check.about}</span>
        {check.cure && <span>{check.cure}</span>}
      </div>
      <Standing tone={tones[check.state]} text={says.states[check.state]} />
    </li>
  );
}
