import { Button } from '@fluentui/react-components';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { folded } from '../../src/domain/text.ts';
import { useDesk } from '../desk.tsx';
import { useEngineers } from '../queries.ts';
import type { PersonRef } from '../wire.ts';
import { Icon } from './icon.tsx';

/** An @ at the beginning of a word, and what was typed behind it up to the caret. */
const beginning = /(^|\s)@([^\s@]*)$/u;
const most = 6;

interface Typing {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** AG-3: colleagues of the desk, offered where an @ is typed. They are kept by id; the name in the text is for its readers. */
export function useMentions(desk: string, on: boolean, { text, setText, field }: Typing) {
  const { me } = useDesk();
  const engineers = useEngineers(desk, on).data ?? [];
  const [chosen, setChosen] = useState<readonly PersonRef[]>([]);
  const [typed, setTyped] = useState<string>();
  const [at, setAt] = useState(0);
  const offered =
    typed === undefined || !on
      ? []
      : engineers.filter(({ id, name }) => id !== me.person.id && folded(name).includes(folded(typed))).slice(0, most);
  const look = (value: string) => {
    const caret = field.current?.selectionStart ?? value.length;
    setTyped(beginning.exec(value.slice(0, caret))?.[2]);
    setAt(0);
  };
  const choose = (person: PersonRef) => {
    const caret = field.current?.selectionStart ?? text.length;
    const before = text.slice(0, caret).replace(beginning, `$1@${person.name.replaceAll('$', '$$$$')} `);
    setText(before + text.slice(caret));
    setChosen((all) => (all.some(({ id }) => id === person.id) ? all : [...all, person]));
    setTyped(undefined);
    field.current?.focus();
  };
  /** @returns whether the key was for the list */
  const onKey = (event: KeyboardEvent): boolean => {
    const person = offered[at];
    if (!person) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      setAt((at + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(person);
    else if (event.key === 'Escape') setTyped(undefined);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { offered, at, choose, look, onKey, chosen: on ? chosen : [], setChosen };
}

export function MentionList({ offered, at, choose }: Pick<ReturnType<typeof useMentions>, 'offered' | 'at' | 'choose'>) {
  const { composer: says } = useDesk().words.tab;
  if (offered.length === 0) return null;
  return (
    <ul className="mention-list" id="mention-list" aria-label={says.mention}>
      {offered.map((person, i) => (
        <li key={person.id} data-current={i === at}>
          <Button type="button" appearance="subtle" size="small" tabIndex={-1} onClick={() => choose(person)}>
            {person.name}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Who will be told of the note. */
export function Mentioned({ chosen, onRemove }: { readonly chosen: readonly PersonRef[]; readonly onRemove: (person: PersonRef) => void }) {
  const { composer: says } = useDesk().words.tab;
  if (chosen.length === 0) return null;
  return (
    <p className="mentioned">
      {says.told}
      {chosen.map((person) => (
        <Button
          key={person.id}
          type="button"
          size="small"
          icon={<Icon name="close" />}
          iconPosition="after"
          aria-label={says.unmention(person.name)}
          onClick={() => onRemove(person)}
        >
          {person.name}
        </Button>
      ))}
    </p>
  );
}
