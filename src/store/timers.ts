import { type Kysely, sql } from 'kysely';
import type { DueTimer, TimerChanges, Timers } from '../app/ports.ts';
import type { Timer } from '../domain/sla/timers.ts';
import type { Database } from './schema.ts';
import { type Tx, within } from './transaction.ts';

/** F-25: what is due is told by the database's clock. A lease is a time of its own, so that what a timer was set to stays. */
export const timersOf = (db: Kysely<Database>): Timers => ({
  claim: (most, leaseMs) =>
    within(db, { kind: 'outbox' }, async (tx) => {
      const { rows } = await sql<{ tenant_id: string; case_id: string; kind: DueTimer['kind'] }>`
        update timers set held_until = clock_timestamp() + ${leaseMs} * interval '1 ms'
        where (tenant_id, case_id, kind) in (
          select tenant_id, case_id, kind from timers
          where run_at <= clock_timestamp() and (held_until is null or held_until <= clock_timestamp())
          order by run_at limit ${most} for update skip locked
        )
        returning tenant_id, case_id, kind`.execute(tx);
      return rows.map((row) => ({ tenantId: row.tenant_id, caseId: row.case_id, kind: row.kind }));
    }),
});

/** Timers as the table has them. */
export const timerRecords = (tenantId: string, caseId: string, timers: readonly Timer[]) =>
  timers.map(({ kind, at }) => ({ tenant_id: tenantId, case_id: caseId, kind, run_at: at }));

export const timerChanges = (tx: Tx, tenantId: string): TimerChanges => ({
  set: async (caseId, timers) => {
    if (timers.length === 0) return;
    await tx
      .insertInto('timers')
      .values(timerRecords(tenantId, caseId, timers))
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'case_id', 'kind']).doUpdateSet((of) => ({ run_at: of.ref('excluded.run_at'), held_until: null })),
      )
      .execute();
  },
  at: async (caseId, kind) => {
    const record = await tx
      .selectFrom('timers')
      .select('run_at')
      .where('tenant_id', '=', tenantId)
      .where('case_id', '=', caseId)
      .where('kind', '=', kind)
      .executeTakeFirst();
    return record?.run_at.toISOString() ?? null;
  },
  take: async (caseId, kind) => {
    const { numDeletedRows } = await tx
      .deleteFrom('timers')
      .where('tenant_id', '=', tenantId)
      .where('case_id', '=', caseId)
      .where('kind', '=', kind)
      .where(sql<boolean>`run_at <= clock_timestamp()`)
      .executeTakeFirst();
    return numDeletedRows === 1n;
  },
});
