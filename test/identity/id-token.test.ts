import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CryptoKey, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { idTokenVerifier } from '../../src/identity/id-token.ts';
import { entraTrust, teamsClients, tokenVerifier } from '../../src/identity/tokens.ts';
import { appId, entraError, type Microsoft, startMicrosoft } from '../graph/microsoft.ts';
import { camille, contoso, teamsAdministrator } from '../graph/world.ts';
import { type Issuer, startIssuer } from './issuer.ts';

const issuerOf = (tenantId: string) => `https://issuer.example/${tenantId}/v2.0`;
const nonce = 'the-nonce-of-this-sign-in';
let keys: Issuer;
beforeAll(async () => {
  keys = await startIssuer();
});
afterAll(() => keys.close());
const verify = () => idTokenVerifier({ issuer: issuerOf, keysUrl: keys.keysUrl, appId });

interface Making {
  readonly key?: CryptoKey;
  readonly alg?: string;
  readonly iss?: string;
  readonly aud?: string;
  /** Seconds from now; `null` for none. */
  readonly exp?: number | null;
  readonly iat?: number | null;
}
const good = { tid: contoso, oid: camille, ver: '2.0', nonce, name: 'Camille', preferred_username: 'camille@contoso.example' };
function token(claims: JWTPayload = {}, { key, alg = 'RS256', iss = issuerOf(contoso), aud = appId, exp = 3_600, iat = -60 }: Making = {}) {
  const now = Math.floor(Date.now() / 1_000);
  const jwt = new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg, kid: keys.kid }).setIssuer(iss).setAudience(aud);
  if (exp !== null) jwt.setExpirationTime(now + exp);
  if (iat !== null) jwt.setIssuedAt(now + iat);
  return jwt.sign(key ?? keys.privateKey);
}

test('ID-1 the ID token of this sign-in names tenant, person and what they hold', async () => {
  const holder = await verify()(await token({ wids: [teamsAdministrator], roles: ['Engineer.phoneNumbers'], acct: 0 }), nonce);
  expect(holder).toEqual({
    tenantId: contoso,
    personId: camille,
    guest: false,
    claims: {
      name: 'Camille',
      username: 'camille@contoso.example',
      directoryRoles: [teamsAdministrator],
      appRoles: ['Engineer.phoneNumbers'],
    },
  });
  expect(await verify()(await token({ acct: 1 }), nonce)).toMatchObject({ guest: true });
});

test.each<[string, () => Promise<string> | string]>([
  ['with another sign-in’s nonce', () => token({ nonce: 'another' })],
  ['without a nonce', () => token({ nonce: undefined })],
  ['whose nonce only begins so', () => token({ nonce: nonce.slice(0, -1) })],
  ['unsigned', () => new UnsecuredJWT(good).setIssuer(issuerOf(contoso)).setAudience(appId).setIssuedAt().setExpirationTime('1h').encode()],
  ['expired', () => token({}, { exp: -3_600, iat: -7_200 })],
  ['without an end', () => token({}, { exp: null })],
  ['without a beginning', () => token({}, { iat: null })],
  ['not valid yet', () => token({ nbf: Math.floor(Date.now() / 1_000) + 3_600 })],
  ['for another app', () => token({}, { aud: '00000003-0000-0000-c000-000000000000' })],
  ['from another issuer', () => token({}, { iss: 'https://issuer.evil/' })],
  ['from another tenant’s issuer', () => token({}, { iss: issuerOf('0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a02') })],
  ['whose tenant is a path', () => token({ tid: '../x' }, { iss: issuerOf('../x') })],
  ['of version 1', () => token({ ver: '1.0' })],
  ['without a person', () => token({ oid: undefined })],
  ['that is none', () => 'eyJ.not.a-token'],
  ['that is empty', () => ''],
])('F-26 an ID token %s is refused, and no key is asked for', async (_, make) => {
  const before = keys.asked();
  expect(await verify()(await make(), nonce)).toBeUndefined();
  expect(keys.asked()).toBe(before);
});

test('F-26 an ID token signed with another key, or in another way, is refused; so is any where no nonce was given', async () => {
  const other = await generateKeyPair('RS256');
  expect(await verify()(await token({}, { key: other.privateKey }), nonce)).toBeUndefined();
  const pss = await generateKeyPair('PS256');
  expect(await verify()(await token({}, { key: pss.privateKey, alg: 'PS256' }), nonce)).toBeUndefined();
  expect(await verify()(await token({ nonce: '' }), '')).toBeUndefined();
});

test('F-26 an ID token is no token for the API, nor the other way round', async () => {
  const api = tokenVerifier({ issuer: issuerOf, keysUrl: keys.keysUrl, audiences: [appId], clients: teamsClients });
  expect(await api.verify(await token())).toBeUndefined();
  const access = await token({ nonce: undefined, azp: teamsClients[0], scp: 'access_as_user' });
  expect(await api.verify(access)).toMatchObject({ personId: camille });
  expect(await verify()(access, nonce)).toBeUndefined();
});

describe('ID-1 a code is exchanged with Entra over https', () => {
  let microsoft: Microsoft;
  beforeAll(async () => {
    microsoft = await startMicrosoft();
    microsoft.trusted();
  });
  afterAll(() => microsoft.close());
  const brought = { code: 'a-code', verifier: 'v'.repeat(43), nonce, redirectUri: 'https://desk.example/sign-in/callback' };

  test('ID-1 what comes back is an ID token that still has to be verified; nothing of it is kept', async () => {
    const issuer = entraTrust(microsoft.url).issuer;
    const idToken = await token({}, { iss: issuer(contoso) });
    microsoft.entraSays({
      body: { token_type: 'Bearer', expires_in: 3_599, access_token: 'x', refresh_token: 'kept?', id_token: idToken },
    });
    const app = microsoft.app();
    for (let i = 0; i < 2; i++) expect(await app.exchange(brought)).toEqual({ ok: true, value: idToken });
    expect(microsoft.asked('/organizations/oauth2/v2.0/token')).toBe(2);
    const verified = idTokenVerifier({ issuer, keysUrl: keys.keysUrl, appId });
    expect(await verified(idToken, nonce)).toMatchObject({ tenantId: contoso, personId: camille });
  });

  test.each<[string, Parameters<Microsoft['entraSays']>[0], string]>([
    ['a code that was used', entraError(54_005), 'unavailable'],
    ['a wrong verifier', entraError(501_481), 'unavailable'],
    ['a tenant that has not agreed', entraError(65_001), 'noConsent'],
    ['too many sign-ins', { status: 429, body: { error: 'x', error_description: 'AADSTS90055' } }, 'unavailable'],
    ['a broken connection', 'reset', 'unavailable'],
    ['a page', { body: '<html>' }, 'unavailable'],
    ['no ID token', { body: { token_type: 'Bearer', expires_in: 3_599, access_token: 'x' } }, 'unavailable'],
  ])('F-35 %s is no sign-in, and is not thrown', async (_, said, is) => {
    microsoft.entraSays(said);
    expect(await microsoft.app().exchange(brought)).toMatchObject({ ok: false, error: { is } });
  });
});
