import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { RowsSkeleton } from '../components/skeletons.tsx';
import { momentOf } from '../dates.ts';
import { useDesk } from '../desk.tsx';
import { useFocusBack } from '../use-focus-back.ts';
import type { RoomView } from '../wire.ts';
import { useRoomChange, useRoomHistory } from './room-queries.ts';
import { IncidentLine } from './room-row.tsx';

interface OnRoom {
  readonly room: RoomView;
  readonly onClose: () => void;
}

/** A room that is entered, or changed. */
export function RoomDialog({ room, onClose }: Partial<Pick<OnRoom, 'room'>> & Pick<OnRoom, 'onClose'>) {
  const says = useDesk().words.roomPages;
  const change = useRoomChange();
  const announce = useAnnounce();
  const [name, setName] = useState(room?.name ?? '');
  const [site, setSite] = useState(room?.site ?? '');
  const [email, setEmail] = useState(room?.email ?? '');
  const [seats, setSeats] = useState(room?.capacity ? String(room.capacity) : '');
  const capacity = seats.trim() === '' ? null : Number(seats);
  const wrong = capacity !== null && !(Number.isInteger(capacity) && capacity >= 1 && capacity <= 10_000);
  const send = async () => {
    const body = { name: name.trim(), site: site.trim(), email: email.trim() || null, capacity };
    await (room ? change('PUT', `/rooms/${room.id}`, { body, version: room.version }) : change('POST', '/rooms', { body }));
    announce(says.saved(body.name));
  };
  return (
    <FormDialog
      title={room ? says.changeOf(room.name) : says.add}
      submit={room ? says.change : says.add}
      unready={name.trim() === '' || wrong}
      send={send}
      onClose={onClose}
    >
      <Field label={says.name} required>
        <Input value={name} maxLength={100} dir="auto" onChange={(_, { value }) => setName(value)} />
      </Field>
      <Field label={says.site} hint={says.siteHint}>
        <Input value={site} maxLength={100} dir="auto" onChange={(_, { value }) => setSite(value)} />
      </Field>
      <Field label={says.email}>
        <Input type="email" value={email} maxLength={254} onChange={(_, { value }) => setEmail(value)} />
      </Field>
      <Field label={says.capacity} {...(wrong && { validationMessage: says.capacityWrong })}>
        <Input inputMode="numeric" value={seats} maxLength={6} onChange={(_, { value }) => setSeats(value)} />
      </Field>
    </FormDialog>
  );
}

export function TakeOutDialog({ room, onClose }: OnRoom) {
  const says = useDesk().words.roomPages;
  const change = useRoomChange();
  const announce = useAnnounce();
  return (
    <FormDialog
      title={says.takeOutOf(room.name)}
      submit={says.takeOut}
      send={async () => {
        await change('DELETE', `/rooms/${room.id}`, { version: room.version });
        announce(says.tookOut(room.name));
      }}
      onClose={onClose}
    >
      <p>{says.takeOutWhy}</p>
    </FormDialog>
  );
}

/** RM-2: what was wrong with a room, and from when until when. */
export function RoomHistoryDialog({ room, onClose }: OnRoom) {
  useFocusBack();
  const { words, timeZone, locale } = useDesk();
  const says = words.roomPages;
  const query = useRoomHistory(room.id);
  const at = (instant: string) => momentOf(instant, timeZone, locale);
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{says.historyOf(room.name)}</DialogTitle>
          <DialogContent className="dialog-content">
            {query.isPending && <RowsSkeleton />}
            {query.error && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
            {query.data?.length === 0 && <p>{says.noHistory}</p>}
            <ul className="room-history">
              {query.data?.map((incident) => (
                <li key={`${incident.since} ${incident.case?.id ?? ''}`}>
                  <IncidentLine incident={incident} />
                  {incident.spans.map(({ from, until }) => (
                    <span key={from} className="quiet">
                      {says.span(at(from), until && at(until))}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.tab.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
