import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { beginDraft } from '../../src/app/cases/drafts.ts';
import { type OpenRequest, openCase } from '../../src/app/cases/open-case.ts';
import { caseFor, listCases } from '../../src/app/cases/queries.ts';
import { sendDraft } from '../../src/app/cases/send-draft.ts';
import { exportCases } from '../../src/app/exports/cases.ts';
import { partnerRights } from '../../src/app/partners/rights.ts';
import { principalOf } from '../../src/app/people/people.ts';
import { registerKnown } from '../../src/app/tenants/gate.ts';
import { domainsAnHour } from '../../src/domain/access/by-domain.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import type { DelegatedRelationship } from '../../src/domain/access/relationship.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { ok } from '../../src/domain/result.ts';
import { contoso, fabrikam, northwind, operator, sampleOrganisations } from '../../src/local/organisations.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { overServer } from '../store/databases.ts';
import { deskOver, granted } from './desk.ts';

const all = { state: 'all', words: null, desk: null, country: null, status: null, cursor: null, limit: 50 } as const;
const subscription = '7a1c1a3e-5d0b-4f6e-9c55-0d7f5a2f6c11';
const azure = {
  ...{ title: 'Down', description: 'All of it', severity: 'B', azureService: 'App Service', supportPlan: 'cloudSolutionProvider' },
  ...{ subscription, tried: 'Restarted it', whyEscalated: 'tools' },
  ...{ contactName: 'Émile Gagnon', contactEmail: ['emile.gagnon@northwind.example'] },
};
const serviceSupport = 'f023fd81-a637-4b56-95fd-791ac0226033';
const relationship = (more: Partial<DelegatedRelationship>): DelegatedRelationship => ({
  ...{ id: 'one', customer: { tenantId: contoso.id, name: 'Contoso' }, status: 'active' },
  ...{ endsAt: new Date(Date.now() + 86_400_000).toISOString(), roles: [serviceSupport] },
  assignments: [{ status: 'active', roles: [serviceSupport], held: true }],
  ...more,
});
const refused = (why: string) => ({ ok: false, error: { code: 'notAllowed', why } });

