import type { GoingOutage } from '../../src/app/outages/outages.ts';
import type { ReplyChoices } from '../../src/app/replies/for-case.ts';
import type { CaseView, FileView } from '../../src/app/views.ts';
import type { PersonRef } from '../../src/domain/case/events.ts';
import type { Issue } from '../../src/domain/faults.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { literal } from '../../src/forms/card-text.ts';
import { answering, type CaseStep, type Inputs } from '../actions.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { type Button, card, heading, quoted, subtle } from './card.ts';
import { type CaseNote, noteElements } from './case.ts';
import { changing } from './case-buttons.ts';
import { fieldElements } from './write-fields.ts';

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
  /** G-17: addresses of those who follow it; `null` where whoever edits it does not say who does. */
  readonly followers: readonly string[] | null;
  /** AG-4: what it can be linked to. */
  readonly outages: readonly GoingOutage[];
  /** AG-3: replies that can be put in; for engineers who answer. */
  readonly replies: ReplyChoices['items'];
  readonly note: CaseNote;
}

/** The form of one step, in the place of the case. What it sends names the version it was drawn from. */
export function writeCard(turn: Turn, writing: Writing): AdaptiveCard {
  const { view, step, files, note } = writing;
  const { bot, cases } = words(turn.by.locale);
  const send = step === 'comment' || step === 'note' || step === 'ask' ? bot.write.send[step] : bot.write.send.other;
  const ids = files.map(({ id }) => id);
  const look = step === 'cancel' || step === 'closeUnresolved' ? ({ look: 'destructive' } as const) : {};
  return card(turn, {
    speak: `${view.number}. ${cases.actions[step]}`,
    body: [
      ...noteElements(turn, note),
      subtle(`${literal(view.number)} · ${quoted(view.title, 100)}`),
      { ...heading(cases.actions[step]), spacing: 'None' },
      ...fieldElements(turn, writing),
      ...(files.length > 0 ? [subtle(bot.write.attached(quoted(files.map((f) => f.name).join(', '), 300)))] : []),
    ],
    buttons: [
      ...(isVain(writing) ? [] : [{ title: send, action: changing(view, step, ids), ...look }]),
      ...inserting(turn, writing),
      { title: bot.case.back, action: { do: 'case', caseId: view.id }, inputs: 'none' },
    ],
  });
}

/** What asks to choose one of none. */
const isVain = ({ step, engineers, outages }: Writing): boolean =>
  (step === 'assign' && engineers.length === 0) || (step === 'linkOutage' && outages.length === 0);

/** AG-3: nothing is sent by it. */
function inserting(turn: Turn, { view, step, files, replies }: Writing): readonly Button[] {
  const answers = answering.find((one) => one === step);
  if (!answers || replies.length === 0) return [];
  const ids = files.map(({ id }) => id);
  return [
    { title: words(turn.by.locale).bot.write.insertReply, action: { do: 'insertReply', caseId: view.id, step: answers, files: ids } },
  ];
}
