import { closings } from '../../src/domain/case/lifecycle.ts';
import { chargeNeeded, type SupportAnswer } from '../../src/domain/case/support.ts';
import { charges } from '../../src/domain/case/support-state.ts';
import { limits } from '../../src/domain/catalogue/field.ts';
import { words } from '../../src/domain/i18n/index.ts';
import type { CardElement } from '../../src/forms/card.ts';
import { textInput } from '../actions.ts';
import type { Turn } from '../turn.ts';
import { quoted, subtle, text } from './card.ts';
import { choiceElements, faultElements } from './input-elements.ts';
import type { Writing } from './write.ts';

/** PS-6: the decision on charging, at the desk that takes it. */
export function chargeElements(turn: Turn, { view, step, inputs, issues }: Writing): readonly CardElement[] {
  const closing = closings.find((one) => one === step);
  if (!closing || !view.support?.decidesCharge) return [];
  const { support } = words(turn.by.locale);
  const choices = charges.map((id) => ({ title: support.charges[id], value: id }));
  // A card asks for everything at once: whether it is closed early is chosen on the same one.
  const optional = !chargeNeeded(closing, null, view.support.solution?.standing === 'notAgreed');
  const label = optional ? support.chargeIfEarly : support.charge;
  return choiceElements(turn, { id: 'charge', label, value: textInput(inputs, 'charge'), choices, issues, optional });
}

/** PS-1, PS-6: what was proposed, and whether one agrees. */
export function answerElements(turn: Turn, { view, inputs, issues }: Writing, step: SupportAnswer): readonly CardElement[] {
  const { support } = words(turn.by.locale);
  const { label, yes, no } = support.answers[step];
  const choices = [
    { title: yes, value: 'yes' },
    { title: no, value: 'no' },
  ];
  return [
    ...proposedIn(view, step).map((proposed) => text(quoted(proposed, 1_500), { separator: true })),
    subtle(support.abouts[step]),
    ...choiceElements(turn, { id: 'agreed', label, value: textInput(inputs, 'agreed'), choices, issues }),
  ];
}

function proposedIn({ support }: Writing['view'], step: SupportAnswer): readonly string[] {
  switch (step) {
    case 'answerDefinition':
      return support?.problem ? [support.problem.text] : [];
    case 'answerSolution':
      return support?.solution ? [support.solution.text] : [];
    case 'answerSplit':
      return support?.split?.titles ?? [];
  }
}

/** PS-1. */
export function partElements(turn: Turn, { inputs, issues }: Writing): readonly CardElement[] {
  const { partTitles, abouts } = words(turn.by.locale).support;
  const value = textInput(inputs, 'parts');
  return [
    subtle(abouts.proposeSplit),
    { type: 'Input.Text', id: 'parts', label: `${partTitles} *`, isMultiline: true, maxLength: limits.parts * (limits.title + 1), value },
    ...faultElements(turn, issues, 'parts'),
  ];
}

/** PS-3. */
export function workElements(turn: Turn, { view, inputs, issues }: Writing): readonly CardElement[] {
  const { work, reachable } = words(turn.by.locale).support;
  const now = view.aroundTheClock ? 'aroundTheClock' : 'businessHours';
  const choices = (['businessHours', 'aroundTheClock'] as const).map((value) => ({ title: work[value], value }));
  const typed = inputs['reachable'] ?? view.particulars['reachable'] ?? '';
  return [
    ...choiceElements(turn, { id: 'work', label: work.label, value: textInput(inputs, 'work') || now, choices, issues }),
    { type: 'Input.Text', id: 'reachable', label: reachable, isMultiline: true, maxLength: limits.reachable, value: String(typed) },
    ...faultElements(turn, issues, 'reachable'),
  ];
}
