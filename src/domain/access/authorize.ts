import type { Case } from '../case/case.ts';
import { isOpen, lifecycle, type Step } from '../case/lifecycle.ts';
import type { DeskId } from '../catalogue/desk.ts';
import type { Refusal, WhyNot } from '../errors.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type Action, actions, type GeneralAction, general, opening, policy, type Standing } from './policy.ts';
import type { Principal, Role } from './principal.ts';

/**
 * The tenant gate. It stands before the policy table, so no row of the table can open it: a case is its tenant's, and
 * beyond that only the engineers' of its desk.
 */
export function passesTenantGate(principal: Principal, case_: Pick<Case, 'tenantId' | 'desk'>): boolean {
  if (isEngineerOf(principal, case_.desk)) return true;
  return principal.tenantId === case_.tenantId && !principal.roles.includes('guest');
}

export const isEngineerOf = (principal: Principal, desk: DeskId): boolean =>
  principal.kind === 'operator' &&
  principal.desks.includes(desk) &&
  (principal.roles.includes('engineer') || principal.roles.includes('deskLead'));

/** How this person stands to this case. Nobody stands on two sides: an engineer's own request is handled by another. */
export function standings(principal: Principal, case_: Pick<Case, 'tenantId' | 'desk' | 'openedBy'>): readonly Standing[] {
  if (!passesTenantGate(principal, case_)) return [];
  if (isEngineerOf(principal, case_.desk)) return principal.roles.includes('deskLead') ? ['engineer', 'deskLead'] : ['engineer'];
  return [
    ...(case_.openedBy.id === principal.personId ? ['requester' as const] : []),
    ...(principal.roles.includes('ticketManager') ? ['ticketManager' as const] : []),
    ...(principal.roles.includes('tenantAdministrator') ? ['tenantAdministrator' as const] : []),
  ];
}

const holds = (principal: Principal, action: Action, case_: Case): boolean =>
  standings(principal, case_).some((s) => policy[case_.desk][action].includes(s));

/** G-9: what a person may not see is answered as what does not exist. */
export function authorize(principal: Principal, action: Action, case_: Case): Result<true, Refusal> {
  if (!holds(principal, 'view', case_)) return refuse({ code: 'notFound' });
  return holds(principal, action, case_) ? ok(true) : refuse({ code: 'notAllowed', action });
}

/** PN-1: who opens a case at this desk, and for whom; the refusal says which of the two is missing. */
export function authorizeOpening(principal: Principal, desk: DeskId, onBehalfOf: string | null): Result<true, Refusal> {
  const row = opening[desk];
  const refused = (why: WhyNot) => refuse({ code: 'notAllowed', action: 'open', why } as const);
  if (onBehalfOf !== null && onBehalfOf !== principal.tenantId && !row.onBehalfOf) return refused('onBehalfOfAnother');
  if (principal.roles.includes('guest')) return refused('guest');
  if (isEngineerOf(principal, desk)) return refused('notOfThisDesk');
  return row.roles.some((role) => principal.roles.includes(role)) ? ok(true) : refused('notOfThisDesk');
}

/** What needs no case: the lists of others' cases, the feedback. */
export function may(principal: Principal, action: GeneralAction): boolean {
  if (principal.roles.includes('guest')) return false;
  return (general[action] as readonly Role[]).some((role) => principal.roles.includes(role));
}

/** G-6: within how many days of its closing a case may be reopened is the operator's setting. */
export const reopenable = (case_: Case, now: string, withinDays: number): boolean =>
  case_.closed !== null && Date.parse(now) - Date.parse(case_.closed.at) <= withinDays * 86_400_000;

const stepOf: Partial<Record<Action, Step>> = {
  ask: 'ask',
  resolve: 'resolve',
  cancel: 'cancel',
  closeUnresolved: 'closeUnresolved',
  reopen: 'reopen',
};

/** G-9: what this person may do with this case as it stands now. Faces show these and no others. */
export function permitted(principal: Principal, case_: Case, now: string, reopenWithinDays: number): readonly Action[] {
  return actions.filter((action) => {
    if (!holds(principal, action, case_)) return false;
    const step = stepOf[action];
    if (step && !lifecycle[case_.status][step]) return false;
    if (action === 'reopen') return reopenable(case_, now, reopenWithinDays);
    if (action === 'take') return isOpen(case_.status) && case_.assignedTo?.id !== principal.personId;
    if (action === 'assign') return isOpen(case_.status);
    if (action === 'unassign') return isOpen(case_.status) && case_.assignedTo !== null;
    if (action === 'giveFeedback') return case_.closed !== null;
    return true;
  });
}
