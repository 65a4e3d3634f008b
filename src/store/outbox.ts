import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { OutboxEntry } from '../app/ports.ts';
import type { ChannelKind } from '../domain/notice/channels.ts';
import type { Letter } from '../domain/notice/letter.ts';
import { prepared } from './prepared.ts';
import type { Database } from './schema.ts';
import type { Tx } from './transaction.ts';

/** A notice as the table has it, JSON as JSON. */
export const noticeRecord = (tenantId: string, { key, caseId, seq, to, how, channel, notBefore }: OutboxEntry) => ({
  tenant_id: tenantId,
  key,
  case_id: caseId,
  seq,
  recipient: to,
  how,
  channel,
  run_at: notBefore ?? null,
});

export const noticeRecords = (tenantId: string, entries: readonly OutboxEntry[]): string =>
  JSON.stringify(entries.map((entry) => noticeRecord(tenantId, entry)));

/**
 * Queues notices. A key that is there already is the same notice.
 *
 * @param records the parameter with a JSON array of them
 * @param condition of `notice`, one of them; `instead_of` is the row in whose place it is queued
 * @returns a statement that answers with the channel of each that was queued
 */
export const queuing = (records: string, condition: string): string => `
  insert into outbox (tenant_id, key, case_id, seq, recipient, how, channel, run_at)
  select tenant_id, key, case_id, seq, recipient, how, channel, coalesce(run_at, now())
  from json_to_recordset(${records}::json) as notice (
    tenant_id uuid, key text, case_id uuid, seq int, recipient jsonb, how text, channel text, run_at timestamptz, instead_of bigint
  ) where ${condition} on conflict (tenant_id, key) do nothing returning channel`;

/** Of a case's own tenant. Most have no webhooks, so that nobody needs to look for them later. */
export const isHeard = "(channel <> 'webhook' or exists (select from webhooks where webhooks.tenant_id = notice.tenant_id))";

const queued = prepared(queuing('$1', 'true'));

/** G-12: committed with the change they tell of. */
export async function enqueue(tx: Tx, tenantId: string, entries: readonly OutboxEntry[]): Promise<void> {
  if (entries.length > 0) await tx.executeQuery(CompiledQuery.raw(queued, [noticeRecords(tenantId, entries)]));
}

/** What is told outside of any case, committed with what caused it. */
export async function post(tx: Tx, tenantId: string, { key, address, ...letter }: Letter): Promise<void> {
  const recipient = JSON.stringify({ kind: 'email', address });
  await tx
    .insertInto('outbox')
    .values({
      tenant_id: tenantId,
      key,
      case_id: null,
      seq: null,
      recipient,
      how: 'letter',
      channel: 'email' satisfies ChannelKind,
      letter: JSON.stringify(letter),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doNothing())
    .execute();
}

/** Removes what was given up ninety days ago and nobody has dealt with. */
export async function sweepOutbox(db: Kysely<Database>): Promise<void> {
  await db.deleteFrom('outbox').where(sql<boolean>`dead_at < now() - interval '90 days'`).execute();
}
