import type { Case } from '../case/case.ts';
import { isToCorrect } from '../case/correct.ts';
import { isMarkable } from '../case/improper.ts';
import { isClosing, isOpen, lifecycle, type Step } from '../case/lifecycle.ts';
import { partsOpen } from '../case/parts.ts';
import { endsByRecoveryAlone } from '../case/raised-by.ts';
import { supportCommands, whyNotClose, whyNotNow } from '../case/support.ts';
import type { SupportSide } from '../case/support-state.ts';
import type { DeskId } from '../catalogue/desk.ts';
import { deskIds, desks } from '../catalogue/desks.ts';
import { lockedByStage, stagesOf } from '../catalogue/stages.ts';
import type { Refusal, WhyNot } from '../errors.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type ClosingRule, isNarrowable, keptFromClosing, type Narrowable } from './closing-rule.ts';
import { type Action, actions, deskOf, type GeneralAction, general, opening, policy, type Standing } from './policy.ts';
import { type ActsFor, type Principal, type Role, worksForTheDesk } from './principal.ts';

type Owned = Pick<Case, 'tenantId' | 'desk' | 'onBehalfOf'> & Partial<Pick<Case, 'filedByDomain'>>;

/**
 * The tenant gate. It stands before the policy table, so no row of the table can open it: a case is its tenant's, and
 * beyond that only the engineers' of its desk, and the partner's who opened it: for as long as they may act for the tenant (CS-2), or, of a
 * case that was filed by domain, until the tenant takes it over (CS-3).
 */
export function passesTenantGate(principal: Principal, case_: Owned): boolean {
  if (isEngineerOf(principal, case_.desk)) return true;
  if (principal.roles.includes('guest')) return false;
  return principal.tenantId === case_.tenantId || actsOn(principal, case_);
}

/** CS-11: the desks that there are for this person. */
export const desksFor = ({ withheld = [] }: Pick<Principal, 'withheld'>): readonly DeskId[] =>
  deskIds.filter((desk) => !withheld.includes(desk));

const isOffered = ({ withheld }: Pick<Principal, 'withheld'>, desk: DeskId): boolean => !withheld?.includes(desk);

/** CS-1: the customers for whom this person acts at a desk, by the right that counts there. */
export const customersAt = (principal: Principal, desk: DeskId): readonly ActsFor[] =>
  isOffered(principal, desk) ? (principal.actsFor ?? []).filter(({ by }) => by === opening[desk].onBehalfOf) : [];

/** CS-3: whether a partner's technician files at a desk by a customer's domain, without a relationship. */
export const filesByDomain = ({ kind, roles, withheld = [] }: Principal, desk: DeskId): boolean =>
  kind === 'partner' &&
  roles.includes('partnerTechnician') &&
  !roles.includes('guest') &&
  !withheld.includes(desk) &&
  desks[desk].caseTypes.some(({ byDomain }) => byDomain);

/** CS-3: the right to this one case, of the partner that filed it by its organisation's domain. */
export const actsByDomain = (principal: Principal, case_: Owned): boolean =>
  (case_.filedByDomain ?? null) !== null && isOpenedBy(principal, case_) && filesByDomain(principal, case_.desk);

const isOpenedBy = (principal: Principal, { tenantId, onBehalfOf }: Owned): boolean =>
  onBehalfOf === principal.tenantId && principal.tenantId !== tenantId;

/** Whether this person acts on the case as the partner that opened it for its organisation. */
export const actsOn = (principal: Principal, case_: Owned): boolean =>
  actsByDomain(principal, case_) ||
  (isOpenedBy(principal, case_) && customersAt(principal, case_.desk).some(({ tenantId }) => tenantId === case_.tenantId));

export const isEngineerOf = (principal: Principal, desk: DeskId): boolean =>
  principal.kind === 'operator' &&
  isOffered(principal, desk) &&
  principal.desks.includes(desk) &&
  (principal.roles.includes('engineer') || principal.roles.includes('deskLead'));

/** PS-1: on which side somebody agrees on an incident. */
export const sideOf = (principal: Principal, desk: DeskId): SupportSide => (isEngineerOf(principal, desk) ? 'desk' : 'requester');

