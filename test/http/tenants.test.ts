import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tenantGate } from '../../src/app/tenants/gate.ts';
import { subscribedEvents } from '../../src/domain/notice/subscription.ts';
import type { CaseView } from '../../src/http/contract.ts';
import { seenDirectory } from '../../src/identity/seen-directory.ts';
import { contoso, fabrikam, litware, operator } from '../../src/local/organisations.ts';
import { overServer } from '../store/databases.ts';
import { type Api, type Caller, open, startApi } from './api.ts';

describe.each(overServer)('the operator’s tenants over $name', (engine) => {
  let api: Api;
  let [lea, camille, jordan, nadia, ingrid, priya]: readonly Caller[] = [];
  let case_: CaseView;
  beforeAll(async () => {
    api = await startApi({ engine });
    [lea, camille, jordan, nadia, ingrid, priya] = await Promise.all(
      ['Léa', 'Camille', 'Jordan', 'Nadia', 'Ingrid', 'Priya'].map((name) => api.as(name)),
    );
    case_ = await open(lea as Caller);
    await jordan?.done('getMe');
    await priya?.done('getMe');
  });
  afterAll(() => api.close());
  const lead = () => ingrid as Caller;
  const onContoso = { params: { id: contoso.id } };
  const trail = () => trailOf(api, operator.id);

  test('a tenant registers itself with its first signed-in request, as what the directory says it is', async () => {
    const { items } = (await lead().done('listTenants')).body;
    const found = Object.fromEntries(items.map(({ id, name, kind, state }) => [id, { name, kind, state }]));
    expect(found[contoso.id]).toEqual({ name: 'Contoso', kind: 'customer', state: 'active' });
    expect(found[litware.id]).toMatchObject({ kind: 'partner', state: 'active' });
    expect(found[operator.id]).toMatchObject({ kind: 'operator', state: 'active' });
    expect(items.find(({ id }) => id === contoso.id)?.cases).toEqual({ open: 1, total: 1 });
    expect(items.map(({ name }) => name)).toEqual([...items.map(({ name }) => name)].sort());
    expect(await trail()).toContainEqual(expect.objectContaining({ action: 'tenant.register', tenant: contoso.id, outcome: 'done' }));
  });

  test('tenants are found by part of a name, by id and by state, page by page', async () => {
    const ids = async (query: Record<string, string>) => (await lead().done('listTenants', { query })).body.items.map(({ id }) => id);
    expect(await ids({ q: 'onto' })).toEqual([contoso.id]);
    expect(await ids({ q: fabrikam.id })).toEqual([fabrikam.id]);
    expect(await ids({ q: '%' })).toEqual([]);
    expect(await ids({ state: 'suspended' })).toEqual([]);
    const kinds = (await lead().done('listTenants', { query: { kind: 'partner' } })).body.items.map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual(['partner']);
    const first = (await lead().done('listTenants', { query: { limit: '1' } })).body;
    const second = (await lead().done('listTenants', { query: { limit: '1', cursor: String(first.next) } })).body;
    expect([first.items[0]?.name, second.items[0]?.name]).toEqual(['Contoso', 'Fabrikam']);
    expect((await lead().refused('listTenants', { query: { cursor: 'nonsense' } })).code).toBe('invalid');
  });

  test('G-9 nobody but a lead of the operator sees or changes tenants, and who tries is recorded', async () => {
    for (const who of [lea, camille, nadia] as Caller[]) {
      expect((await who.refused('listTenants')).code).toBe('notAllowed');
      expect((await who.refused('exportTenant', onContoso)).code).toBe('notAllowed');
      expect((await who.refused('suspendTenant', { ...onContoso, body: { reason: 'Mine now' } })).code).toBe('notAllowed');
      expect((await who.refused('resumeTenant', onContoso)).code).toBe('notAllowed');
      expect((await who.refused('changeTenant', { ...onContoso, body: { kind: 'partner' } })).code).toBe('notAllowed');
      expect((await who.refused('allowTenant', { body: { id: contoso.id } })).code).toBe('notAllowed');
      const removing = { ...onContoso, body: { name: 'Contoso', exportKept: true } };
      expect((await who.refused('removeTenant', removing)).code).toBe('notAllowed');
    }
    const recorded = (await trailOf(api, contoso.id)).filter(({ outcome }) => outcome === 'refused').map(({ action }) => action);
    expect(new Set(recorded)).toEqual(
      new Set(['list', 'export', 'suspend', 'resume', 'change', 'allow', 'remove'].map((step) => `tenant.${step}`)),
    );
  });

  test('a suspended tenant’s people are refused in their language, others are not, and when it resumes nothing is lost', async () => {
    const suspended = await lead().done('suspendTenant', { ...onContoso, body: { reason: 'The contract has ended' } });
    expect(suspended.body).toMatchObject({ state: 'suspended', reason: 'The contract has ended', steps: ['resume', 'remove'] });
    for (const who of [lea, camille] as Caller[]) {
      const refused = await who.refused('getMe', { headers: { 'accept-language': 'fr' } });
      expect(refused).toMatchObject({ code: 'tenantSuspended', status: 403, title: 'Votre organisation est suspendue' });
      expect(JSON.stringify(refused)).not.toContain('contract');
    }
    expect((await lea?.refused('comment', { params: { id: case_.id }, body: { text: 'Hello?' } }))?.code).toBe('tenantSuspended');
    expect((await jordan?.done('getMe'))?.status).toBe(200);
    expect((await nadia?.done('getCase', { params: { id: case_.id } }))?.body.title).toBe(case_.title);
    expect((await lead().refused('suspendTenant', { ...onContoso, body: { reason: 'Twice' } })).code).toBe('tenantState');
    expect((await lead().done('resumeTenant', onContoso)).body).toMatchObject({ state: 'active', reason: null });
    expect((await lea?.done('getCase', { params: { id: case_.id } }))?.body.title).toBe(case_.title);
    const steps = (await trail())
      .filter(({ tenant }) => tenant === contoso.id)
      .map(({ action, outcome, reason }) => [action, outcome, reason]);
    expect(steps.slice(-3)).toEqual([
      ['tenant.suspend', 'done', 'The contract has ended'],
      ['tenant.suspend', 'refused', undefined],
      ['tenant.resume', 'done', undefined],
    ]);
  });

  test('the operator’s own tenant can’t be shut out, removed or made something else', async () => {
    const own = { params: { id: operator.id } };
    expect((await lead().refused('suspendTenant', { ...own, body: { reason: 'A test' } })).code).toBe('tenantState');
    expect((await lead().refused('changeTenant', { ...own, body: { kind: 'customer' } })).code).toBe('tenantState');
    expect((await lead().refused('removeTenant', { ...own, body: { name: operator.name, exportKept: true } })).code).toBe('tenantState');
  });

  test('the operator says which tenant is a partner, and nobody becomes the operator so', async () => {
    const onFabrikam = { params: { id: fabrikam.id } };
    expect((await lead().done('changeTenant', { ...onFabrikam, body: { kind: 'partner' } })).body.kind).toBe('partner');
    const mine = await open(jordan as Caller, { country: 'US' });
    expect(mine.timeline[0]?.actor.side).toBe('partner');
    expect((await lead().done('changeTenant', { ...onFabrikam, body: { kind: 'customer', name: 'Fabrikam Inc.' } })).body).toMatchObject({
      name: 'Fabrikam Inc.',
      kind: 'customer',
    });
    expect((await lead().refused('changeTenant', { ...onFabrikam, body: { kind: 'operator' } })).code).toBe('invalid');
  });

  test('a tenant is removed once an export holds all there is; its rows go, and the operator’s trail keeps that it was', async () => {
    await nadia?.done('note', { params: { id: case_.id }, body: { text: 'internal thoughts' } });
    await lead().done('suspendTenant', { ...onContoso, body: { reason: 'They asked for it' } });
    const remove = (name = 'Contoso') => ({ ...onContoso, body: { name, exportKept: true } });
    expect((await lead().refused('removeTenant', remove())).code).toBe('exportFirst');
    await lead().done('exportTenant', onContoso);
    await nadia?.done('comment', { params: { id: case_.id }, body: { text: 'One thing more' } });
    expect((await lead().refused('removeTenant', remove())).code).toBe('exportFirst');

    const text = String((await lead().done('exportTenant', onContoso)).body);
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ kind: 'tenant', tenant: { id: contoso.id, name: 'Contoso' } });
    const cases = lines.filter(({ kind }) => kind === 'case');
    expect(cases.map(({ case: it }) => it.number)).toEqual([case_.number]);
    expect(cases[0].case.timeline.map(({ text: said }: { text: string }) => said)).toContain('One thing more');
    expect(text).not.toContain('internal thoughts');
    expect(text).not.toContain('Nadia');
    const rows = lines.filter(({ kind }) => kind === 'audit').map(({ row }) => row);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1));
    expect(lines.at(-1)).toEqual({ kind: 'end', cases: 1, auditRows: rows.length });

    // What comes while the removal waits for another change of the register is in no export.
    const [locked, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = api.deps.store.tenants.change(operator.id, async (tx) => {
      await tx.lock(contoso.id);
      locked.resolve();
      await held.promise;
    });
    await locked.promise;
    const overtaken = lead().refused('removeTenant', remove());
    await new Promise((passed) => setTimeout(passed, 300));
    await nadia?.done('comment', { params: { id: case_.id }, body: { text: 'The very last thing' } });
    held.resolve();
    await first;
    expect((await overtaken).code).toBe('exportFirst');
    await lead().done('exportTenant', onContoso);

    expect((await lead().refused('removeTenant', remove('Contosso'))).code).toBe('invalid');
    const subscription = {
      ...{ id: crypto.randomUUID(), channelId: '19:of-contoso', teamId: null, serviceUrl: 'https://smba.example/', name: 'Contoso alone' },
      ...{
        shared: false,
        desk: 'phoneNumbers' as const,
        customer: contoso.id,
        severities: [],
        events: subscribedEvents,
        locale: 'en' as const,
        version: 1,
      },
    };
    await api.deps.store.inTenant(operator.id, (tx) => tx.subscriptions.save(subscription, 'somebody'));
    expect((await lead().done('removeTenant', remove())).body).toMatchObject({
      state: 'removed',
      cases: { open: 0, total: 0 },
      steps: ['allow'],
    });
    expect(await api.deps.store.subscriptions.find(operator.id, subscription.id)).toBeUndefined();
    expect((await nadia?.refused('getCase', { params: { id: case_.id } }))?.code).toBe('notFound');
    expect((await lea?.refused('getMe'))?.code).toBe('tenantWaiting');
    expect(await trailOf(api, contoso.id)).toEqual([]);
    expect((await trail()).slice(-2).map(({ action }) => action)).toEqual(['tenant.remove', 'tenant.removed']);

    await lead().done('allowTenant', { body: { id: contoso.id, name: 'Contoso' } });
    expect((await lea?.done('listCases'))?.body.items).toEqual([]);
  });
});

