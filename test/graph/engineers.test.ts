import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DirectoryUnavailable } from '../../src/app/faults.ts';
import type { Directory } from '../../src/app/ports.ts';
import { type GraphDirectory, graphDirectory } from '../../src/graph/directory.ts';
import { recallLimits } from '../../src/graph/recall.ts';
import { seenDirectory } from '../../src/identity/seen-directory.ts';
import { server, type TestStore } from '../store/databases.ts';
import { appId, graphError, list, type Microsoft, type Said, startMicrosoft } from './microsoft.ts';
import { camille, contoso, marco, nadia, operator, roles, sam, shown, user } from './world.ts';

let store: TestStore;
let seen: Directory;
let microsoft: Microsoft;
let directory: GraphDirectory;
let now: number;
beforeAll(async () => {
  store = await server.open();
});
afterAll(() => store.close());
beforeEach(async () => {
  microsoft = await startMicrosoft();
  microsoft.trusted();
  now = 0;
  seen = seenDirectory(store.store.people, operator);
  const graph = microsoft.client({ call: 2_000, attempts: 1 });
  directory = graphDirectory({ graph, seen, operatorTenantId: operator, appId, clock: () => now });
  await seen.seen?.(shown());
});
afterEach(() => microsoft.close());

describe('ID-3 engineers of the operator', () => {
  const application = {
    id: '9a000000-0000-4000-8000-000000000001',
    appRoles: [
      { id: 'role-1', value: 'Engineer.phoneNumbers' },
      { id: 'role-2', value: 'Lead.phoneNumbers' },
    ],
  };
  const group = '9a000000-0000-4000-8000-000000000002';
  const people = [
    { id: nadia, displayName: 'Nadia Benali', userType: 'Member', accountEnabled: true },
    { id: sam, displayName: 'Sam Okafor', userType: 'Member', accountEnabled: true },
    { id: marco, displayName: 'Marco', userType: 'Guest', accountEnabled: true },
    { id: camille, displayName: 'Gone', userType: 'Member', accountEnabled: false },
  ];
  const operatorSays = (members: Said = list(people.filter(({ id }) => id !== sam))) => {
    microsoft.says(`/servicePrincipals(appId='${appId}')`, { body: application });
    const assignments = [
      { principalId: group, principalType: 'Group', appRoleId: 'role-1' },
      { principalId: sam, principalType: 'User', appRoleId: 'role-2' },
      { principalId: group, principalType: 'ServicePrincipal', appRoleId: 'role-2' },
      { principalId: marco, principalType: 'User', appRoleId: 'removed-role' },
    ];
    microsoft.says(`/servicePrincipals/${application.id}/appRoleAssignedTo`, list(assignments));
    microsoft.says(`/groups/${group}/members/microsoft.graph.user`, members);
    microsoft.says('/users?', ({ path }) => list(people.filter(({ id }) => path.includes(`'${id}'`))));
    for (const { id, ...rest } of people) microsoft.says(`/users/${id}`, { body: user(rest) });
    for (const { id } of people) microsoft.says(`/users/${id}/transitiveMemberOf`, roles());
  };

  test('ID-3 are those with the app’s role, by name or through a group; guests and closed accounts are not', async () => {
    operatorSays();
    expect(await directory.engineers('phoneNumbers')).toEqual([
      { id: nadia, name: 'Nadia Benali' },
      { id: sam, name: 'Sam Okafor' },
    ]);
    expect(await directory.person(operator, nadia)).toMatchObject({
      kind: 'operator',
      roles: ['member', 'engineer'],
      desks: ['phoneNumbers'],
    });
    expect((await directory.person(operator, sam))?.roles).toEqual(['member', 'engineer', 'deskLead']);
    expect(await directory.person(operator, marco)).toMatchObject({ roles: ['guest'], desks: [] });
    expect((await directory.person(contoso, nadia))?.roles).toEqual(['member']);
  });

  test('F-31 lose the desk when the assignment is gone', async () => {
    operatorSays();
    expect((await directory.person(operator, nadia))?.desks).toEqual(['phoneNumbers']);
    operatorSays(list([]));
    now = recallLimits.fresh;
    expect(await directory.person(operator, nadia)).toMatchObject({ roles: ['member'], desks: [] });
  });

  test('ID-4 are those whose token said so where groups may not be read', async () => {
    await seen.seen?.(shown({ tenantId: operator, id: nadia, name: 'Nadia', appRoles: ['Engineer.phoneNumbers'] }));
    operatorSays(graphError(403, 'Authorization_RequestDenied'));
    expect(await directory.engineers('phoneNumbers')).toEqual([{ id: nadia, name: 'Nadia' }]);
    expect(await directory.person(operator, nadia)).toMatchObject({ roles: ['member', 'engineer'], desks: ['phoneNumbers'] });
  });

  test('ID-4 are those whose token said so where Graph does not say who a group’s members are', async () => {
    await seen.seen?.(shown({ tenantId: operator, id: nadia, name: 'Nadia', appRoles: ['Engineer.phoneNumbers'] }));
    operatorSays(list([{ id: nadia, displayName: null }]));
    expect(await directory.engineers('phoneNumbers')).toEqual([{ id: nadia, name: 'Nadia' }]);
  });

  test('ID-3 by name are asked about a few at a time', async () => {
    operatorSays();
    const many = Array.from({ length: 40 }, (_, n) => `1a6f0c52-7b1d-4c39-8e24-90d5b3a7d${String(100 + n)}`);
    const assigned = many.map((principalId) => ({ principalId, principalType: 'User', appRoleId: 'role-1' }));
    microsoft.says(`/servicePrincipals/${application.id}/appRoleAssignedTo`, list(assigned));
    microsoft.says('/users?', ({ path }) => list(many.filter((id) => path.includes(`'${id}'`)).map((id) => ({ id, displayName: id }))));
    expect(await directory.engineers('phoneNumbers')).toHaveLength(40);
    expect(microsoft.asked('/users?')).toBe(3);
  });

  test('ID-3 are not guessed while Graph is down', async () => {
    operatorSays();
    microsoft.says(`/servicePrincipals(appId='${appId}')`, graphError(503, 'x'));
    await expect(directory.engineers('phoneNumbers')).rejects.toBeInstanceOf(DirectoryUnavailable);
    await expect(directory.person(operator, nadia)).rejects.toBeInstanceOf(DirectoryUnavailable);
  });
});
