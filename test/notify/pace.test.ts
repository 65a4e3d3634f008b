import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { chatDelivery } from '../../bot/delivery/chat-delivery.ts';
import type { Limits } from '../../src/app/ports.ts';
import { subscribedEvents } from '../../src/domain/notice/subscription.ts';
import { contoso, operator } from '../../src/local/organisations.ts';
import { chatChannel } from '../../src/notify/channels/chat.ts';
import { startWorker } from '../../src/notify/worker.ts';
import { type OpenStore, openStore } from '../../src/store/open.ts';
import { deskOver } from '../app/desk.ts';
import { databaseWithTables, engines, freshFolder, type TestStore } from '../store/databases.ts';
import { silence } from './silence.ts';

/** Teams' limits in a shorter time; the slack is what a send may take on a busy machine. */
const limits: Limits = {
  conversation: [
    { most: 10, ms: 60 },
    { most: 12, ms: 100 },
    { most: 30, ms: 1_000 },
    { most: 120, ms: 6_000 },
  ],
  tenant: { most: 20, ms: 100 },
  slackMs: 600,
};

/** The most that came in any so many milliseconds. */
function mostWithin(times: readonly number[], ms: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  let first = 0;
  return sorted.reduce((most, time, i) => {
    while ((sorted[first] ?? 0) <= time - ms) first++;
    return Math.max(most, i - first + 1);
  }, 0);
}

describe.each(engines)('the pace, $name', ({ open }) => {
  let it: TestStore;
  beforeAll(async () => {
    it = await open();
  });
  afterAll(() => it.close());
  const tenantId = randomUUID();
  const few: Limits = { conversation: [{ most: 2, ms: 60_000 }], tenant: { most: 3, ms: 60_000 }, slackMs: 0 };
  const ask = (conversation: string, holder: string, asked: Limits = few) =>
    it.store.pacing.slot({ conversation, tenantId, holder, count: 1 }, asked);

  test('F-20 who comes too soon is told how long to wait, one behind the other, and another conversation goes on', async () => {
    expect([await ask('a', '1'), await ask('a', '2')]).toEqual([0, 0]);
    const [third, fourth, fifth] = [await ask('a', '3'), await ask('a', '4'), await ask('a', '5')];
    expect(third).toBeGreaterThan(59_000);
    expect(fourth).toBeGreaterThanOrEqual(third - 1_000);
    expect(fifth).toBeGreaterThan(third + 50_000);
    // Asked again it has the same slot, and not another one.
    expect(Math.abs((await ask('a', '3')) - third)).toBeLessThan(5_000);
    expect(await ask('b', '6')).toBe(0);
    // The tenant's own limit holds over all its conversations.
    expect(await ask('c', '7')).toBeGreaterThan(59_000);
  });

  test('F-15 a conversation that is to rest, rests', async () => {
    await it.store.pacing.hold('d', randomUUID(), 30_000);
    expect(await it.store.pacing.slot({ conversation: 'd', tenantId: randomUUID(), holder: 'x', count: 1 }, few)).toBeGreaterThan(29_000);
  });

  test('F-20 several sends at once count as so many', async () => {
    const asking = { tenantId: randomUUID(), conversation: 'e', count: 2 };
    expect(await it.store.pacing.slot({ ...asking, holder: 'one' }, few)).toBe(0);
    expect(await it.store.pacing.slot({ ...asking, holder: 'two', count: 1 }, few)).toBeGreaterThan(59_000);
  });
});

test('F-20, F-12 500 events for one channel, two workers: no limit broken, ordered and one post for each case, merged where it waits', async () => {
  const log: { readonly at: number; readonly method: string; readonly path: string; readonly body: string }[] = [];
  let posts = 1_000;
  const connector = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    log.push({ at: performance.now(), method: request.method ?? '', path: request.url ?? '', body });
    const id = String(++posts);
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ id: `19:c;messageid=${id}`, activityId: id }));
  });
  await new Promise<void>((listening) => connector.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(connector.address() as AddressInfo).port}`;
  const server = await databaseWithTables();
  const folders = [freshFolder(), freshFolder()];
  const stores: OpenStore[] = [];
  for (const dataDir of folders) stores.push(await openStore({ databaseUrl: server.url, dataDir }));
  const [first] = stores as [OpenStore];
  const use = deskOver(first);
  await first.store.inTenant(contoso.id, (tx) =>
    tx.subscriptions.save(
      {
        ...{ id: randomUUID(), channelId: '19:c', teamId: null, serviceUrl: `${origin}/`, name: 'Telephony', shared: false },
        ...{ desk: 'phoneNumbers', customer: null, severities: [], events: subscribedEvents, locale: 'en', version: 1 },
      },
      'somebody',
    ),
  );
  const channel = {
    ...{ appId: 'app', issuer: '', keysUrl: '', metadataUrl: '', serviceUrls: [origin], audience: 'https://api.botframework.com' },
    outboundToken: async () => 'token',
  };
  /** Two workers, until nothing waits any more. */
  const drained = async () => {
    const workers = stores.map(({ store, blobs }) => {
      const { deps } = deskOver({ store, blobs });
      const chat = chatDelivery({ deps, channel, links: { tab: () => 'https://teams.example' }, limits });
      const channels = { ...silence, chat: chatChannel({ ...deps, operatorTenantId: operator.id }, chat) };
      return startWorker({ outbox: store.outbox, channels, log: pino({ level: 'silent' }), pollMs: 100 });
    });
    const waiting = async () => (await first.store.outbox.backlog()).find((one) => one.channel === 'chat');
    for (let left = await waiting(); left?.waiting !== 0; left = await waiting()) await wait(100);
    await Promise.all(workers.map((worker) => worker.close()));
    expect(await waiting()).toMatchObject({ dead: 0 });
  };
  try {
    const [lea, nadia] = [await use.someone('Léa'), await use.someone('Nadia')];
    // Twenty events for each of 25 cases: opened, five questions and four answers, each with its change of status, and the end.
    const cases = await Promise.all(Array.from({ length: 25 }, (_, i) => use.open(lea, { title: `Case ${i}` })));
    const talk = ['ask', 'comment', 'ask', 'comment'] as const;
    for (const round of [talk, [...talk, 'ask', 'resolve']] as const) {
      await Promise.all(
        cases.map(async ({ id }) => {
          for (const step of round) await use.act(step === 'comment' ? lea : nadia, id, { do: step, text: step });
        }),
      );
      await drained();
    }
    for (const { most, ms } of limits.conversation) {
      const times = log.map(({ at }) => at);
      expect(mostWithin(times, ms)).toBeLessThanOrEqual(most);
    }
    // What waited together went together.
    expect(log.length).toBeLessThan(250);
    for (const { number } of cases) {
      const own = log.filter(({ body }) => body.includes(number));
      expect(own.filter(({ path }) => path === '/v3/conversations')).toHaveLength(1);
      expect(own[0]?.path).toBe('/v3/conversations');
      expect(own.filter(({ path, method }) => method === 'PUT' || path === '/v3/conversations').at(-1)?.body).toContain('Resolved');
      expect(own.at(-1)?.body).toContain('It was resolved.');
    }
  } finally {
    for (const { close } of stores) await close();
    connector.closeAllConnections();
    await new Promise((closed) => connector.close(closed));
    await server.drop();
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
});
