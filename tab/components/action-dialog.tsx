import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { type Doing, useChange } from '../changes.ts';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { focusSoon } from '../focus.ts';
import { useKeyFor } from '../key.ts';
import { isProblem, problemOf } from '../problem.ts';
import { useFocusBack } from '../use-focus-back.ts';
import type { CaseView } from '../wire.ts';
import { ActionFields, bodyOf, firstMissing, type GivenField, givenFor } from './action-fields.tsx';
import { ChangedNotice } from './changed-notice.tsx';

interface ActionDialogProps {
  readonly doing: Doing;
  /** The case as it was when the dialog was opened. */
  readonly on: CaseView;
  /** The case as the page knows it now. */
  readonly now: CaseView;
  /** Why it failed before the dialog came. */
  readonly error?: unknown;
  /** `gone`: whoever did it no longer sees the case. */
  readonly onClose: (done: boolean, gone?: boolean) => void;
}

/** Asks for what a step needs, does it on the version that was looked at, and says who was faster where somebody was (G-8). */
export function ActionDialog({ doing, on, now, error: before, onClose }: ActionDialogProps) {
  useFocusBack();
  const { words } = useDesk();
  const { actions: says, cancel } = words.tab;
  const [given, setGiven] = useState(() => givenFor(on));
  const [missing, setMissing] = useState<GivenField>();
  const keyFor = useKeyFor([doing, given]);
  const change = useChange();
  const error = change.error ?? (change.isIdle ? before : undefined);
  const lost = isProblem(error, 'changed') ? error : undefined;
  const issues = isProblem(error, 'invalid') ? (error.body.issues ?? []) : [];
  const possible = !lost || now.permitted.includes(doing);

  const send = () => {
    if (change.isPending) return;
    const first = firstMissing(doing, given, on);
    setMissing(first);
    if (first) return focusSoon('[role=dialog] [aria-invalid=true]');
    const body = bodyOf(doing, given, on);
    // A second try after a lost one is another request, made on the case as it is now.
    const key = lost ? crypto.randomUUID() : keyFor();
    change.mutate({ do: doing, body, on: lost ? now : on, key }, { onSuccess: (view) => onClose(true, view === undefined) });
  };

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose(false)}>
      <DialogSurface>
        {/* What is missing is said in the reader's language, not in the browser's. */}
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <DialogBody>
            <DialogTitle>{says.titles[doing]}</DialogTitle>
            <DialogContent className="dialog-content">
              <p>{says.abouts[doing]}</p>
              <ActionFields {...{ doing, given, missing }} view={on} issues={issues} onGiven={setGiven} />
              {lost && <ChangedNotice problem={lost}>{!possible && <p className="fault">{says.noLonger}</p>}</ChangedNotice>}
              {error !== undefined && error !== null && !lost && !(issues.length > 0 && issues.every(({ field }) => field in given)) && (
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