test('where tenants are listed, one that comes unasked waits until it is allowed; one allowed before is served at once', async () => {
  const api = await startApi({
    change: (deps) => ({ ...deps, gate: tenantGate({ tenants: deps.store.tenants, operatorTenantId: operator.id, admission: 'listed' }) }),
  });
  try {
    const [jordan, lea, ingrid] = (await Promise.all(['Jordan', 'Léa', 'Ingrid'].map((name) => api.as(name)))) as [Caller, Caller, Caller];
    expect(await jordan.refused('getMe')).toMatchObject({ code: 'tenantWaiting', status: 403 });
    await ingrid.done('allowTenant', { body: { id: contoso.id.toUpperCase() } });
    expect((await lea.done('getMe')).status).toBe(200);
    const states = (await ingrid.done('listTenants')).body.items.map(({ name, state }) => [name, state]);
    expect(states).toEqual([
      ['Contoso', 'active'],
      ['Fabrikam', 'waiting'],
      [operator.name, 'active'],
    ]);
    await ingrid.done('allowTenant', { body: { id: fabrikam.id } });
    expect((await jordan.done('getMe')).status).toBe(200);
    expect((await ingrid.refused('allowTenant', { body: { id: fabrikam.id } })).code).toBe('tenantState');
  } finally {
    await api.close();
  }
});

