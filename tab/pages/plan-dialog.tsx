import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { type PlanState, planStates } from '../../src/domain/access/remediation.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { Chosen, Written } from '../components/given-field.tsx';
import { useDesk } from '../desk.tsx';
import type { PartnerView } from '../wire.ts';
import { usePlanChange } from './partner-queries.ts';

/** CS-10: a lead asks a partner for a remediation plan, or changes it. */
export function PlanDialog({ partner, onClose }: { readonly partner: PartnerView; readonly onClose: () => void }) {
  const { words } = useDesk();
  const { partners: says } = words;
  const { plan } = partner.escalations;
  const change = usePlanChange();
  const announce = useAnnounce();
  const [text, setText] = useState(plan?.text ?? '');
  const [dueDay, setDueDay] = useState(plan?.dueDay ?? '');
  const [state, setState] = useState<PlanState>(plan?.state ?? 'asked');
  return (
    <FormDialog
      title={says.planOf(partner.tenant.name)}
      submit={plan ? words.tab.save : says.askPlan}
      unready={text.trim() === '' || dueDay === ''}
      send={async () => {
        await change(partner, { text, dueDay, state });
        announce(says.planRecorded);
      }}
      onClose={onClose}
    >
      <Written label={says.planText} hint={says.planTextHint} required value={text} onWrite={setText} />
      <Field label={says.dueDay} required>
        <Input type="date" value={dueDay} onChange={(_, { value }) => setDueDay(value)} />
      </Field>
      <Chosen label={says.planState} fault={undefined} value={state} onChoose={(chosen) => setState(chosen as PlanState)}>
        {planStates.map((one) => (
          <option key={one} value={one}>
            {says.planStates[one]}
          </option>
        ))}
      </Chosen>
    </FormDialog>
  );
}
