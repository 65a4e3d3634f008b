import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TenantTransaction } from '../../src/app/ports.ts';
import { type Api, type Caller, open, startApi } from './api.ts';

let api: Api;
let lea: Caller;
let posted: string[] = [];
const reading = (tx: TenantTransaction): TenantTransaction => ({
  ...tx,
  post: async (letter) => {
    await tx.post(letter);
    if (letter.says.letter === 'askContact') posted.push(letter.says.path);
    if (letter.says.letter === 'confirmAddress') posted.push(letter.says.code);
  },
});
beforeAll(async () => {
  posted = [];
  api = await startApi({
    change: (deps) => ({
      ...deps,
      store: {
        ...deps.store,
        // What leaves by mail alone is read where it leaves.
        inTenant: (tenantId, work) => deps.store.inTenant(tenantId, (tx) => work(reading(tx))),
        inTenantAsking: (tenantId, ask, work) => deps.store.inTenantAsking(tenantId, ask, (tx, asked) => work(reading(tx), asked)),
      },
    }),
  });
  lea = await api.as('Léa');
});
afterAll(() => api.close());

const ask = async (address: string) => {
  await open(lea, { contacts: [address] });
  return posted.at(-1) ?? '';
};
const get = (path: string, headers = {}) => fetch(api.url + path, { headers });
const answer = (path: string, body: string) =>
  fetch(api.url + path, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
const stateOf = async (address: string) => (await open(lea, { contacts: [address] })).contacts[0]?.state;

test('G-11 a link’s page is in the letter’s language, runs nothing, tells nobody and is kept nowhere', async () => {
  const path = await ask('a@stranger.example');
  const page = await get(path, { 'accept-language': 'en' });
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(html).toContain('<html lang="fr">');
  expect(html).toContain('Contoso');
  expect(html).toContain('a@stranger.example');
  expect(html.match(/<button/g)).toHaveLength(2);
  expect(html).not.toMatch(/<script|<img|src=|https?:/);
  const { headers } = page;
  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
  );
  expect([headers.get('referrer-policy'), headers.get('cache-control')]).toEqual(['no-referrer', 'no-store']);
});

test('G-11 looking at a link changes nothing, however often and by whichever program', async () => {
  const path = await ask('b@stranger.example');
  for (const method of ['GET', 'HEAD', 'GET']) await fetch(api.url + path, { method });
  expect((await answer(path, '')).status).toBe(400);
  expect((await answer(path, `answer=${'x'.repeat(50_000)}`)).status).toBe(400);
  expect(await stateOf('b@stranger.example')).toBe('asked');
});

test('G-11 agreeing or refusing is one press, and the link works no more', async () => {
  const [yes, no] = [await ask('c@stranger.example'), await ask('d@stranger.example')];
  expect(await (await answer(yes, 'answer=agrees')).text()).toContain('Merci');
  expect(await (await answer(no, 'answer=refuses')).text()).toContain('Vous ne recevrez pas');
  expect([await stateOf('c@stranger.example'), await stateOf('d@stranger.example')]).toEqual(['hears', 'refused']);
  for (const path of [yes, no, `/contact/${'A'.repeat(43)}`, '/contact/short', '/contact/%00', "/contact/'--"]) {
    const gone = await get(path, { 'accept-language': 'en' });
    expect([path, gone.status]).toEqual([path, 404]);
    expect(await gone.text()).toContain('This link no longer works');
    expect((await answer(path, 'answer=agrees')).status).toBe(404);
  }
});

test('F-35 no link and no code stands in the log', () => {
  const logged = api.logged.join('\n');
  for (const one of posted) expect(logged).not.toContain(one.replace('/contact/', ''));
});

test('F-36 a thousand additional contacts are refused with the limit', async () => {
  const contacts = Array.from({ length: 1_000 }, (_, i) => `n${i}@stranger.example`);
  const body = { caseType: 'otherQuestion', input: { title: 'T', description: 'D', country: 'FR', contacts } };
  const before = posted.length;
  const refused = await lea.refused('openCase', { headers: { 'idempotency-key': 'many', 'accept-language': 'en' }, body });
  expect(refused).toMatchObject({ status: 422, code: 'invalid', issues: [{ field: 'contacts', code: 'tooMany' }] });
  expect(posted).toHaveLength(before);
});

test('F-36 contacts used to flood strangers: eleven in a day are kept, ten are asked, and the case says so', async () => {
  const thomas = await api.as('Thomas');
  const before = posted.length;
  const named = (from: number, count: number) => Array.from({ length: count }, (_, i) => `f${from + i}@stranger.example`);
  await open(thomas, { contacts: named(0, 10) });
  const { contacts } = await open(thomas, { contacts: named(10, 1) });
  expect(contacts).toEqual([{ address: 'f10@stranger.example', state: 'notAsked', note: expect.any(String) }]);
  expect(posted).toHaveLength(before + 10);
});

test('PN-15 over the API an address is changed, refused a wrong code and confirmed', async () => {
  const { body: changed } = await lea.done('changeProfile', { body: { email: 'lea@home.example' } });
  expect(changed).toMatchObject({ unconfirmedEmail: 'lea@home.example', codeWorksUntil: expect.any(String) });
  const code = posted.at(-1) ?? '';
  const wrong = await lea.refused('confirmAddress', { body: { code: code === '00000000' ? '11111111' : '00000000' } });
  expect(wrong).toMatchObject({ status: 422, issues: [{ field: 'code', code: 'wrongCode', message: expect.stringContaining('4') }] });
  const { body: confirmed } = await lea.done('confirmAddress', { body: { code } });
  expect(confirmed).toMatchObject({ email: 'lea@home.example', unconfirmedEmail: null });
  expect((await lea.done('getMe')).body.person.email).toBe('lea@home.example');
  expect(await lea.refused('confirmAddress', { body: { code } })).toMatchObject({ status: 409, code: 'nothingToConfirm' });
});

test('F-36 the fourth code of an hour is refused with the time to wait, in the header too', async () => {
  await lea.done('changeProfile', { body: { email: 'lea@new.example' } });
  await lea.done('sendCodeAgain');
  const refused = await lea.refused('sendCodeAgain');
  expect(refused).toMatchObject({ status: 429, code: 'tooSoon' });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000);
  expect(refused.detail).toMatch(/\d+ minutes/);
});
