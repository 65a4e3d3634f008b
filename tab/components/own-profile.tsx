import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDesk } from '../desk.tsx';
import { isProblem } from '../problem.ts';
import { keys } from '../queries.ts';
import type { OwnProfile as View } from '../wire.ts';
import { ConsentAsk } from './consent-ask.tsx';

/** What Microsoft says of one to oneself; where it wants one's agreement first, that is asked for. Nothing where there is nothing to say. */
export function OwnProfile() {
  const { api, words } = useDesk();
  const queries = useQueryClient();
  const { consent } = words.tab.signIn;
  const query = useQuery({
    queryKey: keys.microsoft,
    queryFn: async ({ signal }) => (await api.get<{ profile: View | null }>('/profile/microsoft', signal)).profile,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (isProblem(query.error, 'consentNeeded') && query.error.body.consent) {
    const again = async () => {
      await query.refetch();
      await queries.invalidateQueries({ queryKey: keys.me });
    };
    return <ConsentAsk consent={query.error.body.consent} onAgreed={() => void again()} />;
  }
  return query.data ? (
    <p className="quiet" dir="auto">
      {consent.from(query.data.name, query.data.email)}
    </p>
  ) : null;
}