test('ID-1 of the first visitor of an organisation that nobody allowed nothing is kept; the organisation waits on the operator’s page', async () => {
  const api = await startApi({
    change: (deps) => ({
      ...deps,
      directory: seenDirectory(deps.store.people, operator.id),
      gate: tenantGate({ tenants: deps.store.tenants, operatorTenantId: operator.id, admission: 'listed' }),
    }),
  });
  try {
    const jordan = await api.as('Jordan');
    expect((await jordan.refused('getMe')).code).toBe('tenantWaiting');
    expect(await api.deps.store.people.find(jordan.tenantId, jordan.id)).toBeUndefined();
    expect(await api.deps.store.tenants.find(jordan.tenantId)).toMatchObject({ state: 'waiting' });
    await api.deps.store.tenants.change(operator.id, async (tx) => {
      const tenant = await tx.lock(jordan.tenantId);
      if (tenant) await tx.save({ ...tenant, state: 'active' });
    });
    api.deps.gate.forget(jordan.tenantId);
    await jordan.done('getMe');
    expect(await api.deps.store.people.find(jordan.tenantId, jordan.id)).toMatchObject({ id: jordan.id });
  } finally {
    await api.close();
  }
});

interface Told {
  readonly action: string;
  readonly outcome: string;
  readonly tenant?: string;
  readonly reason?: string;
}

/** What a tenant's trail tells, as its store has it. */
async function trailOf(api: Api, tenantId: string): Promise<readonly Told[]> {
  const rows = await api.deps.store.audit.page(tenantId, 0, 1_000);
  return rows.map(({ action, outcome, details }) => ({ ...JSON.parse(details?.text ?? '{}'), action, outcome }));
}