/** How this person stands to this case. Nobody stands on two sides: an engineer's own request is handled by another. */
export function standings(principal: Principal, case_: Owned & Pick<Case, 'requester'>): readonly Standing[] {
  if (!passesTenantGate(principal, case_)) return [];
  if (isEngineerOf(principal, case_.desk)) return principal.roles.includes('deskLead') ? ['engineer', 'deskLead'] : ['engineer'];
  const opener = case_.requester.id === principal.personId;
  if (principal.tenantId !== case_.tenantId) return opener ? ['requester', 'partner'] : ['partner'];
  return [
    ...(opener ? ['requester' as const] : []),
    ...(principal.roles.includes('ticketManager') ? ['ticketManager' as const] : []),
    ...(principal.roles.includes('tenantAdministrator') ? ['tenantAdministrator' as const] : []),
  ];
}

const holds = (principal: Principal, action: Action, case_: Case): boolean =>
  standings(principal, case_).some((s) => policy[case_.desk][action].includes(s));

const kept = (principal: Principal, action: Action, case_: Case, rule: ClosingRule | undefined) =>
  rule && isNarrowable(action) ? keptFromClosing(rule, principal, standings(principal, case_), case_) : undefined;

/**
 * G-9: what a person may not see is answered as what does not exist. G-10: what a tenant may narrow needs its rule, and the refusal says who
 * can.
 */
export function authorize(principal: Principal, action: Exclude<Action, Narrowable>, case_: Case): Result<true, Refusal>;
export function authorize(principal: Principal, action: Action, case_: Case, rule: ClosingRule): Result<true, Refusal>;
export function authorize(principal: Principal, action: Action, case_: Case, rule?: ClosingRule): Result<true, Refusal> {
  if (!holds(principal, 'view', case_)) return refuse({ code: 'notFound' });
  if (!holds(principal, action, case_))
    return refuse({ code: 'notAllowed', action, ...(asksInstead(principal, action, case_) && { why: 'engineerCloses' }) });
  const monitored = leftToMonitoring(action, case_);
  if (monitored) return refuse({ code: 'notAllowed', action, why: monitored });
  const closers = kept(principal, action, case_, rule);
  return closers ? refuse({ code: 'notAllowed', action, closers }) : ok(true);
}

/** PS-6: whether this person, who can't close it, can ask for that. */
const asksInstead = (principal: Principal, action: Action, case_: Case): boolean => {
  const step = stepOf[action];
  return step !== undefined && isClosing(step) && holds(principal, 'askToClose', case_);
};

/** RM-3: what monitoring raised, no person closes, not as a duplicate either; nor is it moved to where a person could. */
function leftToMonitoring(action: Action, case_: Case): WhyNot | undefined {
  if (!endsByRecoveryAlone(case_)) return undefined;
  if (action === 'move') return 'monitoringKeeps';
  const step = stepOf[action];
  return action === 'merge' || (step && isClosing(step)) ? 'monitoringCloses' : undefined;
}

/** G-10: who can close this open case, where the person at hand could if their organisation had not narrowed it. */
export function closersInstead(principal: Principal, case_: Case, rule: ClosingRule) {
  return isOpen(case_.status) && holds(principal, 'resolve', case_) ? kept(principal, 'resolve', case_, rule) : undefined;
}

/** PN-1: who opens a case at this desk, and for whom; the refusal says which of the two is missing. */
export function authorizeOpening(principal: Principal, desk: DeskId, onBehalfOf: string | null): Result<true, Refusal> {
  const row = opening[desk];
  const refused = (why: WhyNot) => refuse({ code: 'notAllowed', action: 'open', why } as const);
  if (!isOffered(principal, desk)) return refused('deskNotOffered');
  const forAnother = onBehalfOf !== null && onBehalfOf !== principal.tenantId;
  if (forAnother && row.onBehalfOf === null) return refused('onBehalfOfAnother');
  if (principal.roles.includes('guest')) return refused('guest');
  if (worksForTheDesk(principal)) return refused('notOfThisDesk');
  if (forAnother)
    return customersAt(principal, desk).some(({ tenantId }) => tenantId === onBehalfOf) ? ok(true) : refused('noRelationship');
  return row.roles.some((role) => principal.roles.includes(role)) ? ok(true) : refused('partnersAlone');
}

