import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { beginDraft, listDrafts } from '../../src/app/cases/drafts.ts';
import { openCase } from '../../src/app/cases/open-case.ts';
import { caseFor, listCases } from '../../src/app/cases/queries.ts';
import { sendDraft } from '../../src/app/cases/send-draft.ts';
import { TenantClosed } from '../../src/app/faults.ts';
import { download } from '../../src/app/files/uploads.ts';
import { tellPerson } from '../../src/app/notices/notices.ts';
import { customersFor } from '../../src/app/partners/customers.ts';
import { partnerRights } from '../../src/app/partners/rights.ts';
import { principalOf } from '../../src/app/people/people.ts';
import type { TenantGate } from '../../src/app/tenants/gate.ts';
import { nothingOnRecord, type PartnerRecord } from '../../src/domain/access/partner-record.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import type { DelegatedRelationship } from '../../src/domain/access/relationship.ts';
import { ok } from '../../src/domain/result.ts';
import { contoso, fabrikam, litware } from '../../src/local/organisations.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { overServer } from '../store/databases.ts';
import { deskOver, granted } from './desk.ts';
import { operatorId } from './operator.ts';

const serviceSupport = 'f023fd81-a637-4b56-95fd-791ac0226033';
const all = { state: 'all', words: null, desk: null, country: null, status: null, cursor: null, limit: 50 } as const;

const bill = {
  ...{
    title: 'An invoice',
    description: 'Too much',
    billingSubject: 'invoice',
    tried: 'Compared it with the order',
    whyEscalated: 'tools',
  },
  ...{ contactName: 'Priya Shah', contactEmail: ['priya.shah@litware.example'] },
};

const standing = (
  customer: { readonly id: string; readonly name: string },
  more: Partial<DelegatedRelationship> = {},
): DelegatedRelationship => ({
  id: customer.id,
  customer: { tenantId: customer.id, name: customer.name },
  status: 'active',
  endsAt: new Date(Date.now() + 86_400_000).toISOString(),
  roles: [serviceSupport],
  assignments: [{ status: 'active', roles: [serviceSupport], held: true }],
  ...more,
});

