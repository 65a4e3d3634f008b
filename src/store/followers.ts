import type { Kysely } from 'kysely';
import type { FollowerChanges, Followers } from '../app/ports.ts';
import { limits } from '../domain/catalogue/field.ts';
import type { Database } from './schema.ts';
import { once, type Tx } from './transaction.ts';

export const followersOf = (db: Kysely<Database>): Followers => ({
  has: (tenantId, caseId, personId) =>
    once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const found = await of(tx, tenantId, caseId).where('person_id', '=', personId).executeTakeFirst();
      return found !== undefined;
    }),
  of: (tenantId, caseId) => once(db, { kind: 'tenant', tenantId }, 'read only', (tx) => idsOf(tx, tenantId, caseId)),
});

export const followersAsked = (tx: Tx, tenantId: string): Pick<FollowerChanges, 'of'> => ({ of: (caseId) => idsOf(tx, tenantId, caseId) });

export const followerChanges = (tx: Tx, tenantId: string, now: string): FollowerChanges => ({
  ...followersAsked(tx, tenantId),
  add: async (caseId, personId) => {
    const there = await idsOf(tx, tenantId, caseId);
    if (there.includes(personId)) return undefined;
    if (there.length >= limits.followers) return 'full';
    await tx.insertInto('followers').values({ tenant_id: tenantId, case_id: caseId, person_id: personId, since: now }).execute();
    return undefined;
  },
  remove: async (caseId, personId) => {
    await tx
      .deleteFrom('followers')
      .where('tenant_id', '=', tenantId)
      .where('case_id', '=', caseId)
      .where('person_id', '=', personId)
      .execute();
  },
});

const of = (tx: Tx, tenantId: string, caseId: string) =>
  tx.selectFrom('followers').select('person_id').where('tenant_id', '=', tenantId).where('case_id', '=', caseId);

async function idsOf(tx: Tx, tenantId: string, caseId: string): Promise<readonly string[]> {
  const records = await of(tx, tenantId, caseId).orderBy('since').orderBy('person_id').limit(limits.followers).execute();
  return records.map(({ person_id: id }) => id);
}
