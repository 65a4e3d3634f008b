import * as z from 'zod';
import { ok, refuse } from '../domain/result.ts';
import type { Graph, Question } from './client.ts';
import type { Answer } from './fault.ts';

/** Somebody of the operator's tenant with roles of this app. */
export interface RoleHolder {
  readonly id: string;
  readonly name: string;
  readonly appRoles: readonly string[];
}

/** As many ids as one filter takes. */
const atOnce = 15;
/** People with a role by name; where there are more, they are meant to have it through a group. */
const byName = 1_000;

const application = z.object({ id: z.guid(), appRoles: z.array(z.object({ id: z.string(), value: z.string().nullish() })) });
const assignment = z.object({ principalId: z.guid(), principalType: z.string(), appRoleId: z.string() });
const user = z.object({
  id: z.guid(),
  displayName: z.string().nullish(),
  userType: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
});
const select = '$select=id,displayName,userType,accountEnabled';

const applicationOf = (appId: string): Question<z.output<typeof application>> => ({
  scope: 'Application.Read.All',
  path: `/servicePrincipals(appId='${appId}')?$select=id,appRoles`,
  shape: application,
});
const assignmentsOf = (applicationId: string): Question<z.output<typeof assignment>> => ({
  scope: 'Application.Read.All',
  path: `/servicePrincipals/${applicationId}/appRoleAssignedTo?$top=999`,
  shape: assignment,
});
/** Groups within groups don't hand an app's roles on. */
const membersOf = (groupId: string): Question<z.output<typeof user>> => ({
  scope: 'GroupMember.Read.All',
  path: `/groups/${groupId}/members/microsoft.graph.user?${select}&$count=true&$top=999`,
  shape: user,
  indexed: true,
});
const usersOf = (ids: readonly string[]): Question<z.output<typeof user>> => ({
  scope: 'User.Read.All',
  path: `/users?${select}&$filter=${encodeURIComponent(`id in (${ids.map((id) => `'${id}'`).join(',')})`)}`,
  shape: user,
});

/** ID-3: who was given which role of this app in the operator's tenant, by name or through a group. Guests and closed accounts are left out. */
export async function roleHolders(graph: Graph, operatorTenantId: string, appId: string): Promise<Answer<readonly RoleHolder[]>> {
  const app = await graph.one(operatorTenantId, applicationOf(appId));
  if (!app.ok) return app;
  const names = new Map(app.value.appRoles.map(({ id, value }) => [id, value ?? '']));
  const assigned = await graph.list(operatorTenantId, assignmentsOf(app.value.id));
  if (!assigned.ok) return assigned;

  const users = new Map<string, z.output<typeof user>>();
  const held = new Map<string, Set<string>>();
  const hold = (personId: string, role: string) => held.set(personId, (held.get(personId) ?? new Set()).add(role));
  for (const { principalId, principalType, appRoleId } of assigned.value) {
    const role = names.get(appRoleId);
    if (!role) continue;
    if (principalType === 'User' && held.size < byName) hold(principalId, role);
    if (principalType !== 'Group') continue;
    const members = await graph.list(operatorTenantId, membersOf(principalId));
    if (!members.ok) return members;
    for (const member of members.value) {
      users.set(member.id, member);
      hold(member.id, role);
    }
  }

  const unknown = [...held.keys()].filter((id) => !users.has(id));
  for (let from = 0; from < unknown.length; from += atOnce) {
    const found = await graph.list(operatorTenantId, usersOf(unknown.slice(from, from + atOnce)));
    if (!found.ok) return found;
    for (const one of found.value) users.set(one.id, one);
  }
  const known = [...users.values()];
  // Everybody has a name; where Graph leaves it out, the desk may not read who they are.
  if (known.some(({ displayName }) => !displayName)) return refuse({ is: 'noConsent' });
  return ok(
    known
      .filter(({ userType, accountEnabled }) => userType !== 'Guest' && accountEnabled !== false)
      .map(({ id, displayName }) => ({ id, name: (displayName ?? '').slice(0, 200), appRoles: [...(held.get(id) ?? [])] })),
  );
}
