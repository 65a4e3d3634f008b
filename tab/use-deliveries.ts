import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useAnnounce } from './components/announcer.tsx';
import { useDesk } from './desk.tsx';
import { isProblem } from './problem.ts';
import { keys } from './queries.ts';
import type { DeliveryView, LateView, Page } from './wire.ts';

const key = ['deliveries'] as const;

/** Notices that were given up, of all the engineer's desks. */
export function useDeliveries() {
  const { api } = useDesk();
  return useInfiniteQuery({
    queryKey: [...key, 'all'],
    queryFn: ({ pageParam, signal }) => api.get<Page<DeliveryView>>(`/deliveries${pageParam && `?cursor=${pageParam}`}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** The ways in which notices are late; asked again while the page is open, so that it goes by itself. */
export function useLate() {
  const { api } = useDesk();
  return useQuery({
    queryKey: [...key, 'late'],
    queryFn: async ({ signal }) => (await api.get<{ items: readonly LateView[] }>('/deliveries/late', signal)).items,
    refetchInterval: 30_000,
  });
}

/** Notices of one case that were given up, where there are any at all. */
export function useDeliveriesOf(caseId: string) {
  const { api, me } = useDesk();
  return useQuery({
    queryKey: [...key, caseId],
    queryFn: async ({ signal }) => (await api.get<Page<DeliveryView>>(`/deliveries?caseId=${caseId}&limit=10`, signal)).items,
    enabled: (me.undelivered ?? 0) > 0,
  });
}

/** Sends one again, or drops it; that somebody else did so before is no failure. */
export function useSettleDelivery() {
  const { api, words } = useDesk();
  const says = words.deliveries;
  const queries = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: async ({ id, how }: { readonly id: string; readonly how: 'again' | 'drop' }): Promise<string> => {
      try {
        await (how === 'again' ? api.send<void>('POST', `/deliveries/${id}/again`) : api.send<void>('DELETE', `/deliveries/${id}`));
        return how === 'again' ? says.sentAgain : says.dropped;
      } catch (error) {
        if (isProblem(error, 'notFound')) return says.gone;
        throw error;
      }
    },
    onSuccess: async (said) => {
      announce(said);
      await Promise.all([queries.invalidateQueries({ queryKey: key }), queries.invalidateQueries({ queryKey: keys.me })]);
    },
  });
}
