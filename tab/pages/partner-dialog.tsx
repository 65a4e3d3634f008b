import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { type ContractLevel, contractLevels } from '../../src/domain/access/partner-record.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { OrganisationField } from '../components/organisation-field.tsx';
import { useDesk } from '../desk.tsx';
import type { PartnerView } from '../wire.ts';
import { PeopleSearch, PersonRow } from './organisation-people.tsx';
import { usePartnerChange } from './partner-queries.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A lead of the desk records what a partner has. */
export function PartnerDialog({ partner, onClose }: { readonly partner: PartnerView; readonly onClose: () => void }) {
  const { words } = useDesk();
  const { partners: says } = words;
  const change = usePartnerChange();
  const announce = useAnnounce();
  const [level, setLevel] = useState<ContractLevel | ''>(partner.contract?.level ?? '');
  const [lastDay, setLastDay] = useState(partner.contract?.lastDay ?? '');
  const [provider, setProvider] = useState<Named | null>(partner.provider);
  const [grants, setGrants] = useState<readonly Named[]>(partner.azureGrants);
  const [group, setGroup] = useState<readonly Named[]>(partner.supportGroup);
  const ids = (all: readonly Named[]) => all.map(({ id }) => id);
  return (
    <FormDialog
      title={says.changeOf(partner.tenant.name)}
      submit={words.tab.save}
      unready={level !== '' && lastDay === ''}
      send={async () => {
        const contract = level === '' ? null : { level, lastDay };
        await change(partner, { contract, provider: provider?.id ?? null, azureGrants: ids(grants), supportGroup: ids(group) });
        announce(says.recorded);
      }}
      onClose={onClose}
    >
      <Field label={says.contract}>
        <Select value={level} onChange={(_, { value }) => setLevel(value as ContractLevel | '')}>
          <option value="">–</option>
          {contractLevels.map((one) => (
            <option key={one} value={one}>
              {says.levels[one]}
            </option>
          ))}
        </Select>
      </Field>
      {level !== '' && (
        <Field label={says.lastDay} required>
          <Input type="date" value={lastDay} onChange={(_, { value }) => setLastDay(value)} />
        </Field>
      )}
      <OrganisationField label={says.provider} kind="partner" besides={[partner.tenant.id]} value={provider} onChoose={setProvider} />
      {provider && (
        <>
          <Chosen label={says.azureGrants} items={grants} onRemove={(id) => setGrants(grants.filter((one) => one.id !== id))} />
          <OrganisationField
            label={`${says.azureGrants} – ${says.add}`}
            kind="customer"
            besides={ids(grants)}
            adds
            value={null}
            onChoose={(one) => one && setGrants([...grants, one])}
          />
        </>
      )}
      <Chosen label={says.supportGroup} items={group} onRemove={(id) => setGroup(group.filter((one) => one.id !== id))} />
      <PeopleSearch label={says.addPerson} from={`/partners/${partner.tenant.id}/people`}>
        {(found) => (
          <Button
            size="small"
            aria-label={`${says.add}: ${found.name}`}
            disabledFocusable={group.some(({ id }) => id === found.id)}
            onClick={() => setGroup([...group, found])}
          >
            {says.add}
          </Button>
        )}
      </PeopleSearch>
    </FormDialog>
  );
}

function Chosen({
  label,
  items,
  onRemove,
}: {
  readonly label: string;
  readonly items: readonly Named[];
  readonly onRemove: (id: string) => void;
}) {
  const { partners: says } = useDesk().words;
  if (items.length === 0) return null;
  return (
    <ul className="people" aria-label={label}>
      {items.map((one) => (
        <PersonRow key={one.id} person={{ ...one, email: '' }}>
          <Button size="small" aria-label={`${says.remove}: ${one.name}`} onClick={() => onRemove(one.id)}>
            {says.remove}
          </Button>
        </PersonRow>
      ))}
    </ul>
  );
}
