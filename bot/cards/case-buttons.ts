import { randomUUID } from 'node:crypto';
import type { CaseView } from '../../src/app/views.ts';
import type { Action as Permitted } from '../../src/domain/access/policy.ts';
import { isOpen } from '../../src/domain/case/lifecycle.ts';
import { words } from '../../src/domain/i18n/index.ts';
import type { CaseStep } from '../actions.ts';
import type { Turn } from '../turn.ts';
import { type Button, mostButtons } from './card.ts';

type Offered = Exclude<Permitted, 'view' | 'transfer'>;

/** What is most likely wanted comes first. */
const whileOpen: readonly Offered[] = [
  'correct',
  'take',
  'answerSolution',
  'answerDefinition',
  'answerSplit',
  'comment',
  'ask',
  'note',
  'defineProblem',
  'proposeSolution',
  'resolve',
  'cancel',
  'closeUnresolved',
  'edit',
  'askToClose',
  'changeWork',
  'proposeSplit',
  'logCall',
  'escalate',
  'takeOver',
  'assign',
  'unassign',
  'move',
  'changeSeverity',
  'setStage',
  'merge',
  'linkOutage',
  'unlinkOutage',
  'markImproper',
  'unmarkImproper',
  'follow',
  'unfollow',
];
const onceClosed: readonly Offered[] = [
  'giveFeedback',
  'reopen',
  'comment',
  'note',
  'unlinkOutage',
  'markImproper',
  'unmarkImproper',
  'takeOver',
  'follow',
  'unfollow',
];

/** G-9: what this person may do now, in order. */
const offered = (view: CaseView): readonly Offered[] =>
  (isOpen(view.status) ? whileOpen : onceClosed).filter((action) => view.permitted.includes(action));

/** The buttons at the foot of a case: six at most, the rest behind *More*. */
export function caseButtons(turn: Turn, view: CaseView): readonly Button[] {
  const { bot } = words(turn.by.locale);
  const all = offered(view);
  const inTab: Button = { title: bot.case.inTab, url: turn.links.tab(`case/${view.number}`) };
  if (all.length < mostButtons) return [...all.map((action) => buttonFor(turn, view, action)), inTab];
  const more: Button = { title: bot.case.more, action: { do: 'more', caseId: view.id } };
  return [...all.slice(0, mostButtons - 2).map((action) => buttonFor(turn, view, action)), more, inTab];
}

/** What the case's own buttons had no room for. */
export const moreButtons = (turn: Turn, view: CaseView): readonly Button[] =>
  offered(view)
    .slice(mostButtons - 2)
    .map((action) => buttonFor(turn, view, action));

/** Steps that need no word from the person are done at once; the others ask first. */
export const atOnce: ReadonlySet<Offered> = new Set(['take', 'unassign', 'unlinkOutage', 'unmarkImproper', 'follow', 'unfollow']);

function buttonFor(turn: Turn, view: CaseView, action: Offered): Button {
  const title = words(turn.by.locale).cases.actions[action];
  if (action === 'giveFeedback') return { title, action: { do: 'feedback', caseId: view.id } };
  if (action === 'correct') {
    const dialog = turn.place === 'group' && turn.surface === 'chat' ? ({ dialog: true } as const) : {};
    return { title, action: { do: 'correct', caseId: view.id }, inputs: 'none', ...dialog };
  }
  if (atOnce.has(action)) return { title, action: changing(view, action), inputs: 'none' };
  return { title, action: { do: 'write', caseId: view.id, step: action, files: [] }, inputs: 'none' };
}

/** A change as a button carries it: with the version it was drawn from (G-8) and a nonce of its own (F-2). */
export const changing = (view: Pick<CaseView, 'id' | 'version'>, step: CaseStep, files: readonly string[] = []) => ({
  do: 'change' as const,
  caseId: view.id,
  step,
  version: view.version,
  nonce: randomUUID(),
  files: [...files],
});
