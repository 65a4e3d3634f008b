import { type Selectable, sql } from 'kysely';
import type { Confirmation, ConfirmationChanges } from '../app/ports.ts';
import { mailboxOf } from '../domain/notice/mailbox.ts';
import type { Database } from './schema.ts';
import type { Tx } from './transaction.ts';

/** Far beyond what anybody is let send in the time that is asked about. */
const most = 100;

/** The code that waits to be typed, newer codes having taken the place of older ones. */
export async function waitingConfirmation(tx: Tx, tenantId: string, personId: string): Promise<Confirmation | undefined> {
  const record = await tx
    .selectFrom('confirmations')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return record && confirmationOf(record);
}

export const confirmationChanges = (tx: Tx, tenantId: string, now: string): ConfirmationChanges => ({
  waiting: (personId) => waitingConfirmation(tx, tenantId, personId),
  async sentSince(since, { personId, address }) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`confirmations ${tenantId}`}, 0))`.execute(tx);
    const sent = (column: 'person_id' | 'mailbox', value: string) =>
      tx
        .selectFrom('confirmations')
        .select('sent_at')
        .where('tenant_id', '=', tenantId)
        .where(column, '=', value)
        .where('sent_at', '>', sql<Date>`${since}::timestamptz`)
        .orderBy('sent_at')
        .limit(most)
        .execute();
    const instants = (rows: readonly { sent_at: Date }[]) => rows.map(({ sent_at }) => sent_at.toISOString());
    return {
      person: instants(await sent('person_id', personId)),
      mailbox: instants(await sent('mailbox', mailboxOf(address))),
    };
  },
  async add({ id, personId, address, salt, digest, sentAt, expiresAt }) {
    await end(tx, tenantId, personId, now);
    await tx
      .deleteFrom('confirmations')
      .where('tenant_id', '=', tenantId)
      .where('ended_at', 'is not', null)
      .where('sent_at', '<', sql<Date>`${now}::timestamptz - interval '1 day'`)
      .execute();
    await tx
      .insertInto('confirmations')
      .values({
        tenant_id: tenantId,
        id,
        person_id: personId,
        address,
        mailbox: mailboxOf(address),
        salt,
        digest,
        sent_at: sentAt,
        expires_at: expiresAt,
      })
      .execute();
  },
  async countTry(id) {
    await tx.updateTable('confirmations').set({ tries: sql`tries + 1` }).where('tenant_id', '=', tenantId).where('id', '=', id).execute();
  },
  end: (personId) => end(tx, tenantId, personId, now),
});

async function end(tx: Tx, tenantId: string, personId: string, now: string): Promise<void> {
  await tx
    .updateTable('confirmations')
    .set({ ended_at: now })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
}

const confirmationOf = (record: Selectable<Database['confirmations']>): Confirmation => ({
  id: record.id,
  personId: record.person_id,
  address: record.address,
  salt: record.salt,
  digest: record.digest,
  sentAt: record.sent_at.toISOString(),
  expiresAt: record.expires_at.toISOString(),
  tries: record.tries,
});
