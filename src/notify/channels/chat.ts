import { wishesOf } from '../../app/cases/held.ts';
import { channelsToTell, tellChannel } from '../../app/notices/channel-news.ts';
import { type About, type NoticeDeps, type Told, tellPerson } from '../../app/notices/notices.ts';
import type { ChatDelivery, JobNotice } from '../../app/ports.ts';
import { isWanted, noticeKindOf } from '../../domain/notice/choices.ts';
import type { Delivery } from '../../domain/notice/delivery.ts';
import type { Outcome } from '../../domain/notice/outcome.ts';
import type { Channel, Send } from '../channel.ts';

/** Personal chats and channels in Teams, by way of the bot. Who speaks there at which pace is the bot's to keep. */
export const chatChannel = (deps: NoticeDeps, chat: ChatDelivery): Channel => ({
  atOnce: 80,
  gatherMs: 0,
  async prepare({ tenantId, to, content }) {
    if (content.kind !== 'case') return null;
    const about = { tenantId, caseId: content.caseId, notices: content.notices };
    switch (to.kind) {
      case 'person':
        return toPerson(deps, chat, to.id, about);
      case 'channels': {
        const deliveries = await channelsToTell(deps, about);
        return async () => ({ is: 'instead', deliveries });
      }
      case 'channel': {
        const told = await tellChannel(deps, to, about);
        return told && ((signal) => chat.tellChannel(told.to, told.news, signal));
      }
      case 'email':
      case 'webhook':
        return null;
    }
  },
});

async function toPerson(deps: NoticeDeps, chat: ChatDelivery, id: string, about: About): Promise<Send | null> {
  const told = await tellPerson(deps, id, 'chat', about);
  if (told && 'held' in told) return async () => told.held;
  return (
    told &&
    (async (signal): Promise<Outcome> => {
      const outcome = await chat.tellPerson(told, signal);
      if (outcome.is !== 'closed') return outcome;
      // F-18: a mail was queued beside it, and left out where only the chat was wanted. Whoever wants both has it, or gets it yet.
      const missed = await leftOut(deps, told, about);
      return { is: 'instead', deliveries: missed.map((notice) => byMail(notice, id, about.caseId)) };
    })
  );
}

/** Of what the chat was to tell, what no mail tells. */
async function leftOut({ store }: NoticeDeps, { by, news }: Told, { notices }: About): Promise<readonly JobNotice[]> {
  const { notices: choices } = wishesOf(await store.profiles.find(by.tenantId, by.personId));
  const missed = news.entries.filter((entry) => !isWanted(choices, 'email', noticeKindOf(entry)));
  return notices.filter(({ seq }) => missed.some((entry) => entry.seq === seq));
}

/** The same key as the mail that was queued with the change: where that one still waits, this is it. */
const byMail = ({ key, seq, how }: JobNotice, id: string, caseId: string): Delivery => ({
  key: key.replace(/:chat$/, ':email'),
  caseId,
  seq,
  to: { kind: 'person', id },
  how,
  channel: 'email',
});
