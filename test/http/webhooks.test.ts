import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { webhookCalls } from '../../src/notify/webhook-calls.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../notify/webhook-receiver.ts';
import { type Api, type Caller, onVersion, startApi } from './api.ts';

let api: Api;
let system: WebhookReceiver;
let camille: Caller;
let thomas: Caller;
let jordan: Caller;
beforeAll(async () => {
  system = await startWebhookReceiver();
  api = await startApi({ change: (deps) => ({ ...deps, webhooks: webhookCalls({ thisMachine: true }) }) });
  [camille, thomas, jordan] = (await Promise.all(['Camille', 'Thomas', 'Jordan'].map((name) => api.as(name)))) as [Caller, Caller, Caller];
});
afterAll(async () => {
  await api.close();
  await system.close();
});

const wanted = (more: object = {}) => ({ url: system.url, description: 'Service management', events: ['opened', 'closed'], ...more });
const add = async (who = camille, more: object = {}) => (await who.done('addWebhook', { body: wanted(more) })).body;

test('ID-1 an administrator adds a webhook, sees its secret this once, tries it, changes it and removes it', async () => {
  const { webhook, secret } = await add();
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
  const params = { id: webhook.id };
  const listed = await camille.send('listWebhooks');
  expect(await listed.text()).not.toContain(secret.slice(6));
  expect((await camille.done('testWebhook', { params })).body).toEqual({ taken: true, status: 204 });
  const [tested] = system.came;
  expect(tested && system.read(secret, tested)).toMatchObject({ type: 'webhook.test', version: 1 });
  const off = await camille.done('changeWebhook', {
    params,
    ...onVersion(webhook),
    body: { ...wanted({ events: ['status'] }), on: false },
  });
  expect(off.body).toMatchObject({ version: 2, events: ['status'], stopped: { why: 'byHand' } });
  expect((await camille.refused('changeWebhook', { params, ...onVersion(webhook), body: { ...wanted(), on: true } })).code).toBe(
    'outdated',
  );
  const rotated = await camille.done('rotateWebhookSecret', { params, body: { overlapHours: 1 } });
  expect(rotated.body.secret).not.toBe(secret);
  expect(rotated.body.webhook.oldSecretUntil).not.toBeNull();
  system.answer = () => ({ status: 500 });
  expect((await camille.done('testWebhook', { params })).body).toEqual({ taken: false, status: 500 });
  system.answer = () => ({ status: 204 });
  await camille.done('removeWebhook', { params });
  expect((await camille.done('listWebhooks')).body.items).toEqual([]);
  expect((await camille.refused('removeWebhook', { params })).code).toBe('notFound');
  const trail = await api.deps.store.audit.page(camille.tenantId, 0, 1_000);
  const rows = trail.filter(({ action, outcome }) => action.startsWith('webhook.') && outcome === 'done');
  expect(rows.map(({ action }) => action)).toEqual(['add', 'test', 'change', 'rotate', 'test', 'remove'].map((step) => `webhook.${step}`));
  expect(JSON.stringify(trail)).not.toContain('whsec_');
  const refused = trail.filter(({ action, outcome }) => action.startsWith('webhook.') && outcome === 'refused');
  expect(refused.map(({ action, details }) => [action, JSON.parse(details?.text ?? '{}').code])).toEqual([
    ['webhook.change', 'outdated'],
    ['webhook.remove', 'notFound'],
  ]);
});

test('F-18 what an address did not take is not held against the one that takes its place', async () => {
  const { webhook } = await add();
  const params = { id: webhook.id };
  await api.deps.store.webhooks.failed(camille.tenantId, webhook.id, { code: 'unreachable', detail: '500' }, 60_000);
  const same = await camille.done('changeWebhook', { params, ...onVersion(webhook), body: { ...wanted(), on: true } });
  expect(same.body.failingSince).not.toBeNull();
  const url = `${system.url}/elsewhere`;
  const moved = await camille.done('changeWebhook', { params, ...onVersion(same.body), body: { ...wanted({ url }), on: true } });
  expect(moved.body).toMatchObject({ failingSince: null, lastFault: null, stopped: null });
  await camille.done('removeWebhook', { params });
});

test('F-28 G-9 nobody but an administrator of the same organisation finds a webhook', async () => {
  const { webhook } = await add();
  const params = { id: webhook.id };
  const body = wanted();
  for (const [name, asked] of [
    ['listWebhooks', {}],
    ['addWebhook', { body }],
    ['changeWebhook', { params, ...onVersion(webhook), body: { ...body, on: true } }],
    ['rotateWebhookSecret', { params, body: {} }],
    ['testWebhook', { params }],
    ['removeWebhook', { params }],
  ] as const) {
    expect((await thomas.refused(name, asked)).code).toBe('notAllowed');
    if (name === 'addWebhook' || name === 'listWebhooks') continue;
    expect((await jordan.refused(name, asked)).code).toBe('notFound');
  }
  expect((await jordan.done('listWebhooks')).body.items).toEqual([]);
  await camille.done('removeWebhook', { params });
});

test.each([
  ['http://hooks.contoso.example/', 'notHttps'],
  ['https://169.254.169.254/latest/meta-data', 'notPublic'],
  ['https://10.0.0.8/', 'notPublic'],
  ['https://nowhere.invalid/', 'noSuchHost'],
])('F-33 %s is refused when it is added, and says why', async (url, fault) => {
  const refused = await camille.refused('addWebhook', { body: wanted({ url }) });
  expect(refused).toMatchObject({ code: 'invalid', issues: [{ field: 'url', code: fault }] });
});

test('G-3 an organisation has at most ten webhooks', async () => {
  const made = [];
  for (let count = 0; count < 10; count += 1) made.push(await add(jordan));
  expect((await jordan.refused('addWebhook', { body: wanted() })).code).toBe('limitReached');
  const [last] = (await api.deps.store.audit.page(jordan.tenantId, 0, 1_000)).slice(-1);
  expect([last?.action, last?.outcome]).toEqual(['webhook.add', 'refused']);
  for (const { webhook } of made) await jordan.done('removeWebhook', { params: { id: webhook.id } });
});
