import { Button } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import { keys } from '../queries.ts';
import type { FoundPerson } from '../wire.ts';
import { PeopleSearch } from './organisation-people.tsx';

interface Transferred {
  readonly transferred: number;
  readonly left: number;
}

/** G-17: a leaver's open cases, given to somebody who stays. */
export function OrganisationTransfer() {
  const { words } = useDesk();
  const { transfer: says } = words.tab.organisation;
  const title = useRef<HTMLHeadingElement>(null);
  const [leaver, setLeaver] = useState<FoundPerson>();
  const back = () => {
    setLeaver(undefined);
    title.current?.focus();
  };
  return (
    <section aria-labelledby="transfer">
      <h2 id="transfer" ref={title} tabIndex={-1}>
        {says.title}
      </h2>
      <p className="quiet">{says.about}</p>
      {leaver ? (
        <Transfer key={leaver.id} leaver={leaver} onBack={back} />
      ) : (
        <PeopleSearch label={says.find} leavers>
          {(person) => (
            <Button size="small" aria-label={says.chooseOf(person.name)} onClick={() => setLeaver(person)}>
              {says.choose}
            </Button>
          )}
        </PeopleSearch>
      )}
    </section>
  );
}

function Transfer({ leaver, onBack }: { readonly leaver: FoundPerson; readonly onBack: () => void }) {
  const { api, words } = useDesk();
  const { transfer: says } = words.tab.organisation;
  const path = `/organisation/people/${leaver.id}`;
  const queryKey = ['organisation', 'cases', leaver.id];
  const count = useQuery({ queryKey, queryFn: ({ signal }) => api.get<{ open: number }>(`${path}/cases`, signal), staleTime: 0 });
  const give = useGiving(path, queryKey);
  const error = count.error ?? give.error;
  const open = count.data?.open;
  return (
    <div>
      <p role="status" dir="auto">
        {open === undefined ? words.tab.loading : give.isPending ? says.going(open) : says.open(leaver.name, open)}
      </p>
      {open !== undefined && open > 0 && (
        <PeopleSearch label={says.to}>
          {(person) =>
            person.id !== leaver.id && (
              <Button
                size="small"
                aria-label={says.giveTo(person.name)}
                disabledFocusable={give.isPending}
                onClick={() => !give.isPending && give.mutate(person, { onSuccess: onBack })}
              >
                {says.give}
              </Button>
            )
          }
        </PeopleSearch>
      )}
      {error && (
        <p className="fault" role="alert">
          {tellShortly(problemOf(error), words)}
        </p>
      )}
      <Button appearance="subtle" size="small" disabledFocusable={give.isPending} onClick={() => !give.isPending && onBack()}>
        {says.another}
      </Button>
    </div>
  );
}

/** So many at a time, until none is left or none could be given any more. */
function useGiving(path: string, queryKey: readonly string[]) {
  const { api, words } = useDesk();
  const { transfer: says } = words.tab.organisation;
  const queries = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: async ({ id }: FoundPerson) => {
      let sum = 0;
      for (;;) {
        const { transferred, left } = await api.send<Transferred>('POST', `${path}/transfer`, { body: { to: id } });
        sum += transferred;
        queries.setQueryData(queryKey, { open: left });
        if (left === 0 || transferred === 0) return { sum, left };
      }
    },
    onSuccess: ({ sum, left }, { name }) => announce(left === 0 ? says.done(sum, name) : says.some(sum, left)),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: keys.lists });
      await queries.invalidateQueries({ queryKey: ['case'] });
    },
  });
}
