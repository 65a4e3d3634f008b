import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { CsvButton } from '../components/csv-button.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { RowsSkeleton } from '../components/skeletons.tsx';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import type { AssignmentView } from '../wire.ts';
import { useAssignments, useRoomChange, useRooms } from './room-queries.ts';

/** RM-5: the rooms that partners look after; for the organisation's administrators. */
export function RoomPartners() {
  const { words } = useDesk();
  const { partners: says } = words.roomPages;
  const query = useAssignments();
  const [asking, setAsking] = useState(false);
  return (
    <section aria-labelledby="room-partners">
      <div className="page-head">
        <h2 id="room-partners">{says.title}</h2>
        <div className="record-acts">
          {query.data && query.data.length > 0 && <CsvButton path="/room-assignments.csv" name="rooms-with-partners" list={says.title} />}
          <Button onClick={() => setAsking(true)}>{says.assign}</Button>
        </div>
      </div>
      <p className="quiet">{says.about}</p>
      {query.isPending && <RowsSkeleton />}
      {query.error && !query.data && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <p className="note">{says.none}</p>}
      <ul className="records">
        {query.data?.map((assignment) => (
          <PartnerRow key={assignment.partner.id} assignment={assignment} />
        ))}
      </ul>
      {asking && <AssignDialog onClose={() => setAsking(false)} />}
    </section>
  );
}

function PartnerRow({ assignment: { partner, rooms } }: { readonly assignment: AssignmentView }) {
  const { words } = useDesk();
  const { partners: says } = words.roomPages;
  const change = useRoomChange();
  const announce = useAnnounce();
  const [failed, setFailed] = useState('');
  const end = async (path: string) => {
    setFailed('');
    await change('DELETE', `/room-assignments/${partner.id}${path}`).then(
      () => announce(says.ended(partner.name)),
      (error: unknown) => setFailed(tellShortly(problemOf(error), words)),
    );
  };
  return (
    <li className="record">
      <div className="record-what">
        <strong dir="auto">{partner.name}</strong>
        {rooms.map(({ id, name, site }) => (
          <span key={id} dir="auto">
            {[...(site ? [site] : []), name].join(' · ')}{' '}
            <Button size="small" appearance="subtle" aria-label={says.endOf(name, partner.name)} onClick={() => void end(`/rooms/${id}`)}>
              {says.end}
            </Button>
          </span>
        ))}
        {failed && (
          <span className="fault" role="alert">
            {failed}
          </span>
        )}
      </div>
      <div className="record-acts">
        <Button size="small" aria-label={says.endAllOf(partner.name)} onClick={() => void end('')}>
          {says.endAll}
        </Button>
      </div>
    </li>
  );
}

function AssignDialog({ onClose }: { readonly onClose: () => void }) {
  const { words } = useDesk();
  const { partners: says, more } = words.roomPages;
  const change = useRoomChange();
  const announce = useAnnounce();
  const query = useRooms({ q: '', shown: 'all' });
  const [partner, setPartner] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rooms = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const choose = (id: string, on: boolean) => setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  return (
    <FormDialog
      title={says.assign}
      submit={says.assign}
      unready={partner.trim() === '' || chosen.size === 0}
      send={async () => {
        await change('POST', '/room-assignments', { body: { partner: partner.trim(), rooms: [...chosen] } });
        announce(says.assigned(partner.trim()));
      }}
      onClose={onClose}
    >
      <Field label={says.partner} hint={says.partnerHint} required>
        <Input value={partner} maxLength={200} dir="auto" onChange={(_, { value }) => setPartner(value)} />
      </Field>
      <fieldset className="choices room-choices">
        <legend>{says.rooms}</legend>
        {rooms.map(({ id, name, site }) => (
          <Checkbox
            key={id}
            label={[...(site ? [site] : []), name].join(' · ')}
            checked={chosen.has(id)}
            onChange={(_, { checked }) => choose(id, checked === true)}
          />
        ))}
        {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{more}</Button>}
      </fieldset>
    </FormDialog>
  );
}
