import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
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
  | 'follow'
  | 'unfollow';

export interface ChangeBody {
  readonly text?: string;
  readonly reason?: string;
  readonly files?: readonly string[];
  readonly to?: string;
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
const versionless: readonly Doing[] = ['comment', 'note', 'follow', 'unfollow'];
const pathOf = (doing: Doing): string => (doing === 'closeUnresolved' ? 'close-unresolved' : doing);

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
      api.send<CaseView>('POST', `/cases/${on.id}/${pathOf(doing)}`, {
        body,
        key,
        ...(!versionless.includes(doing) && { version: on.version }),
      }),
    onSuccess: (view) => keepCase(queries, view),
    onError: (error, { on }) => {
      if (isProblem(error, 'changed') && error.body.current) keepCase(queries, error.body.current);
      else if (isProblem(error, 'illegalStep', 'notAllowed', 'notFound'))
        void queries.invalidateQueries({ queryKey: keys.case(on.number) });
    },
  });
}
