import { infiniteQueryOptions, QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Api } from './api.ts';
import { pathOfList } from './list-path.ts';
import { isPassing } from './problem.ts';
import type { Filter } from './route.ts';
import { useShell } from './shell.tsx';
import type {
  CaseSummary,
  CaseView,
  Catalogue,
  DraftSummary,
  Feedback,
  FoundPerson,
  ListName,
  MeView,
  Page,
  PersonRef,
  ProfileView,
} from './wire.ts';

/** How often what is shown is asked for again, in milliseconds: two people at one case see each other's changes. */
const fresh = 20_000;

export const keys = {
  me: ['me'] as const,
  catalogue: ['catalogue'] as const,
  lists: ['list'] as const,
  case: (number: string) => ['case', number] as const,
  drafts: ['drafts'] as const,
  draft: (id: string) => ['draft', id] as const,
  profile: ['profile'] as const,
  microsoft: ['microsoft'] as const,
  feedback: ['feedback'] as const,
  engineers: (desk: string) => ['engineers', desk] as const,
  followers: (caseId: string) => ['followers', caseId] as const,
};

export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        refetchOnWindowFocus: true,
        networkMode: 'always',
        retry: (count, error) => count < 2 && isPassing(error),
        retryDelay: (count) => 500 * 2 ** count,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

export function useMeFrom(api: Api, initial: MeView): MeView {
  const { data } = useQuery({
    queryKey: keys.me,
    queryFn: ({ signal }) => api.get<MeView>('/me', signal),
    initialData: initial,
    refetchInterval: 3 * fresh,
  });
  return data;
}

export function useCatalogue() {
  const { api } = useShell();
  return useQuery({
    queryKey: keys.catalogue,
    queryFn: ({ signal }) => api.get<Catalogue>('/catalogue', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** A list, page by page. */
export const casesQuery = (api: Api, list: ListName, filter: Filter) =>
  infiniteQueryOptions({
    queryKey: [...keys.lists, list, filter],
    queryFn: ({ pageParam, signal }) => api.get<Page<CaseSummary>>(pathOfList({ list, filter }, pageParam), signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    retry: (count, error) => count < 2 && isPassing(error),
  });

const isLong = (data: { readonly pages: readonly unknown[] } | undefined): boolean => (data?.pages.length ?? 0) > 3;

export function useCases(list: ListName, filter: Filter) {
  const { api } = useShell();
  return useInfiniteQuery({
    ...casesQuery(api, list, filter),
    // A long list is not asked for again and again while somebody reads on in it.
    refetchInterval: ({ state }) => (isLong(state.data) ? false : fresh),
    refetchOnWindowFocus: ({ state }) => !isLong(state.data),
  });
}

export function useCase(number: string) {
  const { api } = useShell();
  return useQuery({
    queryKey: keys.case(number),
    queryFn: ({ signal }) => api.get<CaseView>(`/cases/${encodeURIComponent(number)}`, signal),
    refetchInterval: fresh,
  });
}

export function useDrafts() {
  const { api } = useShell();
  return useQuery({
    queryKey: keys.drafts,
    queryFn: async ({ signal }) => (await api.get<{ items: readonly DraftSummary[] }>('/drafts', signal)).items,
  });
}

export function useProfile() {
  const { api } = useShell();
  return useQuery({
    queryKey: keys.profile,
    queryFn: ({ signal }) => api.get<ProfileView>('/profile', signal),
    // What is being typed must not be overtaken.
    refetchOnWindowFocus: false,
  });
}

export function useFeedback(enabled: boolean) {
  const { api } = useShell();
  return useQuery({
    queryKey: keys.feedback,
    queryFn: async ({ signal }) => (await api.get<{ items: readonly Feedback[] }>('/feedback', signal)).items,
    enabled,
  });
}

export function useFollowers(caseId: string) {
  const { api } = useShell();
  return useQuery({
    queryKey: keys.followers(caseId),
    queryFn: async ({ signal }) => (await api.get<{ items: readonly FoundPerson[] }>(`/cases/${caseId}/followers`, signal)).items,
    gcTime: 0,
  });
}

export function useEngineers(desk: string, enabled: boolean) {
  const { api } = useShell();
  return useQuery({
    queryKey: keys.engineers(desk),
    queryFn: async ({ signal }) => (await api.get<{ items: readonly PersonRef[] }>(`/desks/${desk}/engineers`, signal)).items,
    enabled,
    staleTime: 60_000,
  });
}
