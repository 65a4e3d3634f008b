import { Button, Spinner } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import type { FileView, NumberListReport, Upload } from '../wire.ts';
import { corrections, type Decision, type Decisions, suggested } from './corrections.ts';

interface FaultRowsProps {
  readonly file: Upload;
  readonly report: NumberListReport;
  readonly onCorrected: (file: FileView) => void;
  readonly focusAfter: React.RefObject<HTMLElement | null>;
}

const some = 20;

/** The rows that can't be taken, each to be corrected in place or taken out. What is saved is a new file; the one uploaded stays as it was. */
export function FaultRows({ file, report, onCorrected, focusAfter }: FaultRowsProps) {
  const { api, words } = useDesk();
  const { numbers: says } = words.tab;
  const announce = useAnnounce();
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const [shown, setShown] = useState(some);
  const [fault, setFault] = useState('');
  const decide = (row: number, decision: Decision | undefined) =>
    setDecisions((before) => {
      const after = new Map(before);
      if (decision) after.set(row, decision);
      else after.delete(row);
      return after;
    });
  const save = useMutation({
    mutationFn: (rows: ReturnType<typeof corrections>) =>
      api.send<FileView>('POST', `/files/${file.id}/corrections`, { body: { corrections: rows } }),
    onSuccess: (corrected, rows) => {
      announce(says.corrections(rows.length));
      focusAfter.current?.focus();
      onCorrected(corrected);
    },
  });
  const send = () => {
    if (save.isPending) return;
    const rows = corrections(decisions);
    setFault(rows.length === 0 ? says.nothingYet : '');
    if (rows.length > 0) save.mutate(rows);
  };
  const open = report.faults.filter(({ row, suggestion }) => suggestion && !decisions.has(row)).length;
  const told = fault || (save.error ? tellShortly(problemOf(save.error), words) : '');
  return (
    <div className="fault-rows">
      <div className="table-scroll">
        <table>
          <caption>{says.faultsTitle(report.faultCount)}</caption>
          <thead>
            <tr>
              <th scope="col">{says.row}</th>
              <th scope="col">{says.value}</th>
              <th scope="col">{says.reason}</th>
              <th scope="col">{says.corrected}</th>
              <th scope="col">
                <span className="hidden">{says.action}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {report.faults.slice(0, shown).map((one) => (
              <FaultRow
                key={one.row}
                fault={one}
                decision={decisions.get(one.row)}
                onDecide={(decision) => decide(one.row, decision)}
                onSend={send}
              />
            ))}
          </tbody>
        </table>
      </div>
      {report.faults.length > shown && (
        <Button size="small" onClick={() => setShown(shown + 100)}>
          {says.showMore(report.faults.length - shown)}
        </Button>
      )}
      {report.faultCount > report.faults.length && <p className="quiet">{says.onlyFirst(report.faults.length)}</p>}
      {told && (
        <p className="fault" role="alert">
          {told}
        </p>
      )}
      <div className="fault-rows-foot">
        <Button
          appearance="primary"
          disabledFocusable={save.isPending}
          icon={save.isPending ? <Spinner size="tiny" /> : undefined}
          onClick={send}
        >
          {save.isPending ? says.saving : says.saveCorrections}
        </Button>
        {open > 0 && <Button onClick={() => setDecisions(suggested(report, decisions))}>{says.applyAll(open)}</Button>}
      </div>
    </div>
  );
}

interface FaultRowProps {
  readonly fault: NumberListReport['faults'][number];
  readonly decision: Decision | undefined;
  readonly onDecide: (decision: Decision | undefined) => void;
  readonly onSend: () => void;
}

function FaultRow({ fault, decision, onDecide, onSend }: FaultRowProps) {
  const { words } = useDesk();
  const { numbers: says } = words.tab;
  const out = decision?.is === 'out';
  return (
    <tr data-out={out}>
      <td>{fault.row}</td>
      <td className="written" dir="auto">
        {fault.value}
      </td>
      <td>{words.faults.rowReasons[fault.reason](fault)}</td>
      <td>
        {out ? (
          <em>{says.takenOut}</em>
        ) : (
          <input
            className="cell"
            inputMode="tel"
            maxLength={200}
            aria-label={says.correctedFor(fault.row)}
            placeholder={fault.suggestion}
            value={decision?.value ?? ''}
            onChange={(event) => onDecide({ is: 'value', value: event.target.value })}
            onFocus={() => !decision && fault.suggestion && onDecide({ is: 'value', value: fault.suggestion })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // Enter in a cell is not yet the whole form.
              event.preventDefault();
              onSend();
            }}
          />
        )}
      </td>
      <td>
        <Button
          size="small"
          appearance="subtle"
          aria-label={out ? says.restoreRow(fault.row) : says.removeRow(fault.row)}
          onClick={() => onDecide(out ? undefined : { is: 'out' })}
        >
          {out ? says.restoreRowShort : says.removeRowShort}
        </Button>
      </td>
    </tr>
  );
}
