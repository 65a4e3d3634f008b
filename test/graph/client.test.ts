import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import type { Question } from '../../src/graph/client.ts';
import { appPassword, entraError, graphError, list, type Microsoft, startMicrosoft } from './microsoft.ts';

const contoso = '0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a01';
const fabrikam = '0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a02';
const shape = z.object({ id: z.string() });
const thing: Question<{ id: string }> = { scope: 'User.Read.All', path: '/things', shape };

let microsoft: Microsoft;
beforeEach(async () => {
  microsoft = await startMicrosoft();
  microsoft.trusted();
});
afterEach(() => microsoft.close());

describe('ID-3 the one client of Graph', () => {
  test('ID-3 asks each tenant as the app itself, with that tenant’s token, and asks for a token once', async () => {
    microsoft.says('/things', ({ tenant }) => ({ body: { id: tenant } }));
    const graph = microsoft.client();
    const asked = await Promise.all([contoso, contoso, contoso, fabrikam].map((tenant) => graph.one(tenant, thing)));
    expect(asked).toEqual([contoso, contoso, contoso, fabrikam].map((id) => ({ ok: true, value: { id } })));
    await graph.one(contoso, thing);
    expect(microsoft.asked('/token')).toBe(2);
    const [token] = microsoft.calls.filter(({ path }) => path.includes('/token'));
    expect(new URLSearchParams(token?.body).get('grant_type')).toBe('client_credentials');
    expect(new URLSearchParams(token?.body).get('scope')).toContain(`${microsoft.url}/.default`);
  });

  test('ID-3 a list has every row of every page', async () => {
    microsoft.says('/things', ({ path }) => {
      const page = Number(new URL(path, microsoft.url).searchParams.get('$skiptoken') ?? 0);
      return list([{ id: `${page}` }], page < 4 ? `${microsoft.url}/v1.0/things?$skiptoken=${page + 1}` : undefined);
    });
    const rows = await microsoft.client().list(contoso, thing);
    expect(rows).toEqual({ ok: true, value: ['0', '1', '2', '3', '4'].map((id) => ({ id })) });
  });

  test('ID-3 a list that does not end is no list, rather than one cut short', async () => {
    microsoft.says('/things', () => list([{ id: 'again' }], `${microsoft.url}/v1.0/things`));
    expect(await microsoft.client({ pages: 3 }).list(contoso, thing)).toEqual({ ok: false, error: { is: 'unavailable' } });
    expect(microsoft.asked('/things')).toBe(3);
  });

  test('F-33 a token goes to no other host: not by a next page, not by a redirect', async () => {
    const elsewhere = await startMicrosoft();
    elsewhere.says('/', { body: { value: [] } });
    const leadingAway = [
      `${elsewhere.url}/v1.0/things`,
      `${microsoft.url}@evil.example/v1.0/things`,
      `${microsoft.url}/beta/things`,
      '//evil.example/v1.0/things',
    ];
    for (const next of leadingAway) {
      microsoft.says('/things', list([], next));
      expect(await microsoft.client().list(contoso, thing)).toEqual({ ok: false, error: { is: 'unavailable' } });
    }
    for (const status of [301, 302, 307, 308]) {
      microsoft.says('/things', { status, headers: { location: `${elsewhere.url}/v1.0/things` }, body: {} });
      expect(await microsoft.client().one(contoso, thing)).toEqual({ ok: false, error: { is: 'unavailable' } });
    }
    microsoft.entraSays({ status: 307, headers: { location: `${elsewhere.url}/${contoso}/oauth2/v2.0/token` }, body: {} });
    expect(await microsoft.client().one(contoso, thing)).toEqual({ ok: false, error: { is: 'unavailable' } });
    expect(elsewhere.calls).toEqual([]);
    await elsewhere.close();
  });

  test('F-28 what is no tenant’s id gets into no address', async () => {
    const graph = microsoft.client();
    for (const tenant of ['', 'common', 'contoso.example', `${contoso}/..`, `${contoso}?`]) {
      expect(await graph.one(tenant, thing)).toEqual({ ok: false, error: { is: 'notFound' } });
    }
    expect(microsoft.calls).toEqual([]);
  });
});

describe('ID-4 a tenant that has not agreed', () => {
  test.each([700016, 7000229, 65001, 500011, 7000112, 90002])('ID-4 Entra’s AADSTS%d is no consent', async (code) => {
    microsoft.entraSays(entraError(code));
    expect(await microsoft.client().one(contoso, thing)).toEqual({ ok: false, error: { is: 'noConsent' } });
    expect(microsoft.asked('/things')).toBe(0);
  });

  test('ID-4 a permission that was not granted is no consent', async () => {
    microsoft.says('/things', graphError(403, 'Authorization_RequestDenied'));
    expect(await microsoft.client().one(contoso, thing)).toEqual({ ok: false, error: { is: 'noConsent' } });
    microsoft.says('/things', graphError(401, 'Authorization_IdentityNotFound'));
    expect(await microsoft.client().one(contoso, thing)).toEqual({ ok: false, error: { is: 'noConsent' } });
  });

  test('ID-4 a permission granted later counts, though the token is older', async () => {
    microsoft.says('/things', ({ headers }) =>
      headers['authorization'] === `Bearer ${contoso}:1` ? graphError(403, 'Authorization_RequestDenied') : { body: { id: 'granted' } },
    );
    expect(await microsoft.client({ renew: 0 }).one(contoso, thing)).toEqual({ ok: true, value: { id: 'granted' } });
  });

  test('ID-4 is not asked again by everybody who comes', async () => {
    microsoft.entraSays(entraError(700016));
    const graph = microsoft.client({ refused: 60_000 });
    await graph.one(contoso, thing);
    await graph.one(contoso, thing);
    await graph.one(fabrikam, thing);
    expect(microsoft.asked(`/${contoso}/oauth2`)).toBe(1);
    expect(microsoft.asked(`/${fabrikam}/oauth2`)).toBe(1);
  });
});

