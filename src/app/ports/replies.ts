import type { DeskId } from '../../domain/catalogue/desk.ts';
import type { SavedReply } from '../../domain/reply/saved-reply.ts';

/** AG-3: saved replies, in the operator's tenant. */
export interface Replies {
  /** Of these desks, by title, at most 200 a desk. */
  list(tenantId: string, desks: readonly DeskId[]): Promise<readonly SavedReply[]>;
  find(tenantId: string, id: string): Promise<SavedReply | undefined>;
}

/** In the operator's transaction. */
export interface ReplyChanges {
  lock(id: string): Promise<SavedReply | undefined>;
  /** Serialises on the desk. */
  count(desk: DeskId): Promise<number>;
  save(reply: Omit<SavedReply, 'changedAt'>, by: string): Promise<void>;
  remove(id: string): Promise<void>;
}
