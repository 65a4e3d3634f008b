import { actsByDomain, authorizeOpening } from '../../domain/access/authorize.ts';
import { type Filing, missingOf, type PartnerNeed, type PartnerRecord } from '../../domain/access/partner-record.ts';
import { opening } from '../../domain/access/policy.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import type { DeskId } from '../../domain/catalogue/desk.ts';
import type { Refusal, WhyNot } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { isShutOut } from '../tenants/shut-out.ts';

/** Whether the right to act stands at an instant, ISO 8601 in UTC: for the transaction that acts by it. */
export type RightAt = (now: string) => Result<Right, Refusal>;

export interface Right {
  /** CS-3: a delegated helpdesk role is all there is. */
  readonly helpdeskOnly: boolean;
}

const always: RightAt = () => ok({ helpdeskOnly: false });

/**
 * CS-1, CS-2, F-31: the right to open a case for a tenant: one's own by the policy's table, another by what the directory says of the
 * partner's person at this moment.
 */
export async function rightToOpen(deps: Deps, by: Principal, desk: DeskId, tenantId: string): Promise<Result<RightAt, Refusal>> {
  const may = authorizeOpening(by, desk, tenantId);
  if (tenantId === by.tenantId) return may.ok ? ok(always) : may;
  if (!may.ok && !(may.error.code === 'notAllowed' && may.error.why === 'noRelationship')) return may;
  return rightToAct(deps, by, desk, tenantId);
}

/** The same for a case that is there. CS-3: one that was filed by domain is its partner's as it stands, wherever the customer is served. */
export async function rightOn(deps: Deps, by: Principal, case_: Case): Promise<Result<RightAt, Refusal>> {
  if (!actsByDomain(by, case_)) return rightToAct(deps, by, case_.desk, case_.tenantId);
  return (await isShutOut(deps, case_.tenantId)) ? refusedOpening('noRelationship') : ok(always);
}

/** By the right that counts at the desk. */
async function rightToAct(deps: Deps, by: Principal, desk: DeskId, tenantId: string): Promise<Result<RightAt, Refusal>> {
  const { onBehalfOf } = opening[desk];
  if (by.kind !== 'partner' || onBehalfOf === null || (await isShutOut(deps, tenantId))) return refusedOpening('noRelationship');
  return onBehalfOf === 'assignedRooms' ? byRooms(deps, by, tenantId) : byRelationship(deps, by, tenantId);
}

async function byRelationship(deps: Deps, by: Principal, tenantId: string): Promise<Result<RightAt, Refusal>> {
  const judge = await relationshipWith(deps, by, tenantId);
  return ok((now) => {
    const right = judge(now);
    return right.ok ? right : refusedOpening(right.error);
  });
}

/** CS-1, CS-2: the person's own relationship with a customer as it stands at this moment, or that of a reseller of theirs. */
export async function relationshipWith(
  { partners }: Deps,
  by: Principal,
  tenantId: string,
): Promise<(now: string) => Result<Right, WhyNot>> {
  if (!partners) return () => refuse('noRelationship');
  const own = await partners.now(by, tenantId);
  const reseller = by.actsFor?.find((right) => right.tenantId === tenantId && right.reseller)?.reseller;
  const through = reseller && (await partners.nowThrough(by.tenantId, reseller.id, tenantId));
  return (now) => {
    const right = own(now);
    if (right.ok) return ok({ helpdeskOnly: right.value.helpdeskOnly ?? false });
    const theirs = through?.(now) ?? right;
    return theirs.ok ? ok({ helpdeskOnly: false }) : theirs;
  };
}

/** RM-5: as long as the customer lets the partner look after a room; asked at this moment. */
async function byRooms({ store }: Deps, by: Principal, tenantId: string): Promise<Result<RightAt, Refusal>> {
  const letting = await store.rooms.customersOf(by.tenantId);
  return letting.some(({ id }) => id === tenantId) ? ok(always) : refusedOpening('noRoomAssigned');
}

export const refusedOpening = (why: Extract<Refusal, { code: 'notAllowed' }>['why'] & string) =>
  refuse({ code: 'notAllowed', action: 'open', why } as const satisfies Refusal);

/** CS-3, CS-5: refused with what the partner's record lacks for what it files; read only where that needs something. @param now ISO 8601 in UTC */
export async function onRecord(
  read: () => Promise<{ readonly value: PartnerRecord }>,
  need: PartnerNeed | undefined,
  filing: Filing,
  now: string,
): Promise<Result<true, Extract<Refusal, { code: 'notAllowed' }>>> {
  if (need === undefined) return ok(true);
  const why = missingOf((await read()).value, need, filing, now);
  return why ? refusedOpening(why) : ok(true);
}

/** Whose form it is, and for whom: CS-4. */
export async function partiesOf(deps: Deps, by: Principal, tenantId: string) {
  const customer = tenantId === by.tenantId ? null : { tenantId, domains: await deps.directory.domains(tenantId) };
  return { tenantId: by.tenantId, domains: by.domains, customer };
}