describe('ID-3 when Graph does not do as it should', () => {
  test('ID-3 a token that Graph no longer takes is replaced, once', async () => {
    microsoft.says('/things', ({ headers }) =>
      headers['authorization'] === `Bearer ${contoso}:1` ? graphError(401, 'InvalidAuthenticationToken') : { body: { id: 'seen' } },
    );
    expect(await microsoft.client().one(contoso, thing)).toEqual({ ok: true, value: { id: 'seen' } });
    microsoft.says('/things', graphError(401, 'InvalidAuthenticationToken'));
    expect(await microsoft.client().one(contoso, thing)).toEqual({ ok: false, error: { is: 'unavailable' } });
    expect(microsoft.asked('/token')).toBe(4);
  });

  test('F-15 a short Retry-After is waited for, a long one is told, and a bare 429 is not pressed', async () => {
    let left = 2;
    microsoft.says('/things', () =>
      left-- > 0 ? graphError(429, 'TooManyRequests', { 'retry-after': '0' }) : { body: { id: 'in the end' } },
    );
    expect(await microsoft.client().one(contoso, thing)).toEqual({ ok: true, value: { id: 'in the end' } });
    expect(microsoft.asked('/things')).toBe(3);
    microsoft.says('/things', graphError(429, 'TooManyRequests', { 'retry-after': '120' }));
    expect(await microsoft.client().one(contoso, thing)).toEqual({ ok: false, error: { is: 'throttled', seconds: 120 } });
    expect(microsoft.asked('/things')).toBe(4);
    microsoft.says('/things', graphError(429, 'TooManyRequests'));
    expect(await microsoft.client().one(contoso, thing)).toEqual({ ok: false, error: { is: 'throttled', seconds: 10 } });
    expect(microsoft.asked('/things')).toBe(5);
  });

  test.each([500, 502, 503, 504])('F-16 a %d is asked again a bounded number of times', async (status) => {
    microsoft.says('/things', graphError(status, 'ServiceNotAvailable'));
    expect(await microsoft.client().one(contoso, thing)).toEqual({ ok: false, error: { is: 'unavailable' } });
    expect(microsoft.asked('/things')).toBe(3);
  });

  test('F-17 an answer that does not come is given up, and nobody else of the tenant waits for it too', async () => {
    microsoft.says('/things', 'hang');
    const graph = microsoft.client({ call: 500, down: 60_000 });
    const unavailable = { ok: false, error: { is: 'unavailable' } };
    expect(await graph.one(contoso, thing)).toEqual(unavailable);
    expect(await graph.one(contoso, thing)).toEqual(unavailable);
    expect(microsoft.asked('/things')).toBe(1);
    microsoft.entraSays('hang');
    expect(await microsoft.client({ call: 500 }).one(contoso, thing)).toEqual(unavailable);
  });

  test.each<[string, Parameters<Microsoft['says']>[1]]>([
    ['a broken connection', 'reset'],
    ['what is no JSON', { body: '<html>' }],
    ['another shape', { body: { id: 1 } }],
    ['a bad request', graphError(400, 'Request_BadRequest')],
    ['an answer larger than the limit', { body: { id: 'x'.repeat(10_000) } }],
    ['an error without a body', { status: 503, body: '' }],
  ])('F-35 %s is no answer, and is not thrown', async (_, said) => {
    microsoft.says('/things', said);
    expect(await microsoft.client({ bytes: 9_000 }).one(contoso, thing)).toEqual({ ok: false, error: { is: 'unavailable' } });
  });

  test('ID-3 a missing thing is a missing thing', async () => {
    expect(await microsoft.client().one(contoso, thing)).toEqual({ ok: false, error: { is: 'notFound' } });
  });

  test('F-35 a log line names tenant, permission and fault; no secret, token, person or text of Microsoft’s', async () => {
    const graph = microsoft.client({ call: 500 });
    for (const said of [graphError(500, 'x'), graphError(429, 'y'), graphError(400, 'Some text, not a code'), 'hang', 'reset'] as const) {
      microsoft.says('/things', said);
      await graph.one(contoso, { ...thing, path: '/things/1a6f0c52-7b1d-4c39-8e24-90d5b3a7c101' });
    }
    microsoft.entraSays(entraError(7000215, 401));
    await microsoft.client().one(contoso, thing);
    const said = microsoft.log.join('');
    expect(microsoft.log.length).toBeGreaterThanOrEqual(6);
    expect(said).toContain('User.Read.All');
    expect(said).toContain('7000215');
    for (const secret of [appPassword, `${contoso}:1`, 'Bearer', 'Camille', 'Some text', 'Contoso', '1a6f0c52'])
      expect(said).not.toContain(secret);
  });
});
