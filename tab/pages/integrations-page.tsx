import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { CsvButton } from '../components/csv-button.tsx';
import { Empty } from '../components/empty.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { Icon } from '../components/icon.tsx';
import { RowsSkeleton } from '../components/skeletons.tsx';
import { useDesk } from '../desk.tsx';
import { useIntegrations } from '../operator-queries.ts';
import { useTitleFocus } from '../use-title-focus.ts';
import type { MachineView, ShownSecret } from '../wire.ts';
import { IntegrationRow } from './integration-row.tsx';
import { WebhookSection } from './webhook-section.tsx';

const dialogs = () => import('./integration-dialogs.tsx');
const CreateDialog = lazy(() => dialogs().then((m) => ({ default: m.CreateDialog })));
const RotateDialog = lazy(() => dialogs().then((m) => ({ default: m.RotateDialog })));
const RevokeDialog = lazy(() => dialogs().then((m) => ({ default: m.RevokeDialog })));
const SecretDialog = lazy(() => import('./secret-dialog.tsx').then((m) => ({ default: m.SecretDialog })));

type Asking =
  | { readonly for: 'create' }
  | { readonly for: 'rotate' | 'revoke'; readonly machine: MachineView }
  | { readonly for: 'secret'; readonly shown: ShownSecret };

/** ID-1: credentials of the organisation's own systems; for its administrators. */
export function IntegrationsPage() {
  const { words } = useDesk();
  const { integrations: says } = words.tab;
  const title = useTitleFocus();
  const query = useIntegrations();
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const shown = (secret: ShownSecret) => setAsking({ for: 'secret', shown: secret });
  return (
    <div className="page">
      <div className="page-head">
        <h1 ref={title} tabIndex={-1}>
          {says.title}
        </h1>
        {query.data && query.data.length > 0 && <CsvButton path="/integrations.csv" name="integrations" list={says.title} />}
        <Button appearance="primary" icon={<Icon name="add" />} onClick={() => setAsking({ for: 'create' })}>
          {says.create}
        </Button>
      </div>
      <p className="quiet">{says.about}</p>
      {query.isPending && <RowsSkeleton />}
      {query.error && !query.data && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <Empty title={says.none} why={says.noneWhy} />}
      <ul className="records">
        {query.data?.map((machine) => (
          <IntegrationRow
            key={machine.id}
            machine={machine}
            onRotate={() => setAsking({ for: 'rotate', machine })}
            onRevoke={() => setAsking({ for: 'revoke', machine })}
          />
        ))}
      </ul>
      <Suspense fallback={null}>
        {asking?.for === 'create' && <CreateDialog onMade={shown} onClose={close} />}
        {asking?.for === 'rotate' && <RotateDialog machine={asking.machine} onMade={shown} onClose={close} />}
        {asking?.for === 'revoke' && <RevokeDialog machine={asking.machine} onClose={close} />}
        {asking?.for === 'secret' && (
          <SecretDialog secret={asking.shown.secret} says={says} onClose={close}>
            {says.use} <code>Authorization: Bearer cdm_…</code>
          </SecretDialog>
        )}
      </Suspense>
      <WebhookSection />
    </div>
  );
}
