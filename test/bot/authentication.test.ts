import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { checkOrigin } from '../../bot/wire/authentication.ts';
import type { Channel } from '../../bot/wire/channel.ts';
import { fabrikam } from '../../src/local/organisations.ts';
import { appId, type BotDesk, startBotDesk } from './desk.ts';
import { startWire, type Wire } from './wire.ts';

let desk: BotDesk;
let wire: Wire;
let inTheCloud: Wire;
beforeAll(async () => {
  desk = await startBotDesk();
  wire = await startWire(desk.deps);
  inTheCloud = await startWire(desk.deps, () => ({ serviceUrls: ['https://smba.trafficmanager.net'] }));
});
afterAll(async () => {
  await inTheCloud.close();
  await wire.close();
  await desk.close();
});
beforeEach(() => {
  wire.calls.length = 0;
  wire.rosterCalls.length = 0;
});

const soon = () => Math.floor(Date.now() / 1000) + 600;

test('ID-1 takes an activity with the channel’s token, and answers it', async () => {
  expect(await wire.post(wire.activity())).toEqual({ status: 200, text: '' });
  expect(wire.calls).toMatchObject([{ method: 'POST', path: '/v3/conversations/a%3Achat/activities' }]);
});

const forged: readonly [string, () => Promise<string | undefined> | string][] = [
  ['no token', () => ''],
  ['something that is no token', () => 'Bearer nonsense'],
  [
    'an unsigned token',
    () =>
      `Bearer ${new UnsecuredJWT({ serviceurl: wire.serviceUrl }).setIssuer(wire.issuer).setAudience(appId).setExpirationTime('1h').encode()}`,
  ],
  ['an expired token', async () => `Bearer ${await wire.token({ exp: soon() - 2_000 })}`],
  ['a token without an end', async () => `Bearer ${await wire.token({ exp: undefined })}`],
  ['a token for another bot', async () => `Bearer ${await wire.token({ aud: 'another-bot' })}`],
  ['a token of another issuer', async () => `Bearer ${await wire.token({ iss: 'https://evil.example' })}`],
  ['a token of the future', async () => `Bearer ${await wire.token({ nbf: soon() })}`],
  [
    'a token of Entra’s for the bot’s own app, as an emulator has it',
    async () => `Bearer ${await wire.token({ iss: `https://sts.windows.net/${fabrikam.id}/`, appid: appId, ver: '1.0' })}`,
  ],
  [
    'the same of Entra’s second version',
    async () => `Bearer ${await wire.token({ iss: `https://login.microsoftonline.com/${fabrikam.id}/v2.0`, azp: appId, ver: '2.0' })}`,
  ],
  ['a token for this bot among others', async () => `Bearer ${await wire.token({ aud: [appId, 'another-bot'] })}`],
  ['a token that names its own key', async () => `Bearer ${await wire.token({}, { kid: undefined, jwk: wire.publicKey })}`],
  ['a token that says where its key is', async () => `Bearer ${await wire.token({}, { kid: 'x', jku: `${wire.issuer}/keys` })}`],
  ['a token that was changed', async () => `Bearer ${(await wire.token()).replace(/\.[^.]*\./, (claims) => claims.replace(/.\.$/, 'A.'))}`],
  ['two tokens', async () => `Bearer ${await wire.token()} ${await wire.token()}`],
  ['a token by another scheme', async () => `Basic ${await wire.token()}`],
  ['a token with an unknown key', async () => `Bearer ${await wire.token({}, { kid: 'other' })}`],
  ['a token without a service url', async () => `Bearer ${await wire.token({ serviceurl: undefined })}`],
  [
    'a token signed by somebody else',
    async () => {
      const { privateKey } = await generateKeyPair('RS256');
      const claims = { serviceurl: wire.serviceUrl, iss: wire.issuer, aud: appId, exp: soon() };
      return `Bearer ${await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'channel' }).sign(privateKey)}`;
    },
  ],
  [
    'a token signed with a shared secret',
    async () => {
      const claims = { serviceurl: wire.serviceUrl, iss: wire.issuer, aud: appId, exp: soon() };
      return `Bearer ${await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'channel' }).sign(new Uint8Array(32))}`;
    },
  ],
];

test.each(forged)('F-26 refuses %s with 401 and no word, and calls nobody', async (_what, made) => {
  const authorization = await made();
  const headers: Record<string, string> = authorization ? { authorization } : {};
  expect(await wire.post(wire.activity(), headers)).toEqual({ status: 401, text: '' });
  expect([wire.calls, wire.rosterCalls]).toEqual([[], []]);
});

test('F-26 a token that names another issuer makes no key be fetched', async () => {
  const before = wire.keyFetches();
  await wire.post(wire.activity(), { authorization: `Bearer ${await wire.token({ iss: 'https://evil.example' }, { kid: 'unheard-of' })}` });
  expect(wire.keyFetches()).toBe(before);
});

const at = (serviceUrl: unknown) => wire.activity({ serviceUrl });

