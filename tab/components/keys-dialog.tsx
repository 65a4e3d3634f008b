import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Switch } from '@fluentui/react-components';
import { useDesk } from '../desk.tsx';
import { useFocusBack } from '../use-focus-back.ts';

interface KeysDialogProps {
  readonly single: boolean;
  readonly onSingle: (on: boolean) => void;
  readonly onClose: () => void;
}

/** Which keys there are, and a way to turn the single ones off. */
export function KeysDialog({ single, onSingle, onClose }: KeysDialogProps) {
  useFocusBack();
  const { keys: says, close } = useDesk().words.tab;
  const rows = [
    ['/', says.keys.search],
    ['c', says.keys.create],
    ['j', says.keys.next],
    ['k', says.keys.previous],
    [says.enter, says.keys.open],
    [says.escape, says.keys.back],
    ['?', says.keys.help],
  ] as const;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{says.title}</DialogTitle>
          <DialogContent>
            <dl className="keys">
              {rows.map(([key, what]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
            <Switch label={says.enabled} checked={single} onChange={(_, { checked }) => onSingle(checked)} />
            <p className="quiet">{says.enabledWhy}</p>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
