import { expect, test } from '@jest/globals';
import { bySession, byToken } from '../../tab/access.ts';
import { returnedFrom } from '../../tab/returned.ts';
import { renewing } from '../../tab/token.ts';

test('ID-1 in Teams a request carries the token, and another one where the server refused it', async () => {
  let made = 0;
  const access = byToken(renewing(async () => `token-${++made}`));
  const headers = await access.headers();
  expect(headers).toEqual({ authorization: 'Bearer token-1' });
  expect(await access.headers()).toEqual(headers);
  expect(access.refused(headers)).toBe(true);
  expect(await access.headers()).toEqual({ authorization: 'Bearer token-2' });
});

test('ID-1 outside Teams a request shows that this page asked, holds no key, and a refusal ends the session', async () => {
  let ended = 0;
  const access = bySession(() => {
    ended += 1;
  });
  const headers = await access.headers();
  expect(headers).toEqual({ 'x-case-desk': '1' });
  expect([access.refused(headers), ended]).toEqual([false, 1]);
});

test('ID-1 a window knows what it came back from; a sign-in that failed is told as any other', () => {
  expect(returnedFrom({ hash: '#/signed-in', search: '' })).toEqual({ from: 'signIn' });
  expect(returnedFrom({ hash: '#/signed-in', search: '?sign-in=cancelled' })).toBeUndefined();
  expect(returnedFrom({ hash: '#/consented', search: '' })).toEqual({ from: 'consent', agreed: true });
  expect(returnedFrom({ hash: '#/consented', search: '?consent=refused' })).toEqual({ from: 'consent', agreed: false });
  expect(returnedFrom({ hash: '#/list/mine', search: '?consent=refused' })).toBeUndefined();
});
