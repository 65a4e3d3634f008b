import { ok, type Result, refuse } from '../result.ts';
import { carriesServiceRequests, isHelpdesk } from './granted-roles.ts';

/** What one security group of the partner may do for the customer, and whether the person at hand is in it. */
export interface AccessAssignment {
  /** Microsoft's word; only `active` gives anything. */
  readonly status: string;
  /** Template ids of directory roles. */
  readonly roles: readonly string[];
  readonly held: boolean;
}

/** A delegated admin relationship as Microsoft shows it: a partner's rights over a customer, for at most two years. */
export interface DelegatedRelationship {
  readonly id: string;
  readonly customer: { readonly tenantId: string; readonly name: string };
  /** Microsoft's word: `active`, `expiring`, `terminated` and others. */
  readonly status: string;
  /** ISO 8601 in UTC. `null` before it began. */
  readonly endsAt: string | null;
  /** Template ids of the roles that the customer agreed to. */
  readonly roles: readonly string[];
  readonly assignments: readonly AccessAssignment[];
}

/** Why a partner's person may not act for a customer. */
export type WhyNoRelationship = 'none' | 'notActive' | 'ended' | 'withoutServiceRole' | 'notAssigned';

/** How near a relationship came, so that a person with several hears of the best. */
const nearness: Readonly<Record<WhyNoRelationship, number>> = { none: 0, ended: 1, notActive: 2, withoutServiceRole: 3, notAssigned: 4 };

/** A relationship that is being ended gives nothing any more, though it takes a while to be gone. */
const current = ['active', 'expiring'];
/** Any other has not begun: the customer has yet to accept it. */
const over = ['expired', 'terminationRequested', 'terminating', 'terminated'];

/** CS-2: a status may be old, so the end date decides. At its very instant a relationship is over. */
export function whyNotCurrent(relationship: DelegatedRelationship, now: string): 'notActive' | 'ended' | undefined {
  if (!current.includes(relationship.status)) return over.includes(relationship.status) ? 'ended' : 'notActive';
  const end = Date.parse(relationship.endsAt ?? '');
  return end > Date.parse(now) ? undefined : 'ended';
}

function whyNot(relationship: DelegatedRelationship, now: string): WhyNoRelationship | undefined {
  const stale = whyNotCurrent(relationship, now);
  if (stale) return stale;
  const agreed = relationship.roles.filter(carriesServiceRequests);
  if (agreed.length === 0) return 'withoutServiceRole';
  return heldRoles(relationship).length > 0 ? undefined : 'notAssigned';
}

/** The roles that carry service requests, were agreed to, and that the person at hand has. */
function heldRoles({ roles: agreed, assignments }: DelegatedRelationship): readonly string[] {
  const given = assignments.filter(({ status, held }) => held && status === 'active').flatMap(({ roles }) => roles);
  return given.filter((role) => carriesServiceRequests(role) && agreed.includes(role));
}

/** CS-3: whether everything that these relationships give at this moment is a helpdesk role. @param now ISO 8601 in UTC */
export const givesHelpdeskOnly = (relationships: readonly DelegatedRelationship[], now: string): boolean =>
  relationships.filter((one) => whyNot(one, now) === undefined).every((one) => heldRoles(one).every(isHelpdesk));

/**
 * CS-1, F-31: whether a partner's person may file for a customer at this moment, given every relationship between the two.
 *
 * @param now ISO 8601, the database's clock where a change is made
 * @returns the relationship that lasts longest of those that allow it, or why none does
 */
export function actingFor(relationships: readonly DelegatedRelationship[], now: string): Result<DelegatedRelationship, WhyNoRelationship> {
  let best: DelegatedRelationship | undefined;
  let why: WhyNoRelationship = 'none';
  for (const relationship of relationships) {
    const fault = whyNot(relationship, now);
    if (fault) why = nearness[fault] > nearness[why] ? fault : why;
    else if (!best || Date.parse(relationship.endsAt ?? '') > Date.parse(best.endsAt ?? '')) best = relationship;
  }
  return best ? ok(best) : refuse(why);
}
