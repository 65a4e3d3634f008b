import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import { words } from '../../domain/i18n/index.ts';
import type { CountRow, Dimension, ReportDays } from '../../domain/report/case-counts.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { type CaseReport, type CaseReportQuery, caseReport } from '../reports/case-report.ts';
import { type BoardRow, customerBoard } from '../reports/customer-board.ts';
import {
  type EscalationReport,
  escalationReport,
  type PackReport,
  packReport,
  type RoomReport,
  roomReport,
} from '../reports/other-reports.ts';
import { type Column, exportSheet, inOnePiece, type ListFile, timeColumn } from './sheet.ts';

type Exported = Promise<Result<ListFile, Refusal>>;

const pageSize = 100;

/** One line of a table of counts: what it is of, and the counts in the order of the columns. */
interface Line extends Pick<CountRow<string, string>, 'counts' | 'total'> {
  readonly name: string;
  readonly metShare?: number | null;
}

/** G-16: the table behind one of the charts on cases. */
export function exportCaseReport(
  deps: Deps,
  by: Principal,
  { dimension, ...query }: CaseReportQuery & { readonly dimension: Dimension },
): Exported {
  const says = words(by.locale).reports;
  const { first, columns, lines } = tables(by)[dimension];
  const share: Column<Line> = { title: says.metShare, of: ({ metShare }) => (metShare == null ? null : Math.round(metShare * 100)) };
  return exportSheet<Line>(deps, by, {
    list: `cases-by-${dimension === 'firstResponse' ? 'first-response' : dimension}`,
    narrowed: query,
    page: inOnePiece(async () => {
      const report = await caseReport(deps, by, query);
      return report.ok ? ok(lines(report.value)) : report;
    }),
    columns: [
      { title: first, of: ({ name }) => name },
      ...Object.entries(columns).map(([column, title]): Column<Line> => ({ title, of: ({ counts }) => counts[column] ?? 0 })),
      { title: says.total, of: ({ total }) => total },
      ...(dimension === 'firstResponse' ? [share] : []),
    ],
  });
}

interface Table {
  readonly first: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly lines: (report: CaseReport) => readonly Line[];
}

function tables(by: Principal): Readonly<Record<Dimension, Table>> {
  const { reports: says, cases } = words(by.locale);
  const { attributes } = cases;
  const statuses = { ...cases.statuses, waitingOnRequester: cases.waitingOnRequester };
  const { new: fresh, inProgress, waitingOnRequester } = statuses;
  return {
    desk: {
      ...{ first: attributes.desk, columns: statuses },
      lines: ({ desks }) => desks.map(({ desk, ...row }) => ({ name: desk.name, ...row })),
    },
    severity: {
      ...{ first: attributes.severity, columns: says.standings },
      lines: ({ severities }) => severities.map(({ severity, ...row }) => ({ name: severity ?? says.noSeverity, ...row })),
    },
    age: {
      ...{ first: says.age, columns: { new: fresh, inProgress, waitingOnRequester } },
      lines: ({ ages }) => ages.map(({ age, ...row }) => ({ name: says.ages[age], ...row })),
    },
    firstResponse: {
      ...{ first: attributes.desk, columns: says.responses },
      lines: ({ firstResponse }) => firstResponse.map(({ desk, ...row }) => ({ name: desk.name, ...row })),
    },
  };
}

export function exportRoomReport(deps: Deps, by: Principal): Exported {
  const { reports: says, cases } = words(by.locale);
  return exportSheet<RoomReport['items'][number]>(deps, by, {
    list: 'rooms-by-place',
    page: inOnePiece(async () => {
      const report = await roomReport(deps, by);
      return report.ok ? ok(report.value.items) : report;
    }),
    columns: [
      { title: cases.attributes.tenant, of: ({ tenant }) => tenant.name },
      { title: says.site, of: ({ site }) => site },
      { title: says.well, of: ({ rooms, unhealthy }) => rooms - unhealthy },
      { title: says.unhealthy, of: ({ unhealthy }) => unhealthy },
      { title: says.total, of: ({ rooms }) => rooms },
    ],
  });
}

export function exportPackReport(deps: Deps, by: Principal): Exported {
  const { reports: says, cases } = words(by.locale);
  return exportSheet<PackReport['items'][number]>(deps, by, {
    list: 'packs-left',
    page: inOnePiece(async () => {
      const report = await packReport(deps, by);
      return report.ok ? ok(report.value.items) : report;
    }),
    columns: [
      { title: cases.attributes.tenant, of: ({ tenant }) => tenant.name },
      { title: says.packs, of: ({ packs }) => packs },
      { title: says.left, of: ({ left }) => left },
      { title: says.used, of: ({ incidents, left }) => incidents - left },
      { title: says.lapses, of: ({ lastDay }) => lastDay },
    ],
  });
}

/** CS-10. */
export function exportEscalationReport(deps: Deps, by: Principal, days: ReportDays): Exported {
  const { reports: says } = words(by.locale);
  return exportSheet<EscalationReport['items'][number]>(deps, by, {
    list: 'escalations-by-partner',
    narrowed: { days },
    page: inOnePiece(async () => {
      const report = await escalationReport(deps, by, days);
      return report.ok ? ok(report.value.items) : report;
    }),
    columns: [
      { title: says.partner, of: ({ tenant }) => tenant.name },
      { title: says.improper, of: ({ improper }) => improper },
      { title: says.otherEscalations, of: ({ cases, improper }) => cases - improper },
      { title: says.total, of: ({ cases }) => cases },
    ],
  });
}

/** G-4: the partner's board. */
export function exportCustomerBoard(deps: Deps, by: Principal, sought: string | null): Exported {
  const { reports: says } = words(by.locale);
  const { board } = says;
  const time = timeColumn<BoardRow>(by);
  return exportSheet<BoardRow>(deps, by, {
    list: 'customers',
    narrowed: { searched: sought !== null },
    page: (cursor) => customerBoard(deps, by, { words: sought, cursor, limit: pageSize }),
    columns: [
      { title: board.customer, of: ({ name }) => name },
      { title: board.open, of: ({ open }) => open },
      { title: board.waiting, of: ({ waiting }) => waiting },
      { title: board.dueSoon, of: ({ dueSoon }) => dueSoon },
      { title: board.late, of: ({ late }) => late },
      { title: board.severityA, of: ({ severityA }) => severityA },
      time(board.updatedAt, ({ updatedAt }) => updatedAt),
      time(board.endsAt, ({ endsAt }) => endsAt),
    ],
  });
}
