import { type Kysely, type Selectable, sql } from 'kysely';
import type { Machine, MachineChanges, Machines } from '../app/ports.ts';
import type { MachineScope } from '../domain/access/machine.ts';
import { isId } from './ids.ts';
import type { Database } from './schema.ts';
import { reading, type Tx, within } from './transaction.ts';

const most = 100;

export const machinesOf = (db: Kysely<Database>): Machines => ({
  list: (tenantId) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const records = await tx
        .selectFrom('machines')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        // Those that open something are all shown, however many came and went after them.
        .orderBy(sql`revoked_at is not null or expires_at <= now()`)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(most)
        .execute();
      return records.map(machineOf);
    }),
  find: (tenantId, id) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const record = await tx.selectFrom('machines').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst();
      return record && machineOf(record);
    }),
  used: async (tenantId, id) => {
    await within(db, { kind: 'tenant', tenantId }, (tx, now) =>
      tx.updateTable('machines').set({ last_used_at: now }).where('tenant_id', '=', tenantId).where('id', '=', id).execute(),
    );
  },
});

export const machineChanges = (tx: Tx, tenantId: string, now: string): MachineChanges => ({
  lock: async (id) => {
    if (!isId(id)) return undefined;
    const record = await tx
      .selectFrom('machines')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    return record && machineOf(record);
  },
  save: async ({ id, name, scopes, secretDigest, oldSecret, createdBy, createdAt, expiresAt, revokedAt }) => {
    const changing = {
      ...{ secret_digest: secretDigest, old_digest: oldSecret?.digest ?? null, old_until: oldSecret?.until ?? null },
      ...{ expires_at: expiresAt, revoked_at: revokedAt },
    };
    const made = { created_by: createdBy.id, created_by_name: createdBy.name, created_at: createdAt, last_used_at: null };
    await tx
      .insertInto('machines')
      .values({ tenant_id: tenantId, id, name, scopes: JSON.stringify(scopes), ...made, ...changing })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(changing))
      .execute();
  },
  countLiving: async () => {
    await sql`select pg_advisory_xact_lock(hashtextextended('machines ' || ${tenantId}, 0))`.execute(tx);
    const { living } = await tx
      .selectFrom('machines')
      .select(sql<number>`count(*)::int`.as('living'))
      .where('tenant_id', '=', tenantId)
      .where('revoked_at', 'is', null)
      .where(sql<boolean>`expires_at > ${now}::timestamptz`)
      .executeTakeFirstOrThrow();
    return living;
  },
});

const machineOf = (record: Selectable<Database['machines']>): Machine => ({
  tenantId: record.tenant_id,
  id: record.id,
  name: record.name,
  scopes: record.scopes as readonly MachineScope[],
  secretDigest: record.secret_digest,
  oldSecret: record.old_digest !== null && record.old_until ? { digest: record.old_digest, until: record.old_until.toISOString() } : null,
  createdBy: { id: record.created_by, name: record.created_by_name },
  createdAt: record.created_at.toISOString(),
  expiresAt: record.expires_at.toISOString(),
  lastUsedAt: record.last_used_at?.toISOString() ?? null,
  revokedAt: record.revoked_at?.toISOString() ?? null,
});
