import { Button } from '@fluentui/react-components';
import { CsvButton } from '../components/csv-button.tsx';
import { Empty } from '../components/empty.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { CardsSkeleton } from '../components/skeletons.tsx';
import { useDesk } from '../desk.tsx';
import { useDrafts } from '../queries.ts';
import { addressOf } from '../route.ts';
import { useTitleFocus } from '../use-title-focus.ts';
import { DraftList } from './draft-list.tsx';

export function DraftsPage() {
  const { words } = useDesk();
  const { drafts: says, nav } = words.tab;
  const title = useTitleFocus();
  const query = useDrafts();
  return (
    <div className="page">
      <div className="page-head">
        <h1 ref={title} tabIndex={-1}>
          {says.title}
        </h1>
        {query.data && query.data.length > 0 && <CsvButton path="/drafts.csv" name="drafts" list={says.title} />}
      </div>
      {query.isPending && <CardsSkeleton />}
      {query.error && !query.data && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && (
        <Empty title={says.none} why={says.noneWhy}>
          <Button as="a" appearance="primary" href={addressOf({ page: 'new' })}>
            {nav.create}
          </Button>
        </Empty>
      )}
      {query.data && query.data.length > 0 && <p className="quiet">{says.noneWhy}</p>}
      <DraftList />
    </div>
  );
}
