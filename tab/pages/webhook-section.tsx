import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { CsvButton } from '../components/csv-button.tsx';
import { Empty } from '../components/empty.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { Icon } from '../components/icon.tsx';
import { RowsSkeleton } from '../components/skeletons.tsx';
import type { WebhookView } from '../wire.ts';
import { useWebhooks, useWebhookWords } from './webhook-queries.ts';
import { type WebhookAct, WebhookRow } from './webhook-row.tsx';

const dialogs = () => import('./webhook-dialogs.tsx');
const AddWebhookDialog = lazy(() => dialogs().then((m) => ({ default: m.AddWebhookDialog })));
const ChangeWebhookDialog = lazy(() => dialogs().then((m) => ({ default: m.ChangeWebhookDialog })));
const RotateWebhookDialog = lazy(() => dialogs().then((m) => ({ default: m.RotateWebhookDialog })));
const RemoveWebhookDialog = lazy(() => dialogs().then((m) => ({ default: m.RemoveWebhookDialog })));
const SecretDialog = lazy(() => import('./secret-dialog.tsx').then((m) => ({ default: m.SecretDialog })));

type Asking =
  | { readonly for: 'add' }
  | { readonly for: WebhookAct; readonly webhook: WebhookView }
  | { readonly for: 'secret'; readonly secret: string };

/** G-11: systems of the organisation that are told of its cases; for its administrators. */
export function WebhookSection() {
  const says = useWebhookWords();
  const query = useWebhooks();
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const shown = (secret: string) => setAsking({ for: 'secret', secret });
  return (
    <section aria-labelledby="webhooks">
      <div className="page-head">
        <h2 id="webhooks">{says.title}</h2>
        {query.data && query.data.length > 0 && <CsvButton path="/webhooks.csv" name="webhooks" list={says.title} />}
        <Button icon={<Icon name="add" />} onClick={() => setAsking({ for: 'add' })}>
          {says.add}
        </Button>
      </div>
      <p className="quiet">{says.about}</p>
      {query.isPending && <RowsSkeleton />}
      {query.error && !query.data && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <Empty title={says.none} why={says.noneWhy} />}
      <ul className="records">
        {query.data?.map((webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} onAct={(act) => setAsking({ for: act, webhook })} />
        ))}
      </ul>
      <Suspense fallback={null}>
        {asking?.for === 'add' && <AddWebhookDialog onMade={shown} onClose={close} />}
        {asking?.for === 'change' && <ChangeWebhookDialog webhook={asking.webhook} onClose={close} />}
        {asking?.for === 'rotate' && <RotateWebhookDialog webhook={asking.webhook} onMade={shown} onClose={close} />}
        {asking?.for === 'remove' && <RemoveWebhookDialog webhook={asking.webhook} onClose={close} />}
        {asking?.for === 'secret' && (
          <SecretDialog secret={asking.secret} says={says} onClose={close}>
            {says.howTo}
          </SecretDialog>
        )}
      </Suspense>
    </section>
  );
}
