import type { Issue } from '../../src/domain/faults.ts';
import { words } from '../../src/domain/i18n/index.ts';
import type { CardElement } from '../../src/forms/card.ts';
import { literal } from '../../src/forms/card-text.ts';
import { explain } from '../../src/forms/explain.ts';
import type { Turn } from '../turn.ts';
import { text } from './card.ts';

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly issues: readonly Issue[];
  /** Where it may be left out. */
  readonly optional?: boolean;
}

/** One of several, and what was wrong with it. */
export const choiceElements = (turn: Turn, { id, label, value, choices, issues, optional = false }: Choice): readonly CardElement[] => [
  {
    type: 'Input.ChoiceSet',
    id,
    label: optional ? label : `${label} *`,
    placeholder: words(turn.by.locale).bot.write.choose,
    style: 'compact',
    value,
    choices,
  },
  ...faultElements(turn, issues, id),
];

/** What was wrong with a field, under it. */
export const faultElements = (turn: Turn, issues: readonly Issue[], field: string): readonly CardElement[] =>
  issues
    .filter((issue) => issue.field === field)
    .map(({ fault }) => text(literal(explain(fault, turn.by.locale)), { color: 'Attention', size: 'Small', spacing: 'None' }));
