import { type Kysely, sql } from 'kysely';
import type { OutboxEntry } from '../app/ports.ts';
import type { ChannelKind } from '../domain/notice/channels.ts';
import type { Letter } from '../domain/notice/letter.ts';
import type { Database } from './schema.ts';
import type { Tx } from './transaction.ts';

/** Notices as the table has them, JSON as JSON. */
export const noticeRecords = (tenantId: string, entries: readonly OutboxEntry[]) =>
  entries.map(({ key, caseId, seq, to, how, channel }) => ({
    tenant_id: tenantId,
    key,
    case_id: caseId,
    seq,
    recipient: to,
    how,
    channel,
  }));

/** G-12: committed with the change they tell of. A key that is there already is the same notice. */
export async function enqueue(tx: Tx, tenantId: string, entries: readonly OutboxEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const records = noticeRecords(tenantId, entries);
  const delayed = entries.some(({ notBefore }) => notBefore !== undefined);
  await tx
    .insertInto('outbox')
    .values(
      records.map(({ recipient, ...rest }, i) => ({
        ...rest,
        recipient: JSON.stringify(recipient),
        ...(delayed && { run_at: sql<string>`coalesce(${entries[i]?.notBefore ?? null}::timestamptz, clock_timestamp())` }),
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doNothing())
    .execute();
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
