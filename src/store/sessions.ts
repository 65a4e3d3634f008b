import { type Kysely, sql } from 'kysely';
import type { Session, Sessions } from '../app/ports.ts';
import type { Database } from './schema.ts';
import { reading, within } from './transaction.ts';

/** A session that nobody used for so long, or that began so long ago, is over. */
const alive = sql<boolean>`seen_at > now() - interval '8 hours' and begun_at > now() - interval '24 hours'`;

export const sessionsOf = (db: Kysely<Database>): Sessions => ({
  async begin({ tenantId, personId, guest }, keyDigest) {
    await within(db, { kind: 'tenant', tenantId }, (tx) =>
      tx.insertInto('sessions').values({ tenant_id: tenantId, key_digest: keyDigest, person_id: personId, guest }).execute(),
    );
  },
  async find(tenantId, keyDigest) {
    const record = await reading(db, { kind: 'tenant', tenantId }, (tx) =>
      tx
        .selectFrom('sessions')
        .select(['tenant_id', 'person_id', 'guest', sql<boolean>`seen_at < now() - interval '1 minute'`.as('rests')])
        .where('tenant_id', '=', tenantId)
        .where('key_digest', '=', keyDigest)
        .where(alive)
        .executeTakeFirst(),
    );
    // Not at every request: a page asks for several things at once.
    if (record?.rests) await renew(db, tenantId, keyDigest);
    return record && sessionOf(record);
  },
  async end(tenantId, keyDigest) {
    const record = await within(db, { kind: 'tenant', tenantId }, (tx) =>
      tx
        .deleteFrom('sessions')
        .where('tenant_id', '=', tenantId)
        .where('key_digest', '=', keyDigest)
        .returning(['tenant_id', 'person_id', 'guest'])
        .executeTakeFirst(),
    );
    return record && sessionOf(record);
  },
});

async function renew(db: Kysely<Database>, tenantId: string, keyDigest: string): Promise<void> {
  await within(db, { kind: 'tenant', tenantId }, (tx, now) =>
    tx
      .updateTable('sessions')
      .set({ seen_at: now })
      .where('tenant_id', '=', tenantId)
      .where('key_digest', '=', keyDigest)
      .where(alive)
      .execute(),
  );
}

/** Removes those that are over, of every tenant. */
export async function sweepSessions(db: Kysely<Database>): Promise<void> {
  await db.deleteFrom('sessions').where(sql<boolean>`not (${alive})`).execute();
}

const sessionOf = (record: { tenant_id: string; person_id: string; guest: boolean }): Session => ({
  tenantId: record.tenant_id,
  personId: record.person_id,
  guest: record.guest,
});
