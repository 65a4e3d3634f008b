import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Job, OutboxEntry } from '../../src/app/ports.ts';
import { faultOf } from '../../src/domain/notice/outcome.ts';
import { sweepOutbox } from '../../src/store/outbox.ts';
import { bareEngines } from '../store/bare.ts';
import { engines, type TestStore } from '../store/databases.ts';

const now = { most: 100, leaseMs: 60_000, gatherMs: 0 };
const brief = { ...now, leaseMs: 0 };
const fault = faultOf('busy');
const keysOf = ({ content }: Job) => (content.kind === 'letter' ? [content.letter.key] : content.notices.map(({ key }) => key));

describe.each(engines)('the outbox, $name', ({ open }) => {
  let it: TestStore;
  let tenantId: string;
  beforeAll(async () => {
    it = await open();
  });
  beforeEach(async () => {
    for (const channel of ['chat', 'email'] as const)
      for (const job of await it.store.outbox.claim(channel, { ...now, most: 1_000 })) await it.store.outbox.settle(job, { is: 'done' });
    tenantId = randomUUID();
  });
  afterAll(() => it.close());

  const notice = (caseId: string, seq: number, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
    key: `${caseId}:${seq}:${JSON.stringify(more)}`,
    caseId,
    seq,
    to: { kind: 'person', id: 'ada' },
    how: 'message',
    channel: 'chat',
    ...more,
  });
  const queue = (...entries: readonly OutboxEntry[]) => it.store.inTenant(tenantId, (tx) => tx.enqueue(entries));
  const claim = (options = now) => it.store.outbox.claim('chat', options);
  const only = async (options = now): Promise<Job> => {
    const [job, ...others] = await claim(options);
    if (!job || others.length > 0) throw new Error('not one job');
    return job;
  };

  test('G-12 what happens at once on one case is told one recipient at one go, oldest first', async () => {
    const caseId = randomUUID();
    const events = [1, 2, 3].map((seq) => notice(caseId, seq));
    await queue(...events.toReversed(), notice(caseId, 2, { to: { kind: 'person', id: 'bob' } }), notice(randomUUID(), 1));
    expect((await claim()).map((job) => keysOf(job).length).sort()).toEqual([1, 1, 3]);
  });

  test('G-12 a later notice waits while an earlier one is under way or to be tried again, and others go on', async () => {
    const [caseId, other] = [randomUUID(), randomUUID()];
    await queue(notice(caseId, 1));
    const first = await only();
    await queue(notice(caseId, 2), notice(other, 1));
    expect((await claim()).flatMap(keysOf)).toEqual([notice(other, 1).key]);
    await it.store.outbox.settle(first, { is: 'again', afterMs: 60_000, maybeSent: false, fault });
    expect(await claim()).toEqual([]);
  });

  test('G-12 once the earlier one is done, or given up, the later one goes out', async () => {
    const chats = async () => {
      const found = (await it.store.outbox.backlog()).find(({ channel }) => channel === 'chat');
      return { waiting: found?.waiting ?? 0, dead: found?.dead ?? 0 };
    };
    const before = await chats();
    for (const settlement of [{ is: 'done' }, { is: 'dead', fault }] as const) {
      const caseId = randomUUID();
      await queue(notice(caseId, 1));
      const first = await only();
      await queue(notice(caseId, 2));
      await it.store.outbox.settle(first, settlement);
      expect(keysOf(await only())).toEqual([notice(caseId, 2).key]);
    }
    expect(await chats()).toEqual({ waiting: before.waiting + 2, dead: before.dead + 1 });
  });

  test('F-9 what a worker held when it died is taken by another after the lease, as perhaps sent', async () => {
    await queue(notice(randomUUID(), 1));
    expect(await only(brief)).toMatchObject({ attempt: 1, maybeSent: 0 });
    expect(await only(brief)).toMatchObject({ attempt: 2, maybeSent: 1 });
    expect(await only()).toMatchObject({ attempt: 3, maybeSent: 2 });
    expect(await claim()).toEqual([]);
  });

  test('F-12 a worker that lost its hold changes nothing of it any more', async () => {
    await queue(notice(randomUUID(), 1));
    const slow = await only(brief);
    const fast = await only();
    await it.store.outbox.settle(slow, { is: 'dead', fault });
    await it.store.outbox.settle(slow, { is: 'done' });
    await it.store.outbox.settle(fast, { is: 'again', afterMs: 0, maybeSent: false, fault });
    expect(await only()).toMatchObject({ attempt: 3, maybeSent: 1 });
  });

  test('G-12 what was tried together is tried together again, and what came later goes by itself', async () => {
    const caseId = randomUUID();
    await queue(notice(caseId, 1), notice(caseId, 2));
    const job = await only();
    await queue(notice(caseId, 3));
    await it.store.outbox.settle(job, { is: 'again', afterMs: 0, maybeSent: true, fault });
    const again = await only();
    expect(keysOf(again)).toEqual([1, 2].map((seq) => notice(caseId, seq).key));
    expect(again.maybeSent).toBe(1);
  });

  test('G-12 a dead letter that is sent again takes nothing along that another worker holds', async () => {
    const caseId = randomUUID();
    await queue(notice(caseId, 1));
    const first = await only();
    await it.store.outbox.settle(first, { is: 'dead', fault });
    await queue(notice(caseId, 2));
    const underWay = await only();
    const id = first.content.kind === 'case' ? (first.content.notices[0]?.id ?? '') : '';
    expect(await it.store.inTenant(tenantId, (tx) => tx.deliveries.revive(id))).toBe(true);
    // Tried once, it has been tried as often as the other.
    await it.store.outbox.settle(await only(), { is: 'again', afterMs: 0, maybeSent: false, fault });
    expect(keysOf(await only())).toEqual([notice(caseId, 1).key]);
    expect(underWay).toMatchObject({ attempt: 1, maybeSent: 0 });
  });

  test('a case’s first notice waits for company where the channel asks for it, and a letter does not', async () => {
    await queue(notice(randomUUID(), 1, { channel: 'email' }));
    await it.store.inTenant(tenantId, (tx) =>
      tx.post({
        key: 'letter',
        address: 'ada@home.example',
        locale: 'en',
        says: { letter: 'confirmAddress', name: 'Ada', code: '123456', validMinutes: 15 },
      }),
    );
    const jobs = await it.store.outbox.claim('email', { ...now, gatherMs: 60_000 });
    expect(jobs.map(({ content }) => content)).toMatchObject([{ kind: 'letter', letter: { key: 'letter', address: 'ada@home.example' } }]);
  });

  test('F-25 the order is the events’, whatever the clock said when they were queued', async () => {
    const caseId = randomUUID();
    await queue(notice(caseId, 7));
    await queue(notice(caseId, 6));
    expect(keysOf(await only())).toEqual([6, 7].map((seq) => notice(caseId, seq).key));
  });

  test('G-12 whoever listens hears of a commit, and of nothing that was not committed', async () => {
    let rings = 0;
    const quiet = it.store.outbox.onQueued((channels) => {
      expect([...channels]).toEqual(['chat']);
      rings += 1;
    });
    await queue(notice(randomUUID(), 1));
    expect(rings).toBe(1);
    await expect(
      it.store.inTenant(tenantId, async (tx) => {
        await tx.enqueue([notice(randomUUID(), 1)]);
        throw new Error('on purpose');
      }),
    ).rejects.toThrow('on purpose');
    quiet();
    await queue(notice(randomUUID(), 1));
    expect(rings).toBe(1);
  });

  test('a burst longer than fifty goes out in pieces, in order', async () => {
    const caseId = randomUUID();
    await queue(...Array.from({ length: 60 }, (_, i) => notice(caseId, i + 1)));
    const first = await only();
    await it.store.outbox.settle(first, { is: 'done' });
    const second = await only();
    expect([keysOf(first).length, keysOf(second).length]).toEqual([50, 10]);
  });
});

test('what was given up ninety days ago is removed, and nothing younger', async () => {
  const [embedded] = bareEngines;
  if (!embedded) throw new Error('no database');
  const bare = await embedded.open();
  for (const [seq, days] of [null, 89, 91].entries())
    await sql`
      insert into outbox (tenant_id, key, case_id, seq, recipient, how, channel, dead_at)
      values (${randomUUID()}, 'one', ${randomUUID()}, ${seq}, '{"kind":"person","id":"ada"}', 'message', 'chat', now() - ${days}::int * interval '1 day')
    `.execute(bare.db);
  await sweepOutbox(bare.db);
  expect((await bare.db.selectFrom('outbox').select('seq').orderBy('seq').execute()).map(({ seq }) => seq)).toEqual([0, 1]);
  await bare.close();
});
