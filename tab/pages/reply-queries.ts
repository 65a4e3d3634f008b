import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Locale } from '../../src/domain/i18n/index.ts';
import { useDesk } from '../desk.tsx';
import type { ReplyChoices, ReplyView } from '../wire.ts';

const key = ['replies'] as const;

export function useReplies() {
  const { api } = useDesk();
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await api.get<{ items: readonly ReplyView[] }>('/replies', signal)).items,
  });
}

/** AG-3: what can be put into a case. @param locale none: the language the case is answered in */
export function useCaseReplies(caseId: string, locale: Locale | undefined, enabled: boolean) {
  const { api } = useDesk();
  return useQuery({
    queryKey: [...key, caseId, locale ?? ''],
    queryFn: ({ signal }) => api.get<ReplyChoices>(`/cases/${caseId}/replies${locale ? `?locale=${locale}` : ''}`, signal),
    enabled,
    staleTime: 60_000,
  });
}

/** Does something with a reply, and asks for all of them anew: somebody else may have changed it. */
export function useReplyChange() {
  const { api } = useDesk();
  const queries = useQueryClient();
  return <T>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    asked: { readonly body?: unknown; readonly version?: number } = {},
  ): Promise<T> => api.send<T>(method, `/replies${path}`, asked).finally(() => queries.invalidateQueries({ queryKey: key }));
}
