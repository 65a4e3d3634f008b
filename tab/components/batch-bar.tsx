import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useRef, useState } from 'react';
import { useDesk } from '../desk.tsx';
import { useCatalogue } from '../queries.ts';
import type { CaseSummary } from '../wire.ts';

const BatchDialog = lazy(() => import('./batch-dialog.tsx').then((m) => ({ default: m.BatchDialog })));

/** What is done to several cases at once: no reason is asked for, as the desks' reasons differ. */
export const batchActions = ['take', 'assign', 'unassign', 'comment', 'ask', 'note', 'resolve', 'linkOutage'] as const;
export type BatchAction = (typeof batchActions)[number];

interface BatchBarProps {
  readonly chosen: readonly CaseSummary[];
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
  readonly onKeep: (ids: readonly string[]) => void;
}

/** AG-1: one change for several cases, each with its own result. */
export function BatchBar({ chosen, onSelectAll, onClear, onKeep }: BatchBarProps) {
  const { words } = useDesk();
  const { batch, list } = words.tab;
  const max = useCatalogue().data?.limits.batch ?? 50;
  const [open, setOpen] = useState<{ readonly action: BatchAction; readonly cases: readonly CaseSummary[] }>();
  const bar = useRef<HTMLFieldSetElement>(null);
  return (
    <>
      {chosen.length > 0 && (
        <fieldset className="batch" aria-label={batch.bar} ref={bar} tabIndex={-1}>
          <strong role="status">{list.selected(chosen.length)}</strong>
          {batchActions.map((action) => (
            <Button key={action} size="small" disabled={chosen.length > max} onClick={() => setOpen({ action, cases: chosen })}>
              {words.cases.actions[action]}
            </Button>
          ))}
          <Button size="small" appearance="subtle" onClick={onSelectAll}>
            {list.selectAll}
          </Button>
          <Button size="small" appearance="subtle" onClick={onClear}>
            {list.clearSelection}
          </Button>
          {chosen.length > max && (
            <p className="fault" role="alert">
              {batch.limit(max)}
            </p>
          )}
        </fieldset>
      )}
      {/* Its results stay although the cases may leave the list by them. */}
      {open && (
        <Suspense fallback={null}>
          <BatchDialog
            {...open}
            onClose={(failed) => {
              setOpen(undefined);
              if (failed) onKeep(failed);
              bar.current?.focus();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
