import { actsOn, authorize } from '../../domain/access/authorize.ts';
import { type ClosingRule, isNarrowable, unnarrowed } from '../../domain/access/closing-rule.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import { type CaseCommand, neverStale } from '../../domain/case/commands.ts';
import { editableIn } from '../../domain/case/correct.ts';
import { decide } from '../../domain/case/decide.ts';
import { isInternal } from '../../domain/case/events.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { digestOf } from '../digest.ts';
import { settleCharge } from '../entitlements/charged.ts';
import { askContacts } from '../notices/contact-consent.ts';
import { rightOn } from '../partners/opening.ts';
import { scopeOf, seesInternal, versionFor } from '../people/people.ts';
import type { FirstQuestions, Receipt, TenantTransaction } from '../ports.ts';
import { recordRefusal } from '../refused.ts';
import { caseStaysLet } from '../rooms/form-rooms.ts';
import type { CaseAsk, CaseRequest } from './asked.ts';
import { commandOf } from './command-of.ts';
import { setFollowers } from './followers.ts';
import { carryOver } from './merge.ts';
import { type Named, namedIn } from './named.ts';
import { record } from './record.ts';
import { splitUp } from './split.ts';

/** What happened, for whoever asks next; the case itself is read afresh. */
export interface Done {
  readonly tenantId: string;
  readonly caseId: string;
  readonly repeated: boolean;
}

/** The one road of a change: load → authorize → decide → evolve → save, events, audit, notices → commit. */
export async function execute(deps: Deps, by: Principal, request: CaseRequest): Promise<Result<Done, Refusal>> {
  const found = await deps.store.cases.find(scopeOf(by), { id: request.caseId });
  if (!found) return recordRefusal(deps, by, `case.${request.do}`, request.caseId, { code: 'notFound' });
  const named = await namedIn(deps, by, found, request);
  // CS-2: a partner's right is asked for at this moment, and judged by the transaction's clock.
  const right = actsOn(by, found) ? await rightOn(deps, by, found) : undefined;
  if (right && !right.ok) return recordRefusal(deps, by, `case.${request.do}`, request.caseId, right.error);
  return deps.store.inTenantAsking(found.tenantId, standing(by, request), async (tx, stood) => {
    const stands = right?.value(tx.now);
    const outcome = stands && !stands.ok ? stands : await change(tx, deps, by, request, { ...stood, named });
    if (!outcome.ok && outcome.error.code !== 'invalid') await auditOf(tx, by, request, 'refused', { code: outcome.error.code });
    return outcome;
  });
}

/** What a change begins with, as it stands once nobody else can change the case. */
interface Standing {
  /** What the same request, sent before, was answered by. */
  readonly earlier: Receipt | undefined;
  readonly case_: Case | undefined;
  readonly followers: readonly string[];
  /** Read here, so that a rule that changed since the card was drawn holds (G-10). */
  readonly closing: ClosingRule;
}

const standing =
  (by: Principal, { caseId, key, do: command }: CaseRequest) =>
  async (tx: FirstQuestions): Promise<Standing> => {
    const [earlier, case_, followers, closing] = await Promise.all([
      tx.receipt(by.personId, key),
      tx.lockCase(caseId),
      tx.followers.of(caseId),
      isNarrowable(command) ? tx.rules.find('closing') : undefined,
    ]);
    return { earlier, case_, followers, closing: closing?.value ?? unnarrowed };
  };

