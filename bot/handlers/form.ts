import { beginCorrection } from '../../src/app/cases/begin-correction.ts';
import {
  type Begun,
  beginDraft,
  type DraftView,
  type Drawn,
  draftFor,
  listDrafts,
  removeDraft,
  saveDraft,
} from '../../src/app/cases/drafts.ts';
import { caseFor, openedCaseFor } from '../../src/app/cases/queries.ts';
import { type Filling, type Sent, sendDraft as send } from '../../src/app/cases/send-draft.ts';
import { timelineFor } from '../../src/app/cases/timeline.ts';
import { endSelfHelp as end } from '../../src/app/partners/self-help.ts';
import { refusalText } from '../../src/app/refusal-text.ts';
import { namesCustomer } from '../../src/domain/access/by-domain.ts';
import { inputFrom } from '../../src/domain/case/from-message.ts';
import { findCaseType } from '../../src/domain/catalogue/desks.ts';
import type { FormInput } from '../../src/domain/catalogue/field.ts';
import { selfHelpBefore } from '../../src/domain/catalogue/self-help.ts';
import type { Refusal } from '../../src/domain/errors.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { fromCard } from '../../src/forms/card-input.ts';
import { type ActionOf, type Inputs, textInput } from '../actions.ts';
import { byDomainCard } from '../cards/by-domain.ts';
import { type CaseNote, caseCard } from '../cards/case.ts';
import { draftsCard } from '../cards/drafts.ts';
import { formCard } from '../cards/form.ts';
import { outdatedCard, refusalCard } from '../cards/refusal.ts';
import { selfHelpCard } from '../cards/self-help.ts';
import { forgetMessage, keptMessage } from '../extension/carried-message.ts';
import { remember, toRemember, whatIsOpen } from '../open-item.ts';
import type { Reply, Turn } from '../turn.ts';
import { home } from './home.ts';

export const drawn = (check = false): Drawn => ({ files: 'inChat', check });

/** G-19: a form begun is kept from the first moment. */
export async function begin(turn: Turn, action: ActionOf<'begin'>): Promise<Reply> {
  const { caseType, onBehalfOf, from, selfHelp } = action;
  if (onBehalfOf !== null && onBehalfOf !== turn.by.tenantId && asksHelp(turn, action)) return { card: selfHelpCard(turn, action) };
  const begun = { caseType, onBehalfOf, selfHelp };
  return from ? beginFrom(turn, begun, from) : begunWith(turn, begun, {});
}

/** G-14: the message's own id names the draft, so that a choice that arrives twice is one draft. */
async function beginFrom(turn: Turn, wanted: Begun, from: string): Promise<Reply> {
  const before = await draftFor(turn.deps, turn.by, from, drawn());
  if (before.ok) return draft(turn, { do: 'draft', draftId: from });
  const message = await keptMessage(turn, from);
  if (!message) return { card: outdatedCard(turn) };
  return begunWith(turn, wanted, inputFrom(message, turn.by), from);
}

async function begunWith(turn: Turn, wanted: Begun, input: FormInput, id?: string): Promise<Reply> {
  const begun = await beginDraft(turn.deps, turn.by, wanted, input, drawn(), id);
  if (begun.ok && id) await forgetMessage(turn);
  if (begun.ok) return shown(turn, begun.value, false);
  // A kind of case that there is not, or not any more.
  return { card: begun.error.code === 'invalid' ? outdatedCard(turn) : refusalCard(turn, begun.error) };
}

/** CS-10. */
function asksHelp({ deps }: Turn, { caseType, selfHelp }: Pick<ActionOf<'begin'>, 'caseType' | 'selfHelp'>): boolean {
  const found = findCaseType(caseType);
  return found !== undefined && selfHelp === undefined && selfHelpBefore(deps.settings.profile, found.caseType).length > 0;
}

/** CS-10: nothing is left for the desk to do. */
export async function endSelfHelp(turn: Turn, { caseType, onBehalfOf, outcome }: ActionOf<'endSelfHelp'>): Promise<Reply> {
  const ended = await end(turn.deps, turn.by, { caseType, onBehalfOf, outcome });
  return ended.ok ? home(turn, { note: words(turn.by.locale).selfHelp.ended[outcome] }) : { card: refusalCard(turn, ended.error) };
}

/** CS-3. */
export const byDomain = async (turn: Turn, action: ActionOf<'byDomain'>): Promise<Reply> => ({
  card: asksHelp(turn, action) ? selfHelpCard(turn, action) : byDomainCard(turn, action),
});

/** CS-3: the form for a customer that was named by domain; what is wrong, or refused, is said above what was typed. */
export async function beginByDomain(turn: Turn, { caseType, from, selfHelp }: ActionOf<'beginByDomain'>, inputs: Inputs): Promise<Reply> {
  const { domain: d, subscription: s } = namesCustomer;
  const [domain, subscription] = [textInput(inputs, d.id).slice(0, 300), textInput(inputs, s.id).trim().slice(0, 100)];
  const message = from && (await keptMessage(turn, from));
  const input = { ...(message && inputFrom(message, turn.by)), [s.id]: subscription };
  const begun = await beginDraft(turn.deps, turn.by, { caseType, customerDomain: domain, selfHelp }, input, drawn(), from);
  if (begun.ok && from) await forgetMessage(turn);
  if (begun.ok) return shown(turn, begun.value, false);
  const { error } = begun;
  const issues = error.code === 'invalid' ? error.issues : [];
  if (issues.some(({ field }) => field !== d.id && field !== s.id)) return { card: outdatedCard(turn) };
  const refused = issues.length > 0 ? null : refusalText(error, turn.by.locale).detail;
  return { card: byDomainCard(turn, { do: 'byDomain', caseType, from, selfHelp }, { domain, subscription, issues, refused }) };
}

