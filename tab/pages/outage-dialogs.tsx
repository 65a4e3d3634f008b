import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { DeskField } from '../components/desk-field.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { useDesk } from '../desk.tsx';
import { useKeyFor } from '../key.ts';
import { go } from '../use-route.ts';
import type { OutageView } from '../wire.ts';
import { useOutageChange } from './outage-queries.ts';

interface OutageDialogProps {
  /** None: a new one. */
  readonly outage?: OutageView;
  readonly onClose: () => void;
}

export function OutageDialog({ outage, onClose }: OutageDialogProps) {
  const { me, words } = useDesk();
  const { outages: says } = words;
  const announce = useAnnounce();
  const change = useOutageChange();
  const [desk, setDesk] = useState<string>(outage?.desk ?? me.desks[0] ?? '');
  const [title, setTitle] = useState(outage?.title ?? '');
  const [description, setDescription] = useState(outage?.description ?? '');
  const save = async () => {
    const body = { title: title.trim(), description: description.trim() };
    if (outage) await change('PUT', `/${outage.id}`, { body, version: outage.version });
    else go({ page: 'outage', id: (await change('POST', '', { body: { ...body, desk } })).id });
    announce(outage ? says.saved : says.opened);
  };
  return (
    <FormDialog
      title={outage ? says.change : says.open}
      submit={outage ? words.tab.save : says.open}
      unready={title.trim() === '' || desk === ''}
      send={save}
      onClose={onClose}
    >
      {!outage && <DeskField label={says.desk} desk={desk} onChange={setDesk} />}
      <Field label={says.titleField} hint={says.titleHint} required>
        <Input value={title} maxLength={200} dir="auto" onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field label={says.description} hint={says.descriptionHint}>
        <Textarea
          value={description}
          maxLength={20_000}
          resize="vertical"
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => setDescription(value)}
        />
      </Field>
    </FormDialog>
  );
}

/** AG-4: the outage is over; its open cases are resolved with it where that is wanted, by the desk's own reasons. */
export function EndOutageDialog({ outage, onClose }: { readonly outage: OutageView; readonly onClose: () => void }) {
  const { outages: says } = useDesk().words;
  const announce = useAnnounce();
  const change = useOutageChange();
  const [text, setText] = useState('');
  const [too, setToo] = useState(false);
  const [reason, setReason] = useState('');
  const keyFor = useKeyFor([outage.id, outage.version, text, too, reason]);
  const asks = too && outage.reasons.length > 0;
  return (
    <FormDialog
      title={`${says.end}: ${outage.title}`}
      submit={says.end}
      unready={asks && reason === ''}
      send={async () => {
        const body = { text: text.trim(), cases: too ? { reason: reason || null } : null };
        await change('POST', `/${outage.id}/resolve`, { body, version: outage.version, key: keyFor() });
        announce(says.ended);
      }}
      onClose={onClose}
    >
      <Field label={says.endWords}>
        <Textarea
          value={text}
          maxLength={20_000}
          resize="vertical"
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      {outage.cases.open > 0 && <Checkbox label={says.endCases} checked={too} onChange={(_, { checked }) => setToo(checked === true)} />}
      {asks && (
        <Field label={says.reason} required>
          <Select value={reason} onChange={(_, { value }) => setReason(value)}>
            <option value="">{says.chooseReason}</option>
            {outage.reasons.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </FormDialog>
  );
}
