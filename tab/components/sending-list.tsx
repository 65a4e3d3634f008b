import { Button, ProgressBar } from '@fluentui/react-components';
import { sizeOf } from '../dates.ts';
import { useDesk } from '../desk.tsx';
import type { Sending } from '../use-uploads.ts';
import { Icon } from './icon.tsx';

interface SendingListProps {
  readonly sending: readonly Sending[];
  readonly onDrop: (key: number) => void;
}

/** Files on their way, and why one did not arrive. */
export function SendingList({ sending, onDrop }: SendingListProps) {
  const { words, locale } = useDesk();
  const { files: says } = words.tab;
  if (sending.length === 0) return null;
  return (
    <ul className="files">
      {sending.map(({ key, name, size, share, fault }) => (
        <li key={key} className="file-sending" data-fault={fault !== ''}>
          <span className="file">
            <Icon name={fault ? 'fault' : 'document'} />
            <span className="file-name" dir="auto">
              {fault || name}
            </span>
            <span className="quiet">{sizeOf(size, locale)}</span>
            <Button
              size="small"
              appearance="subtle"
              icon={<Icon name="close" />}
              aria-label={says.remove(name)}
              onClick={() => onDrop(key)}
            />
          </span>
          {!fault && <ProgressBar value={share} aria-label={says.uploading(name, Math.round(share * 100))} />}
        </li>
      ))}
    </ul>
  );
}
