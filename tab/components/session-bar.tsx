import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type OwnSession, renewalAddress } from '../own-session.ts';
import { useShell } from '../shell.tsx';
import type { MeView } from '../wire.ts';
import { useAnnounce } from './announcer.tsx';

/** Says that the session is over, and leads to a sign-in in another window: what was typed here stays. */
export function SessionBar({ own }: { readonly own: OwnSession }) {
  const { api, me, words } = useShell();
  const { signIn, opensElsewhere } = words.tab;
  const announce = useAnnounce();
  const queries = useQueryClient();
  const over = useSyncExternalStore(own.subscribe, own.isOver);
  const was = useRef(over);

  useEffect(() => {
    const renewed = was.current && !over;
    was.current = over;
    if (!renewed) return;
    const goOn = async () => {
      const now = await api.get<MeView>('/me');
      // What is shown, and what was typed, are the first one's alone.
      if (now.person.id !== me.person.id || now.tenant.id !== me.tenant.id) return window.location.reload();
      announce(signIn.back);
      await queries.invalidateQueries();
    };
    void goOn().catch(() => undefined);
  }, [over, api, me, announce, signIn, queries]);

  if (!over) return null;
  return (
    <p className="offline" role="alert">
      <strong>{signIn.ended}.</strong> {signIn.endedWhy}{' '}
      <a href={renewalAddress} target="_blank" rel="noopener">
        {signIn.again}
        <span className="hidden"> ({opensElsewhere})</span>
      </a>
    </p>
  );
}
