import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { type MachineScope, machineScopes } from '../../src/domain/access/machine.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { OverlapField } from '../components/overlap-field.tsx';
import { useDesk } from '../desk.tsx';
import { useIntegrationChange } from '../operator-queries.ts';
import type { MachineView, ShownSecret } from '../wire.ts';

const lasting = [30, 90, 180, 365] as const;

interface Making {
  readonly onMade: (shown: ShownSecret) => void;
  readonly onClose: () => void;
}

export function CreateDialog({ onMade, onClose }: Making) {
  const { integrations: says } = useDesk().words.tab;
  const change = useIntegrationChange();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly MachineScope[]>(['cases:read']);
  const [days, setDays] = useState(90);
  return (
    <FormDialog
      title={says.create}
      submit={says.create}
      unready={name.trim() === '' || scopes.length === 0}
      send={async () => onMade(await change<ShownSecret>('POST', '', { name: name.trim(), scopes, days }))}
      onClose={(done) => !done && onClose()}
    >
      <Field label={says.name} required hint={says.nameHint}>
        <Input value={name} maxLength={100} dir="auto" onChange={(_, { value }) => setName(value)} />
      </Field>
      <fieldset className="choices">
        <legend>{says.scopes}</legend>
        {machineScopes.map((scope) => (
          <Checkbox
            key={scope}
            label={says.scopeNames[scope]}
            checked={scopes.includes(scope)}
            onChange={(_, { checked }) => setScopes(machineScopes.filter((it) => (it === scope ? checked === true : scopes.includes(it))))}
          />
        ))}
        {scopes.length === 0 && <p className="fault">{says.scopeNeeded}</p>}
      </fieldset>
      <Days days={days} onDays={setDays} />
    </FormDialog>
  );
}

export function RotateDialog({ machine, onMade, onClose }: Making & { readonly machine: MachineView }) {
  const { integrations: says } = useDesk().words.tab;
  const change = useIntegrationChange();
  const [overlapHours, setOverlap] = useState(24);
  const [days, setDays] = useState(90);
  return (
    <FormDialog
      title={says.rotateOf(machine.name)}
      submit={says.rotate}
      send={async () => onMade(await change<ShownSecret>('POST', `/${machine.id}/rotate`, { overlapHours, days }))}
      onClose={(done) => !done && onClose()}
    >
      <p>{says.rotateWhy}</p>
      <OverlapField label={says.overlap} says={says.hours} hours={overlapHours} onHours={setOverlap} />
      <Days days={days} onDays={setDays} />
    </FormDialog>
  );
}

export function RevokeDialog({ machine, onClose }: { readonly machine: MachineView; readonly onClose: () => void }) {
  const { integrations: says } = useDesk().words.tab;
  const change = useIntegrationChange();
  const announce = useAnnounce();
  return (
    <FormDialog
      title={says.revokeOf(machine.name)}
      submit={says.revoke}
      send={async () => {
        await change('DELETE', `/${machine.id}`);
        announce(says.revoked(machine.name));
      }}
      onClose={onClose}
    >
      <p>{says.revokeWhy}</p>
    </FormDialog>
  );
}

function Days({ days, onDays }: { readonly days: number; readonly onDays: (days: number) => void }) {
  const { integrations: says } = useDesk().words.tab;
  return (
    <Field label={says.lasts}>
      <Select value={String(days)} onChange={(_, { value }) => onDays(Number(value))}>
        {lasting.map((count) => (
          <option key={count} value={count}>
            {says.days(count)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
