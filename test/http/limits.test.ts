import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressOf } from '../../src/http/client-address.ts';
import { operations } from '../../src/http/contract.ts';
import { createLimits, requestsPerMinute } from '../../src/http/limits.ts';
import { tokenBuckets } from '../../src/http/token-buckets.ts';
import { type Api, type Caller, request, startApi } from './api.ts';

const minute = 60_000;

describe('F-36 over HTTP', () => {
  let now = 0;
  const table = { ...requestsPerMinute, stranger: 3, person: 4, openings: 2, tenant: 6, reading: 8, tenantReading: 12 };
  let api: Api;
  let lea: Caller;
  let thomas: Caller;
  let jordan: Caller;
  beforeAll(async () => {
    api = await startApi({ limits: createLimits({ trustedProxies: 1, table, now: () => now }) });
    [lea, thomas, jordan] = (await Promise.all(['Léa', 'Thomas', 'Jordan'].map((name) => api.as(name)))) as [Caller, Caller, Caller];
  });
  afterAll(() => api.close());
  beforeEach(() => {
    now += minute;
  });

  const upload = (who: Caller) => who.send('upload', { query: { name: 'a.txt' }, raw: 'x' });
  const begin = (who: Caller) => who.send('beginDraft', { body: { caseType: 'otherQuestion' } });
  const statuses = async (times: number, send: () => Promise<Response>): Promise<readonly number[]> => {
    const seen: number[] = [];
    for (let i = 0; i < times; i++) seen.push((await send()).status);
    return seen;
  };

  test('a person who changes too much is told to wait, in their language, and for how long', async () => {
    expect(await statuses(4, () => upload(lea))).toEqual([201, 201, 201, 201]);
    const refusal = await lea.refused('upload', { query: { name: 'a.txt' }, raw: 'x', headers: { 'accept-language': 'fr' } });
    expect(refusal).toMatchObject({ status: 429, code: 'tooManyRequests', title: 'Trop de requêtes' });
    expect(refusal.headers.get('retry-after')).toBe('15');
    now += 15_000;
    expect(await statuses(2, () => upload(lea))).toEqual([201, 429]);
  });

  test('others are not held up, nor is who only reads', async () => {
    expect((await statuses(5, () => upload(lea))).at(-1)).toBe(429);
    expect((await lea.send('listDrafts')).status).toBe(200);
    expect((await upload(jordan)).status).toBe(201);
  });

  test('reading has limits of its own, of a person and of a tenant', async () => {
    expect((await statuses(9, () => lea.send('listDrafts'))).filter((status) => status === 429)).toHaveLength(1);
    expect((await upload(lea)).status).toBe(201);
    expect(await statuses(5, () => thomas.send('listDrafts'))).toEqual([200, 200, 200, 200, 429]);
    expect((await jordan.send('listDrafts')).status).toBe(200);
  });

  test('forms have a limit of their own', async () => {
    expect(await statuses(3, () => begin(lea))).toEqual([201, 201, 429]);
    expect((await upload(lea)).status).toBe(201);
  });

  test('so has the whole of a tenant', async () => {
    expect(await statuses(4, () => upload(lea))).toEqual([201, 201, 201, 201]);
    expect(await statuses(3, () => upload(thomas))).toEqual([201, 201, 429]);
    expect((await upload(jordan)).status).toBe(201);
  });

  const stranger = (token: string, address: string) =>
    request(api.url, operations.getMe, { authorization: `Bearer ${token}`, 'x-forwarded-for': `6.6.6.6, ${address}` }, {});

  test('an address whose tokens fail is told to wait, whatever it says of itself; a good token from there still passes', async () => {
    expect(await statuses(4, () => stranger('junk', '192.0.2.1'))).toEqual([401, 401, 401, 429]);
    const refused = await stranger('junk', '192.0.2.1');
    expect(refused.headers.get('retry-after')).toBe('20');
    expect(((await refused.json()) as { code: string }).code).toBe('tooManyRequests');
    expect((await stranger('junk', '192.0.2.2')).status).toBe(401);
    expect((await lea.send('getMe', { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(200);
  });

  test('F-37 what is too much is refused before its body is read', async () => {
    expect(await statuses(3, () => stranger('junk', '192.0.2.3'))).toEqual([401, 401, 401]);
    const { hostname, port } = new URL(api.url);
    const headers = { 'content-length': 60 * 1024 * 1024, 'x-forwarded-for': '192.0.2.3' };
    const sending = httpRequest({ hostname, port, path: '/api/v1/files?name=a', method: 'POST', headers });
    sending.on('error', () => {});
    sending.write('x');
    // The answer is there although all but one byte is still to come.
    const [response] = await once(sending, 'response');
    sending.destroy();
    expect(response.statusCode).toBe(429);
  });
});

test('F-36 memory stays bounded, whoever asks: 50,000 addresses leave 10,000 behind', () => {
  const buckets = tokenBuckets(2, 10_000, () => 0);
  for (let i = 0; i < 50_000; i++) buckets.take(`10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`);
  expect(buckets.size).toBe(10_000);
  const limits = createLimits({ trustedProxies: 0, now: () => 0 });
  const from = (remoteAddress: string) => ({ headers: {}, socket: { remoteAddress } }) as IncomingMessage;
  const waits = Array.from({ length: 50_000 }, (_, i) => limits.ofStranger(from(`2001:db8:${i.toString(16)}::1`)));
  expect(waits.every((wait) => wait === undefined)).toBe(true);
});

test('F-36 a bucket never gives more than it holds and gets back, and who waits as told gets a token', () => {
  const steps = fc.array(fc.nat({ max: 90_000 }), { maxLength: 60 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), steps, (perMinute, pauses) => {
      let now = 0;
      let given = 0;
      const buckets = tokenBuckets(perMinute, 10, () => now);
      for (const pause of pauses) {
        now += pause;
        const wait = buckets.wait('a');
        if (wait > 0) continue;
        buckets.take('a');
        given += 1;
      }
      expect(given).toBeLessThanOrEqual(perMinute + (now / minute) * perMinute + 1e-6);
      for (let i = 0; i < perMinute; i++) if (buckets.wait('b') === 0) buckets.take('b');
      const wait = buckets.wait('b');
      expect(wait).toBeGreaterThan(0);
      now += wait * 1_000;
      expect(buckets.wait('b')).toBe(0);
    }),
  );
});

test.each([
  ['the socket’s where no proxy is trusted', '192.0.2.9', '203.0.113.5', 0, '203.0.113.5'],
  ['the last entry behind one proxy', '6.6.6.6, 192.0.2.9', '10.0.0.1', 1, '192.0.2.9'],
  ['the last but one behind two', '6.6.6.6, 192.0.2.9, 10.0.0.2', '10.0.0.1', 2, '192.0.2.9'],
  ['the socket’s where the proxies are fewer than said', '192.0.2.9', '10.0.0.1', 2, '10.0.0.1'],
  ['the socket’s where the entry is no address', 'unknown', '10.0.0.1', 1, '10.0.0.1'],
  ['without its port', '192.0.2.9:5000', '10.0.0.1', 1, '192.0.2.9'],
  ['without its port, IPv6', '[2001:DB8::1]:5000', '10.0.0.1', 1, '2001:db8:0:0::/64'],
  ['the network of an IPv6 address', '', '2001:db8:1:2:3:4:5:6', 0, '2001:db8:1:2::/64'],
  ['the IPv4 address that an IPv6 socket shows', '', '::ffff:192.0.2.9', 0, '192.0.2.9'],
])('the address counted is %s', (_, forwarded, remoteAddress, proxies, address) => {
  const socket = { remoteAddress } as IncomingMessage['socket'];
  expect(addressOf({ headers: { 'x-forwarded-for': forwarded }, socket }, proxies)).toBe(address);
});
