import * as z from 'zod';
import { DirectoryUnavailable } from '../app/faults.ts';
import type { PartnerPerson, Relationships } from '../app/ports.ts';
import { type AccessAssignment, type DelegatedRelationship, whyNotCurrent } from '../domain/access/relationship.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Graph, Question } from './client.ts';
import type { Answer } from './fault.ts';
import { groupsOf } from './people.ts';

/** As many groups as Graph compares in one question. */
const groupsAtOnce = 20;

const accessDetails = z.object({ unifiedRoles: z.array(z.object({ roleDefinitionId: z.string() })) }).nullish();
const relationship = z.object({
  id: z.string().regex(/^[\w-]{1,100}$/),
  status: z.string(),
  endDateTime: z.string().nullish(),
  customer: z.object({ tenantId: z.string().nullish(), displayName: z.string().nullish() }).nullish(),
  accessDetails,
});
const assignment = z.object({
  status: z.string(),
  accessContainer: z.object({ accessContainerId: z.string(), accessContainerType: z.string() }).nullish(),
  accessDetails,
});
type Row = z.output<typeof relationship>;

const everyRelationship: Question<Row> = {
  scope: 'DelegatedAdminRelationship.Read.All',
  path: '/tenantRelationships/delegatedAdminRelationships?$top=300',
  shape: relationship,
};
const assignmentsOf = (relationshipId: string): Question<z.output<typeof assignment>> => ({
  scope: 'DelegatedAdminRelationship.Read.All',
  path: `/tenantRelationships/delegatedAdminRelationships/${relationshipId}/accessAssignments?$top=300`,
  shape: assignment,
});

/**
 * Partners' relationships with their customers, each time as Graph has them at that moment.
 *
 * @param now ISO 8601; by it the list and the assignments are kept to relationships that stand
 */
export function graphRelationships(graph: Graph, now: () => string): Relationships {
  return {
    async ofPartner(partner) {
      const rows = told(await graph.list(partner.tenantId, everyRelationship));
      return rows.ok ? whole(partner, rows.value.map(relationshipOf).filter(named)) : rows;
    },

    async ofReseller(resellerTenantId) {
      const rows = told(await graph.list(resellerTenantId, everyRelationship));
      return rows.ok ? ok(rows.value.map(relationshipOf).filter(named)) : rows;
    },

    async between(partner, customerTenantId) {
      const rows = told(await graph.list(partner.tenantId, everyRelationship));
      if (!rows.ok) return rows;
      const wanted = rows.value.map(relationshipOf).filter(({ customer }) => customer.tenantId === customerTenantId.toLowerCase());
      return whole(partner, wanted);
    },
  };

  /** With what this person was assigned in those that stand; a few are asked about at a time. */
  async function whole(
    partner: PartnerPerson,
    those: readonly DelegatedRelationship[],
  ): Promise<Result<readonly DelegatedRelationship[], 'noConsent'>> {
    const found: DelegatedRelationship[] = [];
    for (let from = 0; from < those.length; from += askedAtOnce) {
      const few = those.slice(from, from + askedAtOnce);
      const given = await Promise.all(
        few.map(async (it) => (whyNotCurrent(it, now()) ? ok([]) : told(await assignmentsFor(graph, partner, it.id)))),
      );
      for (const [index, it] of few.entries()) {
        const assignments = given[index];
        if (!assignments?.ok) return refuse('noConsent');
        found.push({ ...it, assignments: assignments.value });
      }
    }
    return ok(found);
  }
}

const askedAtOnce = 8;
const named = ({ customer }: DelegatedRelationship): boolean => customer.tenantId !== '';

async function assignmentsFor(
  graph: Graph,
  { tenantId, personId }: PartnerPerson,
  relationshipId: string,
): Promise<Answer<readonly AccessAssignment[]>> {
  const rows = await graph.list(tenantId, assignmentsOf(relationshipId));
  if (!rows.ok) return rows;
  const groups = [...new Set(rows.value.flatMap((row) => groupOf(row) ?? []))];
  const held = new Set<string>();
  for (let from = 0; from < groups.length; from += groupsAtOnce) {
    const found = await graph.one(tenantId, groupsOf(personId, groups.slice(from, from + groupsAtOnce)));
    if (!found.ok) return found;
    for (const id of found.value.value) held.add(id);
  }
  return ok(rows.value.map((row) => ({ status: row.status, roles: rolesIn(row.accessDetails), held: held.has(groupOf(row) ?? '') })));
}

const relationshipOf = ({ id, status, endDateTime, customer, accessDetails }: Row): DelegatedRelationship => ({
  id,
  status,
  endsAt: endDateTime ?? null,
  customer: { tenantId: customer?.tenantId?.toLowerCase() ?? '', name: (customer?.displayName ?? '').slice(0, 200) },
  roles: rolesIn(accessDetails),
  assignments: [],
});

const rolesIn = (details: z.output<typeof accessDetails>): readonly string[] =>
  details?.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId.toLowerCase()) ?? [];

const groupOf = ({ accessContainer }: z.output<typeof assignment>): string | undefined =>
  accessContainer?.accessContainerType === 'securityGroup' ? accessContainer.accessContainerId : undefined;

/** What isn't there any more gives no rights; what can't be asked is no answer. */
function told<T>(answer: Answer<readonly T[]>): Result<readonly T[], 'noConsent'> {
  if (answer.ok) return answer;
  if (answer.error.is === 'noConsent') return refuse('noConsent');
  if (answer.error.is === 'notFound') return ok([]);
  throw new DirectoryUnavailable();
}
