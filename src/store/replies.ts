import { type Kysely, type Selectable, sql } from 'kysely';
import type { Replies, ReplyChanges } from '../app/ports.ts';
import type { DeskId } from '../domain/catalogue/desk.ts';
import { limits } from '../domain/catalogue/field.ts';
import type { Locale } from '../domain/i18n/locale.ts';
import type { SavedReply } from '../domain/reply/saved-reply.ts';
import { isId } from './ids.ts';
import type { Database } from './schema.ts';
import { once, reading, type Tx } from './transaction.ts';

export const repliesOf = (db: Kysely<Database>): Replies => ({
  list: (tenantId, desks) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      if (desks.length === 0) return [];
      const records = await ofTenant(tx, tenantId)
        .where('desk', 'in', desks)
        .orderBy('title')
        .orderBy('id')
        .limit(limits.replies * desks.length)
        .execute();
      return records.map(replyOf);
    }),
  find: async (tenantId, id) => {
    if (!isId(id)) return undefined;
    return once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const record = await ofTenant(tx, tenantId).where('id', '=', id).executeTakeFirst();
      return record && replyOf(record);
    });
  },
});

export const replyChanges = (tx: Tx, tenantId: string, now: string): ReplyChanges => ({
  lock: async (id) => {
    if (!isId(id)) return undefined;
    const record = await ofTenant(tx, tenantId).where('id', '=', id).forUpdate().executeTakeFirst();
    return record && replyOf(record);
  },
  count: async (desk) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('replies ' || ${tenantId} || ${desk}::text, 0))`.execute(tx);
    const { count } = await tx
      .selectFrom('saved_replies')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('tenant_id', '=', tenantId)
      .where('desk', '=', desk)
      .executeTakeFirstOrThrow();
    return count;
  },
  save: async ({ id, desk, locale, title, text, version }, by) => {
    const set = { desk, locale, title, text, version, changed_by: by, changed_at: now };
    await tx
      .insertInto('saved_replies')
      .values({ tenant_id: tenantId, id, ...set })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(set))
      .execute();
  },
  remove: async (id) => {
    await tx.deleteFrom('saved_replies').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
  },
});

const ofTenant = (tx: Tx, tenantId: string) => tx.selectFrom('saved_replies').selectAll().where('tenant_id', '=', tenantId);

const replyOf = (record: Selectable<Database['saved_replies']>): SavedReply => ({
  id: record.id,
  desk: record.desk as DeskId,
  locale: record.locale as Locale,
  title: record.title,
  text: record.text,
  version: record.version,
  changedAt: record.changed_at.toISOString(),
});