/** The desks at which this person opens cases, for their own organisation or for another. */
export const desksOpenTo = (principal: Principal): readonly DeskId[] =>
  deskIds.filter((desk) => authorizeOpening(principal, desk, null).ok || customersAt(principal, desk).length > 0);

/** What needs no case: the lists of others' cases, the feedback. */
export function may(principal: Principal, action: GeneralAction): boolean {
  if (principal.roles.includes('guest')) return false;
  const desk = deskOf[action];
  if (desk && !isOffered(principal, desk)) return false;
  return (general[action] as readonly Role[]).some((role) => principal.roles.includes(role));
}

/**
 * Who decides what a channel hears of: at the operator the engineers of the desk, whoever's cases they are; anywhere else those who see all of
 * their organisation's cases, and of those alone.
 */
export function maySubscribe(
  principal: Principal,
  { desk, customer }: { readonly desk: DeskId; readonly customer: string | null },
): boolean {
  if (!may(principal, 'subscribeChannel') || !isOffered(principal, desk)) return false;
  return principal.kind === 'operator' ? isEngineerOf(principal, desk) : customer === null;
}

/** G-6: within how many days of its closing a case may be reopened is the operator's setting. */
export const reopenable = (case_: Case, now: string, withinDays: number): boolean =>
  case_.closed !== null && Date.parse(now) - Date.parse(case_.closed.at) <= withinDays * 86_400_000;

const isSupportCommand = (action: Action): action is (typeof supportCommands)[number] =>
  (supportCommands as readonly Action[]).includes(action);

/** PN-13: what a stage that locks keeps everybody from; a duplicate is cancelled, and a case that is moved leaves its stages. */
const keptByStage: readonly Action[] = ['edit', 'cancel', 'merge', 'move'];

const stepOf: Partial<Record<Action, Step>> = {
  ask: 'ask',
  resolve: 'resolve',
  cancel: 'cancel',
  closeUnresolved: 'closeUnresolved',
  reopen: 'reopen',
};

/** G-9: what this person may do with this case as it stands now. Faces show these and no others. */
export function permitted(
  principal: Principal,
  case_: Case,
  now: string,
  {
    reopenWithinDays,
    closing,
    follows = false,
  }: { readonly reopenWithinDays: number; readonly closing: ClosingRule; readonly follows?: boolean },
): readonly Action[] {
  return actions.filter((action) => {
    if (!holds(principal, action, case_) || kept(principal, action, case_, closing) || leftToMonitoring(action, case_)) return false;
    if (keptByStage.includes(action) && lockedByStage(case_)) return false;
    const step = stepOf[action];
    if (step && !lifecycle[case_.status][step]) return false;
    if (step && isClosing(step) && whyNotClose(step, case_)) return false;
    if (action === 'reopen') return reopenable(case_, now, reopenWithinDays);
    if (action === 'take') return isOpen(case_.status) && case_.assignedTo?.id !== principal.personId;
    if (action === 'merge') return isOpen(case_.status) && !partsOpen(case_);
    if (action === 'linkOutage') return isOpen(case_.status);
    if (action === 'unlinkOutage') return case_.outageId !== null;
    if (action === 'markImproper') return isMarkable(case_);
    if (action === 'unmarkImproper') return case_.improper !== null;
    if (action === 'assign' || action === 'logCall') return isOpen(case_.status);
    if (action === 'unassign') return isOpen(case_.status) && case_.assignedTo !== null;
    if (action === 'giveFeedback') return case_.closed !== null;
    if (action === 'follow') return !follows && case_.requester.id !== principal.personId;
    if (action === 'unfollow') return follows;
    if (action === 'correct') return isToCorrect(case_);
    if (action === 'setStage') return isOpen(case_.status) && stagesOf(case_).length > 0;
    if (action === 'edit' || action === 'transfer' || action === 'move') return isOpen(case_.status);
    if (action === 'takeOver') return case_.onBehalfOf !== null;
    if (action === 'escalate') return isOpen(case_.status) && case_.escalatedAt === null;
    if (isSupportCommand(action)) return whyNotNow(action, case_, sideOf(principal, case_.desk)) === undefined;
    if (action === 'changeSeverity') return isOpen(case_.status) && desks[case_.desk].severities;
    return true;
  });
}
