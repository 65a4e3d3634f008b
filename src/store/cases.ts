import { type Kysely, sql } from 'kysely';
import type { Scope, Store } from '../app/ports.ts';
import type { Case } from '../domain/case/case.ts';
import { listCases } from './case-list.ts';
import { type CaseRecord, caseColumns, toCase } from './case-record.ts';
import { eventsAt, timeline } from './events.ts';
import { isId } from './ids.ts';
import type { Database } from './schema.ts';
import { inScope } from './scope.ts';
import { once, reading, type Tx } from './transaction.ts';

export const casesOf = (db: Kysely<Database>): Store['cases'] => ({
  list: (scope, query) => listCases(db, scope, query),
  find: (scope, ref) => find(db, scope, ref),
  timeline: (scope, caseId, page) => timeline(db, scope, caseId, page),
  eventsAt: (scope, caseId, which) => eventsAt(db, scope, caseId, which),
  countImproper: (tenantId, since) =>
    once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const { rows } = await sql<{ found: number }>`select improper_escalations(${since}::timestamptz) as found`.execute(tx);
      return rows[0]?.found ?? 0;
    }),
  countMine: (scope, personId) =>
    reading(db, scope, async (tx) => {
      const { open, waiting } = await tx
        .selectFrom('cases')
        .select([
          sql<number>`count(*)::int`.as('open'),
          sql<number>`count(*) filter (where status = 'waitingOnRequester')::int`.as('waiting'),
        ])
        .where(inScope(scope))
        .where('requester', '=', personId)
        .where(sql<boolean>`is_open`)
        .executeTakeFirstOrThrow();
      return { open, waiting };
    }),
});

async function find(
  db: Kysely<Database>,
  scope: Scope,
  ref: { readonly id: string } | { readonly number: string },
): Promise<Case | undefined> {
  if ('id' in ref && !isId(ref.id)) return undefined;
  const named = 'id' in ref ? sql`id = ${ref.id}` : sql`number = ${ref.number}`;
  return once(db, scope, 'read only', async (tx) => {
    const { rows } = await sql<CaseRecord>`select ${everything} from cases where ${named} and ${inScope(scope)}`.execute(tx);
    return rows[0] && toCase(rows[0]);
  });
}

/** Written once: naming so many columns one by one is most of what making a small question costs. */
const everything = sql.raw(caseColumns.join(', '));

export async function lockCase(tx: Tx, tenantId: string, id: string): Promise<Case | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<CaseRecord>`select ${everything} from cases where tenant_id = ${tenantId} and id = ${id} for update`.execute(
    tx,
  );
  return rows[0] && toCase(rows[0]);
}