describe.each(overServer)('$name', (engine) => {
  let opened: OpenStore;
  let desk: ReturnType<typeof deskOver>;
  /** What Microsoft says of Northwind. */
  let relationships: readonly DelegatedRelationship[];
  let emile: Principal;
  let camille: Principal;

  beforeAll(async () => {
    opened = await engine.open();
    const of = (id: string) => ok(relationships.filter(({ customer }) => customer.tenantId === id));
    desk = deskOver(opened, {
      tenantOfDomain: async (domain) => sampleOrganisations.find(({ domains }) => domains.includes(domain))?.id,
      partners: partnerRights(
        { ofPartner: async () => ok(relationships), ofReseller: async () => ok([]), between: async (_, id) => of(id) },
        () => new Date().toISOString(),
      ),
    });
    await registerKnown(opened.store.tenants, operator.id, sampleOrganisations);
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    relationships = [];
    [emile, camille] = (await Promise.all(['Émile', 'Camille'].map(desk.someone))) as [Principal, Principal];
  });

  const asked = (customerDomain: string, more: Partial<OpenRequest> = {}): OpenRequest => ({
    ...{ caseType: 'azureProblem', input: azure, once: { key: crypto.randomUUID() } },
    ...more,
    customerDomain,
  });
  const file = async () => desk.see(emile, granted(await openCase(desk.deps, emile, asked('Contoso.example'))).caseId);

  test('CS-3 a partner without a relationship files for Azure by domain and subscription; the case is the customer’s, and marked', async () => {
    const made = await file();
    expect(made).toMatchObject({ tenant: { id: contoso.id }, onBehalfOf: northwind.id, filedByDomain: 'contoso.example' });
    expect(made.exception).toContain('contoso.example');
    expect(made.particulars).toMatchObject({ subscription });
    expect(await desk.see(camille, made.id)).toMatchObject({ filedByDomain: 'contoso.example', partner: 'Northwind Distribution' });
    const listed = granted(await listCases(desk.deps, emile, { ...all, list: 'customers' })).items;
    expect(listed).toEqual(expect.arrayContaining([expect.objectContaining({ id: made.id, filedByDomain: 'contoso.example' })]));
    const { content } = granted(await exportCases(desk.deps, emile, { ...all, list: 'customers' }));
    let sheet = '';
    for await (const piece of content) sheet += Buffer.from(piece).toString();
    expect(sheet.split('\r\n').find((line) => line.includes(made.number))).toContain('contoso.example');
    expect(sheet).toContain(words(emile.locale).cases.exception.inLists);
  });

  test('CS-3 F-28 its partner sees, finds and comments that one case, and nothing else of the customer’s', async () => {
    const theirs = await desk.open(camille, { title: 'Down in our own words' });
    const made = await file();
    expect((await desk.act(emile, made.id, { do: 'comment', text: 'More of it', files: [] })).ok).toBe(true);
    const found = async (words: string) =>
      granted(await listCases(desk.deps, emile, { ...all, list: 'customers', words })).items.map(({ id }) => id);
    expect(await found('down')).toContain(made.id);
    expect(await found('down')).not.toContain(theirs.id);
    for (const ref of [{ id: theirs.id }, { number: theirs.number }])
      expect(await caseFor(desk.deps, emile, ref)).toEqual({ ok: false, error: { code: 'notFound' } });
    expect(await desk.act(emile, theirs.id, { do: 'comment', text: 'Hello', files: [] })).toMatchObject({ error: { code: 'notFound' } });
  });

  test('CS-3 no other partner sees it, and of its own organisation technicians alone', async () => {
    const made = await file();
    const others = [await desk.someone('Priya'), await desk.someone('Robin'), { ...emile, roles: ['member'] as const, personId: 'other' }];
    for (const by of others) expect((await caseFor(desk.deps, by, { id: made.id })).ok).toBe(false);
    expect((await caseFor(desk.deps, { ...emile, personId: 'colleague' }, { id: made.id })).ok).toBe(true);
  });

  test('CS-1 CS-3 whoever manages cases in the partner’s own organisation is a technician of it', async () => {
    const of = (roles: Principal['roles']): typeof desk.deps.directory => ({
      ...desk.deps.directory,
      person: async (tenantId, personId) => {
        const person = await desk.deps.directory.person(tenantId, personId);
        return person && { ...person, roles };
      },
    });
    const as = async (roles: Principal['roles']) =>
      (await principalOf({ ...desk.deps, directory: of(roles) }, northwind.id, emile.personId))?.roles;
    expect(await as(['member', 'ticketManager'])).toContain('partnerTechnician');
    expect(await as(['member'])).not.toContain('partnerTechnician');
    expect(await as(['guest'])).toEqual(['guest']);
  });

  test('CS-2 CS-3 an administrator of the customer ends it by taking the case over; it stays marked', async () => {
    const made = await file();
    expect((await desk.see(camille, made.id)).exception).toContain('Reprenez-la');
    expect(granted(await desk.act(camille, made.id, { do: 'takeOver' })).caseId).toBe(made.id);
    expect(await caseFor(desk.deps, emile, { id: made.id })).toEqual({ ok: false, error: { code: 'notFound' } });
    expect(await desk.act(emile, made.id, { do: 'comment', text: 'Still here', files: [] })).toMatchObject({ error: { code: 'notFound' } });
    expect(await desk.see(camille, made.id)).toMatchObject({ onBehalfOf: null, filedByDomain: 'contoso.example' });
  });

  test('CS-3 the customer’s administrators are told, and the audit trail of both says so', async () => {
    const made = await file();
    const jobs = await opened.store.outbox.claim('email', { most: 200, leaseMs: 60_000, gatherMs: 0 });
    const told = jobs.flatMap(({ to, content }) =>
      content.kind === 'case' && content.caseId === made.id && to.kind === 'person' ? [to.id] : [],
    );
    expect(told).toContain(camille.personId);
    const rows = await opened.store.audit.page(contoso.id, 0, 1_000);
    expect(rows.at(-1)?.action).toBe('case.open');
    expect(JSON.parse(rows.at(-1)?.details?.text ?? '{}')).toMatchObject({ byDomain: 'contoso.example', administrators: 1 });
  });

  test.each([
    ['nobody’s', 'nowhere.example'],
    ['of an organisation that is not served here', 'elsewhere.example'],
    ['the operator’s', 'tailspin.example'],
  ])('CS-3 a domain that is %s is refused alike, with how to get a relationship', async (_, domain) => {
    const deps = {
      ...desk.deps,
      tenantOfDomain: async (of: string) => (of === 'elsewhere.example' ? crypto.randomUUID() : desk.deps.tenantOfDomain?.(of)),
    };
    expect(await openCase(deps, emile, asked(domain))).toMatchObject(refused('domainUnknown'));
  });

  test('CS-3 only Azure, only partners’ technicians, and never one’s own domain', async () => {
    const other = { caseType: 'cloudBilling' } as const;
    expect(await openCase(desk.deps, emile, asked('contoso.example', other))).toMatchObject(refused('notByDomain'));
    expect(await openCase(desk.deps, camille, asked('fabrikam.example'))).toMatchObject(refused('partnersAlone'));
    expect(await openCase(desk.deps, emile, asked('contoso.example', { caseType: 'portIn' }))).toMatchObject(refused('onBehalfOfAnother'));
    expect(await openCase(desk.deps, emile, asked('northwind.example'))).toMatchObject({
      error: { code: 'invalid', issues: [{ field: 'customerDomain', fault: { is: 'ownDomain' } }] },
    });
    const begun = { caseType: 'azureProblem', customerDomain: 'not a domain' };
    const drawn = { files: 'onPage', check: false } as const;
    expect(await beginDraft(desk.deps, emile, begun, { subscription: 'x' }, drawn)).toMatchObject({
      error: { code: 'invalid', issues: [{ field: 'customerDomain' }, { field: 'subscription' }] },
    });
  });

  test.each([
    ['relationshipEnded', { endsAt: new Date(Date.now() - 1_000).toISOString() }],
    ['relationshipNotAssigned', { assignments: [] }],
    ['relationshipNotActive', { status: 'approvalPending' }],
  ] as const)('CS-3 an exception gets nobody around a relationship: %s', async (why, more) => {
    relationships = [relationship(more)];
    expect(await openCase(desk.deps, emile, asked('contoso.example'))).toMatchObject(refused(why));
  });

  test('CS-3 a relationship without service roles leaves the exception; one that stands makes it an ordinary case', async () => {
    relationships = [relationship({ roles: [], assignments: [] })];
    expect((await file()).filedByDomain).toBe('contoso.example');
    relationships = [relationship({})];
    const by = (await principalOf(desk.deps, northwind.id, emile.personId)) as Principal;
    const made = await desk.see(by, granted(await openCase(desk.deps, by, asked('contoso.example'))).caseId);
    expect(made).toMatchObject({ onBehalfOf: northwind.id, filedByDomain: null });
  });

  test('CS-3 G-19 a draft by domain tells nothing of the customer but the domain, and becomes the case', async () => {
    const begun = { caseType: 'azureProblem', customerDomain: 'contoso-france.example' };
    const draft = granted(await beginDraft(desk.deps, emile, begun, { ...azure }, { files: 'onPage', check: false }));
    expect(draft).toMatchObject({ customer: { name: 'contoso-france.example' }, filedByDomain: 'contoso-france.example' });
    expect(JSON.stringify(draft)).not.toContain('Contoso"');
    const sent = granted(await sendDraft(desk.deps, emile, draft.id, (kept) => kept));
    expect(await desk.see(emile, sent.caseId)).toMatchObject({ filedByDomain: 'contoso-france.example', tenant: { id: contoso.id } });
  });

  test('F-36 so many domains are looked for in an hour and no more', async () => {
    const robin = await desk.someone('Robin');
    const look = () => openCase(desk.deps, robin, asked('nowhere.example'));
    for (let at = 0; at < domainsAnHour; at += 1) expect(await look()).toMatchObject(refused('domainUnknown'));
    expect(await look()).toMatchObject({ error: { code: 'tooSoon', what: 'domain' } });
    expect(await openCase(desk.deps, robin, asked('fabrikam.example'))).toMatchObject({ error: { code: 'tooSoon' } });
    expect(fabrikam.domains).toContain('fabrikam.example');
  });
});
