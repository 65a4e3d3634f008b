import { Button } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { CsvButton } from '../components/csv-button.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { Icon } from '../components/icon.tsx';
import { RowsSkeleton } from '../components/skeletons.tsx';
import { useWhen } from '../components/when.tsx';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import type { FoundPerson, GrantAnswer } from '../wire.ts';
import { PeopleSearch, PersonRow } from './organisation-people.tsx';
import { organisationKeys, useGrants } from './organisation-queries.ts';

/** ID-3: who was made a ticket manager here, and making others. */
export function OrganisationGrants() {
  const { words } = useDesk();
  const { managers: says } = words.tab.organisation;
  const title = useRef<HTMLHeadingElement>(null);
  const query = useGrants();
  const when = useWhen();
  const change = useGrantChange();
  const given = query.data ?? [];
  return (
    <section aria-labelledby="managers">
      <div className="page-head">
        <h2 id="managers" ref={title} tabIndex={-1}>
          {says.title}
        </h2>
        {given.length > 0 && <CsvButton path="/organisation/grants.csv" name="grants" list={says.title} />}
      </div>
      <p className="quiet">{says.about}</p>
      {query.isPending && <RowsSkeleton />}
      {query.error && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <p className="note">{says.none}</p>}
      {given.length > 0 && (
        <ul className="people">
          {given.map(({ person, by, at }) => (
            <PersonRow key={person.id} person={person} about={says.by(by, when(at))}>
              <Button
                appearance="subtle"
                icon={<Icon name="delete" />}
                aria-label={says.take(person.name)}
                title={says.take(person.name)}
                disabledFocusable={change.isPending}
                onClick={() => change.mutate({ person, give: false }, { onSuccess: () => title.current?.focus() })}
              />
            </PersonRow>
          ))}
        </ul>
      )}
      <PeopleSearch label={says.add}>
        {(person, backToSearch) =>
          given.some((one) => one.person.id === person.id) ? (
            <span className="quiet">{says.has}</span>
          ) : (
            <Button
              size="small"
              aria-label={says.giveTo(person.name)}
              disabledFocusable={change.isPending}
              onClick={() => change.mutate({ person, give: true }, { onSuccess: backToSearch })}
            >
              {says.give}
            </Button>
          )
        }
      </PeopleSearch>
      {change.error && (
        <p className="fault" role="alert">
          {tellShortly(problemOf(change.error), words)}
        </p>
      )}
    </section>
  );
}

function useGrantChange() {
  const { api, words } = useDesk();
  const { managers: says } = words.tab.organisation;
  const queries = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: ({ person, give }: { readonly person: FoundPerson; readonly give: boolean }) =>
      api.send<{ items: readonly GrantAnswer[] }>(give ? 'PUT' : 'DELETE', `/organisation/grants/${person.id}/ticketManager`),
    onSuccess: ({ items }, { person, give }) => {
      queries.setQueryData(organisationKeys.grants, items);
      announce(give ? says.given(person.name) : says.taken(person.name));
    },
  });
}
