import { Button, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { Suspense, useState } from 'react';
import { type Doing, useChange } from '../changes.ts';
import { useDesk } from '../desk.tsx';
import { ActionDialog } from '../pieces.ts';
import { go } from '../use-route.ts';
import type { CaseView } from '../wire.ts';
import { useAnnounce } from './announcer.tsx';

/** In this order. Writing has its own place. */
const buttons = [
  'take',
  'reopen',
  'answerSolution',
  'answerDefinition',
  'answerSplit',
  'resolve',
  'setStage',
  'edit',
  'defineProblem',
  'proposeSolution',
  'askToClose',
  'changeWork',
  'proposeSplit',
  'logCall',
  'escalate',
  'takeOver',
  'assign',
  'unassign',
  'cancel',
  'closeUnresolved',
  'move',
  'changeSeverity',
  'merge',
  'linkOutage',
  'unlinkOutage',
  'markImproper',
  'unmarkImproper',
  'follow',
  'unfollow',
] as const satisfies readonly Doing[];
/** More than so many are a row that nobody reads; then the first few stay, and the rest is behind one button. */
const inRow = { most: 6, first: 4 };
/** While a case is open its reader most likely writes; these come before writing. */
const likely: readonly Doing[] = ['take', 'reopen', 'answerSolution', 'answerDefinition', 'answerSplit'];
/** These ask for nothing, so they are done at once. */
const atOnce: readonly Doing[] = ['take', 'unassign', 'unlinkOutage', 'unmarkImproper', 'follow', 'unfollow'];

/** G-9: the actions this reader may take now, and no others. */
export function CaseActions({ view, onDone }: { readonly view: CaseView; readonly onDone: () => void }) {
  const { words } = useDesk();
  const { actions: says } = words.tab;
  const announce = useAnnounce();
  const change = useChange();
  const [open, setOpen] = useState<{ readonly doing: Doing; readonly on: CaseView; readonly error?: unknown }>();
  const offered = buttons.filter((action) => view.permitted.includes(action));
  const shown = offered.slice(0, offered.length > inRow.most ? inRow.first : inRow.most);
  const rest = offered.slice(shown.length);
  const press = (doing: Doing) => {
    if (!atOnce.includes(doing)) return setOpen({ doing, on: view });
    change.mutate(
      { do: doing, on: view, key: crypto.randomUUID(), body: {} },
      {
        onSuccess: () => {
          announce(says.done[doing]);
          onDone();
        },
        onError: (error) => setOpen({ doing, on: view, error }),
      },
    );
  };
  const closers = view.closers && <p className="quiet case-closers">{view.closers}</p>;
  if (offered.length === 0 && !open) return closers;
  return (
    <>
      <fieldset className="case-actions" aria-label={words.tab.composer.label}>
        {shown.map((action, i) => (
          <Button
            key={action}
            appearance={i === 0 && likely.includes(action) ? 'primary' : 'secondary'}
            size="small"
            disabledFocusable={change.isPending}
            onClick={() => press(action)}
          >
            {words.cases.actions[action]}
          </Button>
        ))}
        {rest.length > 0 && (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <MenuButton size="small">{words.tab.actions.more}</MenuButton>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {rest.map((action) => (
                  <MenuItem key={action} disabled={change.isPending} onClick={() => press(action)}>
                    {words.cases.actions[action]}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
        {open && (
          <Suspense fallback={null}>
            <ActionDialog
              {...open}
              now={view}
              onClose={(done, gone = false) => {
                setOpen(undefined);
                if (!done) return;
                announce(gone ? says.movedAway : says.done[open.doing]);
                if (gone) return go({ page: 'start' });
                onDone();
              }}
            />
          </Suspense>
        )}
      </fieldset>
      {closers}
    </>
  );
}
