import type { CaseAsk } from '../../src/app/cases/asked.ts';
import { execute } from '../../src/app/cases/execute.ts';
import { caseFor, earlierTimeline } from '../../src/app/cases/queries.ts';
import { timelineFor } from '../../src/app/cases/timeline.ts';
import { refusalText } from '../../src/app/refusal-text.ts';
import { filledReply } from '../../src/app/replies/for-case.ts';
import type { CaseView } from '../../src/app/views.ts';
import { isOpen, lifecycle, steps } from '../../src/domain/case/lifecycle.ts';
import { readCaseNumber } from '../../src/domain/case/number.ts';
import { findCaseType } from '../../src/domain/catalogue/desks.ts';
import type { Refusal } from '../../src/domain/errors.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { type ActionOf, type CaseStep, type Inputs, textInput } from '../actions.ts';
import { askedFor } from '../asked-for.ts';
import { mostTyped } from '../cards/card.ts';
import { type CaseNote, caseCard, moreCard } from '../cards/case.ts';
import { atOnce } from '../cards/case-buttons.ts';
import { movedAwayCard } from '../cards/moved-away.ts';
import { refusalCard } from '../cards/refusal.ts';
import { timelineCard, timelinePage } from '../cards/timeline.ts';
import { remember } from '../open-item.ts';
import type { Reply, Turn } from '../turn.ts';
import { missingIn, writing } from './writing.ts';

type Of = { readonly caseId: string };

export const showCase = (turn: Turn, { caseId }: Of, note: CaseNote = {}): Promise<Reply> =>
  withCase(turn, { id: caseId }, async (view) => {
    await remember(turn, { kind: 'case', id: view.id });
    return { card: caseCard(turn, view, note) };
  });

/** G-1: a number as somebody typed it; a mistyped one is recognised as such. */
export async function byNumber(turn: Turn, { number }: ActionOf<'number'>): Promise<Reply> {
  const read = readCaseNumber(number);
  if (!read.ok) return { card: refusalCard(turn, { code: read.error === 'mistyped' ? 'mistypedNumber' : 'notFound' }) };
  return withCase(turn, { number: read.value }, async (view) => {
    await remember(turn, { kind: 'case', id: view.id });
    return { card: caseCard(turn, view) };
  });
}

export const more = (turn: Turn, { caseId }: Of): Promise<Reply> =>
  withCase(turn, { id: caseId }, async (view) => ({ card: moreCard(turn, view) }));

export const timeline = (turn: Turn, { caseId, before }: ActionOf<'timeline'>): Promise<Reply> =>
  withCase(turn, { id: caseId }, async (view) => {
    if (before === null) {
      const items = view.timeline.slice(-timelinePage);
      return { card: timelineCard(turn, view, { items, earlier: view.earlierEntries + view.timeline.length - items.length }) };
    }
    const page = await earlierTimeline(turn.deps, turn.by, caseId, { before, limit: timelinePage });
    return { card: page.ok ? timelineCard(turn, view, page.value) : refusalCard(turn, page.error) };
  });

/** The form of one step, where the person may take it now. */
export const write = (turn: Turn, { caseId, step, files }: ActionOf<'write'>, inputs: Inputs = {}): Promise<Reply> =>
  withCase(turn, { id: caseId }, async (view) => {
    await remember(turn, { kind: 'case', id: view.id });
    if (!view.permitted.includes(step)) return { card: caseCard(turn, view, notNow(turn, view, step)) };
    return { card: await writing(turn, view, step, { inputs, files }) };
  });

/** AG-3: a saved reply, with the case's values, goes below what was typed; nothing is sent yet. */
export const insertReply = (turn: Turn, { caseId, step, files }: ActionOf<'insertReply'>, inputs: Inputs): Promise<Reply> =>
  withCase(turn, { id: caseId }, async (view) => {
    if (!view.permitted.includes(step)) return { card: caseCard(turn, view, notNow(turn, view, step)) };
    const { replies, bot } = words(turn.by.locale);
    const filled = await filledReply(turn.deps, turn.by, caseId, textInput(inputs, 'reply'));
    if (!filled.ok) return { card: await writing(turn, view, step, { inputs, files }) };
    const text = [textInput(inputs, 'text').trim(), filled.value.text].filter(Boolean).join('\n\n');
    if (text.length > mostTyped)
      return { card: await writing(turn, view, step, { inputs, files, note: { says: bot.write.replyTooLong } }) };
    const note = filled.value.open.length > 0 ? { says: replies.open(filled.value.open.join(', ')) } : {};
    return { card: await writing(turn, view, step, { inputs: { ...inputs, text, reply: '' }, files, note }) };
  });

