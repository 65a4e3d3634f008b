import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newCredential, readCredential } from '../../src/app/organisation/machines-credential.ts';
import { operations, type ShownSecret } from '../../src/http/contract.ts';
import { createLimits, requestsPerMinute } from '../../src/http/limits.ts';
import { contoso, fabrikam, operator } from '../../src/local/organisations.ts';
import { overServer } from '../store/databases.ts';
import { type Api, type Asked, type Caller, open, request, startApi } from './api.ts';

type MachineRoute = 'listCasesAsMachine' | 'getCaseAsMachine' | 'exportAuditAsMachine';

describe.each(overServer)('ID-1 machines over $name', (engine) => {
  let api: Api;
  let now = () => new Date().toISOString();
  let people: Readonly<Record<'lea' | 'camille' | 'jordan' | 'nadia' | 'ingrid', Caller>>;
  let made: ShownSecret;
  beforeAll(async () => {
    api = await startApi({ engine, change: (deps) => ({ ...deps, now: () => now() }) });
    const [lea, camille, jordan, nadia, ingrid] = (await Promise.all(
      ['Léa', 'Camille', 'Jordan', 'Nadia', 'Ingrid'].map((name) => api.as(name)),
    )) as [Caller, Caller, Caller, Caller, Caller];
    people = { lea, camille, jordan, nadia, ingrid };
    await open(lea, { title: 'Ours' });
    await open(jordan, { title: 'Theirs', country: 'US' });
    made = (await camille.done('createIntegration', { body: { name: 'Monitoring', scopes: ['cases:read'] } })).body;
  });
  afterAll(() => api.close());
  const as = async (secret: string, name: MachineRoute, asked: Asked = {}) => {
    const response = await request(api.url, operations[name], { authorization: `Bearer ${secret}` }, asked);
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  };
  const onMade = () => ({ params: { id: made.integration.id } });

  test('ID-1 a credential is shown once, and only its digest is kept', async () => {
    expect(made.secret).toMatch(/^cdm_[\w-]{43}_[\w-]{43}$/);
    expect(made.integration).toMatchObject({ name: 'Monitoring', scopes: ['cases:read'], state: 'active', lastUsedAt: null });
    const days = (Date.parse(made.integration.expiresAt) - Date.parse(made.integration.createdAt)) / 86_400_000;
    expect(days).toBe(90);
    const listed = JSON.stringify((await people.camille.done('listIntegrations')).body);
    const secret = readCredential(made.secret)?.secret ?? '';
    expect(listed).not.toContain(secret);
    expect(JSON.stringify(await api.deps.store.machines.find(contoso.id, made.integration.id))).not.toContain(secret);
  });

  test('ID-1 it reads its own organisation’s cases, and nothing may be done with them', async () => {
    const page = await as(made.secret, 'listCasesAsMachine');
    expect(page.body.items.map(({ title }: { title: string }) => title)).toEqual(['Ours']);
    const [{ id, number }] = page.body.items;
    for (const ref of [id, number]) {
      const found = await as(made.secret, 'getCaseAsMachine', { params: { id: ref } });
      expect(found.body).toMatchObject({ title: 'Ours', permitted: [] });
    }
    const theirs = (await people.jordan.done('listCases')).body.items[0];
    expect((await as(made.secret, 'getCaseAsMachine', { params: { id: String(theirs?.id) } })).status).toBe(404);
    const used = (await people.camille.done('listIntegrations')).body.items[0]?.lastUsedAt;
    expect(Date.now() - Date.parse(String(used))).toBeLessThan(60_000);
  });

  test('ID-1 a machine’s credential opens no route of people’s, and a person’s token none of machines’', async () => {
    for (const [name, operation] of Object.entries(operations)) {
      if ('open' in operation || operation.method !== 'GET') continue;
      const asked = { params: { id: crypto.randomUUID(), fileId: crypto.randomUUID(), desk: 'phoneNumbers' } };
      const wrong = 'machine' in operation ? await people.camille.send(name as 'getMe', asked) : undefined;
      const refused = wrong ?? (await request(api.url, operation, { authorization: `Bearer ${made.secret}` }, asked));
      expect([name, refused.status]).toEqual([name, 401]);
    }
  });

  test('ID-1 what it was not made for is refused and recorded under its own name', async () => {
    const refused = await as(made.secret, 'exportAuditAsMachine');
    expect(refused).toMatchObject({ status: 403, body: { code: 'insufficientScope' } });
    const rows = await api.deps.store.audit.page(contoso.id, 0, 1_000);
    expect(rows.at(-1)).toMatchObject({ actorId: `machine:${made.integration.id}`, action: 'machine.audit:read', outcome: 'refused' });
    const auditor = (await people.camille.done('createIntegration', { body: { name: 'Archive', scopes: ['audit:read'], days: 365 } })).body;
    const trail = await as(auditor.secret, 'exportAuditAsMachine', { query: { format: 'json' } });
    expect(trail.body.tenantId).toBe(contoso.id);
    expect(trail.body.items.map(({ action }: { action: string }) => action)).toContain('machine.create');
    expect((await as(auditor.secret, 'listCasesAsMachine')).body.code).toBe('insufficientScope');
  });

  test('ID-1 forged credentials are refused alike: another secret, another tenant, another machine, cut or longer', async () => {
    const { machineId } = readCredential(made.secret) ?? { machineId: '' };
    const forged = [
      newCredential(contoso.id, machineId).text,
      newCredential(fabrikam.id, machineId).text,
      newCredential(contoso.id, crypto.randomUUID()).text,
      `${made.secret}A`,
      made.secret.slice(0, -1),
      made.secret.replace('cdm_', 'cdx_'),
      'cdm_',
    ];
    for (const secret of forged) {
      expect(await as(secret, 'listCasesAsMachine')).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    }
  });

  test('ID-1 after a rotation both secrets are taken, the one before until its moment', async () => {
    const rotated = (await people.camille.done('rotateIntegration', { ...onMade(), body: { overlapHours: 2, days: 30 } })).body;
    expect(rotated.secret).not.toBe(made.secret);
    const real = now;
    const status = async (secret: string) => (await as(secret, 'listCasesAsMachine')).status;
    expect([await status(made.secret), await status(rotated.secret)]).toEqual([200, 200]);
    now = () => new Date(Date.parse(real()) + 2.1 * 3_600_000).toISOString();
    expect([await status(made.secret), await status(rotated.secret)]).toEqual([401, 200]);
    now = () => new Date(Date.parse(real()) + 31 * 86_400_000).toISOString();
    expect(await status(rotated.secret)).toBe(401);
    now = real;
    const again = (await people.camille.done('rotateIntegration', { ...onMade(), body: { overlapHours: 0 } })).body;
    expect([await status(made.secret), await status(rotated.secret), await status(again.secret)]).toEqual([401, 401, 200]);
    made = again;
  });

  test('ID-1 a suspended tenant’s machines are shut out with its people', async () => {
    const onContoso = { params: { id: contoso.id } };
    await people.ingrid.done('suspendTenant', { ...onContoso, body: { reason: 'A test' } });
    expect((await as(made.secret, 'listCasesAsMachine')).body.code).toBe('tenantSuspended');
    expect((await as(newCredential(contoso.id, made.integration.id).text, 'listCasesAsMachine')).body.code).toBe('unauthenticated');
    await people.ingrid.done('resumeTenant', onContoso);
    expect((await as(made.secret, 'listCasesAsMachine')).status).toBe(200);
  });

  test('ID-1 revoked is over at once, for good', async () => {
    expect((await people.camille.done('revokeIntegration', onMade())).body.state).toBe('revoked');
    expect((await as(made.secret, 'listCasesAsMachine')).status).toBe(401);
    expect((await people.camille.refused('rotateIntegration', { ...onMade(), body: {} })).code).toBe('outdated');
    expect((await people.camille.refused('revokeIntegration', onMade())).code).toBe('outdated');
  });

  test('G-9 nobody but the organisation’s administrators manages its credentials, and who tries is recorded', async () => {
    const { lea, jordan, nadia } = people;
    for (const who of [lea, nadia]) {
      expect((await who.refused('listIntegrations')).code).toBe('notAllowed');
      expect((await who.refused('createIntegration', { body: { name: 'x', scopes: ['cases:read'] } })).code).toBe('notAllowed');
      expect((await who.refused('rotateIntegration', { ...onMade(), body: {} })).code).toBe('notAllowed');
      expect((await who.refused('revokeIntegration', onMade())).code).toBe('notAllowed');
    }
    expect((await jordan.done('listIntegrations')).body.items).toEqual([]);
    expect((await jordan.refused('revokeIntegration', onMade())).code).toBe('notFound');
    const recorded = (await api.deps.store.audit.page(operator.id, 0, 1_000)).map(({ action, outcome }) => `${action} ${outcome}`);
    expect(recorded).toEqual(expect.arrayContaining(['machine.create refused', 'machine.revoke refused']));
    const [last] = (await api.deps.store.audit.page(jordan.tenantId, 0, 1_000)).slice(-1);
    expect([last?.action, last?.outcome, last?.details?.text]).toEqual(['machine.revoke', 'refused', expect.stringContaining('notFound')]);
  });

  test('ID-1 a credential lasts a year at most, has a name and a scope, and twenty are enough', async () => {
    const { jordan } = people;
    const create = (body: object) => jordan.send('createIntegration', { body });
    for (const body of [
      { name: 'x', scopes: ['cases:read'], days: 366 },
      { name: '  ', scopes: ['cases:read'] },
      { name: 'x', scopes: [] },
      { name: 'x', scopes: ['cases:write'] },
    ]) {
      expect((await create(body)).status).toBe(422);
    }
    const twice = await Promise.all(Array.from({ length: 21 }, (_, i) => create({ name: `No ${i}`, scopes: ['cases:read'] })));
    expect(twice.map(({ status }) => status).sort()).toEqual([...Array(20).fill(201), 422]);
    const [first] = (await jordan.done('listIntegrations')).body.items.slice(-1);
    const [newest] = (await jordan.done('listIntegrations')).body.items;
    await jordan.done('revokeIntegration', { params: { id: newest?.id ?? '' } });
    const listed = (await jordan.done('listIntegrations')).body.items.map(({ id }) => id);
    expect([listed.at(-1), listed.at(-2)]).toEqual([newest?.id, first?.id]);
  });
});

test('F-36 a machine that asks too often is told when to ask again, and another one is not held up', async () => {
  const limits = createLimits({ trustedProxies: 0, table: { ...requestsPerMinute, machine: 2 }, now: () => 0 });
  const api = await startApi({ limits });
  try {
    const camille = await api.as('Camille');
    const make = async (name: string) => (await camille.done('createIntegration', { body: { name, scopes: ['cases:read'] } })).body.secret;
    const ask = async (secret: string) => request(api.url, operations.listCasesAsMachine, { authorization: `Bearer ${secret}` }, {});
    const [first, second] = [await make('One'), await make('Two')];
    const answers = [await ask(first), await ask(first), await ask(first), await ask(second)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 200]);
    expect(answers[2]?.headers.get('retry-after')).toBe('30');
  } finally {
    await api.close();
  }
});
