import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRemoteJWKSet, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { connectTeams, type TeamsClient } from '../../src/local/teams-client.ts';
import { appId, startEchoDesk } from './echo-desk.ts';

let desk: Awaited<ReturnType<typeof startEchoDesk>>;
let teams: TeamsClient;
beforeAll(async () => {
  desk = await startEchoDesk(async () => {});
  teams = await connectTeams(desk.local.url);
});
afterAll(() => desk.close());

const get = (path: string, headers: Record<string, string>) =>
  new Promise<number>((answered, failed) => {
    const { hostname, port } = new URL(desk.local.url);
    request({ hostname, port, path, headers }, (response) => {
      response.resume();
      answered(response.statusCode ?? 0);
    })
      .on('error', failed)
      .end();
  });

test('ID-2 another name for this address is refused, so that no foreign DNS entry reaches the page', async () => {
  expect(await get('/client/start', { host: 'evil.example' })).toBe(421);
  expect(await get('/client/start', { host: new URL(desk.local.url).host })).toBe(200);
});

test('ID-2 another site may not ask for anything of the page, nor for a token', async () => {
  const { host } = new URL(desk.local.url);
  expect(await get('/client/start', { host, origin: 'http://127.0.0.1:1' })).toBe(403);
  expect(await get('/client/start', { host, 'sec-fetch-site': 'cross-site' })).toBe(403);
  const token = (headers: Record<string, string>) =>
    fetch(`${desk.local.url}/client/token`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ person: teams.asPerson('Camille').entry.id }),
    });
  expect((await token({})).status).toBe(403);
  expect((await token({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await token({ origin: desk.local.url })).status).toBe(200);
});

test('ID-2 another site may not say what Microsoft announces, and what is said there is shown as text', async () => {
  const say = (origin: string, text: string) =>
    fetch(`${desk.local.url}/service-health`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ id: 'EX1187402', text, over: 'no' }),
    });
  expect((await say('https://evil.example', 'Not from here.')).status).toBe(403);
  const page = await (await say(desk.local.url, 'A <b>fix</b>.')).text();
  expect(page).toContain('A &lt;b&gt;fix&lt;/b&gt;.');
  expect(page).not.toContain('Not from here.');
});

test('ID-1 the connector hears only the bot', async () => {
  const { privateKey } = await generateKeyPair('RS256');
  const claims = new SignJWT({ appid: appId }).setProtectedHeader({ alg: 'RS256', kid: 'local-channel' }).setIssuer(desk.local.url);
  const forged = await claims.setAudience('https://api.botframework.com').setExpirationTime('1h').sign(privateKey);
  const tokens = ['', 'x', forged, await desk.local.signForConnector('https://other.example'), await teams.asPerson('Camille').ssoToken()];
  for (const token of tokens) {
    const response = await fetch(`${desk.local.url}/v3/conversations/a/members`, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(401);
  }
});

test('ID-1 an SSO token is the person’s, from the issuer of their own tenant, and not signed with the channel’s key', async () => {
  const marco = teams.asPerson('Marco');
  const token = await marco.ssoToken();
  const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(desk.local.issuer.entraKeysUrl)), {
    issuer: desk.local.issuer.entraIssuer(marco.organisation.id),
    audience: desk.local.issuer.audience,
  });
  expect(payload).toMatchObject({
    tid: marco.organisation.id,
    oid: marco.entry.id,
    scp: 'access_as_user',
    azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
    acct: 1,
    ver: '2.0',
  });
  await expect(jwtVerify(token, createRemoteJWKSet(new URL(desk.local.issuer.channelKeysUrl)))).rejects.toThrow();
});

test('an oversized request ends in a plain refusal', async () => {
  const response = await fetch(`${desk.local.url}/v3/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await desk.local.signForConnector()}` },
    body: JSON.stringify({ text: 'x'.repeat(200_000) }),
  });
  expect(response.status).toBe(413);
});
