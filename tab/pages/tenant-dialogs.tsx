import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { useDesk } from '../desk.tsx';
import { useTenantChange } from '../operator-queries.ts';
import type { TenantView } from '../wire.ts';
import type { Asking } from './tenants-page.tsx';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const kinds = ['customer', 'partner'] as const;

interface TenantDialogProps {
  readonly asking: Exclude<Asking, { for: 'remove' }>;
  readonly onClose: () => void;
}

export function TenantDialog({ asking, onClose }: TenantDialogProps) {
  return asking.for === 'suspend' ? (
    <SuspendDialog tenant={asking.tenant} onClose={onClose} />
  ) : (
    <EditDialog tenant={asking.for === 'change' ? asking.tenant : undefined} onClose={onClose} />
  );
}

/** What an organisation is: one that is known, or one that is allowed before it comes. */
function EditDialog({ tenant, onClose }: { readonly tenant: TenantView | undefined; readonly onClose: () => void }) {
  const { tenants: says } = useDesk().words.tab;
  const change = useTenantChange();
  const announce = useAnnounce();
  const [id, setId] = useState('');
  const [name, setName] = useState(tenant?.name ?? '');
  const [kind, setKind] = useState<(typeof kinds)[number]>(tenant?.kind === 'partner' ? 'partner' : 'customer');
  const send = async () => {
    const after = await (tenant
      ? change('PATCH', `/${tenant.id}`, { name: name.trim(), kind })
      : change('POST', '', { id: id.trim(), name: name.trim(), kind }));
    announce(says.changed(after.name, says.states[after.state]));
  };
  const unready = tenant ? name.trim() === '' : !uuid.test(id.trim());
  return (
    <FormDialog
      title={tenant ? says.changeOf(tenant.name) : says.allow}
      submit={tenant ? says.change : says.steps.allow}
      unready={unready}
      send={send}
      onClose={onClose}
    >
      {!tenant && (
        <Field label={says.id} required hint={says.idHint}>
          <Input value={id} maxLength={60} className="machine-text" onChange={(_, { value }) => setId(value)} />
        </Field>
      )}
      <Field label={says.name} required={tenant !== undefined} {...(!tenant && { hint: says.nameHint })}>
        <Input value={name} maxLength={200} dir="auto" onChange={(_, { value }) => setName(value)} />
      </Field>
      <Field label={says.kind} hint={says.kindHint}>
        <Select value={kind} onChange={(_, { value }) => setKind(kinds.find((it) => it === value) ?? kind)}>
          {kinds.map((it) => (
            <option key={it} value={it}>
              {says.kinds[it]}
            </option>
          ))}
        </Select>
      </Field>
    </FormDialog>
  );
}

function SuspendDialog({ tenant, onClose }: { readonly tenant: TenantView; readonly onClose: () => void }) {
  const { tenants: says } = useDesk().words.tab;
  const change = useTenantChange();
  const announce = useAnnounce();
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={says.stepOf(says.steps.suspend, tenant.name)}
      submit={says.steps.suspend}
      unready={reason.trim() === ''}
      send={async () => {
        const after = await change('POST', `/${tenant.id}/suspend`, { reason: reason.trim() });
        announce(says.changed(after.name, says.states[after.state]));
      }}
      onClose={onClose}
    >
      <p>{says.suspendWhy}</p>
      <Field label={says.reason} required hint={says.reasonHint}>
        <Input value={reason} maxLength={500} dir="auto" onChange={(_, { value }) => setReason(value)} />
      </Field>
    </FormDialog>
  );
}
