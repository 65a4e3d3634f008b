import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { DirectoryUnavailable } from '../../src/app/faults.ts';
import { giveRole, takeRole } from '../../src/app/organisation/grants.ts';
import { principalOf } from '../../src/app/people/people.ts';
import type { Directory } from '../../src/app/ports.ts';
import { type GraphDirectory, graphDirectory } from '../../src/graph/directory.ts';
import { recallLimits } from '../../src/graph/recall.ts';
import { seenDirectory } from '../../src/identity/seen-directory.ts';
import { deskOver } from '../app/desk.ts';
import { server, type TestStore } from '../store/databases.ts';
import { appId, entraError, graphError, list, type Microsoft, startMicrosoft } from './microsoft.ts';
import { camille, contoso, marco, minutes, operator, organization, roles, shown, teamsAdministrator, user } from './world.ts';

const lea = '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c103';
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
  directory = graphDirectory({
    graph: microsoft.client({ call: 2_000, attempts: 1 }),
    seen,
    operatorTenantId: operator,
    appId,
    clock: () => now,
  });
});
afterEach(() => microsoft.close());

const found = (id: string, displayName: string, more: object = {}) => ({ id, ...user({ displayName, ...more }) });

test('ID-3 people are looked for in Graph: members in use, by name, and what is typed stays a word', async () => {
  microsoft.says(
    '/users?$search=',
    list([
      found(lea, 'Léa Moreau', { mail: 'lea@contoso.example' }),
      found(camille, 'Camille Laurent'),
      found(marco, 'Marco Bianchi', { userType: 'Guest' }),
      found('1a6f0c52-7b1d-4c39-8e24-90d5b3a7c199', 'Left Long Ago', { accountEnabled: false }),
    ]),
  );
  expect(await directory.searchPeople(contoso, 'lau" OR "mail:x')).toEqual([
    { id: camille, name: 'Camille Laurent', email: 'camille.laurent@contoso.example' },
    { id: lea, name: 'Léa Moreau', email: 'lea@contoso.example' },
  ]);
  const question = microsoft.calls.find(({ path }) => path.includes('$search'));
  expect(question?.path).toContain(
    '$search="displayName:lau  OR  mail:x" OR "mail:lau  OR  mail:x" OR "userPrincipalName:lau  OR  mail:x"&',
  );
  expect(question?.headers['consistencylevel']).toBe('eventual');
  for (const [tenantId, words] of [
    ['../admin', 'x'],
    [contoso, '"\\"'],
  ] as const) {
    expect(await directory.searchPeople(tenantId, words)).toEqual([]);
  }
});

test('ID-4 in a tenant that did not agree, people are looked for among those who were seen; while Graph is down, nobody is', async () => {
  await seen.seen?.(shown({ name: 'Camille Laurent' }));
  await seen.seen?.(shown({ id: marco, name: 'Marco', email: 'marco@studio.example', guest: true }));
  microsoft.entraSays(entraError(700016));
  expect(await directory.searchPeople(contoso, 'c LAURENT')).toEqual([
    { id: camille, name: 'Camille Laurent', email: 'claurent@contoso.example' },
  ]);
  expect(await directory.searchPeople(contoso, 'marco')).toEqual([]);
  const other = graphDirectory({ graph: microsoft.client({ attempts: 1 }), seen, operatorTenantId: operator, appId, clock: () => now });
  microsoft.entraSays({ body: { token_type: 'Bearer', expires_in: 3_599, access_token: contoso } });
  microsoft.says('/users?$search=', graphError(503, 'x'));
  await expect(other.searchPeople(contoso, 'camille')).rejects.toBeInstanceOf(DirectoryUnavailable);
});

test('F-31 a role taken away in the app is gone at once, Graph down or not; one that Graph knew lasts an hour and no longer', async () => {
  const says = (person: object | undefined) => {
    for (const id of [camille, lea]) {
      microsoft.says(`/users/${id}`, person ? { body: person } : graphError(503, 'x'));
      const held = id === camille ? roles(teamsAdministrator) : roles();
      microsoft.says(`/users/${id}/transitiveMemberOf/microsoft.graph.directoryRole`, person ? held : graphError(503, 'x'));
    }
    microsoft.says('/organization', person ? list([organization]) : graphError(503, 'x'));
  };
  says(user());
  const deps = { ...deskOver(store).deps, directory };
  const rolesOf = async (id: string) => (await principalOf(deps, contoso, id))?.roles;
  const admin = await principalOf(deps, contoso, camille);
  if (!admin) throw new Error('nobody');
  await giveRole(deps, admin, { personId: lea, role: 'ticketManager' });
  expect(await rolesOf(lea)).toEqual(['member', 'ticketManager']);
  says(undefined);
  now = 10 * minutes;
  expect(await rolesOf(lea)).toEqual(['member', 'ticketManager']);
  await takeRole(deps, admin, { personId: lea, role: 'ticketManager' });
  expect(await rolesOf(lea)).toEqual(['member']);
  now = recallLimits.standIn + minutes;
  for (const id of [lea, camille]) await expect(rolesOf(id)).rejects.toBeInstanceOf(DirectoryUnavailable);
});

test('G-15 somebody whose data was erased is known again once they are seen again, in every process', async () => {
  const [here, there] = [seenDirectory(store.store.people, operator), seenDirectory(store.store.people, operator)];
  for (const one of [here, there]) await one.seen?.(shown({ name: 'Again' }));
  await store.store.inTenant(contoso, (tx) => tx.erasePerson(camille, { names: 'erased', addresses: [] }));
  here.forget?.(contoso, camille);
  expect(await there.person(contoso, camille)).toBeUndefined();
  await there.seen?.(shown({ name: 'Again' }));
  expect((await there.person(contoso, camille))?.name).toBe('Again');
});
