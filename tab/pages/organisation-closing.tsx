import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { Icon } from '../components/icon.tsx';
import { FormSkeleton } from '../components/skeletons.tsx';
import { useDesk } from '../desk.tsx';
import type { ClosingRuleAnswer, PersonRef } from '../wire.ts';
import { PeopleSearch, PersonRow } from './organisation-people.tsx';
import { organisationKeys, useClosingRule } from './organisation-queries.ts';
import { RuleFoot, useRuleChange } from './organisation-rule.tsx';

const choices = ['ticketManagers', 'requester', 'named'] as const satisfies readonly ClosingRuleAnswer['who'][];

/** G-10: who of the organisation closes its cases. */
export function OrganisationClosing() {
  const { closing: says } = useDesk().words.tab.organisation;
  const query = useClosingRule();
  return (
    <section aria-labelledby="closing">
      <h2 id="closing">{says.title}</h2>
      <p className="quiet">{says.about}</p>
      {query.data ? (
        <ClosingForm rule={query.data} />
      ) : query.error ? (
        <FailureView error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <FormSkeleton />
      )}
    </section>
  );
}

function ClosingForm({ rule }: { readonly rule: ClosingRuleAnswer }) {
  const { closing: says, unchanged } = useDesk().words.tab.organisation;
  const announce = useAnnounce();
  const [who, setWho] = useState(rule.who);
  const [people, setPeople] = useState<readonly PersonRef[]>(rule.people);
  const named = useRef<HTMLDivElement>(null);
  const [missing, setMissing] = useState(false);
  const change = useRuleChange<ClosingRuleAnswer>('/organisation/closing-rule', organisationKeys.closing);
  const same = who === rule.who && (who !== 'named' || idsOf(people) === idsOf(rule.people));
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        const nobody = who === 'named' && people.length === 0;
        setMissing(nobody);
        if (nobody || change.isPending) return;
        if (same) return announce(unchanged);
        change.mutate({ version: rule.version, body: { who, ...(who === 'named' && { people: people.map(({ id }) => id) }) } });
      }}
    >
      <Field label={says.legend}>
        <RadioGroup value={who} onChange={(_, { value }) => setWho(choices.find((one) => one === value) ?? who)}>
          {choices.map((one) => (
            <Radio key={one} value={one} label={says.who[one]} />
          ))}
        </RadioGroup>
      </Field>
      {who === 'named' && (
        <div className="named" ref={named} tabIndex={-1}>
          <p className="quiet">{says.namedWhy}</p>
          <ul className="people">
            {people.map((person) => (
              <PersonRow key={person.id} person={person}>
                <Button
                  appearance="subtle"
                  icon={<Icon name="close" />}
                  aria-label={says.drop(person.name)}
                  title={says.drop(person.name)}
                  onClick={() => {
                    setPeople(people.filter(({ id }) => id !== person.id));
                    named.current?.focus();
                  }}
                />
              </PersonRow>
            ))}
          </ul>
          {missing && people.length === 0 && (
            <p className="fault" role="alert">
              {says.needed}
            </p>
          )}
          <PeopleSearch label={says.name}>
            {(person, backToSearch) =>
              people.some(({ id }) => id === person.id) ? (
                <span className="quiet">{says.has}</span>
              ) : (
                <Button
                  size="small"
                  aria-label={says.pickOf(person.name)}
                  onClick={() => {
                    setPeople([...people, { id: person.id, name: person.name }]);
                    announce(says.picked(person.name));
                    backToSearch();
                  }}
                >
                  {says.pick}
                </Button>
              )
            }
          </PeopleSearch>
        </div>
      )}
      <RuleFoot rule={rule} change={change} />
    </form>
  );
}

const idsOf = (people: readonly PersonRef[]): string =>
  people
    .map(({ id }) => id)
    .sort()
    .join(' ');
