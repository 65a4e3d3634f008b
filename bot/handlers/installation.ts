import * as z from 'zod';
import { worksForTheDesk } from '../../src/domain/access/principal.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { teamWelcomeCard } from '../cards/neutral.ts';
import type { Send } from '../outbound.ts';
import type { Turn } from '../turn.ts';
import { home } from './home.ts';

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

/** Kinds of note: a person's own chat, and a team they brought the bot to. */
const kinds = { personal: 'chat', group: 'team' } as const;

/** Teams tells of one installation twice, in two ways, within moments. */
const sameInstallation = 60_000;

export type Where = Pick<ChatNote, 'conversationId' | 'serviceUrl'>;

/** Welcomes once for each installation, in the person's language; a team is welcomed without anything about anybody. */
export async function installed(turn: Turn, where: Where): Promise<readonly Send[]> {
  const before = await noteOf(turn);
  const now = turn.deps.now();
  const welcomed =
    before?.installed === true &&
    before.conversationId === where.conversationId &&
    before.welcomedAt !== null &&
    Date.parse(now) - Date.parse(before.welcomedAt) < sameInstallation;
  if (welcomed) return [];
  await save(turn, { ...where, userId: turn.userId, welcomedAt: now, installed: true });
  if (turn.place === 'group') return [{ kind: 'card', card: teamWelcomeCard(turn) }];
  const says = words(turn.by.locale).bot.home;
  const welcome = worksForTheDesk(turn.by) ? says.welcomeEngineer : says.welcome;
  return [{ kind: 'card', card: (await home(turn, { note: `**${says.greeting(firstName(turn))}** ${welcome}` })).card }];
}

export async function uninstalled(turn: Turn): Promise<void> {
  const before = await noteOf(turn);
  if (before) await save(turn, { ...before, installed: false });
}

/** A chat that was there before this app was, or that moved: noted when its person next says something. */
export async function noteChat(turn: Turn, where: Where): Promise<void> {
  if (turn.place !== 'personal') return;
  const before = await noteOf(turn);
  if (before?.installed && before.conversationId === where.conversationId && before.serviceUrl === where.serviceUrl) return;
  await save(turn, { ...where, userId: turn.userId, welcomedAt: before?.welcomedAt ?? null, installed: true });
}

async function noteOf({ deps, by, place }: Turn): Promise<ChatNote | undefined> {
  const parsed = chatNote.safeParse(await deps.store.notes.find(by.tenantId, by.personId, kinds[place]));
  return parsed.success ? parsed.data : undefined;
}

const save = ({ deps, by, place }: Turn, note: ChatNote): Promise<void> =>
  deps.store.notes.save(by.tenantId, by.personId, kinds[place], note);

const firstName = ({ by }: Turn): string => by.name.split(' ')[0]?.replace(/[^\p{L}\p{M}'’-]/gu, '') ?? '';
