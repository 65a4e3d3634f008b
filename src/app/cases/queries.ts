import { authorize, isEngineerOf, may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent, PersonRef } from '../../domain/case/events.ts';
import { readCaseNumber } from '../../domain/case/number.ts';
import { supportOf } from '../../domain/case/support-state.ts';
import type { DeskId } from '../../domain/catalogue/desk.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { contactsFor } from '../notices/contact-consent.ts';
import { closingFor } from '../organisation/closing-rule.ts';
import { scopeOf, seesInternal } from '../people/people.ts';
import type { CaseRow, ListQuery } from '../ports.ts';
import type { CaseSummary, CaseView, ListName, Page, TimelineEntry } from '../views.ts';
import type { Opened } from './open-case.ts';
import { present, summaryOf } from './present.ts';
import type { Others } from './support-view.ts';
import { timelineFor } from './timeline.ts';

/** G-4 and AG-1: the lists this person has. */
export function listsFor(principal: Principal): readonly ListName[] {
  if (may(principal, 'seeQueue')) return ['queue', 'assignedToMe', 'unassigned', 'dueSoon', 'waiting'];
  if (principal.roles.includes('guest')) return [];
  return [
    ...(['mine', 'waitingOnMe'] as const),
    ...(may(principal, 'seeCompany') ? (['company', 'followed'] as const) : []),
    ...(scopeOf(principal).kind === 'partner' ? (['customers'] as const) : []),
  ];
}

/** Where a search looks that names no list. */
export function widestList(principal: Principal): ListName {
  const own = listsFor(principal);
  return (['queue', 'company', 'mine'] as const).find((name) => own.includes(name)) ?? 'mine';
}

export type ListRequest = Omit<ListQuery, 'personId'>;

/** A page of a list. Words that are a case number find that case; a mistyped number is recognised as such (G-1). */
export async function listCases(deps: Deps, principal: Principal, request: ListRequest): Promise<Result<Page<CaseSummary>, Refusal>> {
  if (!listsFor(principal).includes(request.list)) {
    const action = request.list === 'company' || request.list === 'followed' ? 'seeCompany' : 'seeQueue';
    return refuse({ code: 'notAllowed', action: request.list === 'customers' ? 'seeCustomers' : action });
  }
  const number = request.words ? readCaseNumber(request.words) : undefined;
  if (number && !number.ok && number.error === 'mistyped') return refuse({ code: 'mistypedNumber' });
  if (number?.ok) {
    const found = await visible(deps, principal, { number: number.value });
    return ok({ items: found ? await summaries(deps, principal, [found]) : [], next: null });
  }
  const page = await deps.store.cases.list(scopeOf(principal), {
    ...request,
    personId: principal.personId,
    limit: Math.min(request.limit, limits.page),
  });
  return ok({ items: await summaries(deps, principal, page.items), next: page.next });
}

/**
 * A case by id or number; what may not be seen is answered as what does not exist (G-9, F-28).
 *
 * @param seqs the events that its timeline is to hold; its newest unless told
 */
export async function caseFor(
  deps: Deps,
  principal: Principal,
  ref: { readonly id: string } | { readonly number: string },
  seqs?: readonly number[],
): Promise<Result<CaseView, Refusal>> {
  const scope = scopeOf(principal);
  const read = async (id: string, internal: boolean) =>
    seqs
      ? { events: await deps.store.cases.eventsAt(scope, id, { internal, seqs }), earlier: 0 }
      : deps.store.cases.timeline(scope, id, { internal, before: null, limit: 100 });
  // The timeline is asked for in the same breath: of what engineers find, they see what is internal, and nobody else does.
  const atDesk = principal.desks.length > 0;
  const early = 'id' in ref ? read(ref.id, atDesk) : undefined;
  const [found] = await Promise.all([visible(deps, principal, ref), early]);
  if (!found) return refuse({ code: 'notFound' });
  const [timeline, tenantName, closing, contacts, follows, partner, outage] = await Promise.all([
    early && seesInternal(principal, found) === atDesk ? early : read(found.id, seesInternal(principal, found)),
    deps.directory.tenantName(found.tenantId),
    closingFor(deps, principal, found),
    contactsFor(deps, found, principal.locale),
    followsCase(deps, principal, found),
    partnerOf(deps, found),
    found.outageId === null ? undefined : deps.store.outages.ofCase(scope, found.id),
  ]);
  const others = await othersSeen(deps, principal, timeline.events, found);
  const reader = { principal, now: deps.now(), settings: deps.settings };
  return ok(present(found, tenantName, timeline, { ...reader, closing, contacts, follows, partner, outage, others }));
}

