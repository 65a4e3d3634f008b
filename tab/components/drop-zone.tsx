import { Button } from '@fluentui/react-components';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface DropZoneProps {
  readonly label: string;
  readonly hint?: string;
  readonly icon?: IconName;
  readonly several: boolean;
  readonly accept?: string;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly button?: RefObject<HTMLButtonElement | null>;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: ReactNode;
}

/** A place for files: they are dropped on it, or chosen with its button. */
export function DropZone(props: DropZoneProps) {
  const { label, hint, icon = 'attach', several, accept, disabled, className, button, describedBy, invalid, onFiles, children } = props;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (!files || files.length === 0 || disabled) return;
    onFiles(several ? [...files] : [...files].slice(0, 1));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the second way; the button is the first
    <div
      className={`drop-zone ${className ?? ''}`}
      data-over={over}
      onDragOver={(event) => {
        if (![...event.dataTransfer.types].includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      {children}
      <span className="drop-choose">
        <Button
          ref={button}
          icon={<Icon name={icon} />}
          disabled={disabled === true}
          onClick={() => input.current?.click()}
          aria-describedby={describedBy}
          aria-invalid={invalid}
        >
          {label}
        </Button>
        {hint && <span className="quiet">{hint}</span>}
      </span>
      <input
        ref={input}
        type="file"
        hidden
        multiple={several}
        accept={accept}
        onChange={(event) => {
          take(event.target.files);
          // The same file can be chosen again after it was put right.
          event.target.value = '';
        }}
      />
    </div>
  );
}
