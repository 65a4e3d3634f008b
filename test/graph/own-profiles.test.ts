import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Directory } from '../../src/app/ports.ts';
import { graphDirectory } from '../../src/graph/directory.ts';
import { type KnownProfiles, ownProfiles } from '../../src/graph/own-profiles.ts';
import { entraError, graphError, type Microsoft, startMicrosoft } from './microsoft.ts';
import { camille, contoso, minutes, operator, user } from './world.ts';

let microsoft: Microsoft;
let own: KnownProfiles;
let now = 0;
const who = { tenantId: contoso, personId: camille };
beforeEach(async () => {
  microsoft = await startMicrosoft();
  microsoft.trusted();
  now = 0;
  own = ownProfiles({
    graph: microsoft.client(),
    administratorConsent: (tenant) => `https://login/${tenant}`,
    asItself: true,
    clock: () => now,
  });
  microsoft.says('/users', graphError(403, 'Authorization_RequestDenied'));
  microsoft.says('/me', { body: user() });
});
afterEach(() => microsoft.close());
const onBehalf = () => microsoft.calls.filter(({ path, body }) => path.includes('/token') && body.includes('jwt-bearer'));

test('ID-3 a person is asked about on their own behalf, with their token, once in five minutes', async () => {
  expect(await own.ask(who, 'their.own.token')).toEqual({
    ok: true,
    value: { name: 'Camille Laurent', email: 'camille.laurent@contoso.example', locale: 'fr' },
  });
  await own.ask(who, 'their.own.token');
  expect(onBehalf()).toHaveLength(1);
  const form = new URLSearchParams(onBehalf()[0]?.body);
  expect(form.get('assertion')).toBe('their.own.token');
  expect(form.get('requested_token_use')).toBe('on_behalf_of');
  expect(form.get('scope')).toContain(`${microsoft.url}/User.Read`);
  now = 6 * minutes;
  await own.ask(who, 'their.own.token');
  expect(onBehalf()).toHaveLength(2);
});

test('ID-3 nobody is asked to agree whose organisation lets the desk read everybody', async () => {
  microsoft.says(`/users/${camille}`, { body: user() });
  expect(await own.ask(who, 'their.own.token')).toEqual({ ok: true, value: null });
  expect(onBehalf()).toEqual([]);
});

test.each([
  ['no consent', entraError(65001)],
  [
    'a second factor',
    { status: 400, body: { error: 'interaction_required', error_description: 'AADSTS50076: Camille', error_codes: [50076] } },
  ],
  [
    'consent, as Entra says it for a person',
    { status: 400, body: { error: 'invalid_grant', error_description: 'AADSTS65001: x', suberror: 'consent_required' } },
  ],
])('ID-4 %s is a question to the person, asked anew the moment they have agreed', async (_, said) => {
  const agreed: Parameters<Microsoft['entraSays']>[0] = ({ tenant }) => ({
    body: { token_type: 'Bearer', expires_in: 3_599, access_token: `${tenant}:x` },
  });
  microsoft.entraSays((call) => (call.body.includes('jwt-bearer') ? said : agreed(call)));
  expect(await own.ask(who, 'their.own.token')).toEqual({ ok: false, error: 'consentNeeded' });
  expect(own.known(contoso, camille)).toBeUndefined();
  microsoft.entraSays(agreed);
  expect(await own.ask(who, 'their.own.token')).toMatchObject({ ok: true });
  expect(own.administratorConsent(contoso)).toBe(`https://login/${contoso}`);
});

test('ID-3 Entra or Graph that does not answer is no question to the person', async () => {
  microsoft.says('/me', graphError(503, 'x'));
  expect(await own.ask(who, 'their.own.token')).toEqual({ ok: false, error: 'unavailable' });
});

test('ID-3 a person is known by what they let the desk read, for an hour, where their organisation lets it read nothing', async () => {
  const seen = {
    person: async () => undefined,
    tenantName: async (id: string) => id,
    engineers: async () => [],
  } as unknown as Directory;
  microsoft.says('/organization', graphError(403, 'Authorization_RequestDenied'));
  const directory = graphDirectory({ graph: microsoft.client(), seen, own, operatorTenantId: operator, appId: contoso, clock: () => now });
  expect(await directory.person(contoso, camille)).toBeUndefined();
  await own.ask(who, 'their.own.token');
  expect(await directory.person(contoso, camille)).toMatchObject({ name: 'Camille Laurent', locale: 'fr', roles: ['member'] });
  now = 61 * minutes;
  expect(await directory.person(contoso, camille)).toBeUndefined();
});

test('F-35 the token that a person showed is in no log and in no address', async () => {
  microsoft.entraSays('reset');
  await own.ask(who, 'their.own.token');
  expect(microsoft.log.join('')).not.toContain('their.own.token');
  expect(microsoft.calls.map(({ path }) => path).join('')).not.toContain('their.own');
});
