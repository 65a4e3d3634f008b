import { type Kysely, type Selectable, sql } from 'kysely';
import type { AnnouncementChanges, AnnouncementFollower, DueFollower, FollowedAnnouncements } from '../app/ports.ts';
import type { Database } from './schema.ts';
import { reading, type Tx, within } from './transaction.ts';

const mostFollowed = 100;

type Row = Selectable<Database['announcement_followers']>;

/** What is due is told by the database's clock, as timers are. */
export const announcementsOf = (db: Kysely<Database>): FollowedAnnouncements => ({
  ofPerson: (tenantId, personId) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const records = await tx
        .selectFrom('announcement_followers')
        .select('announcement_id')
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .orderBy('followed_at', 'desc')
        .limit(mostFollowed)
        .execute();
      return new Set(records.map(({ announcement_id: id }) => id));
    }),
  claim: (most, againMs) =>
    within(db, { kind: 'outbox' }, async (tx) => {
      const { rows } = await sql<Omit<Row, 'title'>>`
        update announcement_followers set look_at = clock_timestamp() + ${againMs} * interval '1 ms'
        where (tenant_id, person_id, announcement_id) in (
          select tenant_id, person_id, announcement_id from announcement_followers
          where look_at <= clock_timestamp() order by look_at limit ${most} for update skip locked
        )
        returning tenant_id, person_id, announcement_id, told_through`.execute(tx);
      return rows.map(dueOf);
    }),
});

export const announcementChanges = (tx: Tx, tenantId: string, now: string): AnnouncementChanges => ({
  lock: async (personId, announcementId) => {
    const record = await tx
      .selectFrom('announcement_followers')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('person_id', '=', personId)
      .where('announcement_id', '=', announcementId)
      .forUpdate()
      .executeTakeFirst();
    return record && followerOf(record);
  },
  follow: async ({ personId, announcementId, title, toldThrough }, firstLookMs) => {
    const whose = { tenant_id: tenantId, person_id: personId, announcement_id: announcementId };
    const lookAt = new Date(Date.parse(now) + firstLookMs).toISOString();
    await tx
      .insertInto('announcement_followers')
      .values({ ...whose, title, told_through: toldThrough, followed_at: now, look_at: lookAt })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  told: async (personId, announcementId, through) => {
    await tx
      .updateTable('announcement_followers')
      .set({ told_through: through })
      .where('tenant_id', '=', tenantId)
      .where('person_id', '=', personId)
      .where('announcement_id', '=', announcementId)
      .execute();
  },
  unfollow: async (personId, announcementId) => {
    await tx
      .deleteFrom('announcement_followers')
      .where('tenant_id', '=', tenantId)
      .where('person_id', '=', personId)
      .where('announcement_id', '=', announcementId)
      .execute();
  },
});

const followerOf = (record: Row): AnnouncementFollower => ({ ...dueOf(record), title: record.title });

const dueOf = (record: Omit<Row, 'title'>): DueFollower => ({
  tenantId: record.tenant_id,
  personId: record.person_id,
  announcementId: record.announcement_id,
  toldThrough: record.told_through?.toISOString() ?? null,
});
