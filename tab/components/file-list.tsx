import { useState } from 'react';
import { sizeOf } from '../dates.ts';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import { save } from '../save.ts';
import type { FileView } from '../wire.ts';
import { useAnnounce } from './announcer.tsx';
import { Icon } from './icon.tsx';

/** Files of a case, each saved on the machine when it is pressed; nothing is shown in the page. */
export function FileList({ caseId, files }: { readonly caseId: string; readonly files: readonly FileView[] }) {
  const { api, words, locale } = useDesk();
  const { case: says, loading } = words.tab;
  const announce = useAnnounce();
  const [busy, setBusy] = useState<string>();
  const [failed, setFailed] = useState('');
  const download = async (file: FileView) => {
    if (busy) return;
    setBusy(file.id);
    setFailed('');
    try {
      save(await api.blob(`/cases/${caseId}/files/${file.id}`), file.name);
      announce(says.downloaded(file.name));
    } catch (error) {
      setFailed(tellShortly(problemOf(error), words));
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <>
      <ul className="files">
        {files.map((file) => (
          <li key={file.id}>
            <button type="button" className="file" aria-disabled={busy === file.id} onClick={() => download(file)}>
              <Icon name="document" />
              <span className="file-name" dir="auto">
                <span className="hidden">{says.download('')}</span>
                {file.name}
              </span>
              <span className="quiet">{busy === file.id ? loading : sizeOf(file.size, locale)}</span>
              <Icon name="download" />
            </button>
          </li>
        ))}
      </ul>
      {failed && (
        <p className="fault" role="alert">
          {failed}
        </p>
      )}
    </>
  );
}
