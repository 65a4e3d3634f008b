import { useRef } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { ChosenFiles } from '../components/chosen-files.tsx';
import { DropZone } from '../components/drop-zone.tsx';
import { SendingList } from '../components/sending-list.tsx';
import { useDesk } from '../desk.tsx';
import { useCatalogue } from '../queries.ts';
import { useUploads } from '../use-uploads.ts';
import type { FileView, Upload } from '../wire.ts';
import type { DrawnPlace } from './card-host.ts';
import { ListReport } from './list-report.tsx';

interface UploadFieldProps {
  readonly place: DrawnPlace;
  readonly uploads: readonly Upload[];
  readonly onFiles: (ids: readonly string[], came?: FileView) => void;
  /** The ids as they are now, also within an upload that began earlier. */
  readonly idsNow: () => readonly string[];
}

const usual = { files: 10, fileSize: 25 * 1024 * 1024 };

/** A field of files: dropped or chosen, with progress; a number list says what was found in it. */
export function UploadField({ place, uploads, onFiles, idsNow }: UploadFieldProps) {
  const { api, words } = useDesk();
  const { files: says, form } = words.tab;
  const announce = useAnnounce();
  const limits = useCatalogue().data?.limits ?? usual;
  const isList = place.kind === 'numberList';
  const isOne = place.max === 1;
  const button = useRef<HTMLButtonElement>(null);
  const labelId = `upload-${place.field}`;
  const arrived = (file: FileView) => {
    if (isOne) for (const id of idsNow()) forget(id);
    onFiles(isOne ? [file.id] : [...idsNow(), file.id], file);
  };
  // It goes with the draft's next save; an upload that stays is taken away after a while.
  const forget = (id: string) => void api.send('DELETE', `/files/${id}`).catch(() => undefined);
  const { sending, send, drop } = useUploads({
    room: isOne ? 1 : Math.min(place.max, limits.files) - uploads.length,
    limits,
    onArrived: arrived,
  });
  const remove = (upload: Upload) => {
    onFiles(idsNow().filter((id) => id !== upload.id));
    forget(upload.id);
    announce(says.removed(upload.name));
    button.current?.focus();
  };
  const [first] = uploads;
  return (
    <fieldset className="upload" aria-labelledby={labelId} aria-describedby={place.describedBy || undefined}>
      <legend id={labelId}>
        {place.label}
        {place.required && (
          <span className="required" aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </legend>
      <DropZone
        button={button}
        several={!isOne}
        icon={isList ? 'document' : 'attach'}
        {...(isList && { accept: '.csv,.tsv,.txt,text/csv,text/plain' })}
        label={isOne ? (uploads.length > 0 ? says.replace : says.chooseOne) : says.choose}
        hint={isOne ? says.orDropOne : says.orDrop}
        describedBy={`${labelId} ${place.describedBy}`.trim()}
        invalid={place.invalid}
        onFiles={send}
      >
        <ChosenFiles files={uploads} remove={remove} />
        <SendingList sending={sending} onDrop={drop} />
      </DropZone>
      {isList &&
        first &&
        (first.report ? (
          <ListReport key={first.id} file={first} report={first.report} onCorrected={arrived} focusAfter={button} />
        ) : (
          <p className="quiet" role="status">
            {form.countryFirst}
          </p>
        ))}
    </fieldset>
  );
}
