import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DirectoryUnavailable } from '../../src/app/faults.ts';
import type { Directory } from '../../src/app/ports.ts';
import { type GraphDirectory, graphDirectory } from '../../src/graph/directory.ts';
import { recallLimits } from '../../src/graph/recall.ts';
import { seenDirectory } from '../../src/identity/seen-directory.ts';
import { server, type TestStore } from '../store/databases.ts';
import { appId, entraError, graphError, list, type Microsoft, type Said, startMicrosoft } from './microsoft.ts';
import {
  camille,
  contoso,
  helpdeskAdministrator,
  marco,
  minutes,
  operator,
  organization,
  roles,
  shown,
  teamsAdministrator,
  user,
} from './world.ts';

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
    expect(await directory.domains(contoso)).toEqual(['contoso.example', 'contoso.onmicrosoft.example']);
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
    expect(await directory.domains(contoso)).toEqual(['contoso.example']);
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
