import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { storeOver } from '../../src/store/store.ts';
import { within } from '../../src/store/transaction.ts';
import { type Bare, bareEngines } from './bare.ts';

describe.each(bareEngines)('who follows what Microsoft announces, $name', ({ open }) => {
  let it: Bare;
  beforeAll(async () => {
    it = await open();
  });
  afterAll(() => it.close());
  const store = () => storeOver(it.db, async () => {});
  const follow = async (tenantId: string, personId: string, firstLookMs: number, announcementId = 'EX1') =>
    store().inTenant(tenantId, (tx) =>
      tx.announcements.follow({ personId, announcementId, title: 'Mail is late', toldThrough: '2026-11-20T08:00:00.123Z' }, firstLookMs),
    );

  test('CS-12 whoever follows is looked at when the time has come, by one process, of whichever organisation, and again later', async () => {
    const [contoso, fabrikam] = [randomUUID(), randomUUID()];
    await Promise.all([follow(contoso, 'ada', 0), follow(fabrikam, 'bo', 0), follow(contoso, 'cy', 60_000)]);
    const claimed = await Promise.all([store().announcements.claim(1, 60_000), store().announcements.claim(5, 60_000)]);
    expect(
      claimed
        .flat()
        .map(({ tenantId, personId }) => [tenantId, personId])
        .sort(),
    ).toEqual(
      [
        [contoso, 'ada'],
        [fabrikam, 'bo'],
      ].sort(),
    );
    expect(claimed.flat()[0]).toMatchObject({ announcementId: 'EX1', toldThrough: '2026-11-20T08:00:00.123Z' });
    expect(await store().announcements.claim(5, 60_000)).toEqual([]);
    await sql`update announcement_followers set look_at = now() where person_id = 'bo'`.execute(it.db);
    expect(await store().announcements.claim(5, 60_000)).toMatchObject([{ personId: 'bo' }]);
  });

  test('CS-12 following twice is following once, what was told stays told, and it ends', async () => {
    const tenantId = randomUUID();
    for (let twice = 0; twice < 2; twice += 1) await follow(tenantId, 'ada', 60_000);
    await follow(tenantId, 'ada', 60_000, 'TM2');
    await store().inTenant(tenantId, (tx) => tx.announcements.told('ada', 'EX1', '2026-11-20T09:00:00.000Z'));
    await follow(tenantId, 'ada', 60_000);
    const held = await store().inTenant(tenantId, (tx) => tx.announcements.lock('ada', 'EX1'));
    expect(held).toMatchObject({ toldThrough: '2026-11-20T09:00:00.000Z' });
    expect(await store().announcements.ofPerson(tenantId, 'ada')).toEqual(new Set(['EX1', 'TM2']));
    await store().inTenant(tenantId, (tx) => tx.announcements.unfollow('ada', 'EX1'));
    expect(await store().announcements.ofPerson(tenantId, 'ada')).toEqual(new Set(['TM2']));
    expect(await store().announcements.ofPerson(randomUUID(), 'ada')).toEqual(new Set());
  });

  test('F-28 the worker may look at who follows and when, and neither add nor remove anybody', async () => {
    const asWorker = (statement: ReturnType<typeof sql>) => within(it.db, { kind: 'outbox' }, (tx) => statement.execute(tx));
    await expect(asWorker(sql`delete from announcement_followers`)).rejects.toThrow(/permission denied/);
    await expect(asWorker(sql`select title from announcement_followers`)).rejects.toThrow(/permission denied/);
    await expect(
      asWorker(sql`insert into announcement_followers values (${randomUUID()}, 'a', 'b', 'c', null, now(), now())`),
    ).rejects.toThrow(/permission denied/);
  });
});
