import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SupportCommandName } from '../src/domain/case/support.ts';
import type { Charge } from '../src/domain/case/support-state.ts';
import type { Severity } from '../src/domain/catalogue/attributes.ts';
import { useDesk } from './desk.tsx';
import { isProblem } from './problem.ts';
import { keys } from './queries.ts';
import type { CaseView } from './wire.ts';

/** What can be asked of a case. */
export type Doing =
  | 'comment'
  | 'note'
  | 'ask'
  | 'take'
  | 'assign'
  | 'unassign'
  | 'resolve'
  | 'cancel'
  | 'closeUnresolved'
  | 'reopen'
  | 'merge'
  | 'linkOutage'
  | 'unlinkOutage'
  | 'markImproper'
  | 'unmarkImproper'
  | 'follow'
  | 'unfollow'
  | 'edit'
  | 'logCall'
  | 'escalate'
  | 'takeOver'
  | SupportCommandName
  | 'move'
  | 'changeSeverity'
  | 'setStage';

export interface ChangeBody {
  readonly text?: string;
  readonly reason?: string;
  readonly files?: readonly string[];
  readonly to?: string;
  readonly title?: string;
  readonly description?: string;
  readonly contacts?: readonly string[];
  readonly followers?: readonly string[];
  readonly caseType?: string;
  readonly severity?: Severity;
  readonly contactPhone?: string;
  readonly charge?: Charge;
  readonly agreed?: boolean;
  readonly parts?: readonly string[];
  readonly aroundTheClock?: boolean;
  readonly reachable?: string;
  readonly mentions?: readonly string[];
  readonly into?: string;
  readonly outage?: string;
  readonly stage?: string;
}

export interface Change {
  readonly do: Doing;
  readonly body: ChangeBody;
  /** The case as it was looked at: the change is made on this version (G-8). */
  readonly on: CaseView;
  /** Made once for what was typed: sending it twice does it once. */
  readonly key: string;
}

/** A comment never loses to another change, so it names no version. */
const versionless: readonly Doing[] = ['comment', 'note', 'logCall', 'follow', 'unfollow'];
const pathOf = (doing: Doing): string => doing.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export function keepCase(queries: QueryClient, view: CaseView): void {
  queries.setQueryData<CaseView>(keys.case(view.number), (before) => (before && before.version > view.version ? before : view));
  void queries.invalidateQueries({ queryKey: keys.lists });
  void queries.invalidateQueries({ queryKey: keys.me });
}

/** One change of one case. Losing against somebody else's leaves the fresh case on the page. */
export function useChange() {
  const { api } = useDesk();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ do: doing, body, on, key }: Change) =>
      api.send<CaseView | undefined>('POST', `/cases/${on.id}/${pathOf(doing)}`, {
        body,
        key,
        ...(!versionless.includes(doing) && { version: on.version }),
      }),
    // AG-2: a case that was moved to a desk one doesn't work for is no longer there to be shown.
    onSuccess: (view, { on }) => {
      if (view) return keepCase(queries, view);
      queries.removeQueries({ queryKey: keys.case(on.number) });
      void queries.invalidateQueries({ queryKey: keys.lists });
    },
    onError: (error, { on }) => {
      if (isProblem(error, 'changed') && error.body.current) keepCase(queries, error.body.current);
      else if (isProblem(error, 'illegalStep', 'notAllowed', 'notFound'))
        void queries.invalidateQueries({ queryKey: keys.case(on.number) });
    },
  });
}