test.each([
  ['missing', () => undefined],
  ['a look-alike', (url: string) => url.replace('127.0.0.1', '127.0.0.1.evil.example')],
  ['hiding behind a user name', (url: string) => url.replace('http://', 'http://127.0.0.1@evil.example:')],
  ['of another port', () => 'http://127.0.0.1:1/'],
  ['of another scheme', (url: string) => url.replace('http:', 'ftp:')],
  ['no address', () => 'nowhere'],
  ['no text', () => ({ href: 'http://127.0.0.1/' })],
] as const)('F-27 refuses a service url that is %s, even where the token says the same', async (_what, change) => {
  const serviceUrl = change(wire.serviceUrl);
  const authorization = `Bearer ${await wire.token({ serviceurl: serviceUrl ?? wire.serviceUrl })}`;
  expect(await wire.post(at(serviceUrl), { authorization })).toEqual({ status: 401, text: '' });
  expect([wire.calls, wire.rosterCalls]).toEqual([[], []]);
});

test.each([
  'http://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net.evil.example/emea/',
  'https://smba.trafficmanager.net:8443/emea/',
  'https://smba.trafficmanager.net./emea/',
  'https://evil-smba.trafficmanager.net/emea/',
  'https://emea.smba.trafficmanager.net/',
  'https://evil.example/smba.trafficmanager.net/',
  'https://evil.example/?https://smba.trafficmanager.net/',
  'https://evil.example#smba.trafficmanager.net',
  'https://smba.trafficmanager.net@evil.example/',
  'https://smba.trafficmanager.net%2f@evil.example/',
  'https://evil.example\\@smba.trafficmanager.net/',
  'https:\\\\smba.trafficmanager.net/',
  ' https://smba.trafficmanager.net/',
  'https://smba.traffic\nmanager.net/',
  'https://smbа.trafficmanager.net/',
  'https://ＳＭＢＡ.trafficmanager.net/',
  'https://smba.trafficmanager.com/',
  '//smba.trafficmanager.net/',
])('F-27 refuses %j where only Teams’ own https://smba.trafficmanager.net is allowed', async (serviceUrl) => {
  const authorization = `Bearer ${await inTheCloud.token({ serviceurl: serviceUrl })}`;
  expect(await inTheCloud.post(inTheCloud.activity({ serviceUrl }), { authorization })).toEqual({ status: 401, text: '' });
});

test('F-27 and takes what is Teams’ own', () => {
  const channel = { serviceUrls: ['https://smba.trafficmanager.net'] } as unknown as Channel;
  for (const serviceUrl of ['https://smba.trafficmanager.net/emea/', `https://smba.trafficmanager.net/amer/${fabrikam.id}/`])
    checkOrigin(channel, { kind: 'channel', claims: { serviceurl: serviceUrl } }, { channelId: 'msteams', serviceUrl });
});

test('F-27 refuses an activity that names another place than its token', async () => {
  const authorization = `Bearer ${await wire.token({ serviceurl: `${wire.serviceUrl}other/` })}`;
  expect((await wire.post(wire.activity(), { authorization })).status).toBe(401);
});

test.each(['emulator', 'webchat', 'directline', undefined])('F-26 refuses the channel %s', async (channelId) => {
  expect((await wire.post(wire.activity({ channelId }))).status).toBe(401);
});

test('a day’s keys serve while their issuer does not answer; without any, the channel is told to try again', async () => {
  expect((await wire.post(wire.activity())).status).toBe(200);
  const known = await wire.token();
  wire.issuerAnswers(503);
  const fresh = await startWire(desk.deps, () => ({ issuer: wire.issuer, keysUrl: `${wire.issuer}/keys` }));
  try {
    expect(await fresh.post(fresh.activity(), { authorization: `Bearer ${known}` })).toEqual({ status: 503, text: '', retryAfter: '10' });
    const before = wire.keyFetches();
    await Promise.all([1, 2, 3].map(() => fresh.post(fresh.activity(), { authorization: `Bearer ${known}` })));
    expect(wire.keyFetches()).toBe(before);
    expect((await wire.post(wire.activity(), { authorization: `Bearer ${await wire.token({}, { kid: 'unheard-of' })}` })).status).toBe(401);
    expect((await wire.post(wire.activity(), { authorization: `Bearer ${known}` })).status).toBe(200);
  } finally {
    wire.issuerAnswers(200);
    await fresh.close();
  }
});

test('ID-2 the playground’s unsigned activities are refused unless they are asked for', async () => {
  expect((await wire.post(wire.activity(), {})).status).toBe(401);
});

test('ID-2 where they are asked for, only from this machine, its own name, no web page, and to the playground’s own place', async () => {
  const open = await startWire(desk.deps, (serviceUrl) => ({ serviceUrls: [], playground: { serviceUrls: [serviceUrl] } }));
  try {
    expect((await open.post(open.activity(), {})).status).toBe(200);
    expect((await open.post(open.activity(), { origin: 'https://evil.example' })).status).toBe(401);
    expect((await open.post(open.activity(), { 'sec-fetch-site': 'cross-site' })).status).toBe(401);
    expect((await open.post(open.activity({ serviceUrl: 'https://evil.example/' }), {})).status).toBe(401);
    expect((await open.post(open.activity({ channelId: 'emulator' }), {})).status).toBe(401);
  } finally {
    await open.close();
  }
});
