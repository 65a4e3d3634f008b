import { randomUUID } from 'node:crypto';
import { affections } from '../../src/app/cases/feedback.ts';
import { actingAs } from '../../src/app/cases/present.ts';
import type { Issue } from '../../src/domain/faults.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { explain } from '../../src/forms/explain.ts';
import { type Inputs, textInput } from '../actions.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { actingLine, card, heading, mostTyped, subtle, text } from './card.ts';

export interface FeedbackForm {
  readonly about: { readonly caseId: string; readonly number: string } | null;
  readonly inputs: Inputs;
  readonly issues: readonly Issue[];
}

/** G-20. */
export function feedbackCard(turn: Turn, { about, inputs, issues }: FeedbackForm): AdaptiveCard {
  const { bot, cases } = words(turn.by.locale);
  const { feedback } = bot;
  const title = about ? feedback.onCase(about.number) : feedback.title;
  const choices = <K extends string>(names: Readonly<Record<K, string>>, order: readonly K[]) =>
    order.map((value) => ({ title: names[value], value }));
  const set = (id: string, label: string, from: readonly object[], more: object = {}) => ({
    type: 'Input.ChoiceSet',
    id,
    label,
    style: 'expanded',
    wrap: true,
    value: textInput(inputs, id),
    choices: from,
    ...more,
  });
  const yesOrNo = [
    { title: cases.yes, value: 'true' },
    { title: cases.no, value: 'false' },
  ];
  return card(turn, {
    speak: title,
    body: [
      heading(title),
      subtle(feedback.readBy),
      actingLine(actingAs(turn.by)),
      set('useful', `${feedback.useful} *`, yesOrNo),
      ...issues
        .filter(({ field }) => field === 'useful')
        .map(({ fault }) => text(explain(fault, turn.by.locale), { color: 'Attention', size: 'Small', spacing: 'None' })),
      set('language', feedback.language, choices(feedback.languages, ['good', 'fair', 'poor'])),
      set('affectedBy', feedback.affectedBy, choices(feedback.affections, affections), { isMultiSelect: true }),
      {
        type: 'Input.Text',
        id: 'words',
        label: feedback.words,
        isMultiline: true,
        maxLength: mostTyped,
        value: textInput(inputs, 'words'),
      },
    ],
    buttons: [
      { title: feedback.send, action: { do: 'giveFeedback', caseId: about?.caseId ?? null, nonce: randomUUID() } },
      about
        ? { title: bot.case.back, action: { do: 'case', caseId: about.caseId }, inputs: 'none' }
        : { title: bot.home.back, action: { do: 'home' }, inputs: 'none' },
    ],
  });
}
