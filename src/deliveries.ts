import type { Logger } from 'pino';
import { fireTimer } from './app/cases/clocks.ts';
import type { Deps } from './app/deps.ts';
import type { NoticeDeps } from './app/notices/notices.ts';
import { lookAgain } from './app/outages/announcement-news.ts';
import type { ChatDelivery } from './app/ports.ts';
import { silent } from './notify/channel.ts';
import { chatChannel } from './notify/channels/chat.ts';
import { emailChannel } from './notify/channels/email.ts';
import { feedChannel } from './notify/channels/feed.ts';
import { summaryChannel } from './notify/channels/summary.ts';
import { webhookChannel } from './notify/channels/webhook.ts';
import { type Clock, startClock } from './notify/clock.ts';
import { startWorker, type Worker, type WorkerOptions } from './notify/worker.ts';
import type { Surroundings } from './surroundings.ts';

export interface DeliveryOptions {
  readonly deps: Deps;
  readonly around: Pick<Surroundings, 'mail' | 'links' | 'operatorTenantId'>;
  /** The bot, where it is there to speak. */
  readonly chat: ChatDelivery | null;
  /** The desk's own address; asked when a letter goes out. */
  readonly deskUrl: () => string;
  readonly log: Logger;
  readonly observe?: WorkerOptions['observe'];
}

/** The worker with the ways to deliver that are set up, and the clock; ways that are not set up are silent. */
export function startDeliveries({ deps, around, chat, deskUrl, log, observe }: DeliveryOptions): Worker {
  const { mail, links, operatorTenantId } = around;
  const notices: NoticeDeps = { ...deps, operatorTenantId, ...(chat && { reachesInChat: (person) => chat.reaches(person) }) };
  const mailing = mail && { from: mail.from, carry: mail.carry(deps.store), tabLink: (subPage: string) => links.tab(subPage), deskUrl };
  const clocks = [
    startClock({ timers: deps.store.timers, fire: (timer) => fireTimer(deps, timer), kindOf: ({ kind }) => kind, log }),
    ...(deps.health ? [startAnnouncementClock(deps, deps.health.freshMs, log)] : []),
  ];
  const worker = startWorker({
    outbox: deps.store.outbox,
    channels: {
      chat: chat ? chatChannel(notices, chat) : silent,
      email: mailing ? emailChannel(notices, mailing) : silent,
      summary: mailing ? summaryChannel(notices, mailing) : silent,
      feed: deps.feed ? feedChannel(notices, deps.feed, (number) => links.tab(`case/${number}`)) : silent,
      webhook: deps.webhooks ? webhookChannel(notices, deps.webhooks, (number) => links.tab(`case/${number}`)) : silent,
    },
    log,
    ...(observe && { observe }),
  });
  return { close: async () => void (await Promise.all([...clocks.map((clock) => clock.close()), worker.close()])) };
}

/** CS-12: what somebody follows is looked at as often as it is read anew; where nobody follows anything, nothing is read. */
const startAnnouncementClock = (deps: Deps, everyMs: number, log: Logger): Clock =>
  startClock({
    timers: deps.store.announcements,
    fire: (follower) => lookAgain(deps, follower),
    kindOf: () => 'announcement',
    log,
    leaseMs: everyMs,
    pollMs: Math.min(everyMs / 2, 30_000),
  });
