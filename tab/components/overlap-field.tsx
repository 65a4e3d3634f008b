import { Field, Select } from '@fluentui/react-components';

/** Hours. */
const overlaps = [0, 1, 24, 72, 168] as const;

interface OverlapFieldProps {
  readonly label: string;
  readonly says: (hours: number) => string;
  readonly hours: number;
  readonly onHours: (hours: number) => void;
}

/** For how long an old secret holds beside the new one. */
export function OverlapField({ label, says, hours, onHours }: OverlapFieldProps) {
  return (
    <Field label={label}>
      <Select value={String(hours)} onChange={(_, { value }) => onHours(Number(value))}>
        {overlaps.map((each) => (
          <option key={each} value={each}>
            {says(each)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
