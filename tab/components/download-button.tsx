import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import { save } from '../save.ts';
import { useShell } from '../shell.tsx';
import { useAnnounce } from './announcer.tsx';
import { Icon } from './icon.tsx';

interface DownloadButtonProps {
  readonly path: string;
  readonly name: string;
  readonly text: string;
  readonly says?: string;
  readonly size?: 'small' | 'medium';
  /** Milliseconds until it is given up, where half a minute would be too short. */
  readonly patience?: number;
}

/** A file that the desk makes when it is asked for. */
export function DownloadButton({ path, name, text, says, size = 'medium', patience }: DownloadButtonProps) {
  const { api, words } = useShell();
  const announce = useAnnounce();
  const [state, setState] = useState<{ readonly busy: boolean; readonly fault: string }>({ busy: false, fault: '' });
  const download = async () => {
    if (state.busy) return;
    setState({ busy: true, fault: '' });
    try {
      save(await api.blob(path, patience), name);
      announce(words.exports.ready(name));
      setState({ busy: false, fault: '' });
    } catch (error) {
      setState({ busy: false, fault: tellShortly(problemOf(error), words) });
    }
  };
  return (
    <>
      <Button
        size={size}
        icon={state.busy ? <Spinner size="tiny" /> : <Icon name="download" />}
        disabledFocusable={state.busy}
        aria-label={says}
        onClick={download}
      >
        {text}
      </Button>
      {state.fault && (
        <span className="fault" role="alert">
          {state.fault}
        </span>
      )}
    </>
  );
}
