import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { partnerRights } from '../../src/app/partners/rights.ts';
import { operatorProfiles } from '../../src/domain/operator-profiles.ts';
import { contoso } from '../../src/local/organisations.ts';
import { sampleRights } from '../../src/local/relationships.ts';
import { type Api, type Caller, startApi } from './api.ts';

let api: Api;
let priya: Caller;
let camille: Caller;
let ingrid: Caller;
let nadia: Caller;
beforeAll(async () => {
  api = await startApi({
    change: (deps) => ({
      ...deps,
      partners: partnerRights(sampleRights(), deps.now),
      settings: { ...deps.settings, profile: operatorProfiles.china },
    }),
  });
  [priya, camille, ingrid, nadia] = await Promise.all([api.as('Priya'), api.as('Camille'), api.as('Ingrid'), api.as('Nadia')]);
});
afterAll(() => api.close());

const key = () => ({ 'idempotency-key': crypto.randomUUID() });
const input = {
  ...{ title: 'Mail is late', description: 'By an hour', severity: 'C', product: 'exchange', tried: 'The guide', whyEscalated: 'tools' },
  ...{ contactName: 'Priya Shah', contactEmail: ['priya.shah@litware.example'] },
};
const asked = { caseType: 'microsoft365Problem', onBehalfOf: contoso.id };

test('CS-11 a desk that is not offered is nowhere: not in the catalogue, on no page, and nothing is filed there', async () => {
  const { body } = await camille.done('getCatalogue');
  expect(body.desks.map(({ id }) => id)).toEqual(['cloudServices', 'professionalSupport']);
  expect((await camille.done('getMe')).body).toMatchObject({ maySeeRooms: false, mayManageRooms: false, mayOpen: true });
  const phone = { caseType: 'otherQuestion', input: { title: 'x', description: 'y', country: 'FR' } };
  const notOffered = { code: 'notAllowed', detail: expect.stringContaining('n’est pas proposé ici') };
  expect(await camille.refused('openCase', { headers: key(), body: phone })).toMatchObject(notOffered);
  expect(await camille.refused('beginDraft', { body: { caseType: 'roomIncident' } })).toMatchObject(notOffered);
  expect((await camille.refused('beginDraft', { body: { caseType: 'nothing' } })).code).toBe('invalid');
  expect((await camille.refused('listRooms')).code).toBe('notAllowed');
  for (const name of ['getHealth', 'listCustomers', 'listEngineers'] as const)
    expect((await ingrid.refused(name, { params: { desk: 'rooms' } })).code).toBe('notFound');
});

test('CS-11 G-19 a draft of a desk that is not offered any more says so where it is listed, and is gone on with nowhere', async () => {
  const draft = { id: crypto.randomUUID(), tenantId: camille.tenantId, personId: camille.id, caseType: 'portIn', onBehalfOf: null };
  await api.deps.store.drafts.insert({ ...draft, input: { title: 'Lyon' } });
  const listed = (await camille.done('listDrafts')).body.items;
  expect(listed).toMatchObject([{ id: draft.id, title: 'Lyon', caseTypeName: 'Portage entrant', offered: false }]);
  const notOffered = { code: 'notAllowed', detail: expect.stringContaining('n’est pas proposé ici') };
  const on = { params: { id: draft.id } };
  expect(await camille.refused('getDraft', on)).toMatchObject(notOffered);
  expect(await camille.refused('saveDraft', { ...on, body: { input: { title: 'Lyon 2' } } })).toMatchObject(notOffered);
  expect(await camille.refused('submitDraft', { ...on, body: {} })).toMatchObject(notOffered);
  expect((await camille.done('removeDraft', on)).status).toBe(204);
});

test('CS-11 its engineers are none, and a lead leads what there is', async () => {
  expect((await nadia.done('getMe')).body).toMatchObject({ desks: [], mayWriteReplies: false });
  expect((await ingrid.done('getMe')).body).toMatchObject({ desks: ['cloudServices', 'professionalSupport'], partners: 'manages' });
});

test('CS-10 self-help comes before a request for a customer, and nothing before one’s own', async () => {
  const type = (await priya.done('getCatalogue')).body.desks[0]?.caseTypes.find(({ id }) => id === asked.caseType);
  expect(type?.selfHelp).toEqual([{ name: expect.stringContaining('21Vianet'), url: expect.stringMatching(/^https:/) }]);
  const refused = await priya.refused('beginDraft', { body: asked });
  expect(refused).toMatchObject({ code: 'notAllowed', detail: expect.stringContaining('self-help') });
  expect((await priya.refused('openCase', { headers: key(), body: { ...asked, input } })).code).toBe('notAllowed');
  expect((await priya.done('beginDraft', { body: { caseType: asked.caseType } })).status).toBe(201);
  const draft = await priya.done('beginDraft', { body: { ...asked, selfHelp: 'notSolved', input } });
  expect((await priya.done('submitDraft', { params: { id: draft.body.id }, body: {} })).status).toBe(201);
  const direct = await priya.done('openCase', { headers: key(), body: { ...asked, selfHelp: 'notSolved', input } });
  expect(direct.body.tenant.id).toBe(contoso.id);
});

test('CS-10 self-help may end it, solved or with the customer instructed: no case, and the partner’s audit trail says so', async () => {
  const count = async () => (await priya.done('listCases', { query: { list: 'customers', state: 'all' } })).body.items.length;
  const before = await count();
  const at = { params: { desk: 'cloudServices' } };
  for (const outcome of ['solved', 'customerInstructed']) await priya.done('endSelfHelp', { ...at, body: { ...asked, outcome } });
  expect(await count()).toBe(before);
  const rows = await api.deps.store.audit.page(priya.tenantId, 0, 1_000);
  expect(rows.filter(({ action, outcome }) => action.startsWith('selfHelp') && outcome === 'done').map(({ action }) => action)).toEqual([
    ...['selfHelp.notSolved', 'selfHelp.solved', 'selfHelp.customerInstructed'],
  ]);
  expect(JSON.parse(rows.at(-1)?.details?.text ?? '{}')).toMatchObject({ caseType: asked.caseType, customer: contoso.id });
});

test('CS-10 self-help is ended by whoever could file, where it comes first, and by nobody else', async () => {
  const end = { params: { desk: 'cloudServices' }, body: { ...asked, outcome: 'solved' } };
  expect((await camille.refused('endSelfHelp', end)).code).toBe('notAllowed');
  expect((await priya.refused('endSelfHelp', { ...end, params: { desk: 'rooms' } })).code).toBe('notFound');
  expect((await priya.refused('endSelfHelp', { ...end, body: { ...end.body, caseType: 'cloudBilling' } })).code).toBe('notFound');
  expect((await priya.refused('endSelfHelp', { ...end, body: { ...end.body, onBehalfOf: crypto.randomUUID() } })).code).toBe('notAllowed');
});
