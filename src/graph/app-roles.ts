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

/** As many as Graph takes in one question. */
const atOnce = 1_000;

const application = z.object({ id: z.guid(), appRoles: z.array(z.object({ id: z.string(), value: z.string().nullish() })) });
const assignment = z.object({ principalId: z.guid(), principalType: z.string(), appRoleId: z.string() });
const member = z.object({ id: z.guid() });
const user = z.object({
  id: z.guid(),
  displayName: z.string().nullish(),
  userType: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
});

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
const membersOf = (groupId: string): Question<z.output<typeof member>> => ({
  scope: 'GroupMember.Read.All',
  path: `/groups/${groupId}/members/microsoft.graph.user?$select=id&$count=true&$top=999`,
  shape: member,
  indexed: true,
});
const usersOf = (ids: readonly string[]): Question<z.output<typeof user>> => ({
  scope: 'User.Read.All',
  path: '/directoryObjects/getByIds?$select=id,displayName,userType,accountEnabled',
  shape: user,
  body: { ids, types: ['user'] },
});

/** ID-3: who was given which role of this app in the operator's tenant, by name or through a group. Guests and closed accounts are left out. */
export async function roleHolders(graph: Graph, operatorTenantId: string, appId: string): Promise<Answer<readonly RoleHolder[]>> {
  const app = await graph.one(operatorTenantId, applicationOf(appId));
  if (!app.ok) return app;
  const names = new Map(app.value.appRoles.map(({ id, value }) => [id, value ?? '']));
  const assigned = await graph.list(operatorTenantId, assignmentsOf(app.value.id));
  if (!assigned.ok) return assigned;

  const held = new Map<string, Set<string>>();
  const hold = (personId: string, role: string) => held.set(personId, (held.get(personId) ?? new Set()).add(role));
  for (const { principalId, principalType, appRoleId } of assigned.value) {
    const role = names.get(appRoleId);
    if (!role) continue;
    if (principalType === 'User') hold(principalId, role);
    if (principalType !== 'Group') continue;
    const members = await graph.list(operatorTenantId, membersOf(principalId));
    if (!members.ok) return members;
    for (const { id } of members.value) hold(id, role);
  }

  const holders: RoleHolder[] = [];
  const ids = [...held.keys()];
  for (let from = 0; from < ids.length; from += atOnce) {
    const users = await graph.list(operatorTenantId, usersOf(ids.slice(from, from + atOnce)));
    // Nobody would be an engineer any more if this were taken for an empty list.
    if (!users.ok) return users.error.is === 'notFound' ? refuse({ is: 'unavailable' }) : users;
    for (const { id, displayName, userType, accountEnabled } of users.value) {
      if (userType === 'Guest' || accountEnabled === false) continue;
      holders.push({ id, name: (displayName ?? '').slice(0, 200), appRoles: [...(held.get(id) ?? [])] });
    }
  }
  return ok(holders);
}
