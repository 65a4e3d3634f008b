import { type Kysely, sql } from 'kysely';
import type { EscalationsCount, PacksCount, Reports, RoomsCount, Scope } from '../app/ports.ts';
import { ageBounds, ages, type CaseCount } from '../domain/report/case-counts.ts';
import { inRoomScope, isUnhealthy } from './rooms.ts';
import type { Database } from './schema.ts';
import { inScope } from './scope.ts';
import { once } from './transaction.ts';

const mostPlaces = 100;

export const reportsOf = (db: Kysely<Database>): Reports => ({
  cases: (scope, span) =>
    once(db, scope, 'read only', async (tx) => {
      const { rows } = await caseCounts(scope, span).execute(tx);
      return rows.map(({ age, ...count }) => ({ ...count, age: age === null ? null : (ages[age] ?? 'older') }));
    }),
  rooms: (scope) =>
    once(db, scope, 'read only', async (tx) => {
      const site = scope.kind === 'tenant' ? sql`site` : sql`null::text`;
      const { rows } = await sql<RoomsCount>`
        select tenant_id as "tenantId", ${site} as site, count(*)::int as rooms, (count(*) filter (where ${isUnhealthy}))::int as unhealthy
        from rooms where ${inRoomScope(scope)} and taken_out_at is null
        group by tenant_id, 2 order by unhealthy desc, rooms desc, 2, tenant_id limit ${mostPlaces}`.execute(tx);
      return rows;
    }),
  packs: (scope, today) =>
    once(db, scope, 'read only', async (tx) => {
      const whose = scope.kind === 'tenant' ? sql`tenant_id = ${scope.tenantId}` : sql`desk = 'professionalSupport'`;
      const { rows } = await sql<PacksCount>`
        select tenant_id as "tenantId", count(*)::int as packs, sum(incidents)::int as incidents, sum(remaining)::int as left,
          to_char(min(last_day) filter (where remaining > 0), 'YYYY-MM-DD') as "lastDay"
        from packs where ${whose} and last_day >= ${today}::date
        group by tenant_id order by "left", "lastDay", tenant_id limit ${mostPlaces}`.execute(tx);
      return rows;
    }),
  escalations: (scope, from) =>
    once(db, scope, 'read only', async (tx) => {
      // A case that its organisation took over is still the partner's that was marked.
      const partner = sql`coalesce(improper_of, on_behalf_of)`;
      const { rows } = await sql<EscalationsCount>`
        select ${partner} as "tenantId", count(*)::int as cases, (count(*) filter (where improper_of is not null))::int as improper
        from cases where ${inScope(scope)} and desk = ${'cloudServices'} and updated_at >= ${from} and opened_at >= ${from} and ${partner} is not null
        group by 1 order by improper desc, cases desc, 1 limit ${mostPlaces}`.execute(tx);
      return rows;
    }),
  customers: (scope, { from, now }) =>
    once(db, scope, 'read only', async (tx) => {
      const unanswered = sql`is_open and first_response_at is null`;
      const due = sql`first_response_due_at`;
      const { rows } = await sql<Omit<Customer, 'updatedAt'> & { readonly updatedAt: Date }>`
        select tenant_id as id, (count(*) filter (where is_open))::int as open,
          (count(*) filter (where status = 'waitingOnRequester'))::int as waiting,
          (count(*) filter (where ${unanswered} and ${due} >= ${now} and ${due} < ${now}::timestamptz + interval '4 hours'))::int as "dueSoon",
          (count(*) filter (where ${unanswered} and ${due} < ${now}))::int as late,
          (count(*) filter (where is_open and severity = 'A'))::int as "severityA", max(updated_at) as "updatedAt"
        from cases where ${inScope(scope)} and on_behalf_of = ${scope.tenantId} and (is_open or updated_at >= ${from})
        group by tenant_id`.execute(tx);
      return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
    }),
});

type Customer = Awaited<ReturnType<Reports['customers']>>[number];

/** What was opened from then on also changed from then on: the lists' own indexes find it. */
function caseCounts(scope: Scope, { from, now }: { readonly from: string; readonly now: string }) {
  const facts = sql`desk, status, severity,
    case when first_response_due_at is null then 'none'
      when coalesce(first_response_at, (closed->>'at')::timestamptz, ${now}::timestamptz) > first_response_due_at then 'breached'
      when first_response_at is not null then 'met' when closed is null then 'running' else 'none' end as response,
    case when is_open then width_bucket(extract(epoch from ${now}::timestamptz - opened_at) / 86400, ${[...ageBounds]}::numeric[]) end as age,
    opened_at >= ${from} as recent`;
  return sql<Omit<CaseCount, 'age'> & { readonly age: number | null }>`
    select desk, status, severity, response, age, recent, count(*)::int as count
    from (
      select ${facts} from cases where is_open and ${inScope(scope)}
      union all
      select ${facts} from cases where not is_open and updated_at >= ${from} and opened_at >= ${from} and ${inScope(scope)}
    ) counted
    group by desk, status, severity, response, age, recent`;
}
