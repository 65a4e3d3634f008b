import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { OrganisationField } from '../components/organisation-field.tsx';
import { useDesk } from '../desk.tsx';
import type { FoundPerson, PackView, PersonRef, RecoveryView, TenantView } from '../wire.ts';
import { PeopleSearch, PersonRow } from './organisation-people.tsx';
import { usePackChange, usePackWords } from './pack-queries.ts';

interface Closing {
  readonly onClose: () => void;
}

/** A lead records what somebody of a customer bought. */
export function RecordDialog({ onClose }: Closing) {
  const says = usePackWords();
  const change = usePackChange();
  const announce = useAnnounce();
  const [tenant, setTenant] = useState<Pick<TenantView, 'id' | 'name'> | null>(null);
  const [person, setPerson] = useState<FoundPerson>();
  const [confirmation, setConfirmation] = useState('');
  const [purchasedOn, setPurchasedOn] = useState(new Date().toISOString().slice(0, 10));
  return (
    <FormDialog
      title={says.record}
      submit={says.record}
      unready={!person || confirmation.trim() === '' || purchasedOn === ''}
      send={async () => {
        await change('POST', '', { body: { tenant: tenant?.id, person: person?.id, confirmation: confirmation.trim(), purchasedOn } });
        announce(says.recorded);
      }}
      onClose={onClose}
    >
      <OrganisationField
        label={says.organisation}
        required
        value={tenant}
        onChoose={(one) => {
          setTenant(one);
          setPerson(undefined);
        }}
      />
      {tenant && !person && (
        <PeopleSearch label={says.person} from="/packs/people" more={{ tenant: tenant.id }}>
          {(found) => (
            <Button size="small" aria-label={`${says.choose}: ${found.name}`} onClick={() => setPerson(found)}>
              {says.choose}
            </Button>
          )}
        </PeopleSearch>
      )}
      {person && (
        <Field label={says.person}>
          <Input readOnly value={`${person.name} <${person.email}>`} />
        </Field>
      )}
      <Field label={says.confirmation} required>
        <Input value={confirmation} maxLength={64} className="machine-text" onChange={(_, { value }) => setConfirmation(value)} />
      </Field>
      <Field label={says.purchasedOn} required>
        <Input type="date" value={purchasedOn} onChange={(_, { value }) => setPurchasedOn(value)} />
      </Field>
    </FormDialog>
  );
}

/** Whom the purchasing account lets use its pack. */
export function PeopleDialog({ pack, onClose }: Closing & { readonly pack: PackView }) {
  const { words } = useDesk();
  const says = usePackWords();
  const change = usePackChange();
  const announce = useAnnounce();
  const [people, setPeople] = useState<readonly PersonRef[]>(pack.people);
  return (
    <FormDialog
      title={says.name}
      submit={words.tab.save}
      send={async () => {
        await change('PUT', `/${pack.id}/people`, { body: { people: people.map(({ id }) => id) }, version: pack.version });
        announce(says.named);
      }}
      onClose={onClose}
    >
      <p>{says.nameAbout}</p>
      <ul className="people">
        {people.map((person) => (
          <PersonRow key={person.id} person={person}>
            <Button
              size="small"
              aria-label={`${words.tab.remove}: ${person.name}`}
              onClick={() => setPeople(people.filter(({ id }) => id !== person.id))}
            >
              {words.tab.remove}
            </Button>
          </PersonRow>
        ))}
      </ul>
      <PeopleSearch label={says.findLabel} from="/packs/people">
        {(found, backToSearch) =>
          found.id !== pack.account.id &&
          !people.some(({ id }) => id === found.id) && (
            <Button
              size="small"
              aria-label={`${says.choose}: ${found.name}`}
              onClick={() => {
                setPeople([...people, found]);
                backToSearch();
              }}
            >
              {says.choose}
            </Button>
          )
        }
      </PeopleSearch>
    </FormDialog>
  );
}

/** Asks for the pack of somebody who left. */
export function RecoverDialog({ onClose }: Closing) {
  const says = usePackWords();
  const change = usePackChange();
  const announce = useAnnounce();
  const [confirmation, setConfirmation] = useState('');
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={says.recover}
      submit={says.recover}
      unready={confirmation.trim() === '' || reason.trim() === ''}
      send={async () => {
        await change('POST', '/recoveries', { body: { confirmation: confirmation.trim(), reason: reason.trim() } });
        announce(says.asked);
      }}
      onClose={onClose}
    >
      <p>{says.recoverAbout}</p>
      <Field label={says.confirmation} required>
        <Input value={confirmation} maxLength={64} className="machine-text" onChange={(_, { value }) => setConfirmation(value)} />
      </Field>
      <Field label={says.reason} required>
        <Input value={reason} maxLength={1_000} dir="auto" onChange={(_, { value }) => setReason(value)} />
      </Field>
    </FormDialog>
  );
}

interface DecideProps extends Closing {
  readonly step: 'approve' | 'decline';
  readonly recovery: RecoveryView;
}

/** A lead decides who gets a leaver's pack. */
export function DecideDialog({ step, recovery, onClose }: DecideProps) {
  const says = usePackWords();
  const change = usePackChange();
  const announce = useAnnounce();
  const [said, setSaid] = useState('');
  return (
    <FormDialog
      title={`${says[step]}: ${recovery.by.name}`}
      submit={says[step]}
      send={async () => {
        await change('POST', `/recoveries/${recovery.id}/${step}`, { body: { words: said.replace(/\s+/g, ' ').trim() } });
        announce(says.decided[step === 'approve' ? 'approved' : 'declined']);
      }}
      onClose={onClose}
    >
      <p>{step === 'approve' ? says.approveAbout(recovery.by.name) : says.declineAbout(recovery.by.name)}</p>
      <Field label={says.words}>
        <Textarea value={said} maxLength={1_000} textarea={{ dir: 'auto' }} onChange={(_, { value }) => setSaid(value)} />
      </Field>
    </FormDialog>
  );
}
