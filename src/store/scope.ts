import { sql } from 'kysely';
import type { Acting, Scope } from '../app/ports.ts';
import { opening } from '../domain/access/policy.ts';
import type { DeskId } from '../domain/catalogue/desk.ts';
import { deskIds } from '../domain/catalogue/desks.ts';

/** What every query over cases asks for first, whatever the database's own lock says. One desk is compared plainly: its indexes then keep their order. */
export function inScope(scope: Scope) {
  if (scope.kind === 'tenant') return sql<boolean>`cases.tenant_id = ${scope.tenantId}`;
  if (scope.kind === 'partner') {
    const held = scope.acting.map(placeOf);
    return sql<boolean>`(cases.tenant_id = ${scope.tenantId} or (cases.on_behalf_of = ${scope.tenantId}
      and ((cases.desk || ':' || cases.tenant_id = any(${held}::text[]) and ${stayLet})
        or (cases.filed_by_domain is not null and cases.desk = any(${[...scope.byDomain]}::text[])))))`;
  }
  const [only, ...others] = scope.desks;
  return others.length === 0 ? sql<boolean>`cases.desk = ${only ?? ''}` : sql<boolean>`cases.desk = any(${[...scope.desks]}::text[])`;
}

/** RM-5: of a customer's rooms, the cases of those that it lets: all that a case names. */
const stayLet = sql<boolean>`case when cases.desk = any(${deskIds.filter((desk) => opening[desk].onBehalfOf === 'assignedRooms')}::text[])
  then rooms_stay_let(cases.on_behalf_of, cases.tenant_id, cases.id) else true end`;

/** A customer at a desk, as the second lock reads it. */
export const placeOf = ({ desk, tenantId }: Acting): string => `${desk}:${tenantId}`;

/** CS-3: a desk at which what was filed by domain counts, as the second lock reads it. */
export const byDomainAt = (desk: DeskId): string => `${desk}:domain`;

export const onlyDesk = (scope: Scope): string | null =>
  scope.kind === 'desks' && scope.desks.length === 1 ? (scope.desks[0] ?? null) : null;
