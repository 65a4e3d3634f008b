import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useState } from 'react';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import { useFocusBack } from '../use-focus-back.ts';

interface RemoveDraftDialogProps {
  readonly remove: () => Promise<unknown>;
  readonly onClose: (done: boolean) => void;
}

export function RemoveDraftDialog({ remove, onClose }: RemoveDraftDialogProps) {
  useFocusBack();
  const { words } = useDesk();
  const { drafts: says, cancel } = words.tab;
  const [state, setState] = useState<{ readonly busy: boolean; readonly fault: string }>({ busy: false, fault: '' });
  const go = async () => {
    setState({ busy: true, fault: '' });
    try {
      await remove();
      onClose(true);
    } catch (error) {
      setState({ busy: false, fault: tellShortly(problemOf(error), words) });
    }
  };
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose(false)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{says.removeAsk}</DialogTitle>
          <DialogContent>
            <p>{says.removeWhy}</p>
            {state.fault && (
              <p className="fault" role="alert">
                {state.fault}
              </p>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => onClose(false)}>{cancel}</Button>
            <Button appearance="primary" disabledFocusable={state.busy} onClick={go}>
              {says.removeYes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
