import type { CaseView, FileView } from '../../src/app/views.ts';
import type { PersonRef } from '../../src/domain/case/events.ts';
import { isClosing, type Step } from '../../src/domain/case/lifecycle.ts';
import type { Issue } from '../../src/domain/faults.ts';
import { words } from '../../src/domain/i18n/index.ts';
import type { CardElement } from '../../src/forms/card.ts';
import { literal } from '../../src/forms/card-text.ts';
import { explain } from '../../src/forms/explain.ts';
import { type CaseStep, type Inputs, textInput } from '../actions.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card, heading, mostTyped, quoted, subtle, text } from './card.ts';
import { type CaseNote, noteElements } from './case.ts';
import { changing } from './case-buttons.ts';

export interface Writing {
  readonly view: CaseView;
  readonly step: CaseStep;
  /** What was typed before: kept whatever happened (F-23). */
  readonly inputs: Inputs;
  readonly issues: readonly Issue[];
  /** Attached in the chat, to go with the comment. */
  readonly files: readonly Pick<FileView, 'id' | 'name'>[];
  /** Whom it can be assigned to. */
  readonly engineers: readonly PersonRef[];
  readonly note: CaseNote;
}

/** The form of one step, in the place of the case. What it sends names the version it was drawn from. */
export function writeCard(turn: Turn, writing: Writing): AdaptiveCard {
  const { view, step, files, note } = writing;
  const { bot, cases } = words(turn.by.locale);
  const send = step === 'comment' || step === 'note' || step === 'ask' ? bot.write.send[step] : bot.write.send.other;
  const look = step === 'cancel' || step === 'closeUnresolved' ? ({ look: 'destructive' } as const) : {};
  return card(turn, {
    speak: `${view.number}. ${cases.actions[step]}`,
    body: [
      ...noteElements(turn, note),
      subtle(`${literal(view.number)} · ${quoted(view.title, 100)}`),
      { ...heading(cases.actions[step]), spacing: 'None' },
      ...reasonElements(turn, writing),
      ...(step === 'assign' ? engineerElements(turn, writing) : textElements(turn, writing)),
      ...(files.length > 0 ? [subtle(bot.write.attached(quoted(files.map((f) => f.name).join(', '), 300)))] : []),
    ],
    buttons: [
      {
        title: send,
        action: changing(
          view,
          step,
          files.map((f) => f.id),
        ),
        ...look,
      },
      { title: bot.case.back, action: { do: 'case', caseId: view.id }, inputs: 'none' },
    ],
  });
}

function reasonElements(turn: Turn, { view, step, inputs, issues }: Writing): readonly CardElement[] {
  if (!isClosing(step as Step)) return [];
  const reasons = view.reasons[step as keyof typeof view.reasons];
  if (reasons.length === 0) return [];
  const { write } = words(turn.by.locale).bot;
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'reason',
      label: `${write.reason} *`,
      placeholder: write.choose,
      style: 'compact',
      value: textInput(inputs, 'reason'),
      choices: reasons.map(({ id, label }) => ({ title: label, value: id })),
    },
    ...faults(turn, issues, 'reason'),
  ];
}

function textElements(turn: Turn, { step, inputs, issues }: Writing): readonly CardElement[] {
  const labels = words(turn.by.locale).bot.write.text;
  const label = step === 'comment' || step === 'note' || step === 'ask' ? labels[step] : labels.closing;
  const value = textInput(inputs, 'text');
  return [
    { type: 'Input.Text', id: 'text', label, isMultiline: true, maxLength: mostTyped, value },
    ...faults(turn, issues, 'text'),
    ...faults(turn, issues, 'files'),
  ];
}

function engineerElements(turn: Turn, { engineers, inputs, issues }: Writing): readonly CardElement[] {
  const { write } = words(turn.by.locale).bot;
  if (engineers.length === 0) return [text(write.nobody)];
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'to',
      label: `${write.to} *`,
      placeholder: write.choose,
      style: 'compact',
      value: textInput(inputs, 'to'),
      choices: engineers.map(({ id, name }) => ({ title: name, value: id })),
    },
    ...faults(turn, issues, 'to'),
  ];
}

const faults = (turn: Turn, issues: readonly Issue[], field: string): readonly CardElement[] =>
  issues
    .filter((issue) => issue.field === field)
    .map(({ fault }) => text(literal(explain(fault, turn.by.locale)), { color: 'Attention', size: 'Small', spacing: 'None' }));
