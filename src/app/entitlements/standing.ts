import { authorizeOpening, isEngineerOf, may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';

/** PS-7: the desk whose cases packs are for. */
export const packDesk = 'professionalSupport';

/** Leads of the desk, at the operator. */
export const leadsPacks = (by: Principal): boolean => isEngineerOf(by, packDesk) && may(by, 'managePacks');
/** Whoever could open a case that takes an incident may have a pack. */
export const mayHavePacks = (by: Principal): boolean => authorizeOpening(by, packDesk, null).ok;

/** A row of the audit trail on packs. */
export const auditOf = (by: Principal, action: string, details: Readonly<Record<string, unknown>>) => ({
  actorTenantId: by.tenantId,
  actorId: by.personId,
  action,
  outcome: 'done' as const,
  caseId: null,
  details: { name: by.name, ...details },
});
