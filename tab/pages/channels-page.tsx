import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { CsvButton } from '../components/csv-button.tsx';
import { Empty } from '../components/empty.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { RowsSkeleton } from '../components/skeletons.tsx';
import { Standing } from '../components/standing.tsx';
import { useDesk } from '../desk.tsx';
import { useTitleFocus } from '../use-title-focus.ts';
import type { SubscriptionView } from '../wire.ts';
import { channelKeys } from './channel-queries.ts';

const dialogs = () => import('./channel-dialogs.tsx');
const ChangeChannelDialog = lazy(() => dialogs().then((m) => ({ default: m.ChangeChannelDialog })));
const RemoveChannelDialog = lazy(() => dialogs().then((m) => ({ default: m.RemoveChannelDialog })));

interface Asking {
  readonly for: 'change' | 'remove';
  readonly channel: SubscriptionView;
}

/** G-11: channels in Teams that are told of cases. They are added there, where it is known who is in them. */
export function ChannelsPage() {
  const { api, words } = useDesk();
  const { tab: says } = words.channels;
  const title = useTitleFocus();
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const query = useQuery({
    queryKey: channelKeys.list,
    queryFn: async ({ signal }) => (await api.get<{ items: readonly SubscriptionView[] }>('/channels', signal)).items,
  });
  return (
    <div className="page">
      <div className="page-head">
        <h1 ref={title} tabIndex={-1}>
          {says.title}
        </h1>
        {query.data && query.data.length > 0 && <CsvButton path="/channels.csv" name="channels" list={says.title} />}
      </div>
      <p className="quiet">
        {says.about} <code>{says.command}</code>
      </p>
      {query.isPending && <RowsSkeleton />}
      {query.error && !query.data && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <Empty title={says.empty} why={words.channels.about} />}
      <ul className="records">
        {query.data?.map((channel) => (
          <ChannelRow
            key={channel.id}
            channel={channel}
            onChange={() => setAsking({ for: 'change', channel })}
            onRemove={() => setAsking({ for: 'remove', channel })}
          />
        ))}
      </ul>
      <Suspense fallback={null}>
        {asking?.for === 'change' && <ChangeChannelDialog channel={asking.channel} onClose={close} />}
        {asking?.for === 'remove' && <RemoveChannelDialog channel={asking.channel} onClose={close} />}
      </Suspense>
    </div>
  );
}

interface ChannelRowProps {
  readonly channel: SubscriptionView;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

function ChannelRow({ channel, onChange, onRemove }: ChannelRowProps) {
  const { me, words } = useDesk();
  const { channels } = words;
  const { name, deskName, customer, severities, events, shared, stoppedAt } = channel;
  const everybodys = me.views.includes('queue') ? channels.allCustomers : channels.allOwn;
  const told = events.map((event) => channels.events[event]).join(' · ');
  return (
    <li className="record">
      <div className="record-what">
        <strong dir="auto">{name}</strong>
        <span dir="auto">{[deskName, customer?.name ?? everybodys].join(' · ')}</span>
        <span className="quiet">{severities.length > 0 ? `${told} · ${channels.severities} ${severities.join(', ')}` : told}</span>
        {stoppedAt && <span className="quiet">{channels.tab.stopped}</span>}
      </div>
      <Standing
        tone={stoppedAt ? 'bad' : shared ? 'waiting' : 'good'}
        text={stoppedAt ? channels.tab.standing.stopped : shared ? channels.tab.shared : channels.tab.standing.told}
      />
      <div className="record-acts">
        <Button size="small" aria-label={`${channels.tab.change}: ${name}`} onClick={onChange}>
          {channels.tab.change}
        </Button>
        <Button size="small" aria-label={`${channels.tab.remove}: ${name}`} onClick={onRemove}>
          {channels.tab.remove}
        </Button>
      </div>
    </li>
  );
}
