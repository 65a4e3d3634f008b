import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Select,
  Spinner,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import { type ChangeBody, type Doing, useChange } from '../changes.ts';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { useKeyFor } from '../key.ts';
import { isProblem, problemOf } from '../problem.ts';
import { useFocusBack } from '../use-focus-back.ts';
import type { CaseView } from '../wire.ts';
import { ChangedNotice } from './changed-notice.tsx';
import { EngineerField } from './engineer-field.tsx';

interface ActionDialogProps {
  readonly doing: Doing;
  /** The case as it was when the dialog was opened. */
  readonly on: CaseView;
  /** The case as the page knows it now. */
  readonly now: CaseView;
  /** Why it failed before the dialog came. */
  readonly error?: unknown;
  readonly onClose: (done: boolean) => void;
}

const withWords: readonly Doing[] = ['resolve', 'cancel', 'closeUnresolved', 'reopen'];

/** Asks for what a step needs, does it on the version that was looked at, and says who was faster where somebody was (G-8). */
export function ActionDialog({ doing, on, now, error: before, onClose }: ActionDialogProps) {
  useFocusBack();
  const { words } = useDesk();
  const { actions: says, cancel } = words.tab;
  const reasons = doing === 'resolve' || doing === 'cancel' || doing === 'closeUnresolved' ? on.reasons[doing] : [];
  const [reason, setReason] = useState('');
  const [text, setText] = useState('');
  const [to, setTo] = useState('');
  const [fault, setFault] = useState<'reason' | 'to'>();
  const keyFor = useKeyFor([doing, reason, text, to]);
  const change = useChange();
  const error = change.error ?? (change.isIdle ? before : undefined);
  const lost = isProblem(error, 'changed') ? error : undefined;
  const possible = !lost || now.permitted.includes(doing);

  const send = () => {
    if (change.isPending) return;
    if (reasons.length > 0 && !reason) return setFault('reason');
    if (doing === 'assign' && !to) return setFault('to');
    setFault(undefined);
    const body: ChangeBody = {
      ...(withWords.includes(doing) && text.trim() && { text }),
      ...(reason && { reason }),
      ...(to && { to }),
    };
    // A second try after a lost one is another request, made on the case as it is now.
    const key = lost ? crypto.randomUUID() : keyFor();
    change.mutate({ do: doing, body, on: lost ? now : on, key }, { onSuccess: () => onClose(true) });
  };

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose(false)}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <DialogBody>
            <DialogTitle>{says.titles[doing]}</DialogTitle>
            <DialogContent className="dialog-content">
              <p>{says.abouts[doing]}</p>
              {reasons.length > 0 && (
                <Field label={says.reason} required {...(fault === 'reason' && { validationMessage: says.reasonNeeded })}>
                  <Select value={reason} onChange={(_, { value }) => setReason(value)}>
                    <option value="">{says.chooseReason}</option>
                    {reasons.map(({ id, label }) => (
                      <option key={id} value={id}>
                        {label}
                      </option>
                    ))}
                  </Select>
                </Field>
              )}
              {doing === 'assign' && <EngineerField desk={on.desk} value={to} missing={fault === 'to'} onChange={setTo} />}
              {withWords.includes(doing) && (
                <Field label={`${says.words} (${words.tab.optional})`}>
                  <Textarea
                    value={text}
                    maxLength={20_000}
                    resize="vertical"
                    textarea={{ dir: 'auto' }}
                    onChange={(_, { value }) => setText(value)}
                  />
                </Field>
              )}
              {lost && <ChangedNotice problem={lost}>{!possible && <p className="fault">{says.noLonger}</p>}</ChangedNotice>}
              {error !== undefined && error !== null && !lost && (
                <p className="fault" role="alert">
                  {tellShortly(problemOf(error), words)}
                </p>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={() => onClose(false)}>{lost ? says.keepOpen : cancel}</Button>
              {possible && (
                <Button
                  type="submit"
                  appearance="primary"
                  disabledFocusable={change.isPending}
                  icon={change.isPending ? <Spinner size="tiny" /> : undefined}
                >
                  {lost ? says.doItAnyway : words.cases.actions[doing]}
                </Button>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
