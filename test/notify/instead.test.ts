import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Job, OutboxEntry } from '../../src/app/ports.ts';
import { engines, type TestStore } from '../store/databases.ts';

const now = { most: 100, leaseMs: 60_000, gatherMs: 0 };
const keysOf = ({ content }: Job) => (content.kind === 'case' ? content.notices.map(({ key }) => key) : []);

describe.each(engines)('a delivery that becomes others, $name', ({ open }) => {
  let it: TestStore;
  const tenantId = randomUUID();
  beforeAll(async () => {
    it = await open();
  });
  afterAll(() => it.close());

  const notice = (caseId: string, seq: number): OutboxEntry => ({
    ...{ key: `${caseId}:${seq}:channels:chat`, caseId, seq, to: { kind: 'channels' }, how: 'message', channel: 'chat' },
  });
  const forEach = ({ key, ...rest }: OutboxEntry, ids: readonly string[]): readonly OutboxEntry[] =>
    ids.map((id) => ({ ...rest, key: `${key}:${id}`, to: { kind: 'channel', tenantId, id } }));
  const queue = (...entries: readonly OutboxEntry[]) => it.store.inTenant(tenantId, (tx) => tx.enqueue(entries));
  const claim = async (options = now) => (await it.store.outbox.claim('chat', options)).filter((job) => job.tenantId === tenantId);
  const only = async (options = now): Promise<Job> => {
    const [job, ...others] = await claim(options);
    if (!job || others.length > 0) throw new Error('not one job');
    return job;
  };

  test('G-12 one row becomes one for each channel, and done again they are the same ones', async () => {
    const one = notice(randomUUID(), 1);
    await queue(one);
    // The first worker is slow, and another has taken its job meanwhile.
    const slow = await only({ ...now, leaseMs: 0 });
    const fast = await only();
    const entries = forEach(one, ['a', 'b']);
    await it.store.outbox.settle(slow, { is: 'instead', entries });
    expect(await claim()).toEqual([]);
    await it.store.outbox.settle(fast, { is: 'instead', entries });
    await it.store.outbox.settle(fast, { is: 'instead', entries });
    const jobs = await claim();
    expect(jobs.flatMap(keysOf).sort()).toEqual(entries.map(({ key }) => key));
    for (const job of jobs) await it.store.outbox.settle(job, { is: 'done' });
  });

  test('F-20 a channel hears of a case in order, whenever its events were taken apart', async () => {
    const caseId = randomUUID();
    await queue(notice(caseId, 1));
    await it.store.outbox.settle(await only(), { is: 'instead', entries: forEach(notice(caseId, 1), ['a']) });
    const first = await only();
    await queue(notice(caseId, 2));
    await it.store.outbox.settle(await only(), { is: 'instead', entries: forEach(notice(caseId, 2), ['a', 'b']) });
    // The other channel goes on; the first one's later event waits for the earlier.
    const other = await only();
    expect(other.to).toEqual({ kind: 'channel', tenantId, id: 'b' });
    await it.store.outbox.settle(first, { is: 'done' });
    const second = await only();
    expect(keysOf(second)).toEqual([`${caseId}:2:channels:chat:a`]);
    for (const job of [other, second]) await it.store.outbox.settle(job, { is: 'done' });
  });

  test('F-20 a job that has to wait for its turn has not been tried', async () => {
    await queue(...forEach(notice(randomUUID(), 1), ['a']));
    const job = await only();
    await it.store.outbox.settle(job, { is: 'paced', afterMs: 0 });
    expect(await only()).toMatchObject({ attempt: 1, maybeSent: 0 });
  });
});
