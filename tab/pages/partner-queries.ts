import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useDesk } from '../desk.tsx';
import type { Page, PartnerView } from '../wire.ts';

const list = ['partners'] as const;

export function usePartners() {
  const { api } = useDesk();
  return useInfiniteQuery({
    queryKey: list,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<PartnerView>>(`/partners${pageParam ? `?${new URLSearchParams({ cursor: pageParam })}` : ''}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** Records a partner anew, on the version that was seen. */
export function usePartnerChange() {
  const { api } = useDesk();
  const queries = useQueryClient();
  return async ({ tenant, version }: PartnerView, body: unknown): Promise<void> => {
    await api.send('PUT', `/partners/${tenant.id}`, { body, version });
    await queries.invalidateQueries({ queryKey: list });
  };
}
