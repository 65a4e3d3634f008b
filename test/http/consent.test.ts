import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, type Caller, startApi } from './api.ts';
import { openWindow } from './window.ts';

/** Nobody has asked her yet. */
const taylor = '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c202';
let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
const profileOf = async (who: Caller) => (await who.done('getMicrosoftProfile')).body.profile;

test('ID-3 what Microsoft says of a person is asked on their behalf, with the token they showed', async () => {
  expect(await profileOf(await api.as('Léa'))).toEqual({ name: 'Léa Moreau', email: 'lea.moreau@contoso-france.example', locale: 'fr' });
});

test('ID-4 where they have yet to agree, the answer says on which page, and goes on once they have', async () => {
  const asks = await api.as('Taylor');
  const refused = await asks.refused('getMicrosoftProfile', { headers: { 'accept-language': 'fr' } });
  expect(refused).toMatchObject({ status: 403, code: 'consentNeeded', consent: { page: '/consent', administrator: null } });
  expect(refused.title).toBe('Votre accord est nécessaire');

  const window = openWindow();
  const page = new URL((await window.ask(`${api.url}/consent`)).headers.get('location') ?? '');
  expect(page.searchParams.get('scope')).toMatch(/ http:\/\/127\.0\.0\.1:\d+\/User\.Read$/);
  // Whoever thinks better of it is told so, and nothing has changed.
  const declined = await window.ask((await window.choose(page, '')).href);
  expect(declined.headers.get('location')).toBe('/tab/?consent=refused#/consented');
  expect(await asks.refused('getMicrosoftProfile')).toMatchObject({ code: 'consentNeeded' });

  const again = new URL((await window.ask(`${api.url}/consent`)).headers.get('location') ?? '');
  const agreed = await window.ask((await window.choose(again, taylor)).href);
  expect(agreed.headers.get('location')).toBe('/tab/#/consented');
  expect(window.cookies.size).toBe(0);
  expect(await profileOf(asks)).toMatchObject({ name: 'Taylor Brooks', locale: 'en' });
});

test('ID-4 agreeing signs nobody in, and another browser’s answer counts for nothing', async () => {
  const window = openWindow();
  const page = new URL((await window.ask(`${api.url}/consent`)).headers.get('location') ?? '');
  const back = await window.choose(page, taylor);
  const stranger = await openWindow().ask(back.href);
  expect(stranger.headers.get('location')).toBe('/tab/?consent=refused#/consented');
  await window.ask(back.href);
  expect((await window.ask(`${api.url}/api/v1/me`)).status).toBe(401);
});

test('ID-3 a session has no token to ask with, so nothing is asked, and nothing breaks', async () => {
  const window = openWindow();
  await window.signIn(api.url, taylor);
  const response = await window.ask(`${api.url}/api/v1/profile/microsoft`);
  expect([response.status, Object.keys((await response.json()) as object)]).toEqual([200, ['profile']]);
});
