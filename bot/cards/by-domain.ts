import { actingAs } from '../../src/app/cases/present.ts';
import { namesCustomer } from '../../src/domain/access/by-domain.ts';
import type { Issue } from '../../src/domain/faults.ts';
import { words } from '../../src/domain/i18n/index.ts';
import type { CardElement } from '../../src/forms/card.ts';
import { explain } from '../../src/forms/explain.ts';
import type { ActionOf } from '../actions.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { actingLine, card, heading, subtle, text, warning } from './card.ts';

/** What was typed, and what is to be said of it. */
export interface TypedDomain {
  readonly domain: string;
  readonly subscription: string;
  readonly issues: readonly Issue[];
  readonly refused: string | null;
}

const nothingTyped: TypedDomain = { domain: '', subscription: '', issues: [], refused: null };

/** CS-3: a partner without a relationship names the customer by domain and subscription. */
export function byDomainCard(
  turn: Turn,
  { caseType, from, selfHelp }: ActionOf<'byDomain'>,
  typed: TypedDomain = nothingTyped,
): AdaptiveCard {
  const { cases, bot } = words(turn.by.locale);
  const says = cases.exception;
  const fault = (field: string): readonly CardElement[] =>
    typed.issues.filter((issue) => issue.field === field).map((issue) => warning(explain(issue.fault, turn.by.locale)));
  return card(turn, {
    speak: says.title,
    body: [
      heading(says.title),
      text(says.about, { spacing: 'None' }),
      actingLine(actingAs(turn.by)),
      ...(typed.refused === null ? [] : [warning(typed.refused)]),
      { type: 'Input.Text', id: namesCustomer.domain.id, label: `${says.domain} *`, maxLength: 253, value: typed.domain },
      subtle(says.domainHint, { spacing: 'None' }),
      ...fault(namesCustomer.domain.id),
      { type: 'Input.Text', id: namesCustomer.subscription.id, label: `${says.subscription} *`, maxLength: 40, value: typed.subscription },
      ...fault(namesCustomer.subscription.id),
    ],
    buttons: [
      { title: says.go, action: { do: 'beginByDomain', caseType, ...(from && { from }), ...(selfHelp && { selfHelp }) } },
      ...(turn.surface === 'chat' ? [{ title: bot.home.back, action: { do: 'home' }, inputs: 'none' } as const] : []),
    ],
  });
}
