import { type Kysely, type Selectable, sql } from 'kysely';
import { InputFault } from '../app/faults.ts';
import type { RegisterTransaction, Tenant, Tenants } from '../app/ports.ts';
import type { TenantKind, TenantState } from '../domain/access/tenant.ts';
import { appendAudit } from './audit.ts';
import { isId } from './ids.ts';
import { pageSize } from './page-size.ts';
import type { Database } from './schema.ts';
import { once, reading, type Tx, within } from './transaction.ts';

/** The register, where no audit trail is written. */
const register = { kind: 'register', tenantId: null } as const;

/** The register of tenants: the operator's, but for a tenant's own row. */
export const tenantsOf = (db: Kysely<Database>): Tenants => ({
  find: (id) =>
    once(db, { kind: 'tenant', tenantId: id }, 'read only', async (tx) => {
      const record = await tx.selectFrom('tenants').selectAll().where('id', '=', id).executeTakeFirst();
      return record && tenantOf(record);
    }),
  list: ({ state, kind, words, cursor, limit: asked }) => {
    const after = cursor === null ? undefined : readPlace(cursor);
    const limit = pageSize(asked);
    return reading(db, register, async (tx) => {
      let select = tx.selectFrom('tenants').selectAll();
      if (state !== null) select = select.where('state', '=', state);
      if (kind !== null) select = select.where('kind', '=', kind);
      if (words !== null) {
        const part = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
        select = select.where((is) => is.or([is('name', 'ilike', part), ...(isId(words) ? [is('id', '=', words)] : [])]));
      }
      if (after) select = select.where(sql<boolean>`(name, id) > (${after.name}, ${after.id}::uuid)`);
      const records = await select
        .orderBy('name')
        .orderBy('id')
        .limit(limit + 1)
        .execute();
      const shown = records.slice(0, limit).map(tenantOf);
      const counts = await casesOf(
        tx,
        shown.map(({ id }) => id),
      );
      const items = shown.map((tenant) => ({ ...tenant, cases: counts.get(tenant.id) ?? { open: 0, total: 0 } }));
      const last = items.at(-1);
      return { items, next: last && records.length > limit ? placeAfter(last) : null };
    });
  },
  change: (operatorTenantId, work) =>
    within(db, { kind: 'register', tenantId: operatorTenantId }, (tx, now) => work(changing(tx, operatorTenantId, now))),
  removeRows: (id, most) =>
    within(db, register, async (tx) => {
      const { rows } = await sql<{ removed: string; remaining: boolean }>`select * from remove_tenant_rows(${id}, ${most})`.execute(tx);
      return { removed: Number(rows[0]?.removed ?? 0), remaining: rows[0]?.remaining ?? false };
    }),
});

const changing = (tx: Tx, operatorTenantId: string, now: string): RegisterTransaction => ({
  now,
  lock: async (id) => {
    // The row may not be there yet, so it is the id that is locked.
    await sql`select pg_advisory_xact_lock(hashtextextended('tenant ' || ${id.toLowerCase()}, 0))`.execute(tx);
    const record = await tx.selectFrom('tenants').selectAll().where('id', '=', id).executeTakeFirst();
    return record && tenantOf(record);
  },
  save: async ({ id, kind, state, name, reason, registeredAt, exported }) => {
    const rest = {
      ...{ kind, state, name, reason, registered_at: registeredAt, changed_at: now },
      ...{ exported_at: exported?.at ?? null, exported_seq: exported?.auditSeq ?? null },
    };
    await tx
      .insertInto('tenants')
      .values({ id, ...rest })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
      .execute();
  },
  holdTrail: async (id) => {
    const { rows } = await sql<{ last: number }>`select hold_trail(${id}) as last`.execute(tx);
    return rows[0]?.last ?? 0;
  },
  appendAudit: (entry) => appendAudit(operatorTenantId, now, entry),
});

async function casesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly open: number; readonly total: number }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ tenant_id: string; open: string; total: string }>`
    select * from count_cases(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.tenant_id, { open: Number(row.open), total: Number(row.total) }]));
}

const tenantOf = (record: Selectable<Database['tenants']>): Tenant => ({
  id: record.id,
  kind: record.kind as TenantKind,
  state: record.state as TenantState,
  name: record.name,
  reason: record.reason,
  registeredAt: record.registered_at?.toISOString() ?? null,
  changedAt: record.changed_at.toISOString(),
  exported: record.exported_at && { at: record.exported_at.toISOString(), auditSeq: record.exported_seq ?? 0 },
});

interface Place {
  readonly name: string;
  readonly id: string;
}

const placeAfter = ({ name, id }: Place): string => Buffer.from(JSON.stringify([name, id])).toString('base64url');

/** @throws InputFault for a cursor that is none of ours */
function readPlace(cursor: string): Place {
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as readonly unknown[];
    if (typeof name === 'string' && typeof id === 'string' && isId(id)) return { name, id };
  } catch {}
  throw new InputFault('cursor');
}
