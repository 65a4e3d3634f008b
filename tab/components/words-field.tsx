import { Input } from '@fluentui/react-components';
import { Icon } from './icon.tsx';

interface WordsFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (words: string) => void;
}

/** Milliseconds without another key before a list is asked for again. */
export const pause = 350;

/** Words that records are looked for by. */
export function WordsField({ label, value, onChange }: WordsFieldProps) {
  return (
    <Input
      type="search"
      size="small"
      className="filter-words"
      aria-label={label}
      placeholder={label}
      contentBefore={<Icon name="search" />}
      value={value}
      maxLength={200}
      onChange={(_, data) => onChange(data.value)}
    />
  );
}