/** A change from a card: what it names is loaded, authorised and checked against the version it was drawn from (G-8, F-23). */
export async function change(turn: Turn, asked: ActionOf<'change'>, inputs: Inputs): Promise<Reply> {
  const { caseId, step, version, nonce, files } = asked;
  const lacking = await askedAgain(turn, asked, inputs);
  if (lacking) return lacking;
  const ask = askedFor(step, inputs, files);
  const result = await execute(turn.deps, turn.by, { ...ask, caseId, version, key: `card:${nonce}` });
  if (result.ok) return done(turn, caseId, ask);
  return refused(turn, asked, inputs, result.error);
}

/** What the step can't do without is asked for again, where the person may take it; whoever may not is refused as for any other try. */
async function askedAgain(turn: Turn, { caseId, step, files }: ActionOf<'change'>, inputs: Inputs): Promise<Reply | undefined> {
  const issues = missingIn(step, inputs);
  const found = issues.length > 0 ? await caseFor(turn.deps, turn.by, { id: caseId }) : undefined;
  if (!found?.ok || !found.value.permitted.includes(step)) return undefined;
  return { card: await writing(turn, found.value, step, { inputs, files, issues }) };
}

/** AG-2: a case that was moved to a desk one doesn't work for is no longer to be seen. */
async function done(turn: Turn, caseId: string, ask: CaseAsk): Promise<Reply> {
  if (ask.do !== 'move') return showCase(turn, { caseId }, ask.do === 'comment' ? await hintAfterComment(turn, caseId) : {});
  const found = await caseFor(turn.deps, turn.by, { id: caseId });
  const to = findCaseType(ask.caseType)?.desk.id;
  return found.ok || !to ? showCase(turn, { caseId }) : { card: movedAwayCard(turn, { desk: to, caseType: ask.caseType }) };
}

function refused(turn: Turn, { caseId, step, files }: ActionOf<'change'>, inputs: Inputs, refusal: Refusal): Promise<Reply> {
  return withCase(turn, { id: caseId }, async (view) => {
    const keep = { inputs, files };
    switch (refusal.code) {
      case 'invalid':
        return { card: await writing(turn, view, step, { ...keep, issues: refusal.issues }) };
      case 'changed': {
        const note = { says: words(turn.by.locale).refusals.changed, since: timelineFor(refusal.since, turn.by, view.desk) };
        const again = view.permitted.includes(step) && !atOnce.has(step);
        return { card: again ? await writing(turn, view, step, { ...keep, note }) : caseCard(turn, view, keptText(note, inputs)) };
      }
      case 'illegalStep':
      case 'notAllowed':
        return { card: caseCard(turn, view, keptText({ says: refusalText(refusal, turn.by.locale).detail }, inputs)) };
      default:
        return { card: refusalCard(turn, refusal) };
    }
  });
}

/** G-8: where the step is gone for good, the words that were typed for it are still shown. */
function keptText(note: CaseNote, inputs: Inputs): CaseNote {
  const typed = textInput(inputs, 'text').trim();
  return typed === '' ? note : { ...note, typed };
}

/** Why a step is not to be taken: it is none of this status, it comes too late, or it is not this person's. */
function notNow(turn: Turn, { status, closers }: CaseView, step: CaseStep): CaseNote {
  const { refusals } = words(turn.by.locale);
  const ofStatus = step in lifecycle[status] || step === 'note' || (isOpen(status) && !(steps as readonly string[]).includes(step));
  if (!ofStatus) return { says: refusals.illegalStep(status) };
  if (closers && (step === 'resolve' || step === 'cancel')) return { says: closers };
  return { says: step === 'reopen' ? refusals.why.tooLateToReopen : refusals.notAllowed };
}

/** G-6: a comment on a closed case is kept and offers to reopen. */
async function hintAfterComment(turn: Turn, caseId: string): Promise<CaseNote> {
  const view = await caseFor(turn.deps, turn.by, { id: caseId });
  return view.ok && !isOpen(view.value.status) ? { says: words(turn.by.locale).cases.closedCommentHint } : {};
}

async function withCase(
  turn: Turn,
  ref: { readonly id: string } | { readonly number: string },
  then: (view: CaseView) => Promise<Reply>,
): Promise<Reply> {
  const found = await caseFor(turn.deps, turn.by, ref);
  return found.ok ? then(found.value) : { card: refusalCard(turn, found.error) };
}
