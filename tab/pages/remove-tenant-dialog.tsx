import { Button, Checkbox, Field, Input, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { useTenantChange } from '../operator-queries.ts';
import { problemOf } from '../problem.ts';
import { save } from '../save.ts';
import type { TenantView } from '../wire.ts';

/** Milliseconds that an export may take. */
const patience = 30 * 60_000;

/** First the export is saved, then its keeping and the name are confirmed: only then can an organisation be removed. */
export function RemoveTenantDialog({ tenant, onClose }: { readonly tenant: TenantView; readonly onClose: () => void }) {
  const { api, words } = useDesk();
  const { tenants: says } = words.tab;
  const change = useTenantChange();
  const announce = useAnnounce();
  const [saved, setSaved] = useState<{ readonly busy: boolean; readonly name: string; readonly fault: string }>({
    busy: false,
    name: '',
    fault: '',
  });
  const [kept, setKept] = useState(false);
  const [typed, setTyped] = useState('');
  const exportNow = async () => {
    if (saved.busy) return;
    setSaved({ busy: true, name: '', fault: '' });
    try {
      const name = `${tenant.name.replace(/[^\p{L}\p{N}]+/gu, '-')}.jsonl`;
      save(await api.blob(`/tenants/${tenant.id}/export`, patience), name);
      setSaved({ busy: false, name, fault: '' });
    } catch (error) {
      setSaved({ busy: false, name: '', fault: tellShortly(problemOf(error), words) });
    }
  };
  const ready = (saved.name || tenant.exportedAt) && kept && typed.trim() === tenant.name;
  return (
    <FormDialog
      title={says.stepOf(says.steps.remove, tenant.name)}
      submit={says.removeYes}
      unready={!ready}
      send={async () => {
        const after = await change('POST', `/${tenant.id}/remove`, { name: typed.trim(), exportKept: true });
        announce(says.changed(after.name, says.states[after.state]));
      }}
      onClose={onClose}
    >
      <p>{says.removeWhy}</p>
      <div>
        <Button
          icon={saved.busy ? <Spinner size="tiny" /> : <Icon name="download" />}
          disabledFocusable={saved.busy}
          onClick={() => void exportNow()}
        >
          {saved.busy ? says.exporting : says.exportFirst}
        </Button>
      </div>
      <p className="quiet">{says.exportWhat}</p>
      <p role="status">{saved.name && says.exportSaved(saved.name)}</p>
      {saved.fault && (
        <p className="fault" role="alert">
          {saved.fault}
        </p>
      )}
      <Checkbox label={says.kept} checked={kept} onChange={(_, { checked }) => setKept(checked === true)} />
      <Field label={says.typeName(tenant.name)} required>
        <Input value={typed} maxLength={200} dir="auto" autoComplete="off" onChange={(_, { value }) => setTyped(value)} />
      </Field>
    </FormDialog>
  );
}
