import type { Told } from '../../src/app/notices/notices.ts';
import type { ChatOutcome } from '../../src/app/ports.ts';
import type { Outcome } from '../../src/domain/notice/outcome.ts';
import { noticeCard, noticeTooLong } from '../cards/notice.ts';
import { type ChatNote, chatOf, saveChat } from '../chat-note.ts';
import { shownInChat } from '../open-item.ts';
import type { Turn } from '../turn.ts';
import type { Desk } from './chat-delivery.ts';
import type { Line } from './line.ts';
import { outcomeOf, statusOf } from './outcome.ts';
import { paced } from './paced.ts';

/** Tells a person in their own chat; `nothingToDo` where there is none, or where it has shown them just this. */
export async function tellPerson(desk: Desk, told: Told, signal: AbortSignal): Promise<ChatOutcome> {
  const { by, news } = told;
  const chat = await chatOf(desk.store, by);
  if (!chat?.installed) return { is: 'nothingToDo' };
  if (news.receipt && (await shownInChat(desk.store, by, news.view.id))) return { is: 'nothingToDo' };
  const line = await desk.lines(chat.serviceUrl);
  if (!line) return closed(desk, told, chat);
  const asking = { conversation: chat.conversationId, tenantId: by.tenantId, holder: `${by.tenantId}:${news.key}`, count: 1 };
  return paced<ChatOutcome>(desk.pacing, desk.limits, asking, () => say(desk, line, told, chat, signal));
}

async function say(desk: Desk, line: Line, told: Told, chat: ChatNote, signal: AbortSignal): Promise<ChatOutcome> {
  const turn = turnOf(desk, told, chat);
  const send = async (conversation: string, card: ReturnType<typeof noticeCard>) => {
    await line.send(conversation, { kind: 'card', card }, signal);
  };
  try {
    await send(chat.conversationId, noticeCard(turn, told));
    return { is: 'sent' };
  } catch (fault) {
    switch (statusOf(fault)) {
      case 403:
        return closed(desk, told, chat);
      case 404:
        return again(desk, told, chat, async () => {
          const conversationId = await line.chatWith(chat.userId, told.by.tenantId, signal);
          await saveChat(desk.store, told.by, { ...chat, conversationId });
          await send(conversationId, noticeCard(turn, told));
        });
      case 413:
        return again(desk, told, chat, () => send(chat.conversationId, noticeTooLong(turn, told)));
      default:
        return outcomeOf(fault);
    }
  }
}

/** F-19: once more, in another way. */
async function again(desk: Desk, told: Told, chat: ChatNote, send: () => Promise<void>): Promise<ChatOutcome> {
  try {
    await send();
    return { is: 'sent' };
  } catch (fault) {
    return statusOf(fault) === 403 ? closed(desk, told, chat) : (outcomeOf(fault) satisfies Outcome);
  }
}

/** F-18: the bot was taken out, or blocked. Nothing more is tried there until it is installed again or the person writes to it. */
async function closed(desk: Desk, { by }: Told, chat: ChatNote): Promise<ChatOutcome> {
  await saveChat(desk.store, by, { ...chat, installed: false });
  return { is: 'closed' };
}

const turnOf = (desk: Desk, { by }: Told, { userId }: ChatNote): Turn => ({
  ...{ deps: desk.deps, links: desk.links, by, surface: 'chat', via: 'refresh', place: 'personal', userId, cardId: null },
});
