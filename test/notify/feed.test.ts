import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { changeProfile, profileOf } from '../../src/app/people/profile.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import { graphActing } from '../../src/graph/acting.ts';
import { graphFeed } from '../../src/graph/feed.ts';
import { operator } from '../../src/local/organisations.ts';
import { attempt } from '../../src/notify/attempt.ts';
import { feedChannel, feedLimits } from '../../src/notify/channels/feed.ts';
import { settlementOf } from '../../src/notify/settle.ts';
import { deskOver, granted } from '../app/desk.ts';
import { graphError, type Microsoft, type Said, startMicrosoft } from '../graph/microsoft.ts';
import { server, type TestStore } from '../store/databases.ts';

const log = pino({ level: 'silent' });
const accepted: Said = { status: 204 };

describe('the activity feed in Teams', () => {
  let it: TestStore;
  let microsoft: Microsoft;
  let desk: ReturnType<typeof deskOver>;
  let lea: Principal;
  let nadia: Principal;
  beforeAll(async () => {
    it = await server.open();
    microsoft = await startMicrosoft();
    microsoft.trusted();
    const over = deskOver(it);
    const feed = graphFeed(graphActing({ tokens: microsoft.app(), graph: microsoft.url, log }));
    desk = { ...over, deps: { ...over.deps, feed } };
    [lea, nadia] = await Promise.all([desk.someone('Léa'), desk.someone('Nadia')]);
  });
  beforeEach(async () => {
    await work();
    microsoft.calls.length = 0;
    microsoft.says('/users', accepted);
  });
  afterAll(async () => {
    await microsoft.close();
    await it.close();
  });

  async function work(): Promise<readonly string[]> {
    const { feed } = desk.deps;
    if (!feed) throw new Error('no feed');
    const channel = feedChannel({ ...desk.deps, operatorTenantId: operator.id }, feed, (number) => `https://teams.example/case/${number}`);
    const said: string[] = [];
    for (let turn = 0; turn < 20; turn += 1) {
      const jobs = await it.store.outbox.claim('feed', { most: 50, leaseMs: 60_000, gatherMs: 0 });
      if (jobs.length === 0) break;
      for (const job of jobs) {
        const outcome = await attempt(channel, job, log);
        await it.store.outbox.settle(job, settlementOf(job, outcome, 0));
        said.push(outcome.is);
      }
    }
    return said;
  }
  const told = () => microsoft.calls.filter(({ path }) => path.endsWith('/sendActivityNotification'));
  /** Pretends that Teams has just installed the app for the person. */
  const install = (welcomedAt: string) =>
    it.store.notes.save(lea.tenantId, lea.personId, 'chat', {
      installed: true,
      welcomedAt,
      conversationId: 'c',
      serviceUrl: 's',
      userId: 'u',
    });

  test('G-11 news come as one line with the number, what happened and the way into the case, and nothing that was written', async () => {
    const opened = await desk.open(lea, { title: 'A secret plan' });
    await desk.act(nadia, opened.id, { do: 'take' });
    await work();
    microsoft.calls.length = 0;
    await desk.act(nadia, opened.id, { do: 'comment', text: 'a suspicious carrier' });
    await work();
    const [call, ...others] = told();
    expect(others).toEqual([]);
    expect(call).toMatchObject({
      method: 'POST',
      tenant: lea.tenantId,
      path: `/v1.0/users/${lea.personId}/teamwork/sendActivityNotification`,
    });
    expect(JSON.parse(call?.body ?? '')).toEqual({
      topic: { source: 'text', value: opened.number, webUrl: `https://teams.example/case/${opened.number}` },
      activityType: 'caseCommented',
      previewText: { content: expect.any(String) },
      templateParameters: [{ name: 'number', value: opened.number }],
    });
    for (const hidden of ['suspicious', 'secret plan', nadia.name]) expect(call?.body).not.toContain(hidden);
  });

  test('G-11 several things at once are one line, and nobody’s receipt is one', async () => {
    const opened = await desk.open(lea);
    await work();
    expect(told()).toEqual([]);
    await desk.act(nadia, opened.id, { do: 'comment', text: 'One' });
    await desk.act(nadia, opened.id, { do: 'ask', text: 'Two?' });
    await work();
    const bodies = told().map(({ body }) => JSON.parse(body));
    expect(bodies).toMatchObject([{ activityType: 'caseNews', previewText: { content: expect.stringContaining('(et ') } }]);
  });

  test('PN-15 whoever wants nothing in the feed gets nothing; a profile that never said so wants it, and so it stays', async () => {
    const before = await profileOf(desk.deps, lea);
    expect(before).toMatchObject({ notices: { feed: true }, ways: ['chat', 'email', 'feed'] });
    expect((await profileOf({ ...desk.deps, feed: undefined }, lea)).ways).toEqual(['chat', 'email']);
    expect(granted(await changeProfile(desk.deps, lea, { notices: { chat: true, email: true, feed: false } })).notices.feed).toBe(false);
    expect(granted(await changeProfile(desk.deps, lea, { notices: { chat: true, email: false } })).notices.feed).toBe(false);
    const opened = await desk.open(lea);
    await desk.act(nadia, opened.id, { do: 'comment', text: 'One' });
    expect(new Set(await work())).toEqual(new Set(['nothingToDo']));
    expect(told()).toEqual([]);
    await changeProfile(desk.deps, lea, { notices: { chat: true, email: true, feed: true } });
  });

  test('F-20 a person gets ten a minute, and the rest waits for its turn', async () => {
    const jordan = await desk.someone('Jordan');
    for (let count = 0; count < 11; count += 1) {
      const opened = await desk.open(jordan);
      await desk.act(nadia, opened.id, { do: 'comment', text: 'One' });
    }
    const said = (await work()).filter((is) => is !== 'nothingToDo');
    expect(said.filter((is) => is === 'sent')).toHaveLength(10);
    expect(said.filter((is) => is === 'paced')).toHaveLength(1);
    expect(told()).toHaveLength(10);
  });

  test('F-20 news that come too late for a feed are left out, and give their turn back', async () => {
    const thomas = await desk.someone('Thomas');
    const turn = (holder: string, count: number) =>
      it.store.pacing.slot({ conversation: `feed ${thomas.personId}`, tenantId: thomas.tenantId, holder, count }, feedLimits);
    await turn('many', 60);
    // Nine of the ten that may go in the sixth minute.
    const sixth = await turn('nine', 9);
    expect(sixth).toBeGreaterThan(5 * 60_000);
    const opened = await desk.open(thomas);
    await desk.act(nadia, opened.id, { do: 'comment', text: 'One' });
    expect(new Set(await work())).toEqual(new Set(['nothingToDo']));
    expect(Math.abs((await turn('tenth', 1)) - sixth)).toBeLessThan(30_000);
  });

  test.each([403, 404])('F-18 %d: nothing more is tried for that person until it is installed again', async (status) => {
    await install(new Date(Date.now() - 60_000).toISOString());
    const opened = await desk.open(lea);
    await work();
    microsoft.says('/users', graphError(status, 'Forbidden'));
    await desk.act(nadia, opened.id, { do: 'comment', text: 'One' });
    await work();
    microsoft.says('/users', accepted);
    await desk.act(nadia, opened.id, { do: 'comment', text: 'Two' });
    await work();
    expect(told()).toHaveLength(1);
    await install(new Date(Date.now() + 1_000).toISOString());
    await desk.act(nadia, opened.id, { do: 'comment', text: 'Three' });
    await work();
    expect(told()).toHaveLength(2);
    await it.store.notes.save(lea.tenantId, lea.personId, 'feed', null);
  });

  test.each<[string, Said, string]>([
    ['F-16 a 5xx may have arrived', graphError(502, 'BadGateway'), 'maybeSent'],
    ['F-15 429 is tried later', graphError(429, 'TooManyRequests', { 'retry-after': '30' }), 'later'],
  ])('%s', async (_, said, outcome) => {
    const taylor = await desk.someone('Taylor');
    const opened = await desk.open(taylor);
    await work();
    microsoft.says('/users', said);
    await desk.act(nadia, opened.id, { do: 'comment', text: 'One' });
    expect((await work()).filter((is) => is !== 'nothingToDo' && is !== 'paced')).toEqual([outcome]);
  });
});
