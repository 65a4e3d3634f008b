import { type Kysely, type Selectable, sql } from 'kysely';
import type { ContactChanges, Store } from '../app/ports.ts';
import { localeOf } from '../domain/i18n/index.ts';
import type { ContactConsent } from '../domain/notice/contact.ts';
import { mailboxOf } from '../domain/notice/mailbox.ts';
import { recipientName } from './mail-recipients.ts';
import type { Database } from './schema.ts';
import { reading, type Tx } from './transaction.ts';

/** A tenant that nobody has: whoever asks as this one sees no table's rows. */
const nobody = '00000000-0000-0000-0000-000000000000';

export const contactsOf = (db: Kysely<Database>): Store['contacts'] => ({
  find: (tenantId, addresses) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      if (addresses.length === 0) return [];
      const records = await tx
        .selectFrom('contact_consents')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('address', 'in', addresses.map(lower))
        .execute();
      return records.map(consentOf);
    }),
  stopped: (tenantId, addresses) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      if (addresses.length === 0) return [];
      const records = await tx
        .selectFrom('mail_recipients')
        .select('recipient')
        .where('tenant_id', '=', tenantId)
        .where(
          'recipient',
          'in',
          addresses.map((address) => recipientName({ kind: 'email', address })),
        )
        .where('stopped_at', 'is not', null)
        .execute();
      return records.map(({ recipient }) => recipient.replace('email:', ''));
    }),
  byToken: (tokenDigest) =>
    reading(db, { kind: 'tenant', tenantId: nobody }, async (tx) => {
      const { rows } = await sql<{ tenant_id: string; address: string; locale: string; token_expires_at: Date }>`
        select * from find_asked_contact(${tokenDigest})`.execute(tx);
      const [record] = rows;
      return (
        record && {
          tenantId: record.tenant_id,
          address: record.address,
          locale: localeOf(record.locale),
          tokenExpiresAt: record.token_expires_at.toISOString(),
        }
      );
    }),
});

export const contactChanges = (tx: Tx, tenantId: string, now: string): ContactChanges => ({
  async begin(personId, addresses) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`contacts ${tenantId}`}, 0))`.execute(tx);
    const records = await tx
      .selectFrom('contact_consents')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('mailbox', 'in', addresses.map(mailboxOf))
      .execute();
    const { tenantLastHour, personLastDay } = await tx
      .selectFrom('contact_consents')
      .select([
        sql<number>`count(*) filter (where asked_at > ${now}::timestamptz - interval '1 hour')::int`.as('tenantLastHour'),
        sql<number>`count(*) filter (where asked_by = ${personId})::int`.as('personLastDay'),
      ])
      .where('tenant_id', '=', tenantId)
      .where('asked_at', '>', sql<Date>`${now}::timestamptz - interval '1 day'`)
      .executeTakeFirstOrThrow();
    return { known: records.map(consentOf), tenantLastHour, personLastDay };
  },
  async ask(questions) {
    for (const { address, locale, askedBy, tokenDigest, tokenExpiresAt } of questions) {
      const asked = { locale, asked_by: askedBy, asked_at: now, token_digest: tokenDigest, token_expires_at: tokenExpiresAt };
      await tx
        .insertInto('contact_consents')
        .values({ tenant_id: tenantId, address: lower(address), mailbox: mailboxOf(address), ...asked })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'address']).doUpdateSet(asked))
        .execute();
    }
  },
  async lockAsked(tokenDigest) {
    const record = await tx
      .selectFrom('contact_consents')
      .select(['address', 'token_expires_at'])
      .where('tenant_id', '=', tenantId)
      .where('token_digest', '=', tokenDigest)
      .forUpdate()
      .executeTakeFirst();
    return record && { address: record.address, tokenExpiresAt: record.token_expires_at.toISOString() };
  },
  async answer(address, answer) {
    await tx
      .updateTable('contact_consents')
      .set({ token_digest: null, agreed_at: answer === 'agrees' ? now : null, refused_at: answer === 'refuses' ? now : null })
      .where('tenant_id', '=', tenantId)
      .where('address', '=', lower(address))
      .execute();
  },
});

const lower = (address: string): string => address.toLowerCase();

const consentOf = (record: Selectable<Database['contact_consents']>): ContactConsent => ({
  address: record.address,
  askedAt: record.asked_at.toISOString(),
  agreedAt: record.agreed_at?.toISOString() ?? null,
  refusedAt: record.refused_at?.toISOString() ?? null,
});
