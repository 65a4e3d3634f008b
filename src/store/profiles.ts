import { type Kysely, sql } from 'kysely';
import type { Profile, ProfileChanges, Store } from '../app/ports.ts';
import { waitingConfirmation } from './confirmations.ts';
import type { Database } from './schema.ts';
import { once, reading, type Tx } from './transaction.ts';

export const profilesOf = (db: Kysely<Database>): Store['profiles'] => ({
  find: (tenantId, personId) => once(db, { kind: 'tenant', tenantId }, 'read only', (tx) => findProfile(tx, tenantId, personId)),
  confirmation: (tenantId, personId) => reading(db, { kind: 'tenant', tenantId }, (tx) => waitingConfirmation(tx, tenantId, personId)),
});

export const profileChanges = (tx: Tx, tenantId: string, now: string): ProfileChanges => ({
  async lock(personId) {
    // There may be no row to lock yet. The next question has a snapshot of its own, so it sees what the one before left.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`profile ${tenantId} ${personId}`}, 0))`.execute(tx);
    return findProfile(tx, tenantId, personId);
  },
  async save(personId, profile) {
    const text = JSON.stringify(profile);
    await tx
      .insertInto('profiles')
      .values({ tenant_id: tenantId, person_id: personId, profile: text })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet({ profile: text, updated_at: now }))
      .execute();
  },
});

async function findProfile(tx: Tx, tenantId: string, personId: string): Promise<Profile | undefined> {
  const record = await tx
    .selectFrom('profiles')
    .select('profile')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return record?.profile as Profile | undefined;
}
