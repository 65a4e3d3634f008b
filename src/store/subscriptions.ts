import { type Kysely, type Selectable, sql } from 'kysely';
import type { PostShown, SubscriptionChanges, Subscriptions } from '../app/ports.ts';
import type { DeskId } from '../domain/catalogue/desk.ts';
import type { Locale } from '../domain/i18n/locale.ts';
import type { Subscription } from '../domain/notice/subscription.ts';
import { isId } from './ids.ts';
import type { Database } from './schema.ts';
import { once, reading, type Tx, within } from './transaction.ts';

const most = 200;

export const subscriptionsOf = (db: Kysely<Database>): Subscriptions => ({
  list: (tenantId) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const records = await tx
        .selectFrom('subscriptions')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .orderBy('name')
        .orderBy('id')
        .limit(most)
        .execute();
      return records.map(subscriptionOf);
    }),
  find: (tenantId, id) =>
    once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const record = await ofTenant(tx, tenantId).where('id', '=', id).executeTakeFirst();
      return record && subscriptionOf(record);
    }),
  ofChannel: (tenantId, channelId) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const records = await ofTenant(tx, tenantId).where('channel_id', '=', channelId).orderBy('desk').limit(most).execute();
      return records.map(subscriptionOf);
    }),
  forCase: (case_, operatorTenantId) =>
    once(db, { kind: 'outbox' }, 'read only', async (tx) => {
      const { rows } = await sql<Selectable<Database['subscriptions']>>`
        select * from channels_of_case(${case_.tenantId}::uuid, ${case_.id}::uuid, ${operatorTenantId}::uuid)`.execute(tx);
      return rows.map(subscriptionOf);
    }),
  stop: async (tenantId, id) => {
    await within(db, { kind: 'tenant', tenantId }, (tx, now) =>
      tx.updateTable('subscriptions').set({ stopped_at: now }).where('tenant_id', '=', tenantId).where('id', '=', id).execute(),
    );
  },
  resume: async (tenantId, teamId, serviceUrl) => {
    await within(db, { kind: 'tenant', tenantId }, (tx) =>
      tx
        .updateTable('subscriptions')
        .set({ stopped_at: null, service_url: serviceUrl })
        .where('tenant_id', '=', tenantId)
        .where('team_id', '=', teamId)
        .execute(),
    );
  },
  post: (tenantId, channelId, caseId) =>
    once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const record = await tx
        .selectFrom('posts')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('channel_id', '=', channelId)
        .where('case_id', '=', caseId)
        .executeTakeFirst();
      return record && { ...(record.shown as PostShown), caseId: record.case_id, activityId: record.activity_id };
    }),
  savePost: async (tenantId, channelId, caseTenantId, { caseId, activityId, ...shown }) => {
    const set = { activity_id: activityId, shown: JSON.stringify(shown) };
    await once(db, { kind: 'tenant', tenantId }, 'read write', (tx) =>
      tx
        .insertInto('posts')
        .values({ tenant_id: tenantId, channel_id: channelId, case_tenant_id: caseTenantId, case_id: caseId, ...set })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'channel_id', 'case_id']).doUpdateSet(set))
        .execute(),
    );
  },
});

export const subscriptionChanges = (tx: Tx, tenantId: string, now: string): SubscriptionChanges => ({
  lock: async (id) => {
    if (!isId(id)) return undefined;
    const record = await ofTenant(tx, tenantId).where('id', '=', id).forUpdate().executeTakeFirst();
    return record && subscriptionOf(record);
  },
  lockOf: async (channelId, desk) => {
    const record = await ofTenant(tx, tenantId).where('channel_id', '=', channelId).where('desk', '=', desk).forUpdate().executeTakeFirst();
    return record && subscriptionOf(record);
  },
  count: async () => {
    await sql`select pg_advisory_xact_lock(hashtextextended('subscriptions ' || ${tenantId}, 0))`.execute(tx);
    const { count } = await tx
      .selectFrom('subscriptions')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow();
    return count;
  },
  save: async ({ id, channelId, teamId, serviceUrl, name, shared, desk, customer, severities, events, locale, version }, by) => {
    const set = {
      ...{ team_id: teamId, service_url: serviceUrl, name, shared, customer_id: customer, locale, version, stopped_at: null },
      ...{ severities: JSON.stringify(severities), events: JSON.stringify(events), changed_by: by, changed_at: now },
    };
    await tx
      .insertInto('subscriptions')
      .values({ tenant_id: tenantId, id, channel_id: channelId, desk, ...set })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(set))
      .execute();
  },
  remove: async (id) => {
    await tx.deleteFrom('subscriptions').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
  },
});

const ofTenant = (tx: Tx, tenantId: string) => tx.selectFrom('subscriptions').selectAll().where('tenant_id', '=', tenantId);

const subscriptionOf = (record: Selectable<Database['subscriptions']>): Subscription => ({
  id: record.id,
  tenantId: record.tenant_id,
  channelId: record.channel_id,
  teamId: record.team_id,
  serviceUrl: record.service_url,
  name: record.name,
  shared: record.shared,
  desk: record.desk as DeskId,
  customer: record.customer_id,
  severities: record.severities as Subscription['severities'],
  events: record.events as Subscription['events'],
  locale: record.locale as Locale,
  version: record.version,
  stoppedAt: record.stopped_at?.toISOString() ?? null,
});
