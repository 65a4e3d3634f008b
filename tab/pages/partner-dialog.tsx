import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { type ContractLevel, contractLevels } from '../../src/domain/access/partner-record.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { useDesk } from '../desk.tsx';
import { useTenants } from '../operator-queries.ts';
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
  const [provider, setProvider] = useState(partner.provider?.id ?? '');
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
        await change(partner, { contract, provider: provider || null, azureGrants: ids(grants), supportGroup: ids(group) });
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
      <Organisations
        label={says.provider}
        kind="partner"
        besides={[partner.tenant.id]}
        value={provider}
        onChoose={({ id }) => setProvider(id)}
      />
      {provider !== '' && (
        <>
          <Chosen label={says.azureGrants} items={grants} onRemove={(id) => setGrants(grants.filter((one) => one.id !== id))} />
          <Organisations
            label={`${says.azureGrants} – ${says.add}`}
            kind="customer"
            besides={ids(grants)}
            value=""
            onChoose={(one) => one.id && setGrants([...grants, one])}
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

interface OrganisationsProps {
  readonly label: string;
  readonly kind: 'partner' | 'customer';
  /** Ids of those that are no choice. */
  readonly besides: readonly string[];
  readonly value: string;
  /** With an empty id where none was chosen. */
  readonly onChoose: (one: Named) => void;
}

function Organisations({ label, kind, besides, value, onChoose }: OrganisationsProps) {
  const { data } = useTenants({ q: '', state: '' });
  const offered = (data?.pages ?? []).flatMap(({ items }) => items).filter((one) => one.kind === kind && !besides.includes(one.id));
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, { value: id }) => onChoose({ id, name: offered.find((one) => one.id === id)?.name ?? '' })}>
        <option value="">–</option>
        {offered.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
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
