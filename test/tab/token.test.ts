import { expect, test } from '@jest/globals';
import { expiryOf, renewing } from '../../tab/token.ts';

const tokenUntil = (seconds: number) => `e30.${Buffer.from(JSON.stringify({ exp: seconds, name: 'É' })).toString('base64url')}.sig`;

test('reads when a token ends, and takes anything else for one that does not say', () => {
  expect(expiryOf(tokenUntil(1_800_000_000))).toBe(1_800_000_000_000);
  for (const other of ['', 'a.b.c', 'e30.e30.x']) expect(expiryOf(other)).toBe(0);
});

test('a token is renewed before it ends, and asked for once however many wait', async () => {
  let now = 0;
  let asked = 0;
  const tokens = renewing(
    async () => {
      asked += 1;
      return tokenUntil(now / 1000 + 3600);
    },
    () => now,
  );
  const [one, two] = await Promise.all([tokens.get(), tokens.get()]);
  expect([asked, one === two]).toEqual([1, true]);
  now = 54 * 60_000;
  expect(await tokens.get()).toBe(one);
  now = 55 * 60_000 + 1;
  expect(await tokens.get()).not.toBe(one);
  expect(asked).toBe(2);
});

test('a token the server refused is not used again; a sign-in that failed is tried anew', async () => {
  const answers = [async () => 'first', async () => Promise.reject(new Error('no')), async () => 'third'];
  const tokens = renewing(() => (answers.shift() ?? (async () => 'none'))());
  expect(await tokens.get()).toBe('first');
  tokens.drop('another');
  expect(await tokens.get()).toBe('first');
  tokens.drop('first');
  await expect(tokens.get()).rejects.toThrow('no');
  expect(await tokens.get()).toBe('third');
});
