import { Button, Spinner } from '@fluentui/react-components';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useAnnounce } from '../components/announcer.tsx';
import { useWhen } from '../components/when.tsx';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { isProblem, problemOf } from '../problem.ts';

interface Changed {
  readonly version: number;
  readonly changed: { readonly at: string; readonly by: string } | null;
}
interface Change {
  readonly version: number;
  readonly body: unknown;
}

/** Changes a rule on the version that was seen; who comes second is told, keeps their choice, and may save again. */
export function useRuleChange<T extends Changed>(path: string, key: readonly string[]) {
  const { api, words } = useDesk();
  const queries = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: ({ version, body }: Change) => api.send<T>('PUT', path, { version, body }),
    onSuccess: (rule) => {
      queries.setQueryData(key, rule);
      announce(words.tab.organisation.saved);
    },
    onError: (error) => {
      if (isProblem(error, 'outdated')) void queries.invalidateQueries({ queryKey: key });
    },
  });
}

/** What went wrong, *Save*, and who changed the rule last. */
export function RuleFoot<T extends Changed>({
  rule,
  change,
}: {
  readonly rule: Changed;
  readonly change: UseMutationResult<T, Error, Change>;
}) {
  const { words } = useDesk();
  const { organisation: says, save } = words.tab;
  const when = useWhen();
  return (
    <>
      {change.error && (
        <p className="fault" role="alert">
          {isProblem(change.error, 'outdated') ? says.outdated : tellShortly(problemOf(change.error), words)}
        </p>
      )}
      <div className="rule-foot">
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={change.isPending}
          icon={change.isPending ? <Spinner size="tiny" /> : undefined}
        >
          {save}
        </Button>
        {rule.changed && (
          <span className="quiet" dir="auto">
            {says.changed(rule.changed.by, when(rule.changed.at))}
          </span>
        )}
      </div>
    </>
  );
}
