import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DirectoryUnavailable } from '../../src/app/faults.ts';
import type { Directory, SeenPerson } from '../../src/app/ports.ts';
import { type GraphDirectory, graphDirectory } from '../../src/graph/directory.ts';
import { recallLimits } from '../../src/graph/recall.ts';
import { seenDirectory } from '../../src/identity/seen-directory.ts';
import { engines, type TestStore } from '../store/databases.ts';
import { appId, entraError, graphError, list, type Microsoft, type Said, startMicrosoft } from './microsoft.ts';

const contoso = '0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a01';
const operator = '0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a09';
const camille = '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c101';
const nadia = '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c901';
const sam = '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c902';
const marco = '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c104';
const teamsAdministrator = '69091246-20e8-4a56-aa4d-066075b2a7a8';
const helpdeskAdministrator = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
const minutes = 60_000;

const user = (more: object = {}) => ({
  displayName: 'Camille Laurent',
  mail: 'camille.laurent@contoso.example',
  userPrincipalName: 'claurent@contoso.onmicrosoft.example',
  preferredLanguage: 'fr-FR',
  userType: 'Member',
  usageLocation: 'FR',
  accountEnabled: true,
  ...more,
});
const organization = {
  displayName: 'Contoso',
  countryLetterCode: 'BE',
  verifiedDomains: [{ name: 'Contoso.example' }, { name: 'contoso.onmicrosoft.example' }],
};
const roles = (...templateIds: readonly string[]): Said => list(templateIds.map((roleTemplateId) => ({ id: 'x', roleTemplateId })));

