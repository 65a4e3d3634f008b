import { Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { pause, WordsField } from './words-field.tsx';

interface WordsAndStateProps<State extends string> {
  readonly labels: { readonly words: string; readonly state: string };
  /** What can be chosen, in order, each with its name. */
  readonly states: ReadonlyMap<State, string>;
  readonly start: State;
  readonly onFilter: (words: string, state: State) => void;
}

/** Narrows a list of records by words and by one choice. */
export function WordsAndState<State extends string>({ labels, states, start, onFilter }: WordsAndStateProps<State>) {
  const [typed, setTyped] = useState('');
  const [state, setState] = useState(start);
  useEffect(() => {
    const timer = setTimeout(() => onFilter(typed.trim(), state), pause);
    return () => clearTimeout(timer);
  }, [typed, state, onFilter]);
  return (
    <search className="filters filters-plain">
      <WordsField label={labels.words} value={typed} onChange={setTyped} />
      <Select
        size="small"
        className="filter-select"
        aria-label={labels.state}
        value={state}
        onChange={(_, { value }) => setState([...states.keys()].find((one) => one === value) ?? start)}
      >
        {[...states].map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </search>
  );
}
