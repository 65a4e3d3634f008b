import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { contoso, litware, northwind } from '../../src/local/organisations.ts';
import { overServer } from '../store/databases.ts';
import { type Api, type Caller, startApi } from './api.ts';

const nothing = { contract: null, provider: null, azureGrants: [], supportGroup: [] };
const contract = { level: 'advanced', lastDay: '2099-12-31' } as const;
const dynamics = {
  ...{
    title: 'Sales is down',
    description: 'Nobody can sign in.',
    severity: 'B',
    dynamicsConcern: 'dynamicsFault',
    dynamicsApp: 'dynamicsSales',
  },
  ...{ tried: 'Another browser', whyEscalated: 'productFault', contactName: 'Priya Shah', contactEmail: ['priya.shah@litware.example'] },
};

describe.each(overServer)('what is on record of partners, over HTTP and $name', (engine) => {
  let api: Api;
  let [ingrid, sam, priya, lea]: Caller[] = [];
  beforeAll(async () => {
    api = await startApi({ engine });
    [ingrid, sam, priya, lea] = await Promise.all(['Ingrid', 'Sam', 'Priya', 'Léa'].map((name) => api.as(name)));
    // An organisation is served from its first person on.
    for (const caller of [priya, lea, await api.as('Émile')]) await as(caller).done('getMe');
  });
  afterAll(() => api.close());

  const as = (caller: Caller | undefined): Caller => caller as Caller;
  /** Those that are new. */
  const lettersOfOutage = async () => {
    const jobs = await api.deps.store.outbox.claim('email', { most: 100, leaseMs: 60_000, gatherMs: 0 });
    return jobs.flatMap(({ content }) =>
      content.kind === 'letter' && content.letter.says.letter === 'outageNews' ? [[content.letter.address, content.letter.says]] : [],
    );
  };
  const own = async () => (await as(priya).done('listPartners')).body.items[0];
  const recording = async (more: object, version?: number) => ({
    params: { id: litware.id },
    headers: { 'if-match': `"${version ?? (await own())?.version}"` },
    body: { ...nothing, ...more },
  });
  const record = async (more: object) => (await as(ingrid).done('recordPartner', await recording(more))).body;
  let submitted = 0;
  const submit = (input: object, onBehalfOf: string | null = null) => {
    submitted += 1;
    return {
      headers: { 'idempotency-key': `partners-${submitted}` },
      body: { caseType: 'dynamicsProblem', input: { ...dynamics, ...input }, onBehalfOf },
    };
  };

  test('CS-5 Dynamics 365 is refused until a lead records a support contract with its end date, and what to do is said', async () => {
    const refused = await as(priya).refused('openCase', submit({}));
    expect(refused).toMatchObject({ status: 403, code: 'notAllowed', detail: expect.stringContaining('ASfP') });
    expect((await as(priya).refused('beginDraft', { body: { caseType: 'dynamicsProblem' } })).detail).toBe(refused.detail);
    expect(await record({ contract })).toMatchObject({ tenant: { name: litware.name }, contract: { ...contract, ended: false } });
    expect(await own()).toMatchObject({ contract, changed: { by: 'Ingrid Solberg' } });
    expect((await as(priya).done('openCase', submit({}))).body.number).toMatch(/^CD-/);
    await record({ contract: { ...contract, lastDay: '2020-01-01' } });
    expect((await as(priya).refused('openCase', submit({}))).code).toBe('notAllowed');
  });

  test.each(['dynamicsPlans', 'dynamicsLicences', 'dynamicsBilling', 'financeOperations'])(
    'CS-5 %s is directed to Dynamics support',
    async (dynamicsConcern) => {
      await record({ contract });
      const refused = await as(priya).refused('openCase', submit({ dynamicsConcern }));
      expect(refused.issues).toMatchObject([
        { field: 'dynamicsConcern', code: 'directedElsewhere', message: expect.stringContaining('https://') },
      ]);
    },
  );

  test('CS-12 known problems come before the form with when they were read, and a partner reads of no other outage', async () => {
    const outage = { desk: 'cloudServices', title: 'Sign-in fails in Europe', description: 'Ours alone' } as const;
    const opened = (await as(ingrid).done('openOutage', { headers: { 'idempotency-key': 'o1' }, body: outage })).body;
    await as(ingrid).done('openOutage', { headers: { 'idempotency-key': 'o2' }, body: { ...outage, desk: 'rooms' } });
    const { body } = await as(priya).done('getHealth', { params: { desk: 'cloudServices' } });
    expect(body).toMatchObject({ state: 'read', issues: [{ id: 'EX1187402', service: 'Exchange Online' }, {}] });
    expect(Math.abs(Date.parse(body.readAt ?? '') - Date.now())).toBeLessThan(60_000);
    expect(body.outages).toEqual([{ id: opened.id, title: outage.title, openedAt: opened.openedAt, followed: false }]);
    const params = { id: opened.id };
    for (let twice = 0; twice < 2; twice += 1) await as(priya).done('followOutage', { params });
    expect((await as(lea).refused('followOutage', { params })).code).toBe('notFound');
    expect((await as(priya).done('getHealth', { params: { desk: 'cloudServices' } })).body.outages).toMatchObject([{ followed: true }]);
    for (let twice = 0; twice < 2; twice += 1)
      await as(ingrid).done('postOutageUpdate', { params, headers: { 'idempotency-key': 'u1' }, body: { text: 'We found it.' } });
    const news = { letter: 'outageNews', name: 'Priya Shah', outage: outage.title, text: 'We found it.', over: false };
    expect(await lettersOfOutage()).toEqual([['priya.shah@litware.example', news]]);
    await as(priya).done('unfollowOutage', { params });
    await as(ingrid).done('postOutageUpdate', { params, headers: { 'idempotency-key': 'u2' }, body: { text: 'Nearly.' } });
    expect(await lettersOfOutage()).toEqual([]);
    expect((await as(lea).refused('getHealth', { params: { desk: 'cloudServices' } })).code).toBe('notFound');
  });

  test('CS-12 what Microsoft announces is followed over the API, by whoever may file it, and given up as often as asked', async () => {
    const issues = async () => (await as(priya).done('getHealth', { params: { desk: 'cloudServices' } })).body.issues;
    const params = { id: 'EX1187402' };
    for (let twice = 0; twice < 2; twice += 1) await as(priya).done('followAnnouncement', { params });
    expect(await issues()).toMatchObject([{ id: 'EX1187402', followed: true }, { followed: false }]);
    for (const [who, id] of [
      [lea, params.id],
      [priya, 'EX0'],
      [priya, "EX1187402' or 1=1"],
    ] as const)
      expect((await as(who).refused('followAnnouncement', { params: { id } })).code).toBe('notFound');
    for (let twice = 0; twice < 2; twice += 1) await as(priya).done('unfollowAnnouncement', { params });
    expect((await as(lea).refused('unfollowAnnouncement', { params })).code).toBe('notFound');
    expect(await issues()).toMatchObject([{ followed: false }, { followed: false }]);
  });

  test('CS-3 CS-5 only leads record, on the version they saw, and only organisations and people that are there', async () => {
    for (const caller of [sam, priya, lea])
      expect((await as(caller).refused('recordPartner', await recording({}))).code).toBe('notAllowed');
    expect((await as(lea).refused('listPartners')).code).toBe('notAllowed');
    expect((await as(ingrid).refused('recordPartner', await recording({}, 99))).code).toBe('outdated');
    const wrong = async (more: object) => (await as(ingrid).refused('recordPartner', await recording(more))).issues;
    expect(await wrong({ provider: contoso.id })).toMatchObject([{ field: 'provider', code: 'notThere' }]);
    expect(await wrong({ azureGrants: [northwind.id] })).toMatchObject([{ field: 'azureGrants', code: 'notThere' }]);
    expect(await wrong({ supportGroup: [as(lea).id] })).toMatchObject([{ field: 'supportGroup', code: 'notThere' }]);
    const found = await as(ingrid).done('findPartnerPeople', { params: { id: litware.id }, query: { q: 'Priya' } });
    const group = { provider: northwind.id, azureGrants: [contoso.id], supportGroup: found.body.items.map(({ id }) => id) };
    expect(await record(group)).toMatchObject({ provider: { name: northwind.name }, supportGroup: [{ name: 'Priya Shah' }] });
    const all = (await as(ingrid).done('listPartners')).body.items;
    expect(all.map(({ tenant }) => tenant.id)).toEqual(expect.arrayContaining([litware.id, northwind.id]));
    expect(all.some(({ tenant }) => tenant.id === contoso.id)).toBe(false);
  });
});
