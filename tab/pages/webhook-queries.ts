import { useQuery, useQueryClient } from '@tanstack/react-query';
import { use } from 'react';
import { useDesk } from '../desk.tsx';
import type { WebhookView } from '../wire.ts';
import { webhookWordsOf } from '../words.ts';

const key = ['webhooks'] as const;

export const useWebhookWords = () => use(webhookWordsOf(useDesk().locale));

export function useWebhooks() {
  const { api } = useDesk();
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await api.get<{ items: readonly WebhookView[] }>('/webhooks', signal)).items,
  });
}

/** Does something with a webhook, and asks for all of them anew: somebody else may have changed it. */
export function useWebhookChange() {
  const { api } = useDesk();
  const queries = useQueryClient();
  return <T>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    asked: { readonly body?: unknown; readonly version?: number } = {},
  ): Promise<T> => api.send<T>(method, `/webhooks${path}`, asked).finally(() => queries.invalidateQueries({ queryKey: key }));
}
