import { Field, Select } from '@fluentui/react-components';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { useOutages } from '../pages/outage-queries.ts';
import { problemOf } from '../problem.ts';

interface OutageFieldProps {
  readonly desk: string;
  readonly value: string;
  readonly missing: boolean;
  readonly onChange: (id: string) => void;
}

/** AG-4: the outages that go on at a desk. */
export function OutageField({ desk, value, missing, onChange }: OutageFieldProps) {
  const { words } = useDesk();
  const { outages: says, tab } = words;
  const { data, error } = useOutages();
  const going = data?.filter((one) => one.state === 'open' && one.desk === desk);
  const message = error ? tellShortly(problemOf(error), words) : missing ? says.needed : undefined;
  return (
    <Field
      label={says.choose}
      required
      {...(going?.length === 0 && { hint: says.noneOpen })}
      {...(message && { validationMessage: message })}
    >
      <Select value={value} onChange={(_, { value: id }) => onChange(id)}>
        <option value="">{going || error ? says.chooseOne : tab.loading}</option>
        {going?.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  );
}
