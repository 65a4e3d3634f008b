import * as z from 'zod';
import type { GrantedPermissions, Permission } from '../app/ports.ts';
import type { Graph, Question } from './client.ts';
import { type ScopeName, scopes } from './scopes.ts';

type OwnScope = {
  [N in ScopeName]: (typeof scopes)[N] extends { kind: 'application'; sends?: never } ? N : never;
}[ScopeName];

const anything = z.looseObject({});
const ask = (scope: OwnScope, path: string): Question<object> => ({ scope, path, shape: anything });

/** The smallest question that takes each permission. */
const questions = (appId: string): { readonly [N in OwnScope]: Question<object> } => ({
  'User.Read.All': ask('User.Read.All', '/users?$top=1&$select=id,userType'),
  'RoleManagement.Read.Directory': ask('RoleManagement.Read.Directory', '/directoryRoles?$select=id'),
  'Organization.Read.All': ask('Organization.Read.All', '/organization?$select=id,verifiedDomains'),
  'Place.Read.All': ask('Place.Read.All', '/places/microsoft.graph.room?$top=1'),
  'Application.Read.All': ask('Application.Read.All', `/servicePrincipals(appId='${appId}')?$select=id`),
  'GroupMember.Read.All': ask('GroupMember.Read.All', '/groups?$top=1&$select=id'),
  'ServiceHealth.Read.All': ask('ServiceHealth.Read.All', '/admin/serviceAnnouncement/issues?$top=1&$select=id'),
  'DelegatedAdminRelationship.Read.All': ask(
    'DelegatedAdminRelationship.Read.All',
    '/tenantRelationships/delegatedAdminRelationships?$top=1&$select=id',
  ),
});

/** ID-4: what Graph really lets the desk do in a tenant, as itself. What gave no answer is left out. */
export async function grantedIn(graph: Graph, tenantId: string, appId: string): Promise<GrantedPermissions> {
  const answers = await Promise.all(
    Object.entries(questions(appId)).map(async ([name, question]) => {
      const answer = await graph.one(tenantId, question);
      if (answer.ok || answer.error.is === 'notFound') return [[name, true]];
      return answer.error.is === 'noConsent' ? [[name, false]] : [];
    }),
  );
  return Object.fromEntries(answers.flat());
}

export const permissionSheet: readonly Permission[] = Object.entries(scopes).map(([name, { kind, consenter }]) => ({
  name: name as ScopeName,
  kind,
  consenter,
}));
