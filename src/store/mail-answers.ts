import { type Kysely, sql } from 'kysely';
import type { MailAnswerChanges } from '../app/ports.ts';
import type { Database } from './schema.ts';
import type { Tx } from './transaction.ts';

export const mailAnswerChanges = (tx: Tx, tenantId: string, now: string): MailAnswerChanges => ({
  async count(mailboxDigest, perHour) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`mail answers ${tenantId}`}, 0))`.execute(tx);
    await tx
      .deleteFrom('mail_answers')
      .where('tenant_id', '=', tenantId)
      .where('at', '<=', sql<Date>`${now}::timestamptz - interval '1 day'`)
      .execute();
    const { had, lately } = await tx
      .selectFrom('mail_answers')
      .select([
        sql<boolean>`coalesce(bool_or(mailbox_digest = ${mailboxDigest}), false)`.as('had'),
        sql<number>`(count(*) filter (where at > ${now}::timestamptz - interval '1 hour'))::int`.as('lately'),
      ])
      .where('tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow();
    if (had || lately >= perHour) return false;
    await tx.insertInto('mail_answers').values({ tenant_id: tenantId, mailbox_digest: mailboxDigest, at: now }).execute();
    return true;
  },
});

/** Forgets who was answered more than a day ago. */
export async function sweepMailAnswers(db: Kysely<Database>): Promise<void> {
  await db.deleteFrom('mail_answers').where(sql<boolean>`at <= now() - interval '1 day'`).execute();
}