/** PN-13: the form of a case, to be corrected. */
export async function correct(turn: Turn, { caseId }: ActionOf<'correct'>): Promise<Reply> {
  const begun = await beginCorrection(turn.deps, turn.by, caseId, drawn());
  return begun.ok ? shown(turn, begun.value, false) : { card: refusalCard(turn, begun.error) };
}

/** Resumes a form; one that was sent shows what it became. */
export async function draft(turn: Turn, { draftId }: ActionOf<'draft'>): Promise<Reply> {
  const found = await draftFor(turn.deps, turn.by, draftId, drawn());
  if (!found.ok) return { card: refusalCard(turn, found.error) };
  return found.value.caseId ? become(turn, found.value.caseId) : shown(turn, found.value, true);
}

export async function keepDraft(turn: Turn, { draftId }: ActionOf<'keepDraft'>, inputs: Inputs): Promise<Reply> {
  const filled = await filledIn(turn, draftId, inputs);
  if (!filled.ok) return { card: refusalCard(turn, filled.error) };
  if (filled.value.before.caseId) return become(turn, filled.value.before.caseId);
  const saved = await saveDraft(turn.deps, turn.by, draftId, filled.value.input, drawn());
  if (!saved.ok) return { card: refusalCard(turn, saved.error) };
  return shown(turn, saved.value, true, turn.via === 'dialogOpening' ? {} : { says: words(turn.by.locale).bot.form.kept });
}

/** G-1: a valid form becomes a case at once; one that is not shows what is wrong, with all that was typed. */
export async function sendDraft(turn: Turn, { draftId }: ActionOf<'sendDraft'>, inputs: Inputs): Promise<Reply> {
  const filling: Filling = (kept, caseType) => (caseType ? fromCard(caseType, inputs, kept) : kept);
  const sent = await send(turn.deps, turn.by, draftId, filling, toRemember(turn));
  if (sent.ok) return opened(turn, draftId, sent.value);
  if (sent.error.code === 'changed') return changedMeanwhile(turn, draftId, sent.error);
  if (sent.error.code !== 'invalid') return { card: refusalCard(turn, sent.error) };
  const checked = await draftFor(turn.deps, turn.by, draftId, drawn(true));
  return checked.ok ? shown(turn, checked.value, true) : { card: refusalCard(turn, checked.error) };
}

/** G-8: what changed, above the form with all that was typed; sending it again is deciding again. */
async function changedMeanwhile(turn: Turn, draftId: string, refusal: Extract<Refusal, { code: 'changed' }>): Promise<Reply> {
  const kept = await draftFor(turn.deps, turn.by, draftId, drawn());
  const corrects = kept.ok ? kept.value.corrects : null;
  const found = corrects ? await caseFor(turn.deps, turn.by, { id: corrects.caseId }) : undefined;
  if (!corrects || !found?.ok) return { card: refusalCard(turn, refusal) };
  const note = { says: words(turn.by.locale).refusals.changed, since: timelineFor(refusal.since, turn.by, found.value.desk) };
  const again = await beginCorrection(turn.deps, turn.by, corrects.caseId, drawn());
  return again.ok ? shown(turn, again.value, true, note) : { card: caseCard(turn, found.value, note) };
}

export async function dropDraft(turn: Turn, { draftId }: ActionOf<'dropDraft'>): Promise<Reply> {
  await removeDraft(turn.deps, turn.by, draftId);
  return { card: draftsCard(turn, await listDrafts(turn.deps, turn.by), words(turn.by.locale).bot.form.discarded) };
}

/** What the card held, laid over what was there. */
async function filledIn(turn: Turn, draftId: string, inputs: Inputs) {
  const found = await draftFor(turn.deps, turn.by, draftId, drawn());
  if (!found.ok) return found;
  const type = findCaseType(found.value.caseType);
  const input: FormInput = type ? fromCard(type.caseType, inputs, found.value.input) : found.value.input;
  return { ok: true, value: { before: found.value, input } } as const;
}

/** @param saved whether all that was typed so far is in the draft, so that the card may be drawn anew without losing anything */
async function shown(turn: Turn, view: DraftView, saved: boolean, note: CaseNote = {}): Promise<Reply> {
  await remember(turn, { kind: 'draft', id: view.id, cardId: await cardOf(turn, view.id), saved });
  return { card: formCard(turn, view, note) };
}

/** Where in the chat the form stands; a dialog was opened from there. */
async function cardOf(turn: Turn, draftId: string): Promise<string | null> {
  if (turn.via !== 'dialogButton') return turn.cardId;
  const open = await whatIsOpen(turn);
  return open?.kind === 'draft' && open.id === draftId ? open.cardId : null;
}

/** What a draft that was sent has become. */
async function become(turn: Turn, caseId: string): Promise<Reply> {
  const found = await caseFor(turn.deps, turn.by, { id: caseId });
  if (!found.ok) return { card: refusalCard(turn, found.error) };
  await remember(turn, { kind: 'case', id: caseId });
  return { card: caseCard(turn, found.value, {}) };
}

async function opened(turn: Turn, draftId: string, done: Sent): Promise<Reply> {
  const found = await openedCaseFor(turn.deps, turn.by, done);
  if (!found.ok) return { card: refusalCard(turn, found.error) };
  if (done.repeated || done.corrected) await remember(turn, { kind: 'case', id: done.caseId });
  const says = words(turn.by.locale).bot.case;
  const { number } = found.value;
  const note = done.corrected ? says.corrected(number) : done.repeated ? says.openedBefore(number) : says.opened(number);
  return { card: caseCard(turn, found.value, { says: note }), opened: { caseId: done.caseId, number, draftId, corrected: done.corrected } };
}