let store: TestStore;
let seen: Directory;
let microsoft: Microsoft;
let directory: GraphDirectory;
let now: number;
beforeAll(async () => {
  store = await (engines[0] as (typeof engines)[number]).open();
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

const shown = (more: Partial<SeenPerson> = {}): SeenPerson => ({
  tenantId: contoso,
  id: camille,
  name: 'Camille (token)',
  email: 'claurent@contoso.example',
  guest: false,
  locale: 'en-GB',
  directoryRoles: [],
  appRoles: [],
  ...more,
});

/** What Graph says of Camille and Contoso. */
function contosoSays({
  person = { body: user() },
  held = roles(teamsAdministrator),
  own = list([organization]),
}: Record<string, Said> = {}) {
  microsoft.says(`/users/${camille}`, person as Said);
  microsoft.says(`/users/${camille}/transitiveMemberOf/microsoft.graph.directoryRole`, held as Said);
  microsoft.says('/organization', own as Said);
}
const down = () => contosoSays({ person: graphError(503, 'x'), held: graphError(503, 'x'), own: graphError(503, 'x') });
const rolesNow = async () => (await directory.person(contoso, camille))?.roles;

describe('ID-3 a person of a tenant that agreed', () => {
  test('ID-3 is who Graph says, with the roles Graph says', async () => {
    contosoSays();
    expect(await directory.person(contoso, camille)).toEqual({
      tenantId: contoso,
      tenantName: 'Contoso',
      kind: 'customer',
      personId: camille,
      name: 'Camille Laurent',
      email: 'camille.laurent@contoso.example',
      roles: ['member', 'tenantAdministrator', 'ticketManager'],
      desks: [],
      domains: ['contoso.example', 'contoso.onmicrosoft.example'],
      country: 'FR',
      locale: 'fr',
      timeZone: 'UTC',
    });
    expect(await directory.tenantName(contoso)).toBe('Contoso');
    const question = microsoft.calls.find(({ path }) => path.includes('directoryRole'));
    expect([question?.headers['consistencylevel'], question?.path.includes('$count=true')]).toEqual(['eventual', true]);
  });

  test('ID-3 needs never to have been seen', async () => {
    microsoft.says(`/users/${marco}`, { body: user({ mail: null, usageLocation: null, preferredLanguage: null }) });
    microsoft.says(`/users/${marco}/transitiveMemberOf`, roles());
    microsoft.says('/organization', list([organization]));
    expect(await directory.person(contoso, marco)).toMatchObject({ email: user().userPrincipalName, roles: ['member'], country: 'BE' });
  });

  test('F-31 a role taken away is refused at the next action after the time that answers are kept', async () => {
    contosoSays();
    expect(await rolesNow()).toContain('tenantAdministrator');
    contosoSays({ held: roles() });
    now = recallLimits.fresh - 1;
    expect(await rolesNow()).toContain('tenantAdministrator');
    now = recallLimits.fresh;
    expect(await rolesNow()).toEqual(['member']);
  });

  test('ID-3 roles are asked anew on demand', async () => {
    contosoSays();
    await rolesNow();
    contosoSays({ held: roles(helpdeskAdministrator) });
    directory.refresh(contoso);
    expect(await rolesNow()).toEqual(['member', 'ticketManager']);
  });

  test('ID-3 a role in an old token gives nothing where Graph says there is none', async () => {
    await seen.seen?.(shown({ directoryRoles: [teamsAdministrator] }));
    contosoSays({ held: roles() });
    expect(await rolesNow()).toEqual(['member']);
  });

  test.each([
    ['by user type', { userType: 'Guest' }],
    [
      'by the name of an account older than user types',
      { userType: null, userPrincipalName: 'camille_gmail.example#EXT#@contoso.example' },
    ],
  ])('ID-3 a guest %s is a guest, whatever roles they hold', async (_, more) => {
    contosoSays({ person: { body: user(more) } });
    expect(await directory.person(contoso, camille)).toMatchObject({ roles: ['guest'], desks: [], domains: [] });
  });

  test('ID-3 who left, or whose account is closed, is nobody', async () => {
    contosoSays({ person: graphError(404, 'Request_ResourceNotFound') });
    expect(await directory.person(contoso, camille)).toBeUndefined();
    directory.refresh(contoso);
    contosoSays({ person: { body: user({ accountEnabled: false }) } });
    expect(await directory.person(contoso, camille)).toBeUndefined();
  });

  test('F-28 what is no id gets into no address', async () => {
    expect(await directory.person(contoso, `${camille}/manager`)).toBeUndefined();
    expect(await directory.person('common', camille)).toBeUndefined();
    expect(microsoft.calls).toEqual([]);
  });

  test('ID-3 many requests of one person are one question', async () => {
    contosoSays();
    await Promise.all(Array.from({ length: 20 }, () => directory.person(contoso, camille)));
    expect(microsoft.asked('/v1.0/')).toBe(3);
  });
});

describe('ID-4 where a tenant did not agree', () => {
  test('ID-4 to anything, people are as their token and the roster show them', async () => {
    microsoft.entraSays(entraError(700016));
    await seen.seen?.(shown({ directoryRoles: [helpdeskAdministrator] }));
    expect(await directory.person(contoso, camille)).toEqual(await seen.person(contoso, camille));
    expect(await directory.person(contoso, marco)).toBeUndefined();
    expect(await directory.tenantName(contoso)).toBe('contoso.example');
    expect(await directory.engineers('phoneNumbers')).toEqual(await seen.engineers('phoneNumbers'));
    await directory.seen?.(shown({ directoryRoles: [] }));
    expect(await rolesNow()).toEqual(['member']);
  });

  const denied = graphError(403, 'Authorization_RequestDenied');
  test('ID-4 to roles alone, they are those of the last token', async () => {
    await seen.seen?.(shown({ directoryRoles: [helpdeskAdministrator] }));
    contosoSays({ held: denied });
    expect(await directory.person(contoso, camille)).toMatchObject({ name: 'Camille Laurent', roles: ['member', 'ticketManager'] });
  });

  test('ID-4 to roles, which Graph then shows without saying which, they are those of the last token', async () => {
    await seen.seen?.(shown({ directoryRoles: [helpdeskAdministrator] }));
    contosoSays({ held: list([{ id: 'x', roleTemplateId: null }]) });
    expect(await rolesNow()).toEqual(['member', 'ticketManager']);
  });

  test('ID-4 to people alone, their roles and domains still are Graph’s', async () => {
    contosoSays({ person: denied });
    expect(await directory.person(contoso, camille)).toMatchObject({
      name: 'Camille (token)',
      locale: 'en',
      roles: ['member', 'tenantAdministrator', 'ticketManager'],
      domains: ['contoso.example', 'contoso.onmicrosoft.example'],
    });
  });

  test('ID-4 to the organisation alone, its name and domain are those of its people', async () => {
    contosoSays({ own: denied });
    expect(await directory.person(contoso, camille)).toMatchObject({ tenantName: 'contoso.example', domains: ['contoso.example'] });
  });
});

describe('ID-3 while Graph is down', () => {
  test('ID-3 what was known counts for an hour, and then nobody is let in on a guess', async () => {
    contosoSays();
    const known = await directory.person(contoso, camille);
    down();
    now = recallLimits.standIn - minutes;
    expect(await directory.person(contoso, camille)).toEqual(known);
    now = recallLimits.standIn + minutes;
    await expect(directory.person(contoso, camille)).rejects.toBeInstanceOf(DirectoryUnavailable);
    contosoSays();
    now += recallLimits.pause;
    expect(await directory.person(contoso, camille)).toEqual(known);
  });

  test('ID-3 a role from a token does not stand in for one that Graph has not told', async () => {
    await seen.seen?.(shown({ directoryRoles: [teamsAdministrator] }));
    down();
    await expect(directory.person(contoso, camille)).rejects.toBeInstanceOf(DirectoryUnavailable);
  });

  test('ID-3 a missing name of the organisation keeps nobody out', async () => {
    contosoSays({ own: graphError(503, 'x') });
    expect(await directory.person(contoso, camille)).toMatchObject({ name: 'Camille Laurent', tenantName: 'contoso.example' });
  });

  test('ID-4 a tenant that did not agree goes on as it did', async () => {
    microsoft.entraSays(entraError(700016));
    await directory.person(contoso, camille);
    microsoft.entraSays({ status: 503, body: { error: 'temporarily_unavailable' } });
    now = 24 * 60 * minutes;
    expect(await rolesNow()).toEqual(['member']);
  });
});

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
  const operatorSays = (members: Said = list([{ id: nadia }, { id: marco }, { id: camille }])) => {
    microsoft.says(`/servicePrincipals(appId='${appId}')`, { body: application });
    const assignments = [
      { principalId: group, principalType: 'Group', appRoleId: 'role-1' },
      { principalId: sam, principalType: 'User', appRoleId: 'role-2' },
      { principalId: group, principalType: 'ServicePrincipal', appRoleId: 'role-2' },
      { principalId: marco, principalType: 'User', appRoleId: 'removed-role' },
    ];
    microsoft.says(`/servicePrincipals/${application.id}/appRoleAssignedTo`, list(assignments));
    microsoft.says(`/groups/${group}/members/microsoft.graph.user`, members);
    microsoft.says('/directoryObjects/getByIds', ({ body }) => list(people.filter(({ id }) => JSON.parse(body).ids.includes(id))));
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

  test('ID-3 are not guessed while Graph is down', async () => {
    operatorSays();
    microsoft.says(`/servicePrincipals(appId='${appId}')`, graphError(503, 'x'));
    await expect(directory.engineers('phoneNumbers')).rejects.toBeInstanceOf(DirectoryUnavailable);
    await expect(directory.person(operator, nadia)).rejects.toBeInstanceOf(DirectoryUnavailable);
  });
});
