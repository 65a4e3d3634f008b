import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { fabrikam } from '../../src/local/organisations.ts';
import { appId, type BotDesk, startBotDesk } from './desk.ts';
import { startWire, type Wire } from './wire.ts';

let desk: BotDesk;
let wire: Wire;
beforeAll(async () => {
  desk = await startBotDesk();
  wire = await startWire(desk.deps);
});
afterAll(async () => {
  await wire.close();
  await desk.close();
});
beforeEach(() => {
  wire.calls.length = 0;
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
  expect(wire.calls).toEqual([]);
});

test('F-26 a token that names another issuer makes no key be fetched', async () => {
  const before = wire.keyFetches();
  await wire.post(wire.activity(), { authorization: `Bearer ${await wire.token({ iss: 'https://evil.example' }, { kid: 'unheard-of' })}` });
  expect(wire.keyFetches()).toBe(before);
});

test.each([
  ['missing', undefined],
  ['a look-alike', (url: string) => url.replace('127.0.0.1', '127.0.0.1.evil.example')],
  ['hiding behind a user name', (url: string) => url.replace('http://', 'http://127.0.0.1@evil.example:')],
  ['of another port', () => 'http://127.0.0.1:1/'],
  ['of another scheme', (url: string) => url.replace('http:', 'ftp:')],
  ['no address', () => 'nowhere'],
] as const)('F-27 refuses a service url that is %s, even where the token says the same', async (_what, change) => {
  const serviceUrl = change?.(wire.serviceUrl);
  const authorization = `Bearer ${await wire.token({ serviceurl: serviceUrl ?? wire.serviceUrl })}`;
  expect(await wire.post(wire.activity({ serviceUrl }), { authorization })).toEqual({ status: 401, text: '' });
  expect(wire.calls).toEqual([]);
});

test('F-27 refuses an activity that names another place than its token', async () => {
  const authorization = `Bearer ${await wire.token({ serviceurl: `${wire.serviceUrl}other/` })}`;
  expect((await wire.post(wire.activity(), { authorization })).status).toBe(401);
});

test.each(['emulator', 'webchat', 'directline', undefined])('F-26 refuses the channel %s', async (channelId) => {
  expect((await wire.post(wire.activity({ channelId }))).status).toBe(401);
});

test('F-37 refuses a large body without a token before it is read, and with one as soon as it is too large', async () => {
  const large = JSON.stringify(wire.activity({ text: 'x'.repeat(300 * 1024) }));
  expect((await wire.post(large, {})).status).toBe(401);
  expect((await wire.post(large)).status).toBe(413);
});

test.each([
  ['no JSON', '{"type":'],
  ['a list', '[]'],
  ['a word', '"hello"'],
  ['too deep', `{"value":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
])('F-37 answers 400 to a body that is %s', async (_what, body) => {
  expect(await wire.post(body)).toEqual({ status: 400, text: '' });
});

test('F-37 answers 400 to keys that tamper with prototypes, and to an activity without its parts', async () => {
  const tampered = JSON.stringify(wire.activity()).replace('"text"', '"__proto__"');
  expect((await wire.post(tampered)).status).toBe(400);
  expect((await wire.post({ channelId: 'msteams', serviceUrl: wire.serviceUrl, type: 'message' })).status).toBe(400);
});

test('F-29 a tenant in the content that differs from the conversation’s makes a stranger of the sender', async () => {
  await wire.post(wire.activity({ channelData: { tenant: { id: fabrikam.id } } }));
  expect(JSON.stringify(wire.calls)).toContain('I can’t find you');
});

test('F-30 a person of another tenant in a shared channel is refused, and what they pressed is not done', async () => {
  const jordan = fabrikam.people[0];
  wire.answering(({ path }) =>
    path.includes('/members/')
      ? { status: 200, body: { id: '29:jordan', aadObjectId: jordan?.id, tenantId: fabrikam.id } }
      : { status: 200, body: { id: '1' } },
  );
  const answer = await wire.post(
    wire.activity({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: {
        action: { type: 'Action.Execute', verb: 'begin', data: { caseDesk: { do: 'begin', caseType: 'otherQuestion' } } },
        trigger: 'manual',
      },
      from: { id: '29:jordan', name: 'Jordan', aadObjectId: jordan?.id },
      conversation: {
        id: '19:shared@thread.tacv2;messageid=1',
        conversationType: 'channel',
        isGroup: true,
        tenantId: (wire.activity().conversation as { tenantId: string }).tenantId,
      },
      channelData: { ...wire.activity().channelData, team: { id: '19:team' } },
    }),
  );
  expect(answer.text).toContain('I can’t find you');
  expect(await desk.deps.store.drafts.list(fabrikam.id, jordan?.id ?? '')).toEqual([]);
  wire.answering(() => ({ status: 200, body: { id: '1' } }));
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
