import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDesk } from '../desk.tsx';
import type { AssignmentView, PastIncidentView, RoomPage } from '../wire.ts';

const keys = { rooms: ['rooms'], history: ['room-history'], assignments: ['room-assignments'] } as const;
const pageSize = 100;
/** Milliseconds: a board on a wall shows what happens elsewhere. */
const fresh = 20_000;

export const shownRooms = ['all', 'unhealthy', 'takenOut'] as const;
export type ShownRooms = (typeof shownRooms)[number];

export interface RoomFilter {
  readonly q: string;
  readonly shown: ShownRooms;
}

/** What the filter asks of the API, of the list and of its file alike. */
export const narrowed = ({ q, shown }: RoomFilter): URLSearchParams =>
  new URLSearchParams({ ...(q && { q }), ...(shown !== 'all' && { [shown]: 'true' }) });

export function useRooms({ q, shown }: RoomFilter) {
  const { api } = useDesk();
  return useInfiniteQuery({
    queryKey: [...keys.rooms, q, shown],
    queryFn: ({ pageParam, signal }) => {
      const query = narrowed({ q, shown });
      query.set('limit', String(pageSize));
      if (pageParam) query.set('cursor', pageParam);
      return api.get<RoomPage>(`/rooms?${query}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 3 ? false : fresh),
  });
}

export function useRoomHistory(id: string) {
  const { api } = useDesk();
  return useQuery({
    queryKey: [...keys.history, id],
    queryFn: async ({ signal }) => (await api.get<{ items: readonly PastIncidentView[] }>(`/rooms/${id}/history`, signal)).items,
  });
}

export function useAssignments() {
  const { api } = useDesk();
  return useQuery({
    queryKey: keys.assignments,
    queryFn: async ({ signal }) => (await api.get<{ items: readonly AssignmentView[] }>('/room-assignments', signal)).items,
  });
}

interface Asked {
  readonly body?: unknown;
  readonly version?: number;
}

/** Does something with rooms or their partners, and asks for all of them anew. */
export function useRoomChange() {
  const { api } = useDesk();
  const queries = useQueryClient();
  return <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, asked: Asked = {}): Promise<T> =>
    api.send<T>(method, path, asked).finally(() => {
      for (const queryKey of [keys.rooms, keys.assignments]) void queries.invalidateQueries({ queryKey });
    });
}
