import { afterEach, expect, test } from '@jest/globals';
import { createMetrics, type Metrics } from '../../src/notify/metrics.ts';
import { type Api, open, startApi } from './api.ts';

let api: Api;
afterEach(() => api.close());

/** @returns how to count, as the worker does */
async function start(token: string | undefined): Promise<Metrics> {
  let made: Metrics | undefined;
  api = await startApi({
    metrics: ({ store }) => {
      made = createMetrics(store.outbox);
      return { read: made.read, token };
    },
  });
  if (!made) throw new Error('no metrics');
  return made;
}
const ask = async (headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(`${api.url}/metrics`, { headers });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

test('G-12 depth, age and outcomes are counted by channel, and nothing tells of whom', async () => {
  const { observe } = await start(undefined);
  const lea = await api.as('Léa');
  const case_ = await open(lea);
  observe('email', 'sent', false, 3);
  observe('email', 'later', true, 1);
  const { status, type, text } = await ask();
  expect([status, type]).toEqual([200, expect.stringMatching(/^text\/plain; version=0\.0\.4/)]);
  expect(text).toContain('case_desk_notices_total{channel="email",outcome="sent"} 3');
  expect(text).toContain('case_desk_notices_given_up_total{channel="email"} 1');
  expect(text).toContain('case_desk_outbox_waiting{channel="email"} 1');
  expect(text).toMatch(/case_desk_outbox_oldest_seconds\{channel="email"\} \d/);
  expect(text).toContain('case_desk_outbox_given_up{channel="chat"} 0');
  expect(text).not.toMatch(new RegExp(`${lea.tenantId}|${case_.id}`));
});

test('F-35 without a token this machine alone is answered, and not what a proxy on it passes on', async () => {
  await start(undefined);
  expect((await ask()).status).toBe(200);
  for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
    const { status, text } = await ask({ [header]: '192.0.2.1' });
    expect([header, status, text.includes('case_desk')]).toEqual([header, 404, false]);
  }
});

test('F-35 with a token everybody has to show it, this machine too', async () => {
  const token = 'a-token-for-those-who-watch';
  await start(token);
  expect((await ask()).status).toBe(404);
  expect((await ask({ authorization: 'Bearer something else' })).status).toBe(404);
  expect((await ask({ authorization: `Bearer ${token}`, 'x-forwarded-for': '192.0.2.1' })).status).toBe(200);
});
