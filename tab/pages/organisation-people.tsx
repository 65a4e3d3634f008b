import { Field, Input } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import { Icon } from '../components/icon.tsx';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import type { FoundPerson } from '../wire.ts';
import { mostFound, shortest, usePeople } from './organisation-queries.ts';

interface PeopleSearchProps {
  readonly label: string;
  /** Also people who only stand in cases any more. */
  readonly leavers?: boolean;
  /** The operation that is asked, and what it is told besides the words. */
  readonly from?: string;
  readonly more?: Readonly<Record<string, string>>;
  /** What can be done with somebody who was found; what goes once it is done gives the focus back to the search. */
  readonly children: (person: FoundPerson, backToSearch: () => void) => ReactNode;
}

/** Somebody of the organisation by name or address; results come as one types, and are counted aloud. */
export function PeopleSearch({ label, leavers = false, from = '/organisation/people', more = {}, children }: PeopleSearchProps) {
  const { words } = useDesk();
  const { search: says } = words.tab.organisation;
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const found = usePeople(typed, from, { ...more, ...(leavers && { leavers: 'true' }) });
  const people = typed.trim().length >= shortest ? found.data : undefined;
  return (
    <div className="people-search">
      <Field label={label} hint={says.hint}>
        <Input
          ref={field}
          type="search"
          value={typed}
          maxLength={100}
          autoComplete="off"
          contentBefore={<Icon name="search" />}
          input={{ dir: 'auto' }}
          onChange={(_, { value }) => setTyped(value)}
        />
      </Field>
      <p className="hidden" role="status">
        {people && (people.length > 0 ? says.found(people.length) : says.nobody)}
      </p>
      {found.error && (
        <p className="fault" role="alert">
          {tellShortly(problemOf(found.error), words)}
        </p>
      )}
      {people?.length === 0 && <p className="quiet">{says.nobody}</p>}
      {people && people.length > 0 && (
        <ul className="people">
          {people.map((person) => (
            <PersonRow key={person.id} person={person}>
              {children(person, () => field.current?.focus())}
            </PersonRow>
          ))}
        </ul>
      )}
      {people?.length === mostFound && <p className="quiet">{says.more}</p>}
    </div>
  );
}

interface PersonRowProps {
  readonly person: { readonly name: string; readonly email?: string };
  readonly about?: ReactNode;
  readonly children?: ReactNode;
}

export function PersonRow({ person, about, children }: PersonRowProps) {
  return (
    <li>
      <span className="person">
        <strong dir="auto">{person.name}</strong>
        {person.email && (
          <span className="quiet" dir="auto">
            {person.email}
          </span>
        )}
        {about && <span className="quiet">{about}</span>}
      </span>
      <span className="person-actions">{children}</span>
    </li>
  );
}
