import * as z from 'zod';
import { DirectoryUnavailable } from '../app/faults.ts';
import type { Relationships } from '../app/ports.ts';
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
    async customersOf(partnerTenantId) {
      const rows = told(await graph.list(partnerTenantId, everyRelationship));
      if (!rows.ok) return rows;
      const standing = rows.value.map(relationshipOf).filter((it) => !whyNotCurrent(it, now()) && it.customer.tenantId !== '');
      const customers = new Map(standing.map(({ customer }) => [customer.tenantId, customer]));
      return ok([...customers.values()].sort((a, b) => a.name.localeCompare(b.name)));
    },

    async between({ tenantId, personId }, customerTenantId) {
      const rows = told(await graph.list(tenantId, everyRelationship));
      if (!rows.ok) return rows;
      const wanted = rows.value.map(relationshipOf).filter(({ customer }) => customer.tenantId === customerTenantId.toLowerCase());
      const whole: DelegatedRelationship[] = [];
      for (const it of wanted) {
        const given = whyNotCurrent(it, now()) ? ok([]) : told(await assignmentsFor(graph, { tenantId, personId }, it.id));
        if (!given.ok) return given;
        whole.push({ ...it, assignments: given.value });
      }
      return ok(whole);
    },
  };
}

async function assignmentsFor(
  graph: Graph,
  { tenantId, personId }: { readonly tenantId: string; readonly personId: string },
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
