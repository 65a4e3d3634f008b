import { Field, Select } from '@fluentui/react-components';
import { useDesk } from '../desk.tsx';

interface DeskFieldProps {
  readonly label: string;
  readonly desk: string;
  readonly onChange: (desk: string) => void;
}

/** Which of the desks that the reader works for; without more than one there is nothing to choose. */
export function DeskField({ label, desk, onChange }: DeskFieldProps) {
  const { me, words } = useDesk();
  if (me.desks.length < 2) return null;
  return (
    <Field label={label} required>
      <Select value={desk} onChange={(_, { value }) => onChange(value)}>
        {me.desks.map((id) => (
          <option key={id} value={id}>
            {words.desks[id].name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
