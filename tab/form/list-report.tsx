import { useState } from 'react';
import { isAcceptable } from '../../src/domain/numbers/report.ts';
import { orderGuidance } from '../../src/forms/number-list/guidance.ts';
import { Icon } from '../components/icon.tsx';
import { useDesk } from '../desk.tsx';
import type { FileView, NumberListReport, Upload } from '../wire.ts';
import { FaultRows } from './fault-rows.tsx';

interface ListReportProps {
  readonly file: Upload;
  readonly report: NumberListReport;
  readonly onCorrected: (file: FileView) => void;
  readonly focusAfter: React.RefObject<HTMLElement | null>;
}

/** PN-5: what a number list holds: how many are good, which rows are wrong and why, which repeat. */
export function ListReport({ file, report, onCorrected, focusAfter }: ListReportProps) {
  const { words, locale } = useDesk();
  const { numbers: says } = words.tab;
  const { guidance } = words.desks.phoneNumbers;
  if (report.problem) {
    return (
      <p className="fault" role="status">
        <Icon name="fault" /> {words.faults.lists[report.problem]}
      </p>
    );
  }
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  const others = Object.keys(report.otherCountries).map((code) => names.of(code) ?? code);
  return (
    <div className="report">
      <ul className="report-counts" role="status">
        <li data-good>
          <Icon name="good" /> {says.goodTitle(report.good)}
          {report.first && <span className="quiet"> ({says.first(report.first)})</span>}
        </li>
        {report.faultCount > 0 && (
          <li data-fault>
            <Icon name="fault" /> {says.faultsTitle(report.faultCount)}
          </li>
        )}
        {report.duplicateCount > 0 && (
          <li>
            <Icon name="info" /> {says.duplicatesTitle(report.duplicateCount)}
          </li>
        )}
        {isAcceptable(report) && <li>{says.ready}</li>}
      </ul>
      {others.length > 0 && <p className="note">{says.otherCountries(others.join(', '))}</p>}
      {orderGuidance(report).map((flag) => (
        <p key={flag} className="note">
          {guidance[flag]}
        </p>
      ))}
      {report.faultCount > 0 && <FaultRows file={file} report={report} onCorrected={onCorrected} focusAfter={focusAfter} />}
      {report.duplicateCount > 0 && <Duplicates report={report} />}
    </div>
  );
}

/** As many rows as are shown at first. */
const some = 20;

function Duplicates({ report }: { readonly report: NumberListReport }) {
  const { numbers: says } = useDesk().words.tab;
  const [shown, setShown] = useState(some);
  return (
    <details className="duplicates">
      <summary>{says.duplicatesTitle(report.duplicateCount)}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{says.row}</th>
            <th scope="col">{says.value}</th>
            <th scope="col">{says.firstRow}</th>
          </tr>
        </thead>
        <tbody>
          {report.duplicates.slice(0, shown).map(({ row, value, firstRow }) => (
            <tr key={row}>
              <td>{row}</td>
              <td dir="auto">{value}</td>
              <td>{firstRow}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.duplicates.length > shown && (
        <button type="button" className="text-button" onClick={() => setShown(shown + 100)}>
          {says.showMore(report.duplicates.length - shown)}
        </button>
      )}
    </details>
  );
}
