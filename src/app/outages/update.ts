import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '../../domain/access/principal.ts';
import { closingReason } from '../../domain/case/closing-reason.ts';
import { isOpen } from '../../domain/case/lifecycle.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Letter } from '../../domain/notice/letter.ts';
import { type Outage, type OutageUpdate, updateIssues } from '../../domain/outage/outage.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { digestOf } from '../digest.ts';
import { scopeOf } from '../people/people.ts';
import { recorded, recordRefusal } from '../refused.ts';
import { auditOf } from './audited.ts';
import { lettersToFollowers } from './following.ts';
import { outageFor, ownOutage } from './outages.ts';
import type { OutageView } from './present.ts';
import { sendPending } from './sending.ts';

/** What is told of an outage, with the person's own key: the same again is done once. */
export interface GivenUpdate {
  readonly text: string;
  readonly key: string;
}

export interface GivenEnd extends GivenUpdate {
  /** Whether its open cases are resolved with it, for this reason where the desk asks for one. */
  readonly cases: { readonly reason: string | null } | null;
  /** The version that was seen (G-8). */
  readonly version: number;
}

/** AG-4: one update reaches every linked open case, as a comment of whoever wrote it. */
export const postUpdate = (deps: Deps, by: Principal, id: string, given: GivenUpdate): Promise<Result<OutageView, Refusal>> =>
  tell(deps, by, id, { ...given, step: 'comment', reason: null, ends: null });

/** The outage is over. Its open cases are resolved with it, or told and left open, as asked. */
export const resolveOutage = (deps: Deps, by: Principal, id: string, given: GivenEnd): Promise<Result<OutageView, Refusal>> => {
  const { cases, version, text, key } = given;
  return tell(deps, by, id, { text, key, step: cases ? 'resolve' : 'comment', reason: cases?.reason ?? null, ends: { version } });
};

interface Telling extends GivenUpdate, Pick<OutageUpdate, 'step' | 'reason'> {
  /** Where the outage ends with it. */
  readonly ends: { readonly version: number } | null;
}

async function tell(deps: Deps, by: Principal, id: string, given: Telling): Promise<Result<OutageView, Refusal>> {
  const action = given.ends ? 'outage.resolve' : 'outage.update';
  const outage = await ownOutage(deps, by, id);
  if (!outage) return recordRefusal(deps, by, action, null, { code: 'notFound' });
  const checked = check(outage, given);
  if (!checked.ok) return checked;
  const linked = (await deps.store.outages.cases(scopeOf(by), id)).filter(({ status }) => isOpen(status));
  const { key, ends } = given;
  const silent = ends === null && checked.value.text === '';
  const letters = silent ? [] : await lettersToFollowers(deps, by, outage, { key, text: checked.value.text, over: ends !== null });
  const kept = await keep(deps, by, id, { ...given, ...checked.value }, { linked, letters });
  if (!kept.ok) return recorded(deps, by, action, kept);
  return goOn(deps, by, id, kept.value);
}

type Linked = Awaited<ReturnType<Deps['store']['outages']['cases']>>;

/** The update and everything it is to reach, committed before the first case is touched: whoever goes on knows what is left. @returns its id */
function keep(
  deps: Deps,
  by: Principal,
  id: string,
  given: Telling,
  { linked, letters }: { readonly linked: Linked; readonly letters: readonly Letter[] },
): Promise<Result<string, Refusal>> {
  const { key, ...content } = given;
  const digest = digestOf({ ...content, id });
  return deps.store.inTenant(by.tenantId, async (tx): Promise<Result<string, Refusal>> => {
    const earlier = await tx.receipt(by.personId, key);
    const before = await tx.outages.lock(id);
    if (!before) return refuse({ code: 'notFound' });
    if (earlier && earlier.digest !== digest) return refuse({ code: 'alreadyUsed' });
    const { text, step, reason, ends } = given;
    if (earlier) return ok(earlier.caseId);
    if (before.state === 'resolved' || (ends && before.version !== ends.version)) return refuse({ code: 'outdated' });
    const outage: Outage = ends ? { ...before, state: 'resolved', resolvedAt: tx.now, version: before.version + 1 } : before;
    if (ends) await tx.outages.save(outage);
    const update = { id: uuidv7(), outageId: id, step, text, reason, by: by.personId, at: tx.now };
    await tx.outages.addUpdate(update, step === 'comment' && text === '' ? [] : linked);
    await tx.appendAudit(auditOf(by, ends ? 'outage.resolve' : 'outage.update', outage, { text, step, reason, cases: linked.length }));
    for (const letter of letters) await tx.post(letter);
    await tx.saveReceipt({ personId: by.personId, key, digest, caseId: update.id });
    return ok(update.id);
  });
}

/** G-6: resolving many cases skips no rule that resolving one keeps. */
function check({ desk }: Outage, { text, step, reason, ends }: Telling): Result<Pick<OutageUpdate, 'text' | 'reason'>, Refusal> {
  const trimmed = text.trim();
  const issues = updateIssues(trimmed, ends === null);
  if (issues.length > 0) return refuse({ code: 'invalid', issues });
  if (step === 'comment') return ok({ text: trimmed, reason: null });
  const closing = closingReason(desk, 'resolve', reason);
  return closing.ok ? ok({ text: trimmed, reason: closing.value }) : closing;
}

/** Goes on with what an update has not reached yet, whoever wrote it. */
export async function sendUpdate(deps: Deps, by: Principal, id: string, updateId: string): Promise<Result<OutageView, Refusal>> {
  const outage = await ownOutage(deps, by, id);
  const update = outage && (await deps.store.outages.update(by.tenantId, id, updateId));
  return update ? goOn(deps, by, id, updateId) : recordRefusal(deps, by, 'outage.send', null, { code: 'notFound' });
}

async function goOn(deps: Deps, by: Principal, id: string, updateId: string): Promise<Result<OutageView, Refusal>> {
  const update = await deps.store.outages.update(by.tenantId, id, updateId);
  if (update) await sendPending(deps, by, update);
  return outageFor(deps, by, id);
}
