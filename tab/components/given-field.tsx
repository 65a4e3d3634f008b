import { Field, Select, Textarea } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** The words of a fault, as a field shows them. */
export const faulty = (fault: string | undefined) => (fault ? { validationMessage: fault } : {});

export interface ChosenProps {
  readonly label: string;
  readonly fault: string | undefined;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: ReactNode;
}

/** One of several, which has to be chosen. */
export const Chosen = ({ label, fault, value, onChoose, children }: ChosenProps) => (
  <Field label={label} required {...faulty(fault)}>
    <Select value={value} onChange={(_, chosen) => onChoose(chosen.value)}>
      {children}
    </Select>
  </Field>
);

interface WrittenProps {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** Characters. */
  readonly most?: number;
  readonly fault?: string | undefined;
  readonly value: string;
  readonly onWrite: (value: string) => void;
}

/** Some words. */
export const Written = ({ label, hint, required = false, most = 20_000, fault, value, onWrite }: WrittenProps) => (
  <Field label={label} required={required} {...(hint && { hint })} {...faulty(fault)}>
    <Textarea value={value} maxLength={most} resize="vertical" textarea={{ dir: 'auto' }} onChange={(_, typed) => onWrite(typed.value)} />
  </Field>
);
