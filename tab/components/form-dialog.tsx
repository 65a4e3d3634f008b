import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Spinner } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import { useFocusBack } from '../use-focus-back.ts';

interface FormDialogProps {
  readonly title: string;
  /** What the button says. */
  readonly submit: string;
  /** Whether the button waits for something above it. */
  readonly unready?: boolean;
  /** @returns `false` where something has to be corrected first */
  readonly send: () => Promise<unknown>;
  readonly onClose: (done: boolean) => void;
  readonly children: ReactNode;
}

/** Asks for a few things and does one; what went wrong is said where it was asked, and everything typed stays. */
export function FormDialog({ title, submit, unready = false, send, onClose, children }: FormDialogProps) {
  useFocusBack();
  const { words } = useDesk();
  const [state, setState] = useState<{ readonly busy: boolean; readonly fault: string }>({ busy: false, fault: '' });
  const go = async () => {
    if (state.busy || unready) return;
    setState({ busy: true, fault: '' });
    try {
      const done = await send();
      if (done === false) setState({ busy: false, fault: '' });
      else onClose(true);
    } catch (error) {
      setState({ busy: false, fault: tellShortly(problemOf(error), words) });
    }
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && !state.busy && onClose(false)}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void go();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className="dialog-content">
              {children}
              {state.fault && (
                <p className="fault" role="alert">
                  {state.fault}
                </p>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={() => onClose(false)}>{words.tab.cancel}</Button>
              <Button
                type="submit"
                appearance="primary"
                disabledFocusable={state.busy || unready}
                icon={state.busy ? <Spinner size="tiny" /> : undefined}
              >
                {submit}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
