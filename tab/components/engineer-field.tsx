import { Field, Select } from '@fluentui/react-components';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import { useEngineers } from '../queries.ts';

interface EngineerFieldProps {
  readonly desk: string;
  readonly value: string;
  readonly missing: boolean;
  readonly onChange: (id: string) => void;
}

export function EngineerField({ desk, value, missing, onChange }: EngineerFieldProps) {
  const { me, words } = useDesk();
  const { actions: says, loading, case: caseWords } = words.tab;
  const { data, error } = useEngineers(desk, true);
  const message = error ? tellShortly(problemOf(error), words) : missing ? says.engineerNeeded : undefined;
  return (
    <Field label={says.engineer} required {...(message && { validationMessage: message })}>
      <Select value={value} onChange={(_, { value: id }) => onChange(id)}>
        <option value="">{data || error ? says.chooseEngineer : loading}</option>
        {data?.map(({ id, name }) => (
          <option key={id} value={id}>
            {id === me.person.id ? `${name} (${caseWords.you})` : name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
