import '../styles/rooms.css';
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useState } from 'react';
import { CsvButton } from '../components/csv-button.tsx';
import { Empty } from '../components/empty.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { Icon } from '../components/icon.tsx';
import { RowsSkeleton } from '../components/skeletons.tsx';
import { WordsAndState } from '../components/words-and-state.tsx';
import { useDesk } from '../desk.tsx';
import { useTitleFocus } from '../use-title-focus.ts';
import type { RoomView } from '../wire.ts';
import { RoomPartners } from './room-partners.tsx';
import { narrowed, type RoomFilter, type ShownRooms, shownRooms, useRooms } from './room-queries.ts';
import { type RoomAct, RoomRow } from './room-row.tsx';

const dialogs = () => import('./room-dialogs.tsx');
const RoomDialog = lazy(() => dialogs().then((m) => ({ default: m.RoomDialog })));
const TakeOutDialog = lazy(() => dialogs().then((m) => ({ default: m.TakeOutDialog })));
const RoomHistoryDialog = lazy(() => dialogs().then((m) => ({ default: m.RoomHistoryDialog })));
const RoomImportDialog = lazy(() => import('./room-import-dialog.tsx').then((m) => ({ default: m.RoomImportDialog })));

type Asking = { readonly for: 'add' | 'list' | 'directory' } | { readonly for: RoomAct; readonly room: RoomView };

/** RM-2, RM-5: the rooms with how each is; for its ticket managers, also to be kept. */
export function RoomsPage() {
  const { me, words } = useDesk();
  const says = words.roomPages;
  const title = useTitleFocus();
  const engineer = me.views.includes('queue');
  const [filter, setFilter] = useState<RoomFilter>({ q: '', shown: engineer ? 'unhealthy' : 'all' });
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const query = useRooms(filter);
  const [first] = query.data?.pages ?? [];
  const rooms = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const others = engineer || rooms.some(({ tenant }) => tenant.id !== me.tenant.id);
  return (
    <div className="page">
      <div className="page-head">
        <h1 ref={title} tabIndex={-1}>
          {says.title}
        </h1>
        <div className="record-acts">
          {rooms.length > 0 && <CsvButton path={`/rooms.csv?${narrowed(filter)}`} name="rooms" list={says.title} />}
          {me.mayManageRooms && (
            <>
              <Button onClick={() => setAsking({ for: 'list' })}>{says.fromList}</Button>
              <Button onClick={() => setAsking({ for: 'directory' })}>{says.fromDirectory}</Button>
              <Button appearance="primary" icon={<Icon name="add" />} onClick={() => setAsking({ for: 'add' })}>
                {says.add}
              </Button>
            </>
          )}
        </div>
      </div>
      <p className="quiet">{engineer ? says.aboutAll : others ? `${says.about} ${says.aboutLet}` : says.about}</p>
      {first && first.total > 0 && (
        <p className="rooms-counts" role="status">
          {says.counts(first.total, first.unhealthy)}
        </p>
      )}
      <Filters start={filter} onFilter={setFilter} />
      {query.isPending && <RowsSkeleton />}
      {query.error && rooms.length === 0 && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
      {first && rooms.length === 0 && <NoRooms total={first.total} filter={filter} />}
      {placesOf(rooms, says.noSite, others).map(({ place, items }) => (
        <section key={place} aria-label={place}>
          <h2 className="rooms-site" dir="auto">
            {place}
          </h2>
          <ul className="records">
            {items.map((room) => (
              <RoomRow key={room.id} room={room} onAct={(act) => setAsking({ for: act, room })} />
            ))}
          </ul>
        </section>
      ))}
      {query.hasNextPage && (
        <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {says.more}
        </Button>
      )}
      {me.mayAssignRooms && <RoomPartners />}
      <Suspense fallback={null}>
        {asking?.for === 'add' && <RoomDialog onClose={close} />}
        {asking?.for === 'change' && <RoomDialog room={asking.room} onClose={close} />}
        {asking?.for === 'takeOut' && <TakeOutDialog room={asking.room} onClose={close} />}
        {asking?.for === 'history' && <RoomHistoryDialog room={asking.room} onClose={close} />}
        {(asking?.for === 'list' || asking?.for === 'directory') && <RoomImportDialog from={asking.for} onClose={close} />}
      </Suspense>
    </div>
  );
}

/** Rooms by where they are, in the order they came. */
function placesOf(rooms: readonly RoomView[], noSite: string, others: boolean) {
  const placeOf = ({ site, tenant }: RoomView) => [...(others ? [tenant.name] : []), site || noSite].join(' · ');
  return [...Map.groupBy(rooms, placeOf)].map(([place, items]) => ({ place, items }));
}

function NoRooms({ total, filter }: { readonly total: number; readonly filter: RoomFilter }) {
  const { me, words } = useDesk();
  const says = words.roomPages;
  if (total > 0 && filter.shown === 'unhealthy' && filter.q === '') return <Empty title={says.allWell} />;
  if (total > 0 || filter.q !== '' || filter.shown === 'takenOut') return <Empty title={says.noMatch} />;
  return <Empty title={says.none} why={me.mayManageRooms ? says.noneWhy : says.noneWhyMember} />;
}

function Filters({ start, onFilter }: { readonly start: RoomFilter; readonly onFilter: (filter: RoomFilter) => void }) {
  const says = useDesk().words.roomPages;
  const names: Readonly<Record<ShownRooms, string>> = { all: says.all, unhealthy: says.unhealthyOnly, takenOut: says.takenOutOnly };
  const narrow = useCallback((q: string, shown: ShownRooms) => onFilter({ q, shown }), [onFilter]);
  return (
    <WordsAndState
      labels={{ words: says.search, state: says.shown }}
      states={new Map(shownRooms.map((one) => [one, names[one]]))}
      start={start.shown}
      onFilter={narrow}
    />
  );
}
