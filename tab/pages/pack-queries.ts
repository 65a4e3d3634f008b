import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { use } from 'react';
import { useDesk } from '../desk.tsx';
import { keys } from '../queries.ts';
import type { PackView, Page, RecoveryView } from '../wire.ts';
import { packWordsOf } from '../words.ts';

const packKeys = { all: ['packs'] as const, list: ['packs', 'list'] as const, recoveries: ['packs', 'recoveries'] as const };

export const usePackWords = () => use(packWordsOf(useDesk().locale));

export function usePacks() {
  const { api } = useDesk();
  return useInfiniteQuery({
    queryKey: packKeys.list,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<PackView>>(`/packs${pageParam ? `?${new URLSearchParams({ cursor: pageParam })}` : ''}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function useRecoveries() {
  const { api } = useDesk();
  return useQuery({
    queryKey: packKeys.recoveries,
    queryFn: async ({ signal }) => (await api.get<{ items: readonly RecoveryView[] }>('/packs/recoveries', signal)).items,
  });
}

/** Does something with packs, and asks for all of them anew. */
export function usePackChange() {
  const { api } = useDesk();
  const queries = useQueryClient();
  return async <T>(method: 'POST' | 'PUT', path: string, asked: { readonly body: unknown; readonly version?: number }): Promise<T> => {
    const after = await api.send<T>(method, `/packs${path}`, asked);
    await Promise.all([queries.invalidateQueries({ queryKey: packKeys.all }), queries.invalidateQueries({ queryKey: keys.me })]);
    return after;
  };
}
