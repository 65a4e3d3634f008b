import type { Where } from './handlers/installation.ts';
import type { Turn } from './turn.ts';

/** How long a chat that was found noted is not looked up again, in milliseconds, and how many of them. */
const believed = 60_000;
const most = 5_000;

export interface NotedChats {
  note(turn: Turn, where: Where): Promise<void>;
  forget(turn: Turn): void;
}

/** Every word a person says would otherwise begin with looking up what the last one found. @param look finds and, if need be, notes */
export function notedChats(look: (turn: Turn, where: Where) => Promise<void>): NotedChats {
  const known = new Map<string, { readonly place: string; readonly until: number }>();
  const keyOf = ({ by }: Turn) => `${by.tenantId} ${by.personId}`;
  return {
    async note(turn, where) {
      const place = `${where.conversationId} ${where.serviceUrl}`;
      const last = known.get(keyOf(turn));
      if (last?.place === place && last.until > Date.now()) return;
      await look(turn, where);
      if (known.size >= most) known.clear();
      known.set(keyOf(turn), { place, until: Date.now() + believed });
    },
    forget: (turn) => void known.delete(keyOf(turn)),
  };
}
