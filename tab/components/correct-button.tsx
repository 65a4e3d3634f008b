import { Button } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import { keys } from '../queries.ts';
import { go } from '../use-route.ts';
import type { CaseView, DraftView } from '../wire.ts';

/** PN-13: leads to the form of the case, to be corrected. */
export function CorrectButton({ view }: { readonly view: CaseView }) {
  const { api, words } = useDesk();
  const queries = useQueryClient();
  const begin = useMutation({
    mutationFn: () => api.send<DraftView>('POST', `/cases/${view.id}/correction`),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: keys.drafts });
      go({ page: 'draft', id });
    },
    onError: () => void queries.invalidateQueries({ queryKey: keys.case(view.number) }),
  });
  return (
    <>
      <p>{words.cases.stages.corrects}</p>
      <Button appearance="primary" size="small" disabledFocusable={begin.isPending} onClick={() => begin.mutate()}>
        {words.cases.actions.correct}
      </Button>
      {begin.error && (
        <p className="fault" role="alert">
          {tellShortly(problemOf(begin.error), words)}
        </p>
      )}
    </>
  );
}