describe.each(overServer)('$name', (engine) => {
  let opened: OpenStore;
  let desk: ReturnType<typeof deskOver>;
  /** What Microsoft says of Litware. */
  let relationships: readonly DelegatedRelationship[];
  let priya: Principal;
  let emile: Principal;
  let camille: Principal;
  let jordan: Principal;

  beforeAll(async () => {
    opened = await engine.open();
    const of = (tenantId: string) => ok(tenantId === litware.id ? relationships : []);
    desk = deskOver(opened, {
      partners: partnerRights(
        {
          ofReseller: async () => ok([]),
          ofPartner: async ({ tenantId }) => of(tenantId),
          between: async ({ tenantId }, id) => ok(of(tenantId).value.filter(({ customer }) => customer.tenantId === id)),
        },
        () => new Date().toISOString(),
      ),
    });
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    relationships = [standing(contoso), standing(fabrikam, { endsAt: new Date(Date.now() - 1_000).toISOString() })];
    [priya, emile, camille, jordan] = (await Promise.all(['Priya', 'Émile', 'Camille', 'Jordan'].map(desk.someone))) as [
      Principal,
      Principal,
      Principal,
      Principal,
    ];
  });

  const asked = (onBehalfOf: string | null, key: string = crypto.randomUUID(), input = {}) => ({
    caseType: 'cloudBilling',
    input: { ...bill, ...input },
    onBehalfOf,
    once: { key },
  });
  const openFor = async (customer: string, input = {}) =>
    desk.see(priya, granted(await openCase(desk.deps, priya, asked(customer, undefined, input))).caseId);

  test('CS-1 a partner’s technician chooses among customers whose relationship stands, by name or domain', async () => {
    expect((await customersFor(desk.deps, priya, 'cloudServices', '')).map(({ name }) => name)).toEqual(['Contoso']);
    expect(await customersFor(desk.deps, priya, 'cloudServices', 'contoso-france')).toHaveLength(1);
    expect(await customersFor(desk.deps, priya, 'cloudServices', 'fabrikam')).toEqual([]);
    expect(await customersFor(desk.deps, priya, 'phoneNumbers', '')).toEqual([]);
    expect(await customersFor(desk.deps, emile, 'cloudServices', '')).toEqual([]);
  });

  test('CS-1 a case opened for a customer is the customer’s, and both sides see it, and whose it is', async () => {
    const made = await openFor(contoso.id);
    expect(made).toMatchObject({ tenant: { id: contoso.id }, onBehalfOf: litware.id, partner: 'Litware Services' });
    expect(made.actingAs).toContain('Contoso');
    expect(await desk.see(camille, made.id)).toMatchObject({ partner: 'Litware Services', openedBy: { name: 'Priya Shah', you: false } });
    const numbers = async (by: Principal, list: 'customers' | 'mine' | 'company') =>
      granted(await listCases(desk.deps, by, { ...all, list })).items.map(({ number }) => number);
    expect(await numbers(priya, 'customers')).toContain(made.number);
    expect(await numbers(priya, 'mine')).toContain(made.number);
    expect(await numbers(camille, 'company')).toContain(made.number);
    expect(granted(await listCases(desk.deps, priya, { ...all, list: 'customers', words: 'invoice' })).items.length).toBeGreaterThan(0);
    for (const stranger of [emile, jordan]) expect((await caseFor(desk.deps, stranger, { id: made.id })).ok).toBe(false);
  });

  test('CS-1 its files go with it, and answers to it come to both', async () => {
    const documents = [await desk.file(priya, 'invoice.txt', 'An invoice')];
    const made = await openFor(contoso.id, { documents });
    const [file] = made.files;
    for (const by of [priya, camille]) expect((await download(desk.deps, by, made.id, file?.id ?? '')).ok).toBe(true);
    expect((await desk.act(camille, made.id, { do: 'comment', text: 'We agree.', files: [] })).ok).toBe(true);
    expect((await desk.see(priya, made.id)).timeline.at(-1)?.text).toBe('We agree.');
    const notices = [{ id: '1', key: 'k', seq: 2, how: 'message' }] as const;
    const told = await tellPerson({ ...desk.deps, operatorTenantId: operatorId } as never, priya.personId, 'chat' as never, {
      tenantId: contoso.id,
      caseId: made.id,
      notices,
    });
    expect(told).toMatchObject({ by: { personId: priya.personId }, reader: { as: 'requester' } });
  });

  test('F-1, F-2 the same form for a customer, four times at once, is one case, and its draft is used up', async () => {
    const sent = await Promise.all([1, 2, 3, 4].map(() => openCase(desk.deps, priya, asked(contoso.id, 'once-for-contoso'))));
    expect(new Set(sent.map((r) => granted(r).caseId)).size).toBe(1);
    const begun = { caseType: 'cloudBilling', onBehalfOf: contoso.id };
    const draft = granted(await beginDraft(desk.deps, priya, begun, bill, { files: 'onPage', check: false }));
    expect(draft.customer).toEqual({ id: contoso.id, name: 'Contoso' });
    const [one, two] = await Promise.all([1, 2].map(() => sendDraft(desk.deps, priya, draft.id, (kept) => kept)));
    expect(granted(one as never)).toMatchObject({ caseId: (granted(two as never) as { caseId: string }).caseId, tenantId: contoso.id });
    expect((await listDrafts(desk.deps, priya)).some(({ id }) => id === draft.id)).toBe(false);
  });

  test('CS-2 F-31 a relationship that ends between form and submit refuses, says why, and keeps the draft', async () => {
    const begun = { caseType: 'cloudBilling', onBehalfOf: contoso.id };
    const draft = granted(await beginDraft(desk.deps, priya, begun, { ...bill, title: 'Kept' }, { files: 'onPage', check: false }));
    relationships = [standing(contoso, { status: 'terminated' })];
    expect(await sendDraft(desk.deps, priya, draft.id, (kept) => kept)).toMatchObject({
      ok: false,
      error: { code: 'notAllowed', why: 'relationshipEnded' },
    });
    expect((await listDrafts(desk.deps, priya)).find(({ id }) => id === draft.id)).toMatchObject({ title: 'Kept' });
    // That comes before what is wrong with the form, which could tell whose a domain is.
    const theirs = { ...asked(contoso.id, 'not-theirs'), input: { ...bill, contactEmail: ['it@contoso.example'] } };
    expect(await openCase(desk.deps, priya, theirs)).toMatchObject({ error: { code: 'notAllowed', why: 'relationshipEnded' } });
  });

  test.each([
    ['relationshipEnded', { endsAt: new Date(Date.now() - 1_000).toISOString() }],
    ['relationshipWithoutRole', { roles: [] }],
    ['relationshipNotAssigned', { assignments: [] }],
  ] as const)('CS-2 what is missing of a relationship is named: %s', async (why, more) => {
    relationships = [standing(contoso, more)];
    expect(await openCase(desk.deps, priya, asked(contoso.id))).toMatchObject({ ok: false, error: { code: 'notAllowed', why } });
  });

  test('CS-2 a customer takes over what its partner opened, and from then on it is theirs alone', async () => {
    const made = await openFor(contoso.id);
    const taken = await desk.act(camille, made.id, { do: 'transfer', to: camille.personId });
    expect(taken.ok).toBe(true);
    expect(await desk.see(camille, made.id)).toMatchObject({ onBehalfOf: null, openedBy: { name: 'Priya Shah' } });
    expect((await caseFor(desk.deps, priya, { id: made.id })).ok).toBe(false);
  });

  test('CS-2 F-28 when it ends the partner sees the case no more, and the customer keeps it', async () => {
    const made = await openFor(contoso.id);
    relationships = [];
    expect(await desk.act(priya, made.id, { do: 'comment', text: 'Still here', files: [] })).toMatchObject({
      ok: false,
      error: { code: 'notAllowed', why: 'noRelationship' },
    });
    const later = (await principalOf(desk.deps, litware.id, priya.personId)) as Principal;
    expect(await caseFor(desk.deps, later, { id: made.id })).toEqual({ ok: false, error: { code: 'notFound' } });
    expect((await desk.see(camille, made.id)).number).toBe(made.number);
  });

  test('CS-2 for a suspended customer nobody opens anything', async () => {
    const gate: TenantGate = {
      ...desk.deps.gate,
      pass: async (id) => (id === contoso.id ? Promise.reject(new TenantClosed('suspended')) : undefined),
    };
    const refused = await openCase({ ...desk.deps, gate }, priya, asked(contoso.id));
    expect(refused).toMatchObject({ ok: false, error: { code: 'notAllowed', why: 'noRelationship' } });
  });

  test('CS-7 for a marketplace product the publishers’ contacts are told, and no case or draft is begun', async () => {
    const mine = async () => granted(await listCases(desk.deps, priya, { ...all, list: 'mine' })).items.length;
    const before = await mine();
    const told = {
      ok: false,
      error: { code: 'directedElsewhere', subject: { id: 'marketplace', publishers: desk.deps.settings.publishers } },
    };
    expect(await openCase(desk.deps, priya, { ...asked(contoso.id), caseType: 'marketplace' })).toMatchObject(told);
    const begun = { caseType: 'marketplace', onBehalfOf: contoso.id };
    expect(await beginDraft(desk.deps, priya, begun, {}, { files: 'onPage', check: false })).toMatchObject(told);
    expect(await mine()).toBe(before);
  });

  test('CS-3 Azure is refused with what is missing, a provider’s grant or its support group, and the draft is kept', async () => {
    const azure = {
      ...{ title: 'Down', description: 'All of it', severity: 'B', azureService: 'App Service', supportPlan: 'cloudSolutionProvider' },
      ...{ subscription: '7a1c1a3e-5d0b-4f6e-9c55-0d7f5a2f6c11', tried: 'Restarted it', whyEscalated: 'tools' },
      ...{ contactName: 'Priya Shah', contactEmail: ['priya.shah@litware.example'] },
    };
    const file = () =>
      openCase(desk.deps, priya, { caseType: 'azureProblem', input: azure, onBehalfOf: contoso.id, once: { key: crypto.randomUUID() } });
    const record = async (value: Partial<PartnerRecord>) => {
      const { version } = await desk.deps.store.rules.find(litware.id, 'partner');
      const by = { id: 'lead', name: 'Lead' };
      await desk.deps.store.inTenant(litware.id, (tx) => tx.rules.save('partner', { ...nothingOnRecord, ...value }, version, by));
    };
    const begun = { caseType: 'azureProblem', onBehalfOf: contoso.id };
    const draft = granted(await beginDraft(desk.deps, priya, begun, azure, { files: 'onPage', check: false }));
    // Whatever is asked: what is chosen in the form says that it is Azure’s.
    const { severity: _, azureService: __, supportPlan: ___, subscription: ____, ...question } = azure;
    const advised = { caseType: 'cloudAdvice', onBehalfOf: contoso.id };
    const ask = (service: string) =>
      openCase(desk.deps, priya, { ...advised, input: { ...question, service }, once: { key: crypto.randomUUID() } });
    const drawn = { files: 'onPage', check: false } as const;
    const asking = granted(await beginDraft(desk.deps, priya, advised, { ...question, service: 'azure' }, drawn));
    await record({ provider: fabrikam.id });
    const noGrant = { ok: false, error: { code: 'notAllowed', why: 'providerGrantMissing' } };
    expect(await file()).toMatchObject(noGrant);
    expect(await sendDraft(desk.deps, priya, draft.id, (kept) => kept)).toMatchObject(noGrant);
    expect(await sendDraft(desk.deps, priya, asking.id, (kept) => kept)).toMatchObject(noGrant);
    expect(await ask('azure')).toMatchObject(noGrant);
    expect(await beginDraft(desk.deps, priya, advised, { service: 'azure' }, drawn)).toMatchObject(noGrant);
    expect((await ask('microsoft365')).ok).toBe(true);
    const kept = (await listDrafts(desk.deps, priya)).map(({ id }) => id);
    expect(kept).toEqual(expect.arrayContaining([draft.id, asking.id]));
    await record({ provider: fabrikam.id, azureGrants: [contoso.id] });
    expect([(await file()).ok, (await ask('azure')).ok]).toEqual([true, true]);
    const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
    relationships = [standing(contoso, { roles: [helpdesk], assignments: [{ status: 'active', roles: [helpdesk], held: true }] })];
    expect(await file()).toMatchObject({ ok: false, error: { code: 'notAllowed', why: 'helpdeskOutsideGroup' } });
    await record({ supportGroup: [priya.personId] });
    expect((await file()).ok).toBe(true);
    await record({});
  });

  test('PN-1 at the phone-number desk a partner opens nothing for a customer, whatever the relationship', async () => {
    const request = { ...asked(contoso.id), caseType: 'otherQuestion', input: { title: 'x', description: 'y', country: 'FR' } };
    expect(await openCase(desk.deps, priya, request)).toMatchObject({ ok: false, error: { code: 'notAllowed', why: 'onBehalfOfAnother' } });
  });
});
