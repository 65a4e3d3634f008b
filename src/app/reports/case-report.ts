import { desksFor } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { DeskId } from '../../domain/catalogue/desk.ts';
import type { Refusal } from '../../domain/errors.ts';
import { deskWords } from '../../domain/i18n/index.ts';
import {
  byAge,
  byDesk,
  byResponse,
  bySeverity,
  type CountRow,
  countOpen,
  countRecent,
  metShare,
  type ReportDays,
  type ResponseState,
} from '../../domain/report/case-counts.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { reportScopeOf } from './report-scope.ts';

type OfDesk<Row> = Row & { readonly desk: { readonly id: DeskId; readonly name: string } };
type Counted<Row> = Omit<Row, 'key'>;

/** Cases in numbers, for one reader. */
export interface CaseReport {
  readonly days: ReportDays;
  /** Since when; ISO 8601 in UTC, as `until`. */
  readonly from: string;
  readonly until: string;
  /** Of the cases, how many were opened since. */
  readonly opened: number;
  /** How many are open now, whenever they were opened. */
  readonly open: number;
  readonly desks: readonly OfDesk<Counted<ReturnType<typeof byDesk>[number]>>[];
  readonly severities: readonly (Counted<ReturnType<typeof bySeverity>[number]> & {
    readonly severity: ReturnType<typeof bySeverity>[number]['key'];
  })[];
  readonly ages: readonly (Counted<ReturnType<typeof byAge>[number]> & { readonly age: ReturnType<typeof byAge>[number]['key'] })[];
  readonly firstResponse: readonly OfDesk<Counted<CountRow<DeskId, ResponseState>> & { readonly metShare: number | null }>[];
}

export interface CaseReportQuery {
  readonly days: ReportDays;
  /** Of one desk alone. */
  readonly desk: DeskId | null;
}

/** Cases by desk, status, severity and age, and whether the first response was in time (SLA-1). */
export async function caseReport(deps: Deps, by: Principal, { days, desk }: CaseReportQuery): Promise<Result<CaseReport, Refusal>> {
  const scope = reportScopeOf(by);
  if (!scope.ok) return scope;
  const seen = scope.value.kind === 'desks' ? scope.value.desks : desksFor(by);
  const desks = seen.filter((id) => desk === null || id === desk);
  if (desks.length === 0) return refuse({ code: 'notAllowed', action: 'seeReports' });
  const until = deps.now();
  const from = new Date(Date.parse(until) - days * 86_400_000).toISOString();
  const all = await deps.store.reports.cases(scope.value, { from, now: until });
  const counts = all.filter((one) => desks.includes(one.desk));
  const named = (id: DeskId) => ({ id, name: deskWords(by.locale, id).name });
  return ok({
    ...{ days, from, until, opened: countRecent(counts), open: countOpen(counts) },
    desks: byDesk(counts, desks).map(({ key, ...row }) => ({ desk: named(key), ...row })),
    severities: bySeverity(counts).map(({ key, ...row }) => ({ severity: key, ...row })),
    ages: byAge(counts).map(({ key, ...row }) => ({ age: key, ...row })),
    firstResponse: byResponse(counts, desks).map(({ key, ...row }) => ({ desk: named(key), ...row, metShare: metShare(row.counts) })),
  });
}
