import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { Standing } from '../components/standing.tsx';
import { useWhen } from '../components/when.tsx';
import { dateOf, momentOf } from '../dates.ts';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import type { WebhookTest, WebhookView } from '../wire.ts';
import { useWebhookChange, useWebhookWords } from './webhook-queries.ts';

export type WebhookAct = 'change' | 'rotate' | 'remove';

interface WebhookRowProps {
  readonly webhook: WebhookView;
  readonly onAct: (act: WebhookAct) => void;
}

export function WebhookRow({ webhook, onAct }: WebhookRowProps) {
  const { timeZone, locale } = useDesk();
  const says = useWebhookWords();
  const when = useWhen();
  const test = useTest(webhook);
  const { description, url, events, lastSentAt, failingSince, stopped, oldSecretUntil } = webhook;
  const state = stopped ? 'stopped' : failingSince ? 'failing' : 'good';
  const told = events.map((event) => says.eventNames[event]).join(' · ');
  return (
    <li className="record">
      <div className="record-what">
        <strong dir="auto">{description}</strong>
        <span dir="ltr">{url}</span>
        <span className="quiet">{[told, lastSentAt ? says.sentAt(when(lastSentAt)) : says.neverSent].join(' · ')}</span>
        {stopped && <span className="quiet">{says.stoppedWhy[stopped.why]}</span>}
        {!stopped && failingSince && <span className="quiet">{says.failingSince(dateOf(failingSince, timeZone, locale))}</span>}
        {test.result && <span className="quiet">{test.result}</span>}
        {oldSecretUntil && <span className="quiet">{says.oldUntil(momentOf(oldSecretUntil, timeZone, locale))}</span>}
      </div>
      <Standing tone={({ good: 'good', failing: 'bad', stopped: 'quiet' } as const)[state]} text={says.states[state]} />
      <div className="record-acts">
        <Button size="small" aria-label={says.testOf(description)} disabledFocusable={test.busy} onClick={() => void test.send()}>
          {says.test}
        </Button>
        <Button size="small" aria-label={says.changeOf(description)} onClick={() => onAct('change')}>
          {says.change}
        </Button>
        <Button size="small" aria-label={says.rotateOf(description)} onClick={() => onAct('rotate')}>
          {says.rotate}
        </Button>
        <Button size="small" aria-label={says.removeOf(description)} onClick={() => onAct('remove')}>
          {says.remove}
        </Button>
      </div>
    </li>
  );
}

/** What came of it stands in the row until it is sent again. */
function useTest({ id, description }: WebhookView) {
  const { words } = useDesk();
  const says = useWebhookWords();
  const change = useWebhookChange();
  const announce = useAnnounce();
  const [state, setState] = useState({ busy: false, result: '' });
  return {
    ...state,
    async send() {
      setState({ busy: true, result: '' });
      const result = await change<WebhookTest>('POST', `/${id}/test`).then(
        ({ taken, status }) =>
          taken ? says.tested(description) : status === null ? says.testNoAnswer(description) : says.testAnswered(description, status),
        (error: unknown) => tellShortly(problemOf(error), words),
      );
      setState({ busy: false, result });
      announce(result);
    },
  };
}
