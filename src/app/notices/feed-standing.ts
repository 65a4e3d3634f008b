import * as z from 'zod';
import type { Principal } from '../../domain/access/principal.ts';
import type { Deps } from '../deps.ts';

type Person = Pick<Principal, 'tenantId' | 'personId'>;
const closedNote = z.object({ closedAt: z.string() });
/** What the bot notes of a person's own chat when it is installed. */
const chatNote = z.object({ installed: z.literal(true), welcomedAt: z.string() });

/** F-18: once Teams has said that Case Desk is not there, or may not, nothing is tried until it is installed again. */
export async function feedIsOpen({ store }: Pick<Deps, 'store'>, { tenantId, personId }: Person): Promise<boolean> {
  const closed = closedNote.safeParse(await store.notes.find(tenantId, personId, 'feed'));
  if (!closed.success) return true;
  const chat = chatNote.safeParse(await store.notes.find(tenantId, personId, 'chat'));
  return chat.success && Date.parse(chat.data.welcomedAt) > Date.parse(closed.data.closedAt);
}

export const closeFeed = ({ store, now }: Pick<Deps, 'store' | 'now'>, { tenantId, personId }: Person): Promise<void> =>
  store.notes.save(tenantId, personId, 'feed', { closedAt: now() });
