import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeProtectedHeader, importX509, jwtVerify } from 'jose';
import { pino } from 'pino';
import { CredentialUnusable } from '../../src/identity/credentials.ts';
import { sayStartFault } from '../../src/start-fault.ts';
import { loopbackCertificate } from '../graph/certificate.ts';
import { appId, appPassword, type Microsoft, startMicrosoft } from '../graph/microsoft.ts';
import { contoso } from '../graph/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'desk-credentials-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (content: string): string => {
  const path = join(folder, crypto.randomUUID());
  writeFileSync(path, content);
  return path;
};

let microsoft: Microsoft;
beforeEach(async () => {
  microsoft = await startMicrosoft();
  microsoft.trusted();
});
afterEach(() => microsoft.close());

/** What Entra was sent for each kind of token. */
async function sent(app: ReturnType<Microsoft['app']>): Promise<readonly URLSearchParams[]> {
  await app.forApp(contoso, microsoft.url);
  await app.onBehalfOf(contoso, 'shown.by.them', [`${microsoft.url}/User.Read`]);
  await app.exchange({ code: 'the-code', verifier: 'v'.repeat(43), nonce: 'n', redirectUri: 'https://desk.example/sign-in/callback' });
  return microsoft.calls.filter(({ path }) => path.includes('/oauth2/v2.0/token')).map(({ body }) => new URLSearchParams(body));
}

describe('ID-1 the app proves itself to Entra', () => {
  test('ID-1 by a secret, alike for its own tokens, for those on a person’s behalf and for a sign-in’s code', async () => {
    const asked = await sent(microsoft.app());
    expect(asked.map((body) => body.get('grant_type'))).toEqual([
      'client_credentials',
      'urn:ietf:params:oauth:grant-type:jwt-bearer',
      'authorization_code',
    ]);
    for (const body of asked) expect([body.get('client_id'), body.get('client_secret')]).toEqual([appId, appPassword]);
    expect(asked[1]?.get('assertion')).toBe('shown.by.them');
    expect(asked[1]?.get('scope')).toContain(`${microsoft.url}/User.Read`);
    expect(asked[2]?.get('code_verifier')).toBe('v'.repeat(43));
    expect(asked[2]?.get('redirect_uri')).toBe('https://desk.example/sign-in/callback');
  });

  test('ID-1 by a certificate: each assertion is signed with its key, for that endpoint, and no secret is sent', async () => {
    const { key, cert } = loopbackCertificate('rsa');
    const asked = await sent(microsoft.app({ credential: { is: 'certificate', file: file(key + cert) } }));
    expect(asked).toHaveLength(3);
    for (const body of asked) {
      expect(body.get('client_secret')).toBeNull();
      const assertion = body.get('client_assertion') ?? '';
      const { alg, 'x5t#S256': thumbprint } = decodeProtectedHeader(assertion) as { alg: string; 'x5t#S256': string };
      const { payload } = await jwtVerify(assertion, await importX509(cert, alg), { issuer: appId, subject: appId, clockTolerance: 5 });
      expect(String(payload.aud)).toMatch(new RegExp(`^${microsoft.url}/(?:${contoso}|organizations)/`));
      expect(Buffer.from(thumbprint, 'base64url').toString('hex').toUpperCase()).toBe(
        new X509Certificate(cert).fingerprint256.replaceAll(':', ''),
      );
    }
  });

  test('ID-1 by a token that the platform keeps in a file, read anew each time', async () => {
    const path = file('one.platform.token\n');
    const app = microsoft.app({ credential: { is: 'tokenFile', file: path } });
    await app.forApp(contoso, microsoft.url);
    writeFileSync(path, 'two.platform.token');
    await app.forApp(contoso, microsoft.url, true);
    const bodies = microsoft.calls.filter(({ path: p }) => p.includes('/oauth2/v2.0/token')).map(({ body }) => new URLSearchParams(body));
    expect(bodies.map((body) => body.get('client_assertion'))).toEqual(['one.platform.token', 'two.platform.token']);
    for (const body of bodies) {
      expect(body.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
      expect(body.get('client_secret')).toBeNull();
    }
    writeFileSync(path, 'not a token');
    expect(await app.forApp(contoso, microsoft.url, true)).toEqual({ ok: false, error: { is: 'unavailable' } });
  });

  test('ID-1 by a managed identity, whose token is made out for this cloud’s exchange', async () => {
    const asked: URL[] = [];
    const platform = createServer((request, response) => {
      asked.push(new URL(request.url ?? '', 'http://127.0.0.1'));
      const expires = Math.floor(Date.now() / 1_000) + 3_600;
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ access_token: 'the.identity.token', expires_on: expires, resource: 'x', token_type: 'Bearer' }));
    });
    await new Promise<void>((listening) => platform.listen(0, '127.0.0.1', listening));
    process.env['IDENTITY_ENDPOINT'] = `http://127.0.0.1:${(platform.address() as AddressInfo).port}/token`;
    process.env['IDENTITY_HEADER'] = 'x';
    try {
      const credential = { is: 'managedIdentity', clientId: contoso } as const;
      await microsoft.app({ credential }).forApp(contoso, microsoft.url);
    } finally {
      delete process.env['IDENTITY_ENDPOINT'];
      delete process.env['IDENTITY_HEADER'];
      await new Promise((closed) => platform.close(closed).closeAllConnections());
    }
    expect(asked[0]?.searchParams.get('resource')).toBe('api://AzureADTokenExchange');
    expect(asked[0]?.searchParams.get('client_id')).toBe(contoso);
    const [body] = microsoft.calls.filter(({ path }) => path.includes('/oauth2/v2.0/token')).map((call) => new URLSearchParams(call.body));
    expect(body?.get('client_assertion')).toBe('the.identity.token');
  });

  test('F-35 a certificate that can’t be used stops the start in words, without what is in it', () => {
    const { key } = loopbackCertificate('rsa');
    const { cert } = loopbackCertificate('rsa');
    for (const path of [join(folder, 'nowhere'), file('no certificate'), file(key), file(cert), file(key + cert)]) {
      const made = () => microsoft.app({ credential: { is: 'certificate', file: path }, log: pino({ level: 'silent' }) });
      expect(made).toThrow(CredentialUnusable);
      expect(made).toThrow(/^MICROSOFT_APP_CERTIFICATE must be the path of a PEM file/);
      expect(made).not.toThrow(/BEGIN/);
    }
    expect(sayStartFault(new CredentialUnusable('What to do.'))).toBe('What to do.');
  });

  test('F-35 no credential, assertion or code is logged, whatever goes wrong', async () => {
    microsoft.entraSays({
      status: 401,
      body: { error: 'invalid_client', error_description: 'AADSTS7000215: Camille', error_codes: [7000215] },
    });
    await sent(microsoft.app());
    expect(microsoft.log).toHaveLength(3);
    for (const secret of [appPassword, 'shown.by.them', 'the-code', 'vvvv', 'Camille'])
      expect(microsoft.log.join('')).not.toContain(secret);
    expect(microsoft.log.join('')).toContain('7000215');
  });
});
