import { type Kysely, sql } from 'kysely';
import type { MailRecipient, MailRecipientChanges, MailRecipients } from '../app/ports.ts';
import { localeOf } from '../domain/i18n/index.ts';
import type { Database } from './schema.ts';
import { once, reading, type Tx } from './transaction.ts';

/** A tenant that nobody has: whoever asks as this one sees no table's rows. */
const nobody = '00000000-0000-0000-0000-000000000000';

export const mailRecipientsOf = (db: Kysely<Database>): MailRecipients => ({
  door: (tenantId, recipient, { token, locale }) =>
    once(db, { kind: 'tenant', tenantId }, 'read write', async (tx) => {
      // Nothing is written where nothing is new: mails to one person would wait for each other's commits.
      const { rows } = await sql<{ token: string; stopped_at: Date | null }>`
        with known as (
          select token, stopped_at from mail_recipients
          where tenant_id = ${tenantId} and recipient = ${recipientName(recipient)} and locale = ${locale}
        ), made as (
          insert into mail_recipients (tenant_id, recipient, token, locale)
          select ${tenantId}::uuid, ${recipientName(recipient)}, ${token}, ${locale} where not exists (select from known)
          on conflict (tenant_id, recipient) do update set locale = excluded.locale
          returning token, stopped_at
        )
        select * from known union all select * from made`.execute(tx);
      const [door] = rows;
      if (!door) throw new TypeError('a mail without a way out');
      return { token: door.token, stopped: door.stopped_at !== null };
    }),
  stopped: (tenantId, recipient) =>
    once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const record = await tx
        .selectFrom('mail_recipients')
        .select('stopped_at')
        .where('tenant_id', '=', tenantId)
        .where('recipient', '=', recipientName(recipient))
        .executeTakeFirst();
      return !!record?.stopped_at;
    }),
  byToken: (token) =>
    reading(db, { kind: 'tenant', tenantId: nobody }, async (tx) => {
      const { rows } = await sql<{ tenant_id: string; recipient: string; locale: string }>`
        select * from find_mail_recipient(${token})`.execute(tx);
      const [record] = rows;
      return record && { tenantId: record.tenant_id, recipient: recipientOf(record.recipient), locale: localeOf(record.locale) };
    }),
});

export const mailRecipientChanges = (tx: Tx, tenantId: string, now: string): MailRecipientChanges => ({
  stop: async (recipient, stopped) => {
    await tx
      .updateTable('mail_recipients')
      .set({ stopped_at: stopped ? now : null })
      .where('tenant_id', '=', tenantId)
      .where('recipient', '=', recipientName(recipient))
      .execute();
  },
});

export const recipientName = (recipient: MailRecipient): string =>
  recipient.kind === 'person' ? `person:${recipient.id}` : `email:${recipient.address.toLowerCase()}`;

function recipientOf(name: string): MailRecipient {
  const [kind, rest] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)];
  return kind === 'person' ? { kind, id: rest } : { kind: 'email', address: rest };
}
