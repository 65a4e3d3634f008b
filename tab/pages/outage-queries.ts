import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDesk } from '../desk.tsx';
import { keys } from '../queries.ts';
import type { OutageRow, OutageView } from '../wire.ts';

const key = ['outages'] as const;

export function useOutages(enabled = true) {
  const { api } = useDesk();
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await api.get<{ items: readonly OutageRow[] }>('/outages', signal)).items,
    enabled,
  });
}

export function useOutage(id: string) {
  const { api } = useDesk();
  return useQuery({ queryKey: [...key, id], queryFn: ({ signal }) => api.get<OutageView>(`/outages/${id}`, signal) });
}

/** Does something with an outage; what it changes in cases is asked for anew. */
export function useOutageChange() {
  const { api } = useDesk();
  const queries = useQueryClient();
  return async (
    method: 'POST' | 'PUT',
    path: string,
    asked: { readonly body?: unknown; readonly version?: number; readonly key?: string } = {},
  ): Promise<OutageView> => {
    const view = await api.send<OutageView>(method, `/outages${path}`, asked).finally(() => {
      void queries.invalidateQueries({ queryKey: key });
      void queries.invalidateQueries({ queryKey: keys.lists });
    });
    queries.setQueryData([...key, view.id], view);
    return view;
  };
}
