import type { Logger } from 'pino';
import { fireTimer } from './app/cases/clocks.ts';
import type { Deps } from './app/deps.ts';
import type { NoticeDeps } from './app/notices/notices.ts';
import type { ChatDelivery } from './app/ports.ts';
import { silent } from './notify/channel.ts';
import { chatChannel } from './notify/channels/chat.ts';
import { emailChannel } from './notify/channels/email.ts';
import { feedChannel } from './notify/channels/feed.ts';
import { summaryChannel } from './notify/channels/summary.ts';
import { webhookChannel } from './notify/channels/webhook.ts';
import { startClock } from './notify/clock.ts';
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
  const clock = startClock({ timers: deps.store.timers, fire: (timer) => fireTimer(deps, timer), log });
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
  return { close: async () => void (await Promise.all([clock.close(), worker.close()])) };
}
