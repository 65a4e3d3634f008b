import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openCase } from '../../src/app/cases/open-case.ts';
import { caseFor } from '../../src/app/cases/queries.ts';
import { DirectoryUnavailable } from '../../src/app/faults.ts';
import { customersFor } from '../../src/app/partners/customers.ts';
import { recordKnownReseller } from '../../src/app/partners/known-partners.ts';
import { partnerRights } from '../../src/app/partners/rights.ts';
import { principalOf } from '../../src/app/people/people.ts';
import { registerKnown } from '../../src/app/tenants/gate.ts';
import { nothingOnRecord } from '../../src/domain/access/partner-record.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import type { DelegatedRelationship } from '../../src/domain/access/relationship.ts';
import { ok } from '../../src/domain/result.ts';
import { adatum, fabrikam, northwind, operator, sampleOrganisations } from '../../src/local/organisations.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { overServer } from '../store/databases.ts';
import { deskOver, granted } from './desk.ts';

const serviceSupport = 'f023fd81-a637-4b56-95fd-791ac0226033';
const bill = {
  ...{
    title: 'An invoice',
    description: 'Too much',
    billingSubject: 'invoice',
    tried: 'Compared it with the order',
    whyEscalated: 'tools',
  },
  ...{ contactName: 'Émile Gagnon', contactEmail: ['emile.gagnon@northwind.example'] },
};
const theirs: DelegatedRelationship = {
  ...{ id: 'theirs', customer: { tenantId: fabrikam.id, name: 'Fabrikam' }, status: 'active', roles: [serviceSupport], assignments: [] },
  endsAt: new Date(Date.now() + 86_400_000).toISOString(),
};

describe.each(overServer)('$name', (engine) => {
  let opened: OpenStore;
  let desk: ReturnType<typeof deskOver>;
  let clock = Date.now();
  /** What Microsoft says of Adatum, the reseller; `null`: nothing. */
  let ofAdatum: readonly DelegatedRelationship[] | null;
  const emile = async () => (await principalOf(desk.deps, northwind.id, northwind.people[0]?.id ?? '')) as Principal;
  const choices = async (by: Principal) =>
    (await customersFor(desk.deps, by, 'cloudServices', '')).map(({ name, reseller }) => [name, reseller]);
  const file = async (by: Principal) =>
    openCase(desk.deps, by, { caseType: 'cloudBilling', input: bill, onBehalfOf: fabrikam.id, once: { key: crypto.randomUUID() } });
  const record = async (provider: string | null) => {
    const { version } = await desk.deps.store.rules.find(adatum.id, 'partner');
    const by = { id: 'lead', name: 'Lead' };
    await desk.deps.store.inTenant(adatum.id, (tx) => tx.rules.save('partner', { ...nothingOnRecord, provider }, version, by));
  };

  beforeAll(async () => {
    opened = await engine.open();
    const relationships = {
      ofPartner: async () => ok([]),
      between: async () => ok([]),
      ofReseller: async (id: string) => {
        if (ofAdatum === null) throw new DirectoryUnavailable();
        return ok(id === adatum.id ? ofAdatum : []);
      },
    };
    const now = () => new Date(clock).toISOString();
    desk = deskOver(opened, { partners: partnerRights(relationships, now, opened.store.rules.resellersOf) });
    await registerKnown(opened.store.tenants, operator.id, sampleOrganisations);
    await recordKnownReseller(opened.store, adatum.id, northwind.id);
  });
  afterAll(() => opened.close());
  beforeEach(() => {
    // What was known a minute ago is asked for again.
    clock += 61_000;
    ofAdatum = [theirs];
  });

  test('CS-1 a provider chooses its resellers’ customers too, and is told through whom', async () => {
    const by = await emile();
    expect(await choices(by)).toEqual([['Fabrikam', 'Adatum Resale']]);
    const made = granted(await file(by));
    expect(await desk.see(by, made.caseId)).toMatchObject({ tenant: { id: fabrikam.id }, onBehalfOf: northwind.id, filedByDomain: null });
    const robin = await desk.someone('Robin');
    expect((await caseFor(desk.deps, robin, { id: made.caseId })).ok).toBe(false);
  });

  test.each<[string, readonly DelegatedRelationship[]]>([
    ['over', [{ ...theirs, endsAt: new Date(Date.now() - 1_000).toISOString() }]],
    ['without a role for service requests', [{ ...theirs, roles: [] }]],
    ['gone', []],
  ])('CS-1, CS-2 a reseller’s relationship that is %s gives its provider nothing', async (_, those) => {
    const by = await emile();
    ofAdatum = those;
    expect(await file(by)).toMatchObject({ ok: false, error: { code: 'notAllowed' } });
    clock += 61_000;
    expect(await choices(await emile())).toEqual([]);
  });

  test('CS-1 only the provider that is on record, at this very moment', async () => {
    const by = await emile();
    await record(null);
    expect(await file(by)).toMatchObject({ ok: false, error: { why: 'noRelationship' } });
    clock += 61_000;
    expect(await choices(await emile())).toEqual([]);
    await record(northwind.id);
    clock += 61_000;
    expect(await choices(await emile())).toHaveLength(1);
    expect(await opened.store.rules.resellersOf(fabrikam.id)).toEqual([]);
  });

  test('CS-1 a provider’s member who is no technician chooses nobody’s customers', async () => {
    const plain = {
      ...desk.deps.directory,
      person: async (tenantId: string, id: string) => {
        const person = await desk.deps.directory.person(tenantId, id);
        return person && { ...person, roles: ['member' as const] };
      },
    };
    const by = (await principalOf({ ...desk.deps, directory: plain }, northwind.id, northwind.people[0]?.id ?? '')) as Principal;
    expect(by.actsFor).toEqual([]);
  });

  test('CS-1, CS-2 while Microsoft does not answer the list stands in, and nothing is filed by it', async () => {
    const by = await emile();
    ofAdatum = null;
    clock += 61_000;
    expect(await choices(await emile())).toHaveLength(1);
    await expect(file(by)).rejects.toThrow(DirectoryUnavailable);
  });
});
