import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { RemediationPlan } from '../../src/domain/access/remediation.ts';
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

/** Asks for a plan or changes it, on the version that was seen. */
export function usePlanChange() {
  const { api } = useDesk();
  const queries = useQueryClient();
  return async ({ tenant, escalations }: PartnerView, body: RemediationPlan): Promise<void> => {
    await api.send('PUT', `/partners/${tenant.id}/plan`, { body, version: escalations.version });
    await queries.invalidateQueries({ queryKey: list });
  };
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
