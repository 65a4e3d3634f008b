import { Checkbox, Field, Input, Switch } from '@fluentui/react-components';
import { useState } from 'react';
import { type WebhookEvent, webhookEvents } from '../../src/domain/notice/webhook.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { OverlapField } from '../components/overlap-field.tsx';
import { useDesk } from '../desk.tsx';
import type { ShownWebhookSecret, WebhookView } from '../wire.ts';
import { useWebhookChange, useWebhookWords } from './webhook-queries.ts';

interface Making {
  readonly onMade: (secret: string) => void;
  readonly onClose: () => void;
}

export function AddWebhookDialog({ onMade, onClose }: Making) {
  const says = useWebhookWords();
  const change = useWebhookChange();
  const [wanted, setWanted] = useState<Wanted>({ url: 'https://', description: '', events: webhookEvents });
  return (
    <FormDialog
      title={says.add}
      submit={says.add}
      unready={!isWhole(wanted)}
      send={async () => onMade((await change<ShownWebhookSecret>('POST', '', { body: trimmed(wanted) })).secret)}
      onClose={(done) => !done && onClose()}
    >
      <WantedFields wanted={wanted} onWanted={setWanted} />
    </FormDialog>
  );
}

export function ChangeWebhookDialog({ webhook, onClose }: { readonly webhook: WebhookView; readonly onClose: () => void }) {
  const { words } = useDesk();
  const says = useWebhookWords();
  const change = useWebhookChange();
  const { id, version, url, description, events, stopped } = webhook;
  const [wanted, setWanted] = useState<Wanted>({ url, description, events });
  const [on, setOn] = useState(stopped === null);
  return (
    <FormDialog
      title={says.changeOf(description)}
      submit={words.tab.save}
      unready={!isWhole(wanted)}
      send={() => change('PUT', `/${id}`, { body: { ...trimmed(wanted), on }, version })}
      onClose={onClose}
    >
      <WantedFields wanted={wanted} onWanted={setWanted} />
      <Switch label={says.on} checked={on} onChange={(_, { checked }) => setOn(checked)} />
      {stopped && <p className="quiet">{says.stoppedWhy[stopped.why]}</p>}
    </FormDialog>
  );
}

export function RotateWebhookDialog({ webhook, onMade, onClose }: Making & { readonly webhook: WebhookView }) {
  const says = useWebhookWords();
  const change = useWebhookChange();
  const [overlapHours, setOverlap] = useState(24);
  return (
    <FormDialog
      title={says.rotateOf(webhook.description)}
      submit={says.rotate}
      send={async () => onMade((await change<ShownWebhookSecret>('POST', `/${webhook.id}/secret`, { body: { overlapHours } })).secret)}
      onClose={(done) => !done && onClose()}
    >
      <p>{says.rotateWhy}</p>
      <OverlapField label={says.overlap} says={says.hours} hours={overlapHours} onHours={setOverlap} />
    </FormDialog>
  );
}

export function RemoveWebhookDialog({ webhook, onClose }: { readonly webhook: WebhookView; readonly onClose: () => void }) {
  const says = useWebhookWords();
  const change = useWebhookChange();
  const announce = useAnnounce();
  const { id, description } = webhook;
  return (
    <FormDialog
      title={says.removeOf(description)}
      submit={says.remove}
      send={async () => {
        await change('DELETE', `/${id}`);
        announce(says.removed(description));
      }}
      onClose={onClose}
    >
      <p>{says.removeWhy}</p>
    </FormDialog>
  );
}

interface Wanted {
  readonly url: string;
  readonly description: string;
  readonly events: readonly WebhookEvent[];
}

const trimmed = ({ url, description, events }: Wanted): Wanted => ({ url: url.trim(), description: description.trim(), events });
const isWhole = (wanted: Wanted): boolean => {
  const { url, description, events } = trimmed(wanted);
  return URL.canParse(url) && description !== '' && events.length > 0;
};

function WantedFields({ wanted, onWanted }: { readonly wanted: Wanted; readonly onWanted: (wanted: Wanted) => void }) {
  const says = useWebhookWords();
  const { url, description, events } = wanted;
  return (
    <>
      <Field label={says.url} required hint={says.urlHint}>
        <Input type="url" value={url} maxLength={2_000} dir="ltr" onChange={(_, { value }) => onWanted({ ...wanted, url: value })} />
      </Field>
      <Field label={says.description} required hint={says.descriptionHint}>
        <Input value={description} maxLength={100} dir="auto" onChange={(_, { value }) => onWanted({ ...wanted, description: value })} />
      </Field>
      <fieldset className="choices">
        <legend>{says.events}</legend>
        {webhookEvents.map((event) => (
          <Checkbox
            key={event}
            label={says.eventNames[event]}
            checked={events.includes(event)}
            onChange={(_, { checked }) =>
              onWanted({ ...wanted, events: webhookEvents.filter((it) => (it === event ? checked === true : events.includes(it))) })
            }
          />
        ))}
        {events.length === 0 && <p className="fault">{says.eventNeeded}</p>}
      </fieldset>
    </>
  );
}
