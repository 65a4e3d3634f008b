import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import type { TokenVerifier } from '../../src/app/tokens.ts';
import { KeysUnavailable } from '../../src/app/tokens.ts';
import { teamsClients, tokenVerifier } from '../../src/identity/tokens.ts';

const tid = '0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a01';
const oid = '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c103';
const audience = '5d2f7c1e-94b8-4a63-8f0d-c7e3b1a60d42';
const issuer = (tenant: string) => `https://issuer.example/${tenant}/v2.0`;

/** Publishes keys and counts how often it is asked. */
async function publisher() {
  let asked = 0;
  let broken = false;
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', use: 'sig', alg: 'RS256' }] });
  const server = createServer((_, response) => {
    asked += 1;
    response.writeHead(broken ? 500 : 200, { 'content-type': 'application/json' }).end(broken ? '' : keys);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    privateKey,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    asked: () => asked,
    break: () => {
      broken = true;
    },
    close: () => new Promise((closed) => server.close(closed).closeAllConnections()),
  };
}

let keys: Awaited<ReturnType<typeof publisher>>;
let verifier: TokenVerifier;
const verifierOf = (keysUrl: string) => tokenVerifier({ issuer, keysUrl, audiences: [audience], clients: teamsClients });
beforeAll(async () => {
  keys = await publisher();
  verifier = verifierOf(keys.url);
});
afterAll(() => keys.close());

const good = {
  tid,
  oid,
  azp: teamsClients[0],
  azpacr: '0',
  scp: 'access_as_user',
  ver: '2.0',
  name: 'Léa',
  preferred_username: 'lea@contoso.example',
};

interface Making {
  readonly key?: CryptoKey;
  readonly alg?: string;
  readonly kid?: string;
  readonly iss?: string;
  readonly aud?: string;
  /** Seconds from now; `null` for none. */
  readonly exp?: number | null;
  readonly iat?: number | null;
}

function token(
  claims: JWTPayload = {},
  { key, alg = 'RS256', kid = 'one', iss = issuer(tid), aud = audience, exp = 3_600, iat = -60 }: Making = {},
) {
  const now = Math.floor(Date.now() / 1_000);
  const whole = { ...good, ...claims };
  const jwt = new SignJWT(whole).setProtectedHeader({ alg, kid }).setIssuer(iss).setAudience(aud);
  if (exp !== null) jwt.setExpirationTime(now + exp);
  if (iat !== null) jwt.setIssuedAt(now + iat);
  return jwt.sign(key ?? keys.privateKey);
}

test('ID-1 a person’s token for this app names tenant and person', async () => {
  expect(await verifier.verify(await token())).toMatchObject({ tenantId: tid, personId: oid, guest: false });
  expect(await verifier.verify(await token({ acct: 1 }))).toMatchObject({ guest: true });
  expect(await verifier.verify(await token({ scp: 'openid access_as_user' }))).toBeDefined();
});

const refused: readonly (readonly [string, () => Promise<string> | string])[] = [
  ['unsigned', () => new UnsecuredJWT(good).setIssuer(issuer(tid)).setAudience(audience).setIssuedAt().setExpirationTime('1h').encode()],
  ['expired', () => token({}, { exp: -3_600, iat: -7_200 })],
  ['without an end', () => token({}, { exp: null })],
  ['without a beginning', () => token({}, { iat: null })],
  ['not valid yet', () => token({ nbf: Math.floor(Date.now() / 1_000) + 3_600 })],
  ['for another audience', () => token({}, { aud: '00000003-0000-0000-c000-000000000000' })],
  ['from another issuer', () => token({}, { iss: 'https://issuer.evil/' })],
  ['from another tenant’s issuer', () => token({}, { iss: issuer('0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a02') })],
  ['whose tenant is a path', () => token({ tid: '../x' }, { iss: issuer('../x') })],
  ['of an app alone', () => token({ idtyp: 'app', scp: undefined, roles: ['Everything'] })],
  ['of an app, without a scope', () => token({ scp: undefined })],
  ['with another scope', () => token({ scp: 'User.Read access_as_user_too' })],
  ['for Graph', () => token({ scp: 'User.Read' }, { aud: 'https://graph.microsoft.com' })],
  ['asked for by a stranger’s client', () => token({ azp: '99999999-9999-4999-8999-999999999999' })],
  ['of version 1', () => token({ ver: '1.0' })],
  ['without a person', () => token({ oid: undefined })],
  ['whose person is no id', () => token({ oid: 'lea@contoso.example' })],
  ['that is none', () => 'eyJ.not.a-token'],
  ['that is empty', () => ''],
];

test.each(refused)('F-26 a token %s is refused, and no key is asked for', async (_, make) => {
  const fresh = verifierOf(keys.url);
  const before = keys.asked();
  expect(await fresh.verify(await make())).toBeUndefined();
  expect(keys.asked()).toBe(before);
});

test('F-26 a token with a signature of another key is refused', async () => {
  const { privateKey } = await generateKeyPair('RS256');
  expect(await verifier.verify(await token({}, { key: privateKey }))).toBeUndefined();
  const other = await generateKeyPair('PS256');
  expect(await verifier.verify(await token({}, { key: other.privateKey, alg: 'PS256' }))).toBeUndefined();
});

test('F-26 a thousand tokens with unknown keys and tenants ask for keys once', async () => {
  const fresh = verifierOf(keys.url);
  const before = keys.asked();
  const { privateKey: key } = await generateKeyPair('RS256');
  for (let i = 0; i < 20; i++) {
    const tenant = crypto.randomUUID();
    const junk = await Promise.all(
      Array.from({ length: 50 }, (_, n) => token({ tid: tenant }, { key, kid: `junk-${i}-${n}`, iss: issuer(tenant) })),
    );
    for (const one of junk) expect(await fresh.verify(one)).toBeUndefined();
  }
  expect(keys.asked()).toBe(before + 1);
});

test('an issuer that fails is said to fail, and left alone for a while', async () => {
  const failing = await publisher();
  failing.break();
  const fresh = verifierOf(failing.url);
  for (let i = 0; i < 5; i++) await expect(fresh.verify(await token())).rejects.toThrow(KeysUnavailable);
  expect(failing.asked()).toBe(1);
  await failing.close();
});
