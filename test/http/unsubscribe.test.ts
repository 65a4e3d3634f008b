import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { wayOut } from '../../src/app/notices/unsubscribe.ts';
import { type Api, type Caller, startApi } from './api.ts';

let api: Api;
let lea: Caller;
let path: string;
beforeAll(async () => {
  api = await startApi();
  lea = await api.as('Léa');
  path = (await wayOut(api.deps, lea.tenantId, { kind: 'person', id: lea.id }, 'fr')) ?? '';
});
afterAll(() => api.close());

const ask = async (method: 'GET' | 'POST', to = path, body?: string) => {
  const response = await fetch(api.url + to, {
    method,
    ...(body !== undefined && { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
  });
  return { status: response.status, language: response.headers.get('content-language'), text: await response.text() };
};
const hears = async () => (await lea.done('getProfile')).body.notices.email;

test('G-11 looking at the page changes nothing; one click stops the mail, and another starts it again', async () => {
  expect(await ask('GET')).toMatchObject({ status: 200, language: 'fr', text: expect.stringContaining('Arrêter tous ces messages') });
  expect(await hears()).toBe(true);
  expect(await ask('POST', path, 'List-Unsubscribe=One-Click')).toMatchObject({
    status: 200,
    text: expect.stringContaining('ne recevrez plus'),
  });
  expect(await hears()).toBe(false);
  expect((await ask('GET')).text).toContain('Les recevoir de nouveau');
  expect((await ask('POST', path, 'mail=start')).status).toBe(200);
  expect(await hears()).toBe(true);
});

test('G-11, PN-15 the page stops one kind and starts it again, as the profile does; the desk’s own kind is the desk’s alone', async () => {
  const except = async () => (await lea.done('getProfile')).body.notices.except?.email ?? [];
  const page = (await ask('GET')).text;
  expect(page).toContain('Ne plus recevoir\u00a0: Changements d’état');
  expect(page).not.toContain('value="desk"');
  const stopped = await ask('POST', path, 'stop=status');
  expect(stopped.text).toContain('Recevoir de nouveau\u00a0: Changements d’état');
  expect([await hears(), await except()]).toEqual([true, ['status']]);
  await ask('POST', path, 'start=status');
  expect([await hears(), await except()]).toEqual([true, []]);
  for (const kind of ['answers', 'status', 'closing']) await ask('POST', path, `stop=${kind}`);
  expect(await hears()).toBe(false);
  expect((await ask('GET')).text).toContain('Les recevoir de nouveau');
  await ask('POST', path, 'mail=start');
  expect([await hears(), await except()]).toEqual([true, []]);
  const nadia = await api.as('Nadia');
  const hers = (await wayOut(api.deps, nadia.tenantId, { kind: 'person', id: nadia.id }, 'en')) ?? '';
  expect((await ask('GET', hers)).text).toContain('value="desk"');
  const contact = (await wayOut(api.deps, lea.tenantId, { kind: 'email', address: 'a@b.example' }, 'en')) ?? '';
  expect((await ask('GET', contact)).text).not.toMatch(/name="(stop|start)"/);
});

test('G-11 a link that is not one says so and changes nothing, and the same person has one link', async () => {
  for (const token of ['x', 'a'.repeat(43), randomBytes(32).toString('base64url'), '%00', '../me']) {
    expect([token, (await ask('POST', `/unsubscribe/${token}`)).status]).toEqual([token, 404]);
  }
  expect(await hears()).toBe(true);
  expect(await wayOut(api.deps, lea.tenantId, { kind: 'person', id: lea.id }, 'fr')).toBe(path);
  expect(await wayOut(api.deps, crypto.randomUUID(), { kind: 'person', id: lea.id }, 'fr')).not.toBe(path);
});
