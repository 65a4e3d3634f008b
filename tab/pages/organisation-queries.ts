import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useDesk } from '../desk.tsx';
import type { ClosingRuleAnswer, FoundPerson, GrantAnswer, LeaverNamesAnswer } from '../wire.ts';

export const organisationKeys = {
  grants: ['organisation', 'grants'] as const,
  closing: ['organisation', 'closing'] as const,
  names: ['organisation', 'names'] as const,
  people: ['organisation', 'people'] as const,
};

export function useGrants() {
  const { api } = useDesk();
  return useQuery({
    queryKey: organisationKeys.grants,
    queryFn: async ({ signal }) => (await api.get<{ items: readonly GrantAnswer[] }>('/organisation/grants', signal)).items,
  });
}

/** A rule is being thought about while it is shown: it is asked for again only when somebody else has changed it. */
const quiet = { refetchOnWindowFocus: false, staleTime: 0 } as const;

export function useClosingRule() {
  const { api } = useDesk();
  return useQuery({
    queryKey: organisationKeys.closing,
    queryFn: ({ signal }) => api.get<ClosingRuleAnswer>('/organisation/closing-rule', signal),
    ...quiet,
  });
}

export function useLeaverNames() {
  const { api } = useDesk();
  return useQuery({
    queryKey: organisationKeys.names,
    queryFn: ({ signal }) => api.get<LeaverNamesAnswer>('/organisation/leaver-names', signal),
    ...quiet,
  });
}

/** Milliseconds without a key until it is asked. */
const pause = 250;
export const shortest = 2;
export const mostFound = 20;

/** @param more what the question says besides the words */
export function usePeople(words: string, from: string, more: Readonly<Record<string, string>>) {
  const { api } = useDesk();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), pause);
    return () => clearTimeout(timer);
  }, [words]);
  return useQuery({
    queryKey: [...organisationKeys.people, from, more, asked],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ q: asked, ...more });
      return (await api.get<{ items: readonly FoundPerson[] }>(`${from}?${query}`, signal)).items;
    },
    enabled: asked.length >= shortest,
  });
}
