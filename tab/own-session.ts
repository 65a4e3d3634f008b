import { type Access, bySession } from './access.ts';

/** The session of a browser outside Teams. */
export interface OwnSession {
  readonly access: Access;
  /** Whether it is over; whoever was shown this can sign in again in another window. */
  isOver(): boolean;
  subscribe(changed: () => void): () => void;
  signOut(): Promise<void>;
}

/** Windows of this browser tell one another when somebody has signed in, or has agreed to something. */
const channel = 'case-desk';
export type Heard = 'signedIn' | 'consented' | 'refused';

export function tellOtherWindows(what: Heard): void {
  const other = new BroadcastChannel(channel);
  other.postMessage(what);
  other.close();
}

/** @returns what stops it */
export function hearOtherWindows(hear: (what: Heard) => void): () => void {
  const other = new BroadcastChannel(channel);
  other.onmessage = ({ data }: MessageEvent<Heard>) => hear(data);
  return () => other.close();
}

/** Where a sign-in begins that leads back to this place of the tab. */
export const signInAt = (place: string): string => `/sign-in?to=${encodeURIComponent(`/tab/${place}`)}`;

/** Where one begins that only renews a session: its window closes itself. */
export const renewalAddress = signInAt('#/signed-in');

export function ownSession(): OwnSession {
  const listeners = new Set<() => void>();
  let over = false;
  const set = (now: boolean) => {
    if (over === now) return;
    over = now;
    for (const changed of listeners) changed();
  };
  hearOtherWindows((what) => what === 'signedIn' && set(false));
  return {
    access: bySession(() => set(true)),
    isOver: () => over,
    subscribe(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    async signOut() {
      const response = await fetch('/sign-out', { method: 'POST', headers: { 'x-case-desk': '1' } });
      if (!response.ok && response.status !== 401) throw new Error(`sign-out answered ${response.status}`);
      window.location.replace('/tab/?sign-in=out');
    },
  };
}
