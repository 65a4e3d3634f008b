import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { tellContact, tellPerson } from '../../src/app/notices/notices.ts';
import { exportTenant } from '../../src/app/tenants/export.ts';
import { removeTenant } from '../../src/app/tenants/removal.ts';
import { resumeTenant, suspendTenant } from '../../src/app/tenants/tenants.ts';
import type { CaseView } from '../../src/app/views.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import { contoso, operator } from '../../src/local/organisations.ts';
import { server, type TestStore } from '../store/databases.ts';
import { deskOver, granted } from './desk.ts';

const contact = 'friend@contoso.example';
let store: TestStore;
let desk: ReturnType<typeof deskOver>;
let lea: Principal;
let nadia: Principal;
let ingrid: Principal;
let case_: CaseView;
beforeAll(async () => {
  store = await server.open();
  desk = deskOver(store);
  [lea, nadia, ingrid] = (await Promise.all(['Léa', 'Nadia', 'Ingrid'].map(desk.someone))) as [Principal, Principal, Principal];
  case_ = await desk.open(lea, { contacts: [contact] });
});
afterAll(() => store.close());

test('of a suspended tenant’s cases its people and contacts are told nothing, and the desk is', async () => {
  const deps = { ...desk.deps, operatorTenantId: operator.id };
  const notices = [{ id: '1', key: 'k', seq: 1, how: 'opened' }] as never;
  const about = { tenantId: contoso.id, caseId: case_.id, notices };
  const told = async () => ({
    lea: (await tellPerson(deps, lea.personId, 'email', about)) !== null,
    contact: (await tellContact(deps, contact, about)) !== null,
    nadia: (await tellPerson(deps, nadia.personId, 'email', about)) !== null,
  });
  expect(await told()).toEqual({ lea: true, contact: true, nadia: true });
  granted(await suspendTenant(deps, ingrid, contoso.id, 'A test'));
  expect(await told()).toEqual({ lea: false, contact: false, nadia: true });
  granted(await resumeTenant(deps, ingrid, contoso.id));
  expect(await told()).toEqual({ lea: true, contact: true, nadia: true });
});

test('what changes while an export is under way is not taken for exported', async () => {
  granted(await suspendTenant(desk.deps, ingrid, contoso.id, 'A test'));
  const { content } = granted(await exportTenant(desk.deps, ingrid, contoso.id));
  let lines = '';
  for await (const bytes of content) {
    if (lines === '') await desk.act(nadia, case_.id, { do: 'comment', text: 'While it is being written' });
    lines += Buffer.from(bytes).toString();
    if (lines.includes('"kind":"case"')) await desk.act(nadia, case_.id, { do: 'comment', text: 'Behind it' });
  }
  expect(lines).toContain('While it is being written');
  expect(await removeTenant(desk.deps, ingrid, contoso.id, 'Contoso')).toMatchObject({ error: { code: 'exportFirst' } });
  const tenant = await desk.deps.store.tenants.find(contoso.id);
  expect(tenant?.state).toBe('suspended');
});

test('an export that nobody takes to its end does not count', async () => {
  const before = (await desk.deps.store.tenants.find(contoso.id))?.exported?.at;
  const { content } = granted(await exportTenant(desk.deps, ingrid, contoso.id));
  for await (const bytes of content) if (Buffer.from(bytes).includes('"kind":"case"')) break;
  expect((await desk.deps.store.tenants.find(contoso.id))?.exported?.at).toBe(before);
});
