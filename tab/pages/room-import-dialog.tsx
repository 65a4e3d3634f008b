import { Field } from '@fluentui/react-components';
import { useState } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { useDesk } from '../desk.tsx';
import type { ImportReport } from '../wire.ts';
import { useRoomChange } from './room-queries.ts';

interface Looked {
  readonly report: ImportReport;
  /** What is sent again to take what was looked at. */
  readonly again: () => Promise<ImportReport>;
}

/** RM-5: rooms from a list or from the directory: looked at first, then taken. */
export function RoomImportDialog({ from, onClose }: { readonly from: 'list' | 'directory'; readonly onClose: () => void }) {
  const { api, words } = useDesk();
  const { importing: says } = words.roomPages;
  const change = useRoomChange();
  const announce = useAnnounce();
  const [file, setFile] = useState<File>();
  const [looked, setLooked] = useState<Looked>();

  const look = async (): Promise<Looked> => {
    if (from === 'directory') {
      const ask = (check: boolean) => change<ImportReport>('POST', '/rooms/directory', { body: { check } });
      return { report: await ask(true), again: () => ask(false) };
    }
    const uploaded = await api.upload(file as File, file?.name ?? 'rooms.csv');
    const ask = (check: boolean) => change<ImportReport>('POST', '/rooms/import', { body: { file: uploaded.id, check } });
    return { report: await ask(true), again: () => ask(false) };
  };
  const send = async () => {
    if (!looked) {
      setLooked(await look());
      return false;
    }
    const done = await looked.again();
    announce(says.done(done.new + done.changed));
    return true;
  };
  const nothing = looked !== undefined && looked.report.new + looked.report.changed === 0;
  return (
    <FormDialog
      title={says[from]}
      submit={looked ? says.take : says.check}
      unready={(from === 'list' && !file) || nothing}
      send={send}
      onClose={onClose}
    >
      {from === 'list' && (
        <Field label={says.choose} hint={says.listHint} required>
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={(event) => {
              setFile(event.target.files?.[0]);
              setLooked(undefined);
            }}
          />
        </Field>
      )}
      {looked && <Report report={looked.report} nothing={nothing} />}
    </FormDialog>
  );
}

function Report({ report, nothing }: { readonly report: ImportReport; readonly nothing: boolean }) {
  const { words } = useDesk();
  const { importing: says } = words.roomPages;
  if (report.problem) return <p className="fault">{says.problems[report.problem]}</p>;
  return (
    <div className="room-report">
      <p role="status">{nothing && report.same === 0 ? says.nothing : says.found(report.new, report.changed, report.same)}</p>
      {report.faultCount > 0 && (
        <>
          <p className="fault">{says.faults(report.faultCount)}</p>
          <ul>
            {report.faults.map(({ row, value, reason }) => (
              <li key={row} dir="auto">
                {says.fault(row, value, says.reasons[reason])}
              </li>
            ))}
          </ul>
        </>
      )}
      <ul>
        {report.rooms.map(({ row, name, site, becomes }) => (
          <li key={row} dir="auto">
            {[...(site ? [site] : []), name].join(' · ')} <span className="quiet">{says.becomes[becomes]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
