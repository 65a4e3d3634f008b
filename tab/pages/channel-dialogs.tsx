import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { useDesk } from '../desk.tsx';
import type { SubscriptionChoices, SubscriptionView } from '../wire.ts';
import { channelKeys } from './channel-queries.ts';

interface ChannelDialogProps {
  readonly channel: SubscriptionView;
  readonly onClose: () => void;
}

/** Shows the list as it is afterwards, whether or not it went well: somebody else may have changed it. */
function useListAgain() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: channelKeys.list });
}

export function ChangeChannelDialog({ channel, onClose }: ChannelDialogProps) {
  const { api, words } = useDesk();
  const { channels } = words;
  const announce = useAnnounce();
  const again = useListAgain();
  const choices = useQuery({
    queryKey: channelKeys.choices,
    queryFn: ({ signal }) => api.get<SubscriptionChoices>('/channels/choices', signal),
    staleTime: 60_000,
  }).data;
  const [name, setName] = useState(channel.name);
  const [customer, setCustomer] = useState(channel.customer?.id ?? '');
  const [events, setEvents] = useState(channel.events);
  const [severities, setSeverities] = useState(channel.severities);
  const offered = choices?.desks.find(({ id }) => id === channel.desk)?.severities ?? [];
  const customers = choices?.customers ?? [];
  const named = customers.some(({ id }) => id === channel.customer?.id) ? [] : channel.customer ? [channel.customer] : [];
  return (
    <FormDialog
      title={`${channels.tab.change}: ${channel.name}`}
      submit={words.tab.save}
      unready={!choices || name.trim() === '' || events.length === 0}
      send={async () => {
        const body = { name: name.trim(), customer: customer || null, events, severities };
        await api.send('PUT', `/channels/${channel.id}`, { body, version: channel.version }).finally(again);
        announce(channels.tab.saved);
      }}
      onClose={onClose}
    >
      <Field label={channels.name} required>
        <Input value={name} maxLength={100} dir="auto" onChange={(_, { value }) => setName(value)} />
      </Field>
      {customers.length > 0 && (
        <Field label={channels.customer}>
          <Select value={customer} onChange={(_, { value }) => setCustomer(value)}>
            <option value="">{channels.allCustomers}</option>
            {[...named, ...customers].map(({ id, name: title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {offered.length > 0 && (
        <Choices legend={channels.severities} all={offered} chosen={severities} nameOf={(one) => one} onChosen={setSeverities} />
      )}
      <Choices
        legend={channels.hears}
        all={choices?.events ?? channel.events}
        chosen={events}
        nameOf={(event) => channels.events[event]}
        onChosen={setEvents}
      />
    </FormDialog>
  );
}

export function RemoveChannelDialog({ channel, onClose }: ChannelDialogProps) {
  const { api, words } = useDesk();
  const { tab: says } = words.channels;
  const announce = useAnnounce();
  const again = useListAgain();
  return (
    <FormDialog
      title={`${says.remove}: ${channel.name}`}
      submit={says.remove}
      send={async () => {
        await api.send('DELETE', `/channels/${channel.id}`).finally(again);
        announce(says.removed);
      }}
      onClose={onClose}
    >
      <p>{says.sure(channel.name)}</p>
    </FormDialog>
  );
}

interface ChoicesProps<T extends string> {
  readonly legend: string;
  readonly all: readonly T[];
  readonly chosen: readonly T[];
  readonly nameOf: (one: T) => string;
  readonly onChosen: (chosen: readonly T[]) => void;
}

function Choices<T extends string>({ legend, all, chosen, nameOf, onChosen }: ChoicesProps<T>) {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {all.map((one) => (
        <Checkbox
          key={one}
          label={nameOf(one)}
          checked={chosen.includes(one)}
          onChange={(_, { checked }) => onChosen(all.filter((it) => (it === one ? checked === true : chosen.includes(it))))}
        />
      ))}
    </fieldset>
  );
}
