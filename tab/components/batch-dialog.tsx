import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Spinner,
  Textarea,
} from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { mayComeRight } from '../batch-outcome.ts';
import { keepCase } from '../changes.ts';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import { useFocusBack } from '../use-focus-back.ts';
import type { BatchResult, CaseSummary } from '../wire.ts';
import { useAnnounce } from './announcer.tsx';
import type { BatchAction } from './batch-bar.tsx';
import { BatchResults } from './batch-results.tsx';
import { EngineerField } from './engineer-field.tsx';
import { OutageField } from './outage-field.tsx';

interface BatchDialogProps {
  readonly action: BatchAction;
  readonly cases: readonly CaseSummary[];
  /** With the ids of those that were not changed; `undefined` where nothing was tried. */
  readonly onClose: (failed?: readonly string[]) => void;
}

const written: readonly BatchAction[] = ['comment', 'ask', 'note'];

export function BatchDialog({ action, cases, onClose }: BatchDialogProps) {
  useFocusBack();
  const { api, words } = useDesk();
  const { batch: says, actions, cancel, close, optional } = words.tab;
  const announce = useAnnounce();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [to, setTo] = useState('');
  const [outage, setOutage] = useState('');
  const [fault, setFault] = useState<'text' | 'to' | 'outage'>();
  const [results, setResults] = useState<ReadonlyMap<string, BatchResult>>(new Map());
  const failed = cases.filter((one) => results.get(one.id)?.ok === false);
  const again = failed.filter((one) => mayComeRight(results.get(one.id)?.problem));

  const change = useMutation({
    mutationFn: () =>
      api.send<{ results: readonly BatchResult[] }>('POST', '/cases/batch', {
        key: crypto.randomUUID(),
        body: {
          do: action,
          ...(text.trim() && { text }),
          ...(to && { to }),
          ...(outage && { outage }),
          cases: (results.size > 0 ? again : cases).map(({ id, version }) => ({
            id,
            // A second try is made on what the first one was told the case is now.
            version: results.get(id)?.problem?.current?.version ?? version,
          })),
        },
      }),
    onSuccess: ({ results: came }) => {
      const all = new Map([...results, ...came.map((one) => [one.id, one] as const)]);
      setResults(all);
      for (const { case: view, problem } of came) {
        const fresh = view ?? problem?.current;
        if (fresh) keepCase(queries, fresh);
      }
      const lost = [...all.values()].filter((one) => !one.ok).length;
      announce(lost > 0 ? says.someFailed(lost, cases.length) : says.allDone(cases.length));
    },
  });
  const tried = results.size > 0;
  const send = () => {
    if (change.isPending) return;
    if (written.includes(action) && !text.trim()) return setFault('text');
    if (action === 'assign' && !to) return setFault('to');
    if (action === 'linkOutage' && !outage) return setFault('outage');
    setFault(undefined);
    change.mutate();
  };
  const leave = () => onClose(tried ? failed.map((one) => one.id) : undefined);

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && leave()}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <DialogBody>
            <DialogTitle>{says.title(cases.length, words.cases.actions[action])}</DialogTitle>
            <DialogContent className="dialog-content">
              {!tried && <p>{actions.abouts[action]}</p>}
              {!tried && action === 'assign' && (
                <EngineerField desk={cases[0]?.desk ?? ''} value={to} missing={fault === 'to'} onChange={setTo} />
              )}
              {!tried && action === 'linkOutage' && (
                <OutageField desk={cases[0]?.desk ?? ''} value={outage} missing={fault === 'outage'} onChange={setOutage} />
              )}
              {!tried && (written.includes(action) || action === 'resolve') && (
                <Field
                  label={action === 'resolve' ? `${actions.words} (${optional})` : actions.words}
                  required={action !== 'resolve'}
                  {...(fault === 'text' && { validationMessage: actions.wordsNeeded })}
                >
                  <Textarea
                    value={text}
                    maxLength={20_000}
                    resize="vertical"
                    textarea={{ dir: 'auto' }}
                    onChange={(_, { value }) => setText(value)}
                  />
                </Field>
              )}
              {tried && <BatchResults cases={cases} results={results} />}
              {change.error && (
                <p className="fault" role="alert">
                  {tellShortly(problemOf(change.error), words)}
                </p>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={leave} appearance={tried && again.length === 0 ? 'primary' : 'secondary'}>
                {tried ? close : cancel}
              </Button>
              {(!tried || again.length > 0) && (
                <Button
                  type="submit"
                  appearance="primary"
                  disabledFocusable={change.isPending}
                  icon={change.isPending ? <Spinner size="tiny" /> : undefined}
                >
                  {tried ? says.again(again.length) : words.cases.actions[action]}
                </Button>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
