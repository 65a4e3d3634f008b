import '../styles/reports.css';
import { Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { DeskId } from '../../src/domain/catalogue/desk.ts';
import { reportDays } from '../../src/domain/report/case-counts.ts';
import { FailureView } from '../components/failure-view.tsx';
import { FormSkeleton } from '../components/skeletons.tsx';
import { useDesk } from '../desk.tsx';
import { useTitleFocus } from '../use-title-focus.ts';
import { CaseFigures } from './report-cases.tsx';
import { EscalationFigure, PackFigure, RoomFigure } from './report-others.tsx';
import { type ReportFilter, useCaseReport, useReportWords } from './report-queries.ts';

/** What one's desks, or one's organisation, have to do and how it goes, in numbers. */
export function ReportsPage() {
  const { me } = useDesk();
  const says = useReportWords();
  const title = useTitleFocus();
  const [filter, setFilter] = useState<ReportFilter>({ days: 30, desk: '' });
  const query = useCaseReport(filter);
  return (
    <div className="page page-wide">
      <h1 ref={title} tabIndex={-1}>
        {says.title}
      </h1>
      <p className="quiet">{me.views.includes('queue') ? says.aboutDesk : says.aboutOrganisation}</p>
      <Filters filter={filter} onFilter={setFilter} />
      {query.isPending && <FormSkeleton />}
      {query.error && !query.data && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <>
          <p className="figures-summary" role="status">
            {says.summary(query.data.opened, query.data.open)}
          </p>
          <div className="figures" aria-busy={query.isPlaceholderData}>
            <CaseFigures report={query.data} filter={filter} />
            {me.maySeeRooms && <RoomFigure />}
            <PackFigure />
            {(filter.desk === '' || filter.desk === 'cloudServices') && <EscalationFigure filter={filter} />}
          </div>
        </>
      )}
    </div>
  );
}

interface FiltersProps {
  readonly filter: ReportFilter;
  readonly onFilter: (filter: ReportFilter) => void;
}

function Filters({ filter, onFilter }: FiltersProps) {
  const { me, words } = useDesk();
  const says = useReportWords();
  const desks = me.desks.length > 0 ? me.desks : (Object.keys(words.desks) as readonly DeskId[]);
  return (
    <div className="filters filters-plain">
      <Select
        size="small"
        className="filter-select"
        aria-label={says.period}
        value={String(filter.days)}
        onChange={(_, { value }) => onFilter({ ...filter, days: reportDays.find((one) => String(one) === value) ?? 30 })}
      >
        {reportDays.map((days) => (
          <option key={days} value={days}>
            {says.days[days]}
          </option>
        ))}
      </Select>
      {desks.length > 1 && (
        <Select
          size="small"
          className="filter-select"
          aria-label={says.desk}
          value={filter.desk}
          onChange={(_, { value }) => onFilter({ ...filter, desk: desks.find((one) => one === value) ?? '' })}
        >
          <option value="">{says.everyDesk}</option>
          {desks.map((id) => (
            <option key={id} value={id}>
              {words.desks[id].name}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}