/** CS-2: who acts for the organisation on it. */
const partnerOf = async (deps: Deps, { onBehalfOf }: Case): Promise<string | null> =>
  onBehalfOf === null ? null : deps.directory.tenantName(onBehalfOf);

/** G-17: whether they chose to hear of it; nobody else is asked about. */
const followsCase = async (deps: Deps, principal: Principal, case_: Case): Promise<boolean> =>
  authorize(principal, 'follow', case_).ok && deps.store.followers.has(case_.tenantId, case_.id, principal.personId);

/** The case that somebody has just opened, as they see it. */
export async function openedCaseFor(deps: Deps, principal: Principal, { caseId, fresh }: Opened): Promise<Result<CaseView, Refusal>> {
  if (!fresh) return caseFor(deps, principal, { id: caseId });
  const [tenantName, closing, contacts, partner] = await Promise.all([
    deps.directory.tenantName(fresh.case.tenantId),
    closingFor(deps, principal, fresh.case),
    contactsFor(deps, fresh.case, principal.locale),
    partnerOf(deps, fresh.case),
  ]);
  const timeline = { events: fresh.events, earlier: 0 };
  return ok(present(fresh.case, tenantName, timeline, { principal, now: deps.now(), settings: deps.settings, closing, contacts, partner }));
}

/** What stood before the timeline's first entry shown, newest last. */
export async function earlierTimeline(
  deps: Deps,
  principal: Principal,
  caseId: string,
  page: { readonly before: number; readonly limit: number },
): Promise<Result<{ readonly items: readonly TimelineEntry[]; readonly earlier: number }, Refusal>> {
  const found = await visible(deps, principal, { id: caseId });
  if (!found) return refuse({ code: 'notFound' });
  const { events, earlier } = await deps.store.cases.timeline(scopeOf(principal), caseId, {
    ...page,
    internal: seesInternal(principal, found),
  });
  return ok({ items: timelineFor(events, principal, found.desk, await othersSeen(deps, principal, events, found)), earlier });
}

/** AG-4, PS-1: of the cases that these events name, and the parts of this one, those that the reader may see. */
async function othersSeen(deps: Deps, principal: Principal, events: readonly CaseEvent[], case_: Case): Promise<Others> {
  const { parts, partOf } = supportOf(case_);
  const linked = [...parts, ...(partOf ? [partOf] : [])].map(({ id }) => id);
  const named = [...new Set([...linked, ...events.flatMap((event) => ('number' in event ? [event.caseId] : []))])];
  const found = await Promise.all(named.map((id) => visible(deps, principal, { id })));
  return new Map(found.flatMap((one) => (one ? [[one.id, one] as const] : [])));
}

/** The case, where this person may see it. */
export async function visible(
  deps: Deps,
  principal: Principal,
  ref: { readonly id: string } | { readonly number: string },
): Promise<Case | undefined> {
  const found = await deps.store.cases.find(scopeOf(principal), ref);
  return found && authorize(principal, 'view', found).ok ? found : undefined;
}

/** Whom a case can be assigned to; engineers only. */
export async function engineersFor(deps: Deps, principal: Principal, desk: DeskId): Promise<Result<readonly PersonRef[], Refusal>> {
  return isEngineerOf(principal, desk) ? ok(await deps.directory.engineers(desk)) : refuse({ code: 'notFound' });
}

async function summaries(deps: Deps, principal: Principal, rows: readonly CaseRow[]): Promise<readonly CaseSummary[]> {
  const reader = { principal, now: deps.now(), settings: deps.settings };
  const ids = [...new Set(rows.map((r) => r.tenantId))];
  const names = new Map(await Promise.all(ids.map(async (id) => [id, await deps.directory.tenantName(id)] as const)));
  return rows.map((row) => summaryOf(row, names.get(row.tenantId) ?? '', reader));
}
