import * as z from 'zod';
import type { Store } from '../src/app/ports.ts';
import type { Turn } from './turn.ts';

/** What a person has open in their chat: files they attach are meant for it. */
const openItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('draft'), id: z.uuid(), cardId: z.string().nullable(), saved: z.boolean() }),
  z.strictObject({ kind: z.literal('case'), id: z.uuid() }),
]);
export type OpenItem = z.output<typeof openItem>;

const kind = 'open';

export async function whatIsOpen({ deps, by }: Turn): Promise<OpenItem | undefined> {
  const parsed = openItem.safeParse(await deps.store.notes.find(by.tenantId, by.personId, kind));
  return parsed.success ? parsed.data : undefined;
}

/** Notes it for the personal chat. A card that refreshes by itself opens nothing. */
export async function remember(turn: Turn, item: OpenItem): Promise<void> {
  if (opens(turn)) await turn.deps.store.notes.save(turn.by.tenantId, turn.by.personId, kind, item);
}

/** Whether the chat shows this case just now: whoever opened it there has seen what a receipt would say. */
export async function shownInChat(
  { notes }: Pick<Store, 'notes'>,
  { tenantId, personId }: { readonly tenantId: string; readonly personId: string },
  caseId: string,
): Promise<boolean> {
  const { data } = openItem.safeParse(await notes.find(tenantId, personId, kind));
  return data?.kind === 'case' && data.id === caseId;
}

/** The same for a case that is just being opened, to be kept together with it. */
export const toRemember = (turn: Turn) =>
  opens(turn) ? (caseId: string) => ({ kind, note: { kind: 'case', id: caseId } satisfies OpenItem }) : undefined;

const opens = ({ place, via }: Turn): boolean => place === 'personal' && via !== 'refresh';
