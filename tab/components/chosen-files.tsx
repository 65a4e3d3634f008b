import { Button } from '@fluentui/react-components';
import { sizeOf } from '../dates.ts';
import { useDesk } from '../desk.tsx';
import { Icon } from './icon.tsx';

interface Chosen {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** Files that were uploaded and not sent yet: each can be taken out again. */
export function ChosenFiles<F extends Chosen>({ files, remove }: { readonly files: readonly F[]; readonly remove: (file: F) => void }) {
  const { words, locale } = useDesk();
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id} className="file">
          <Icon name="document" />
          <span className="file-name" dir="auto">
            {file.name}
          </span>
          <span className="quiet">{sizeOf(file.size, locale)}</span>
          <Button
            size="small"
            appearance="subtle"
            icon={<Icon name="close" />}
            aria-label={words.tab.files.remove(file.name)}
            onClick={() => remove(file)}
          />
        </li>
      ))}
    </ul>
  );
}
