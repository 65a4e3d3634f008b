import type { Relationships } from '../app/ports.ts';
import type { DelegatedRelationship } from '../domain/access/relationship.ts';
import { ok } from '../domain/result.ts';
import { sampleMember, sampleOrganisations, sampleRelationships } from './organisations.ts';

/** ID-3: the sample partners' delegated relationships; their technicians are in the group that was given each. */
export function sampleRights(now: () => Date = () => new Date()): Relationships {
  const of = (partner: { readonly tenantId: string; readonly personId: string }): readonly DelegatedRelationship[] =>
    sampleRelationships(now())
      .filter(({ partnerId }) => partnerId === partner.tenantId)
      .map(({ id, customerId, roles, endsAt, status }) => ({
        id,
        customer: { tenantId: customerId, name: sampleOrganisations.find((one) => one.id === customerId)?.name ?? '' },
        status,
        endsAt,
        roles,
        assignments: [
          { status: 'active', roles, held: sampleMember(partner.personId)?.person.roles.includes('partnerTechnician') ?? false },
        ],
      }));
  return {
    ofReseller: async (tenantId) => ok(of({ tenantId, personId: '' })),
    ofPartner: async (partner) => ok(of(partner)),
    between: async (partner, customerTenantId) => ok(of(partner).filter(({ customer }) => customer.tenantId === customerTenantId)),
  };
}
