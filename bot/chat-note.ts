import * as z from 'zod';
import type { Store } from '../src/app/ports.ts';

/** Where a person's chat with the bot is, for notices later on. */
const chatNote = z.object({
  conversationId: z.string(),
  serviceUrl: z.string(),
  userId: z.string(),
  /** Instant, ISO 8601 in UTC. */
  welcomedAt: z.string().nullable(),
  installed: z.boolean(),
});
export type ChatNote = z.output<typeof chatNote>;

/** A person's own chat, and a team they brought the bot to. */
export type NoteKind = 'chat' | 'team';

interface Person {
  readonly tenantId: string;
  readonly personId: string;
}

export async function chatOf(
  { notes }: Pick<Store, 'notes'>,
  { tenantId, personId }: Person,
  kind: NoteKind = 'chat',
): Promise<ChatNote | undefined> {
  const parsed = chatNote.safeParse(await notes.find(tenantId, personId, kind));
  return parsed.success ? parsed.data : undefined;
}

export const saveChat = (
  { notes }: Pick<Store, 'notes'>,
  { tenantId, personId }: Person,
  note: ChatNote,
  kind: NoteKind = 'chat',
): Promise<void> => notes.save(tenantId, personId, kind, note);
