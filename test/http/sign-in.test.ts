import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Deps } from '../../src/app/deps.ts';
import { sessionOf } from '../../src/app/people/sessions.ts';
import { tenantGate } from '../../src/app/tenants/gate.ts';
import { createLimits, requestsPerMinute } from '../../src/http/limits.ts';
import { cookieNamed, dropCookie, setCookie } from '../../src/http/sign-in/cookies.ts';
import { contoso, operator } from '../../src/local/organisations.ts';
import { type Api, startApi } from './api.ts';
import { openWindow, type Window } from './window.ts';

const lea = '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c103';
const camille = '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c101';
let api: Api;
let browser: Window;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(() => {
  browser = openWindow();
});

const me = async (window: Window): Promise<unknown> => {
  const response = await window.ask(`${api.url}/api/v1/me`);
  return response.ok ? ((await response.json()) as { person: { id: string } }).person.id : response.status;
};
const own = () => ({ 'x-case-desk': '1', origin: api.url, 'sec-fetch-site': 'same-origin' });
const change = (window: Window, headers: Record<string, string>, authorization?: string) =>
  window.ask(`${api.url}/api/v1/profile`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', ...headers, ...(authorization && { authorization }) },
    body: JSON.stringify({ displayName: 'Léa M.' }),
  });
const faultIn = (response: Response) => new URL(response.headers.get('location') ?? '', api.url).searchParams.get('sign-in');

describe('ID-1 signing in with a browser of one’s own', () => {
  test('ID-1 a person is who they signed in as, and comes to the page they wanted', async () => {
    expect(await me(browser)).toBe(401);
    expect(await browser.signIn(api.url, lea, '/tab/?a=b#/case/CD-1')).toBe('/tab/?a=b#/case/CD-1');
    expect(await me(browser)).toBe(lea);
    expect(await (await browser.ask(`${api.url}/session`)).json()).toEqual({ signedIn: true });
    expect(await (await fetch(`${api.url}/session`)).json()).toEqual({ signedIn: false });
  });

  test('ID-1 Entra is asked for a code, with PKCE, for this browser and back to this very address', async () => {
    const { searchParams: asked } = await browser.begin(api.url);
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      redirect_uri: `${api.url}/sign-in/callback`,
      code_challenge_method: 'S256',
      scope: 'openid profile offline_access',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    const again = await openWindow().begin(api.url);
    for (const name of ['state', 'nonce', 'code_challenge']) expect(again.searchParams.get(name)).not.toBe(asked.get(name));
  });

  test('F-35 no token is in any address or body on the way, and none in the log', async () => {
    const back = await browser.choose(await browser.begin(api.url), lea);
    expect(back.href).not.toMatch(/eyJ|id_token|access_token/);
    const landed = await browser.ask(back.href);
    expect(landed.headers.get('location')).toBe('/tab/');
    expect(await landed.text()).toBe('');
    expect(landed.headers.get('referrer-policy')).toBe('no-referrer');
    expect(landed.headers.get('cache-control')).toBe('no-store');
    const key = browser.cookies.get('desk-session') ?? '';
    expect(key).toMatch(/^[\w-]{64}$/);
    const code = back.searchParams.get('code') ?? 'none';
    for (const secret of [key, code, 'eyJ']) expect(api.logged.join('')).not.toContain(secret);
  });

  test('ID-1 over https the cookie is held to this host, to https and out of scripts’ reach', () => {
    expect(setCookie(cookieNamed('desk-session', true), 'k')).toBe('__Host-desk-session=k; Path=/; HttpOnly; SameSite=Lax; Secure');
    expect(setCookie(cookieNamed('desk-session', false), 'k')).toBe('desk-session=k; Path=/; HttpOnly; SameSite=Lax');
    expect(dropCookie(cookieNamed('desk-session', true))).toContain('Max-Age=0');
  });

  test('ID-1 whoever changes their mind comes back without a session, and can try again', async () => {
    const back = await browser.choose(await browser.begin(api.url, '/tab/#/drafts'), '');
    const landed = await browser.ask(back.href);
    expect(landed.headers.get('location')).toBe('/tab/?sign-in=cancelled#/drafts');
    expect(await me(browser)).toBe(401);
    expect(await browser.signIn(api.url, lea)).toBe('/tab/');
  });
});

test('ID-1 whoever came as localhost signs in under the address that Entra leads back to', async () => {
  const port = new URL(api.url).port;
  const response = await browser.ask(`http://localhost:${port}/sign-in?to=%2Ftab%2F%23%2Fdrafts`).catch(() => undefined);
  // Not every machine resolves the name to where the desk listens.
  if (response) expect(response.headers.get('location')).toBe(`${api.url}/sign-in?to=%2Ftab%2F%23%2Fdrafts`);
});

