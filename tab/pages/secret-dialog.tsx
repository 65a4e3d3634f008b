import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { copyText } from '../clipboard.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { useDesk } from '../desk.tsx';
import { useFocusBack } from '../use-focus-back.ts';

interface SecretDialogProps {
  readonly secret: string;
  readonly says: { readonly secretTitle: string; readonly secretWhy: string; readonly secret: string; readonly copied: string };
  readonly onClose: () => void;
  /** How it is used. */
  readonly children: ReactNode;
}

/** The one time that a secret is shown: it closes by its button alone. */
export function SecretDialog({ secret, says, onClose, children }: SecretDialogProps) {
  useFocusBack();
  const { copy: copyIt, done } = useDesk().words.tab.integrations;
  const announce = useAnnounce();
  const copy = async () => {
    if (await copyText(secret)) announce(says.copied);
  };
  return (
    <Dialog open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{says.secretTitle}</DialogTitle>
          <DialogContent className="dialog-content">
            <p>{says.secretWhy}</p>
            <Field label={says.secret}>
              <Textarea
                readOnly
                value={secret}
                textarea={{ className: 'machine-text', rows: 3, spellCheck: false }}
                onFocus={(event) => event.target.select()}
              />
            </Field>
            <div>
              <Button onClick={() => void copy()}>{copyIt}</Button>
            </div>
            <p className="quiet">{children}</p>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {done}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
