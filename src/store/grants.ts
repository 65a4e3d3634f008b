import { CompiledQuery, type Kysely, type Selectable, sql } from 'kysely';
import type { Grant, GrantChanges, Grants, Profile } from '../app/ports.ts';
import { type ClosingRule, unnarrowed } from '../domain/access/closing-rule.ts';
import type { GrantableRole } from '../domain/access/granted-roles.ts';
import type { Database } from './schema.ts';
import { once, reading, type Tx } from './transaction.ts';

const most = 500;

interface Standing {
  profile: Profile | null;
  roles: readonly GrantableRole[];
  closing: ClosingRule | null;
}

const standing = `select
  (select profile from profiles where tenant_id = $1 and person_id = $2) as profile,
  array(select role from grants where tenant_id = $1 and person_id = $2) as roles,
  (select value from rules where tenant_id = $1 and rule = 'closing') as closing`;

export const grantsOf = (db: Kysely<Database>): Grants => ({
  list: (tenantId) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const records = await tx
        .selectFrom('grants')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .orderBy('person_name')
        .orderBy('person_id')
        .limit(most)
        .execute();
      return records.map(toGrant);
    }),
  standing: (tenantId, personId) =>
    once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const { rows } = await tx.executeQuery<Standing>(CompiledQuery.raw(standing, [tenantId, personId]));
      const { profile, roles, closing } = rows[0] ?? { profile: null, roles: [], closing: null };
      return { profile: profile ?? undefined, roles, closing: closing ?? unnarrowed };
    }),
});

export const grantChanges = (tx: Tx, tenantId: string, now: string): GrantChanges => ({
  count: async () => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`grants ${tenantId}`}, 0))`.execute(tx);
    const { grants } = await tx
      .selectFrom('grants')
      .select(sql<number>`count(*)::int`.as('grants'))
      .where('tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow();
    return grants;
  },
  insert: async ({ person, role, by }) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('grants')
      .values({
        tenant_id: tenantId,
        person_id: person.id,
        role,
        person_name: person.name,
        person_email: person.email,
        granted_by: by.id,
        granted_by_name: by.name,
        granted_at: now,
      })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id', 'role']).doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },
  remove: async (personId, role) => {
    const record = await tx
      .deleteFrom('grants')
      .where('tenant_id', '=', tenantId)
      .where('person_id', '=', personId)
      .where('role', '=', role)
      .returningAll()
      .executeTakeFirst();
    return record && toGrant(record);
  },
});

const toGrant = (record: Selectable<Database['grants']>): Grant => ({
  person: { id: record.person_id, name: record.person_name, email: record.person_email },
  role: record.role as GrantableRole,
  by: { id: record.granted_by, name: record.granted_by_name },
  at: record.granted_at.toISOString(),
});