describe('F-26 what is forged, replayed or of another browser', () => {
  test('F-26 a state that is not this browser’s is refused before any code is exchanged', async () => {
    const back = await browser.choose(await browser.begin(api.url), lea);
    const genuine = back.searchParams.get('state') ?? '';
    for (const state of ['', 'x', genuine.slice(1), `${genuine}x`, genuine.toUpperCase()]) {
      const forged = new URL(back);
      forged.searchParams.set('state', state);
      const window = openWindow();
      for (const [name, value] of browser.cookies) window.cookies.set(name, value);
      expect(faultIn(await window.ask(forged.href))).toBe('expired');
      expect(window.cookies.has('desk-session')).toBe(false);
    }
    // The code was not spent by any of these.
    expect(faultIn(await browser.ask(back.href))).toBeNull();
  });

  test('F-26 a callback of one browser does nothing in another', async () => {
    const back = await browser.choose(await browser.begin(api.url), lea);
    const other = openWindow();
    expect(faultIn(await other.ask(back.href))).toBe('expired');
    await other.begin(api.url);
    expect(faultIn(await other.ask(back.href))).toBe('expired');
    expect(other.cookies.has('desk-session')).toBe(false);
  });

  test('F-26 a code serves once, whoever brings it again', async () => {
    const back = await browser.choose(await browser.begin(api.url), lea);
    const thief = openWindow();
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    expect(faultIn(await browser.ask(back.href))).toBeNull();
    expect(faultIn(await thief.ask(back.href))).toBe('failed');
    expect(thief.cookies.has('desk-session')).toBe(false);
    expect(faultIn(await browser.ask(back.href))).toBe('expired');
  });

  test('F-26 a code of another’s sign-in is worth nothing: its verifier is missing', async () => {
    const stolen = (await openWindow().choose(await openWindow().begin(api.url), camille)).searchParams.get('code') ?? '';
    const mine = await browser.choose(await browser.begin(api.url), lea);
    mine.searchParams.set('code', stolen);
    expect(faultIn(await browser.ask(mine.href))).toBe('failed');
    expect(await me(browser)).toBe(401);
  });

  test('F-26 two cookies of one name mean that one was planted, and neither counts', async () => {
    const back = await browser.choose(await browser.begin(api.url), lea);
    const [kept] = [...browser.cookies].map(([name, value]) => `${name}=${value}`);
    const response = await fetch(back, { redirect: 'manual', headers: { cookie: `${kept}; desk-sign-in=planted.L3RhYi8` } });
    expect(faultIn(response)).toBe('expired');
  });

  test('F-26 a session that somebody planted before does not become the person’s', async () => {
    const planted = 'A'.repeat(64);
    browser.cookies.set('desk-session', planted);
    await browser.signIn(api.url, lea);
    expect(browser.cookies.get('desk-session')).not.toBe(planted);
    expect(await sessionOf(api.deps, planted)).toBeUndefined();
    // Nor does the attacker's own: it ends when somebody else signs in over it.
    const attacker = openWindow();
    await attacker.signIn(api.url, camille);
    const theirs = attacker.cookies.get('desk-session') ?? '';
    const victim = openWindow();
    victim.cookies.set('desk-session', theirs);
    await victim.signIn(api.url, lea);
    expect(await me(victim)).toBe(lea);
    expect(await me(attacker)).toBe(401);
  });

  test.each(['', 'x', 'A'.repeat(63), 'A'.repeat(64), `${'A'.repeat(63)}=`, '../'.repeat(21), '%00'.repeat(20)])(
    'F-26 %j is no key of a session',
    async (key) => {
      browser.cookies.set('desk-session', key);
      expect(await me(browser)).toBe(401);
    },
  );

  test('F-26 a key with any letter changed opens nothing', async () => {
    await browser.signIn(api.url, lea);
    const key = browser.cookies.get('desk-session') ?? '';
    for (const at of [0, 21, 22, 40, 63]) {
      const changed = key.slice(0, at) + (key[at] === 'A' ? 'B' : 'A') + key.slice(at + 1);
      browser.cookies.set('desk-session', changed);
      expect(await me(browser)).toBe(401);
    }
  });
});