async function change(
  tx: TenantTransaction,
  deps: Deps,
  by: Principal,
  request: CaseRequest,
  { earlier, case_, followers, closing, named }: Standing & { readonly named: Named },
): Promise<Result<Done, Refusal>> {
  const { key, version, ...content } = request;
  const digest = digestOf(content);
  if (!case_) return refuse({ code: 'notFound' });
  if (actsOn(by, case_) && !(await caseStaysLet(tx, by, case_))) return refuse({ code: 'notFound' });
  const may = authorize(by, request.do, case_, closing);
  if (!may.ok) return may;
  const done = { tenantId: case_.tenantId, caseId: case_.id };
  if (earlier) return earlier.digest === digest ? ok({ ...done, repeated: true }) : refuse({ code: 'alreadyUsed' });
  if (!neverStale.has(request.do) && version !== versionFor(by, case_)) return changedMeanwhile(tx, by, case_, version ?? 0);
  const attached = attachedBy(request, named);
  const files = await tx.lockFiles(by.personId, attached);
  if (files.length !== new Set(attached).size)
    return refuse({ code: 'invalid', issues: [{ field: 'files', fault: { is: 'fileUnknown' } }] });
  const into = named.into && (await lockedWith(tx, case_, named.into));
  const command = commandOf(request, case_, { ...named, into, files, offered: deps.settings.profile.desks });
  if (!command.ok) return command;
  const decided = decide(command.value, case_, {
    by,
    now: tx.now,
    reopenWithinDays: deps.settings.reopenWithinDays,
    programmes: deps.settings.programmes,
  });
  if (!decided.ok) return decided;
  const events = await splitUp(tx, deps, by, case_, decided.value);
  if (!events.ok) return events;
  const besides = await alongWith(tx, deps, by, command.value, case_, named);
  if (!besides.ok) return besides;
  await tx.attachFiles(
    files.map((f) => f.id),
    case_.id,
    request.do === 'note',
  );
  const charged = await settleCharge(tx, case_.id, events.value);
  if (request.draftId) await tx.answer({ draftId: request.draftId, digest }, case_.id);
  await Promise.all([
    record(tx, case_, events.value, deps.settings, followers),
    auditOf(tx, by, request, 'done', { events: events.value.map((e) => e.type), ...besides.value, ...charged }),
    tx.saveReceipt({ personId: by.personId, key, digest, caseId: case_.id }),
  ]);
  return ok({ ...done, repeated: false });
}

/** The ids of the files that come with it. */
function attachedBy(request: CaseRequest, { corrected }: Named): readonly string[] {
  if (request.do === 'correct') return corrected.ok ? corrected.value.files : [];
  return 'files' in request ? (request.files ?? []) : [];
}

/** What a command does besides its events. @returns what the audit keeps of it */
async function alongWith(
  tx: TenantTransaction,
  deps: Deps,
  by: Principal,
  command: CaseCommand,
  case_: Case,
  { outside, followers }: Named,
): Promise<Result<Readonly<Record<string, unknown>>, Refusal>> {
  const { id, contacts } = case_;
  switch (command.do) {
    case 'follow': {
      const full = await tx.followers.add(id, by.personId);
      return full ? refuse({ code: 'limitReached', limit: 'followers', max: limits.followers }) : ok({});
    }
    case 'unfollow':
      await tx.followers.remove(id, by.personId);
      return ok({});
    case 'edit':
    case 'correct': {
      const now = command.do === 'edit' ? command.contacts : editableIn(command.values).contacts;
      const added = now?.filter((address) => outside.includes(address) && !contacts.includes(address)) ?? [];
      const set = followers && (await setFollowers(tx, id, followers.ids));
      return ok({ ...(added.length > 0 && { contacts: await askContacts(tx, by, added) }), ...(set && { followers: set }) });
    }
    case 'merge':
      await carryOver(tx, deps, by, case_, command.into);
      return ok({ into: command.into.id });
    case 'transfer':
      return ok({ to: command.to.id });
    case 'move':
      return ok({ ...command.to });
    default:
      return ok({});
  }
}

/** The other case, locked too where one transaction can hold both. */
const lockedWith = async (tx: TenantTransaction, { tenantId }: Case, other: Case): Promise<Case | null> =>
  other.tenantId === tenantId ? ((await tx.lockCase(other.id)) ?? null) : other;

/** G-8: the loser is told what changed and by whom. */
async function changedMeanwhile(tx: TenantTransaction, by: Principal, case_: Case, version: number): Promise<Result<never, Refusal>> {
  const events = await tx.eventsAfter(case_.id, version);
  const since = seesInternal(by, case_) ? events : events.filter((e) => !isInternal(e));
  return refuse({ code: 'changed', version: versionFor(by, case_), since });
}

const auditOf = (
  tx: TenantTransaction,
  by: Principal,
  request: CaseRequest,
  outcome: 'done' | 'refused',
  details: Record<string, unknown>,
) =>
  tx.appendAudit({
    actorTenantId: by.tenantId,
    actorId: by.personId,
    action: `case.${request.do}`,
    outcome,
    caseId: request.caseId,
    details: { ...details, name: by.name },
  });

/** AG-1: several cases changed at once, each with its own result. */
export async function executeMany(
  deps: Deps,
  by: Principal,
  request: CaseAsk & Pick<CaseRequest, 'key'>,
  cases: readonly { readonly caseId: string; readonly version: number }[],
): Promise<readonly { readonly caseId: string; readonly result: Result<Done, Refusal> }[]> {
  const results = [];
  for (const { caseId, version } of cases.slice(0, limits.batch)) {
    results.push({ caseId, result: await execute(deps, by, { ...request, caseId, version, key: `${request.key}:${caseId}` }) });
  }
  return results;
}
