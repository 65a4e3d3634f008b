import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { grantedIn, permissionSheet } from '../../src/graph/granted.ts';
import { scopes } from '../../src/graph/scopes.ts';
import { appId, entraError, graphError, list, type Microsoft, startMicrosoft } from './microsoft.ts';
import { operator } from './world.ts';

let microsoft: Microsoft;
beforeAll(async () => {
  microsoft = await startMicrosoft();
  microsoft.trusted();
});
afterAll(() => microsoft.close());
beforeEach(() => microsoft.says('', list([])));

const own = Object.entries(scopes).flatMap(([name, scope]) => (scope.kind === 'application' && !('sends' in scope) ? [name] : []));
const all = (granted: boolean) => Object.fromEntries(own.map((name) => [name, granted]));
const found = () => grantedIn(microsoft.client({ attempts: 1 }), operator, appId);

test('ID-4 each permission is asked for by a question of its own', async () => {
  expect(await found()).toEqual(all(true));
  microsoft.says('/groups', graphError(403, 'Authorization_RequestDenied'));
  microsoft.says('/directoryRoles', graphError(403, 'Authorization_RequestDenied'));
  expect(await found()).toEqual({ ...all(true), 'GroupMember.Read.All': false, 'RoleManagement.Read.Directory': false });
  expect(permissionSheet.map(({ name }) => name)).toEqual(Object.keys(scopes));
});

test('ID-4 without consent none is granted, and what gave no answer is not guessed', async () => {
  microsoft.entraSays(entraError(700016));
  expect(await found()).toEqual(all(false));
  microsoft.entraSays('reset');
  expect(await found()).toEqual({});
});