describe('ID-1 a session', () => {
  test('ID-1 changes things from the desk’s own page', async () => {
    await browser.signIn(api.url, lea);
    expect((await change(browser, own())).status).toBe(200);
  });

  test.each<[string, (mine: ReturnType<typeof own>) => Record<string, string>]>([
    ['a form of another site', () => ({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })],
    ['another site that guesses the header', (mine) => ({ ...mine, origin: 'https://evil.example' })],
    ['another port of this machine', (mine) => ({ ...mine, origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' })],
    ['a page without an origin', (mine) => ({ ...mine, origin: 'null' })],
    ['a sibling host', ({ 'x-case-desk': header }) => ({ 'x-case-desk': header, 'sec-fetch-site': 'same-site' })],
    ['a form of this very origin, without the header', ({ origin }) => ({ origin, 'sec-fetch-site': 'same-origin' })],
    ['what does not say where it comes from', ({ 'x-case-desk': header }) => ({ 'x-case-desk': header })],
  ])('ID-1 does not change anything for %s', async (_, headers) => {
    await browser.signIn(api.url, lea);
    const refused = await change(browser, headers(own()));
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'crossSite' });
    const out = await browser.ask(`${api.url}/sign-out`, { method: 'POST', headers: headers(own()) });
    expect(out.status).toBe(403);
    expect(await me(browser)).not.toBe(401);
  });

  test('ID-1 another origin is not told that it may send the header', async () => {
    const asked = await fetch(`${api.url}/api/v1/profile`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'x-case-desk',
      },
    });
    for (const [name] of asked.headers) expect(name).not.toMatch(/^access-control/);
  });

  test('ID-1 ends at sign-out, also for whoever copied its cookie', async () => {
    await browser.signIn(api.url, lea);
    const thief = openWindow();
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    expect(await me(thief)).not.toBe(401);
    const out = await browser.ask(`${api.url}/sign-out`, { method: 'POST', headers: own() });
    expect([out.status, browser.cookies.has('desk-session')]).toEqual([204, false]);
    expect([await me(thief), await me(browser)]).toEqual([401, 401]);
    expect((await change(thief, own())).status).toBe(401);
  });

  test('ID-1 counts only where no token comes along: a token is judged by itself', async () => {
    await browser.signIn(api.url, lea);
    expect((await change(browser, own(), 'Bearer not.a.token')).status).toBe(401);
  });

  test('ID-1 leaves a mark in the tenant’s trail when it begins and when it ends', async () => {
    await browser.signIn(api.url, camille);
    await browser.ask(`${api.url}/sign-out`, { method: 'POST', headers: own() });
    const rows = await api.deps.store.audit.page('0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a01', 0, 1_000);
    expect(
      rows
        .filter(({ actorId }) => actorId === camille)
        .map(({ action }) => action)
        .slice(-2),
    ).toEqual(['session.begin', 'session.end']);
  });
});

test('ID-1 people of a suspended organisation are not let in, nor let stay, and are told so', async () => {
  const [lead, contoso] = [await api.as('Ingrid'), { params: { id: '0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a01' } }];
  await browser.signIn(api.url, lea, '/tab/#/drafts');
  await lead.done('suspendTenant', { ...contoso, body: { reason: 'A test' } });
  expect(await me(browser)).toBe(403);
  const another = openWindow();
  expect(await another.signIn(api.url, lea, '/tab/#/drafts')).toBe('/tab/?sign-in=notLetIn#/drafts');
  expect(another.cookies.has('desk-session')).toBe(false);
  await lead.done('resumeTenant', contoso);
  expect(await me(browser)).toBe(lea);
});

test('ID-1 of an organisation that waits to be let in nobody has a session, and the operator knows that it came', async () => {
  const gateOf = ({ store: { tenants } }: Deps) => tenantGate({ tenants, operatorTenantId: operator.id, admission: 'listed' });
  const listed = await startApi({ change: (deps) => ({ ...deps, gate: gateOf(deps) }) });
  for (const window of [openWindow(), openWindow()]) {
    expect(await window.signIn(listed.url, lea)).toBe('/tab/?sign-in=notLetIn');
    expect(window.cookies.has('desk-session')).toBe(false);
  }
  expect(await listed.deps.store.tenants.find(contoso.id)).toMatchObject({ state: 'waiting' });
  expect(await listed.deps.store.audit.page(contoso.id, 0, 10)).toEqual([]);
  await listed.close();
});

test('F-36 signing in, too, is limited for each address', async () => {
  const strict = await startApi({ limits: createLimits({ trustedProxies: 0, table: { ...requestsPerMinute, stranger: 2 } }) });
  const statuses: number[] = [];
  for (const path of ['/sign-in', '/sign-in/callback', '/sign-in', '/sign-in/callback', '/consent', '/consent/callback'])
    statuses.push((await openWindow().ask(strict.url + path)).status);
  expect(statuses).toEqual([302, 302, 429, 429, 429, 429]);
  await strict.close();
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example/tab/', '/tab/../sign-out'])(
  'ID-1 a sign-in that was to lead to %s leads to the tab',
  async (to) => expect(await browser.signIn(api.url, lea, to)).toBe('/tab/'),
);
