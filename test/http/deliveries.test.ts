import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { faultOf } from '../../src/domain/notice/outcome.ts';
import type { CaseView } from '../../src/http/contract.ts';
import { overServer, type TestStore } from '../store/databases.ts';
import { type Api, type Caller, open, startApi } from './api.ts';

const now = { most: 100, leaseMs: 60_000, gatherMs: 0 };

describe.each(overServer)('notices that were given up, over $name', (engine) => {
  let api: Api;
  let owner: pg.Client;
  let lea: Caller;
  let camille: Caller;
  let nadia: Caller;
  let case_: CaseView;
  beforeAll(async () => {
    let kept: TestStore | undefined;
    api = await startApi({
      engine: { ...engine, open: async () => (kept = await engine.open()) },
      change: (deps) => ({ ...deps, now: () => new Date(Date.now() + passed).toISOString() }),
    });
    owner = new pg.Client({ connectionString: kept?.databaseUrl });
    await owner.connect();
    [lea, camille, nadia] = (await Promise.all(['Léa', 'Camille', 'Nadia'].map((name) => api.as(name)))) as [Caller, Caller, Caller];
    case_ = await open(lea, { contacts: ['accueil@contoso.example'] });
    const { outbox } = api.deps.store;
    for (const job of await outbox.claim('email', now))
      await outbox.settle(job, { is: 'dead', fault: faultOf('refused', '550 5.1.1 no such mailbox') });
    for (const job of await outbox.claim('chat', now)) await outbox.settle(job, { is: 'done' });
  });
  afterAll(async () => {
    await owner.end();
    await api.close();
  });
  let passed = 0;
  /** As if so many milliseconds had gone by: answers are kept for a while. */
  const passing = (ms: number) => {
    passed = ms;
  };

  const listed = async (query = {}) => (await nadia.done('listDeliveries', { query })).body;

  test('G-12 engineers see whom they were for, about what, and why', async () => {
    const { items, next } = await listed();
    expect(next).toBeNull();
    expect((await nadia.done('getMe')).body.undelivered).toBe(2);
    expect((await camille.done('getMe')).body.undelivered).toBeNull();
    expect(items.map(({ to }) => to).sort()).toEqual(['Léa Moreau', 'accueil@contoso.example']);
    expect(items[0]).toMatchObject({
      channel: 'email',
      case: { id: case_.id, number: case_.number },
      attempts: 1,
      code: 'refused',
      reason: 'Le destinataire l’a refusée définitivement.',
      detail: '550 5.1.1 no such mailbox',
    });
    expect((await listed({ caseId: crypto.randomUUID() })).items).toEqual([]);
    const first = await listed({ limit: '1' });
    expect((await listed({ cursor: first.next ?? '' })).items).toEqual(items.slice(1));
    expect((await nadia.refused('listDeliveries', { query: { cursor: 'x' } })).code).toBe('invalid');
  });

  test('G-12 engineers are told which notices are late, how many and since when, until they go out', async () => {
    const late = async () => (await nadia.done('listLateNotices')).body.items;
    expect(await late()).toEqual([]);
    await open(lea);
    for (const who of [lea, camille]) expect((await who.refused('listLateNotices')).code).toBe('notAllowed');
    const { rows } = await owner.query(
      'update outbox set created_at = $1, run_at = $1 where channel = $2 and dead_at is null returning id',
      [new Date(Date.now() - 6 * 60_000), 'email'],
    );
    // What is held until quiet hours end is not late, and neither is what has just become due.
    await owner.query(
      `update outbox set created_at = now() - interval '9 hours', run_at = now() where channel = 'chat' and dead_at is null`,
    );
    passing(20_000);
    expect(await late()).toEqual([{ channel: 'email', waiting: rows.length, since: expect.any(String) }]);
    const { outbox } = api.deps.store;
    for (const channel of ['email', 'chat'] as const)
      for (const job of await outbox.claim(channel, now)) await outbox.settle(job, { is: 'done' });
    passing(40_000);
    expect(await late()).toEqual([]);
  });

  test('G-9 nobody else sees them or does anything about them', async () => {
    const [{ id } = { id: '' }] = (await listed()).items;
    for (const who of [lea, camille]) {
      expect((await who.refused('listDeliveries')).code).toBe('notAllowed');
      expect((await who.refused('sendDeliveryAgain', { params: { id } })).code).toBe('notAllowed');
      expect((await who.refused('dropDelivery', { params: { id } })).code).toBe('notAllowed');
    }
    expect((await listed()).items).toHaveLength(2);
    const tried = (await api.deps.store.audit.page(lea.tenantId, 0, 1_000)).filter(({ outcome }) => outcome === 'refused');
    expect(tried.map(({ action }) => action)).toEqual(expect.arrayContaining(['delivery.list', 'delivery.again', 'delivery.drop']));
  });

  test('G-12, F-21 one is sent again as if it had just been queued, and one is dropped; both once, and both are recorded', async () => {
    const [one, two] = (await listed()).items;
    await nadia.done('sendDeliveryAgain', { params: { id: one?.id ?? '' } });
    await nadia.done('dropDelivery', { params: { id: two?.id ?? '' } });
    expect((await listed()).items).toEqual([]);
    for (const { id = '' } of [one ?? {}, two ?? {}]) {
      expect((await nadia.refused('sendDeliveryAgain', { params: { id } })).code).toBe('notFound');
      expect((await nadia.refused('dropDelivery', { params: { id } })).code).toBe('notFound');
    }
    expect((await nadia.refused('dropDelivery', { params: { id: 'nonsense' } })).code).toBe('notFound');
    const jobs = await api.deps.store.outbox.claim('email', now);
    expect(jobs.map(({ attempt, maybeSent, content }) => ({ attempt, maybeSent, kind: content.kind }))).toEqual([
      { attempt: 1, maybeSent: 0, kind: 'case' },
    ]);
    const trail = (await camille.done('exportAudit', { query: { format: 'csv' } })).body as unknown as string;
    expect(trail).toMatch(/delivery\.again,done/);
    expect(trail).toMatch(/delivery\.drop,done/);
    expect(trail).not.toContain('Nadia');
  });
});
