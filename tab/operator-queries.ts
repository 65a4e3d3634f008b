import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TenantKind, TenantState } from '../src/domain/access/tenant.ts';
import { useDesk } from './desk.tsx';
import type { MachineView, Page, SetUpView, TenantView } from './wire.ts';

const keys = { tenants: ['tenants'], integrations: ['integrations'], setUp: ['set-up'] } as const;
const pageSize = 50;

export interface TenantFilter {
  readonly q: string;
  readonly state: TenantState | '';
  readonly kind?: TenantKind | undefined;
}

export function useTenants({ q, state, kind }: TenantFilter) {
  const { api } = useDesk();
  return useInfiniteQuery({
    queryKey: [...keys.tenants, q, state, kind],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({
        limit: String(pageSize),
        ...(q && { q }),
        ...(state && { state }),
        ...(kind && { kind }),
        ...(pageParam && { cursor: pageParam }),
      });
      return api.get<Page<TenantView>>(`/tenants?${query}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
}

/** Does something with a tenant, and asks for all of them anew. */
export function useTenantChange() {
  const { api } = useDesk();
  const queries = useQueryClient();
  return async (method: 'POST' | 'PATCH', path: string, body?: unknown): Promise<TenantView> => {
    const after = await api.send<TenantView>(method, `/tenants${path}`, body === undefined ? {} : { body });
    await queries.invalidateQueries({ queryKey: keys.tenants });
    return after;
  };
}

export function useIntegrations() {
  const { api } = useDesk();
  return useQuery({
    queryKey: keys.integrations,
    queryFn: async ({ signal }) => (await api.get<{ items: readonly MachineView[] }>('/integrations', signal)).items,
  });
}

export function useIntegrationChange() {
  const { api } = useDesk();
  const queries = useQueryClient();
  return async <T>(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> => {
    const after = await api.send<T>(method, `/integrations${path}`, body === undefined ? {} : { body });
    await queries.invalidateQueries({ queryKey: keys.integrations });
    return after;
  };
}

/** Asked when the page comes and when somebody asks again, for every question goes out to the desk's neighbours. */
export function useSetUp() {
  const { api } = useDesk();
  return useQuery({
    queryKey: keys.setUp,
    queryFn: ({ signal }) => api.get<SetUpView>('/set-up', signal),
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
}
