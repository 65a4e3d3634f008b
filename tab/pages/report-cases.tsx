import type { Status } from '../../src/domain/case/lifecycle.ts';
import type { ResponseState } from '../../src/domain/report/case-counts.ts';
import { useDesk } from '../desk.tsx';
import type { CaseReport } from '../wire.ts';
import { Figure, type Part, type Series } from './figure.tsx';
import { narrowedReport, type ReportFilter, useReportWords } from './report-queries.ts';

const partOfStatus: Readonly<Record<Status, Part>> = {
  new: 'fresh',
  inProgress: 'active',
  waitingOnRequester: 'waiting',
  resolved: 'good',
  cancelled: 'quiet',
  closedUnresolved: 'bad',
};
const partOfResponse: Readonly<Record<ResponseState, Part>> = { met: 'good', breached: 'bad', running: 'active', none: 'quiet' };

interface CaseFiguresProps {
  readonly report: CaseReport;
  readonly filter: ReportFilter;
}

/** Cases by desk and state, by severity, by age, and their first responses. */
export function CaseFigures({ report, filter }: CaseFiguresProps) {
  const { words, locale } = useDesk();
  const says = useReportWords();
  const { attributes, statuses, waitingOnRequester } = words.cases;
  const nameOf = (status: Status) => (status === 'waitingOnRequester' ? waitingOnRequester : statuses[status]);
  const ofStatuses = (some: readonly Status[]): readonly Series[] =>
    some.map((status) => ({ key: status, name: nameOf(status), part: partOfStatus[status] }));
  const csv = (by: string, name: string) => ({ path: `/reports/cases.csv?${narrowedReport(filter)}&by=${by}`, name: `cases-by-${name}` });
  const share = (of: number | null) => (of === null ? '–' : new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(of * 100));
  return (
    <>
      <Figure
        title={says.byDesk}
        about={says.byDeskAbout}
        of={attributes.desk}
        series={ofStatuses(['new', 'inProgress', 'waitingOnRequester', 'resolved', 'cancelled', 'closedUnresolved'])}
        rows={report.desks.map(({ desk, counts }) => ({ ...desk, counts }))}
        csv={csv('desk', 'desk')}
      />
      <Figure
        shares
        title={says.byResponse}
        about={says.byResponseAbout}
        of={attributes.desk}
        series={(['met', 'breached', 'running', 'none'] as const).map((key) => ({
          ...{ key, name: says.responses[key], part: partOfResponse[key] },
        }))}
        rows={report.firstResponse.map(({ desk, counts, metShare }) => ({ ...desk, counts, more: [share(metShare)] }))}
        more={[says.metShare]}
        csv={csv('firstResponse', 'first-response')}
      />
      <Figure
        title={says.byAge}
        about={says.byAgeAbout}
        of={says.age}
        series={ofStatuses(['new', 'inProgress', 'waitingOnRequester'])}
        rows={report.ages.map(({ age, counts }) => ({ id: age, name: says.ages[age], counts }))}
        csv={csv('age', 'age')}
      />
      <Figure
        title={says.bySeverity}
        about={says.bySeverityAbout}
        of={attributes.severity}
        series={[
          { key: 'open', name: says.standings.open, part: 'active' },
          { key: 'closed', name: says.standings.closed, part: 'quiet' },
        ]}
        rows={report.severities.map(({ severity, counts }) => ({ id: severity ?? '', name: severity ?? says.noSeverity, counts }))}
        csv={csv('severity', 'severity')}
      />
    </>
  );
}
