import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Directory, SeenPerson } from '../../src/app/ports.ts';
import { seenDirectory } from '../../src/identity/seen-directory.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { contoso, operator } from '../domain/samples.ts';
import { overServer } from '../store/databases.ts';

const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
const helpdeskAdministrator = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
const who = (more: Partial<SeenPerson>): SeenPerson => ({
  tenantId: contoso,
  id: '018f0000-0000-7000-8000-000000000001',
  name: 'Amélie',
  email: 'amelie@contoso.example',
  guest: false,
  locale: 'fr-FR',
  directoryRoles: [],
  appRoles: [],
  ...more,
});

describe.each(overServer)('$name', (engine) => {
  let opened: OpenStore;
  let directory: Directory;
  beforeAll(async () => {
    opened = await engine.open();
    directory = seenDirectory(opened.store.people, operator);
  });
  afterAll(() => opened.close());
  const rolesAfter = async (person: SeenPerson) => {
    await directory.seen?.(person);
    return (await directory.person(person.tenantId, person.id))?.roles;
  };

  test('ID-3 directory roles in a person’s token are their roles here, and go when the token no longer has them', async () => {
    expect(await rolesAfter(who({}))).toEqual(['member']);
    expect(await rolesAfter(who({ directoryRoles: [helpdeskAdministrator] }))).toEqual(['member', 'ticketManager']);
    expect(await rolesAfter(who({ directoryRoles: [globalAdministrator] }))).toEqual(['member', 'tenantAdministrator', 'ticketManager']);
    expect(await rolesAfter(who({ directoryRoles: [] }))).toEqual(['member']);
  });

  test('ID-1 a roster says who somebody is, and neither gives nor takes a role', async () => {
    await directory.seen?.(who({ directoryRoles: [helpdeskAdministrator] }));
    expect(await rolesAfter(who({ name: 'Amélie M.', directoryRoles: null, appRoles: null }))).toEqual(['member', 'ticketManager']);
    const id = '018f0000-0000-7000-8000-000000000002';
    expect(await rolesAfter(who({ id, directoryRoles: null, appRoles: null }))).toEqual(['member']);
  });

  test('ID-3 guests are guests whatever else is said', async () => {
    const id = '018f0000-0000-7000-8000-000000000003';
    expect(await rolesAfter(who({ id, guest: true, directoryRoles: [globalAdministrator] }))).toEqual(['guest']);
    expect((await directory.person(contoso, id))?.domains).toEqual([]);
  });

  test('ID-3 engineers and leads are those of the operator’s tenant with the app’s role', async () => {
    const id = '018f0000-0000-7000-8000-000000000004';
    const elsewhere = who({ id, appRoles: ['Engineer.phoneNumbers'] });
    expect(await rolesAfter(elsewhere)).toEqual(['member']);
    expect(await rolesAfter({ ...elsewhere, tenantId: operator, name: 'Nadia' })).toEqual(['member', 'engineer']);
    expect((await directory.person(operator, id))?.desks).toEqual(['phoneNumbers']);
    expect(await directory.engineers('phoneNumbers')).toEqual([{ id, name: 'Nadia' }]);
  });

  test('ID-3 somebody who was never seen is nobody, and a tenant is called by its domain', async () => {
    expect(await directory.person(contoso, '018f0000-0000-7000-8000-0000000000ff')).toBeUndefined();
    expect(await directory.tenantName(contoso)).toBe('contoso.example');
    expect(await directory.tenantName('018f0000-0000-7000-8000-0000000000ff')).toBe('018f0000-0000-7000-8000-0000000000ff');
  });

  test('G-11 a tenant’s domains are those of its members; a guest brings none', async () => {
    await directory.seen?.(who({ id: '018f0000-0000-7000-8000-000000000005', email: 'Li@Contoso-Asia.example' }));
    await directory.seen?.(who({ id: '018f0000-0000-7000-8000-000000000006', email: 'x@stranger.example', guest: true }));
    expect([...(await directory.domains(contoso))].sort()).toEqual(['contoso-asia.example', 'contoso.example']);
    expect(await directory.domains('018f0000-0000-7000-8000-0000000000ff')).toEqual([]);
  });
});
