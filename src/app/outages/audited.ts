import type { Principal } from '../../domain/access/principal.ts';
import type { Outage } from '../../domain/outage/outage.ts';
import type { AuditEntry } from '../ports.ts';

/** A row of the operator's trail: the outage as it is now, and what else there is to say. */
export const auditOf = (by: Principal, action: string, { id, title, description, state }: Outage, more: object = {}): AuditEntry => ({
  actorTenantId: by.tenantId,
  actorId: by.personId,
  action,
  outcome: 'done',
  caseId: null,
  details: { name: by.name, outage: id, title, description, state, ...more },
});
