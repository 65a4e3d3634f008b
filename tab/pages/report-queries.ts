import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { use } from 'react';
import type { DeskId } from '../../src/domain/catalogue/desk.ts';
import { useDesk } from '../desk.tsx';
import type { Board, CaseReport, EscalationReport, PackReport, RoomReport } from '../wire.ts';
import { reportWordsOf } from '../words.ts';

/** Milliseconds: numbers on a screen that nobody touches stay true. */
const fresh = 60_000;
const pageSize = 50;

export const useReportWords = () => use(reportWordsOf(useDesk().locale));

/** What cases are narrowed to, as the API reads it. */
export interface ReportFilter {
  readonly days: CaseReport['days'];
  /** Empty: all. */
  readonly desk: DeskId | '';
}

export const narrowedReport = ({ days, desk }: ReportFilter): URLSearchParams =>
  new URLSearchParams({ days: String(days), ...(desk && { desk }) });

export function useCaseReport(filter: ReportFilter) {
  const { api } = useDesk();
  return useQuery({
    queryKey: ['reports', 'cases', filter],
    queryFn: ({ signal }) => api.get<CaseReport>(`/reports/cases?${narrowedReport(filter)}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: fresh,
  });
}

export function useRoomReport() {
  const { api } = useDesk();
  return useQuery({
    queryKey: ['reports', 'rooms'],
    queryFn: ({ signal }) => api.get<RoomReport>('/reports/rooms', signal),
    refetchInterval: fresh,
  });
}

export function usePackReport() {
  const { api } = useDesk();
  return useQuery({
    queryKey: ['reports', 'packs'],
    queryFn: ({ signal }) => api.get<PackReport>('/reports/packs', signal),
    refetchInterval: fresh,
  });
}

export function useEscalationReport({ days }: ReportFilter) {
  const { api } = useDesk();
  return useQuery({
    queryKey: ['reports', 'escalations', days],
    queryFn: ({ signal }) => api.get<EscalationReport>(`/reports/escalations?days=${days}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: fresh,
  });
}

export function useBoard(q: string) {
  const { api } = useDesk();
  return useInfiniteQuery({
    queryKey: ['board', q],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: String(pageSize), ...(q && { q }), ...(pageParam && { cursor: pageParam }) });
      return api.get<Board>(`/customers/board?${query}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 3 ? false : fresh),
  });
}
