import { type Kysely, type Selectable, sql } from 'kysely';
import type { WebhookChanges, Webhooks } from '../app/ports.ts';
import type { DeliveryFault } from '../domain/notice/outcome.ts';
import type { StopReason, Webhook, WebhookEvent } from '../domain/notice/webhook.ts';
import { isId } from './ids.ts';
import type { Database } from './schema.ts';
import { once, type Tx, within } from './transaction.ts';

const most = 100;

export const webhooksOf = (db: Kysely<Database>): Webhooks => ({
  list: (tenantId) =>
    once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const records = await ofTenant(tx, tenantId).orderBy('created_at', 'desc').orderBy('id').limit(most).execute();
      return records.map(webhookOf);
    }),
  find: (tenantId, id) =>
    once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const record = await ofTenant(tx, tenantId).where('id', '=', id).executeTakeFirst();
      return record && webhookOf(record);
    }),
  secrets: (tenantId, id) =>
    once(db, { kind: 'outbox' }, 'read only', async (tx) => {
      const { rows } = await sql<{ secret: string }>`
        select secret from secrets_of_webhook(${tenantId}::uuid, ${id}::uuid) secret`.execute(tx);
      return rows.map(({ secret }) => secret);
    }),
  sent: async (tenantId, id) => {
    await within(db, { kind: 'tenant', tenantId }, (tx, now) =>
      tx
        .updateTable('webhooks')
        .set({ last_sent_at: now, failing_since: null, last_fault: null, rests_until: null })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute(),
    );
  },
  failed: (tenantId, id, fault, restMs) =>
    within(db, { kind: 'tenant', tenantId }, async (tx, now) => {
      await tx
        .updateTable('webhooks')
        .set({
          failing_since: sql<string>`coalesce(failing_since, ${now}::timestamptz)`,
          last_fault: JSON.stringify(fault),
          rests_until: sql<string>`greatest(rests_until, ${now}::timestamptz + ${restMs} * interval '1 ms')`,
        })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute();
      const record = await ofTenant(tx, tenantId).where('id', '=', id).executeTakeFirst();
      return record && webhookOf(record);
    }),
});

export const webhookChanges = (tx: Tx, tenantId: string, now: string): WebhookChanges => {
  const change = (id: string) => tx.updateTable('webhooks').where('tenant_id', '=', tenantId).where('id', '=', id);
  return {
    lock: async (id) => {
      if (!isId(id)) return undefined;
      const record = await ofTenant(tx, tenantId).where('id', '=', id).forUpdate().executeTakeFirst();
      return record && webhookOf(record);
    },
    count: async () => {
      await sql`select pg_advisory_xact_lock(hashtextextended('webhooks ' || ${tenantId}, 0))`.execute(tx);
      const { count } = await tx
        .selectFrom('webhooks')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('tenant_id', '=', tenantId)
        .executeTakeFirstOrThrow();
      return count;
    },
    save: async ({ id, url, description, events, version }, by) => {
      const set = { url, description, events: JSON.stringify(events), version, changed_by: by };
      await tx
        .insertInto('webhooks')
        .values({ tenant_id: tenantId, id, created_by: by, created_at: now, ...set })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(set))
        .execute();
    },
    addSecret: async (id, secret, othersUntil) => {
      const own = { tenant_id: tenantId, webhook_id: id };
      await tx
        .updateTable('webhook_secrets')
        .set({ expires_at: sql<string>`least(expires_at, ${othersUntil}::timestamptz)` })
        .where('tenant_id', '=', tenantId)
        .where('webhook_id', '=', id)
        .execute();
      await tx
        .deleteFrom('webhook_secrets')
        .where('tenant_id', '=', tenantId)
        .where('webhook_id', '=', id)
        .where(sql<boolean>`expires_at <= ${now}::timestamptz`)
        .execute();
      await tx
        .insertInto('webhook_secrets')
        .values({ ...own, secret })
        .execute();
    },
    stop: async (id, why) => void (await change(id).set({ stopped_at: now, stopped_why: why }).execute()),
    resume: async (id) => {
      const cleared = { stopped_at: null, stopped_why: null, failing_since: null, last_fault: null, rests_until: null };
      await change(id).set(cleared).execute();
    },
    remove: async (id) => {
      await tx.deleteFrom('webhooks').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
    },
  };
};

const ofTenant = (tx: Tx, tenantId: string) =>
  tx
    .selectFrom('webhooks')
    .selectAll()
    .select(
      sql<Date | null>`(
        select max(expires_at) from webhook_secrets
        where webhook_secrets.tenant_id = webhooks.tenant_id and webhook_id = webhooks.id and expires_at > clock_timestamp()
      )`.as('old_secret_until'),
    )
    .where('tenant_id', '=', tenantId);

const webhookOf = (record: Selectable<Database['webhooks']> & { readonly old_secret_until: Date | null }): Webhook => ({
  tenantId: record.tenant_id,
  id: record.id,
  url: record.url,
  description: record.description,
  events: record.events as readonly WebhookEvent[],
  version: record.version,
  createdBy: record.created_by,
  createdAt: record.created_at.toISOString(),
  changedBy: record.changed_by,
  lastSentAt: record.last_sent_at?.toISOString() ?? null,
  failingSince: record.failing_since?.toISOString() ?? null,
  lastFault: record.last_fault as DeliveryFault | null,
  restsUntil: record.rests_until?.toISOString() ?? null,
  stopped: record.stopped_at && { at: record.stopped_at.toISOString(), why: record.stopped_why as StopReason },
  oldSecretUntil: record.old_secret_until?.toISOString() ?? null,
});
