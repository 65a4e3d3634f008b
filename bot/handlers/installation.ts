import { worksForTheDesk } from '../../src/domain/access/principal.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { teamWelcomeCard } from '../cards/neutral.ts';
import { type ChatNote, chatOf, saveChat } from '../chat-note.ts';
import type { Turn } from '../turn.ts';
import type { Send } from '../wire/outbound.ts';
import { home } from './home.ts';

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
  if (turn.place === 'group') {
    if (turn.channel?.teamId) await turn.deps.store.subscriptions.resume(turn.by.tenantId, turn.channel.teamId, where.serviceUrl);
    return [{ kind: 'card', card: teamWelcomeCard(turn) }];
  }
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

const noteOf = ({ deps, by, place }: Turn): Promise<ChatNote | undefined> => chatOf(deps.store, by, kinds[place]);
const save = ({ deps, by, place }: Turn, note: ChatNote): Promise<void> => saveChat(deps.store, by, note, kinds[place]);

const firstName = ({ by }: Turn): string => by.name.split(' ')[0]?.replace(/[^\p{L}\p{M}'’-]/gu, '') ?? '';
