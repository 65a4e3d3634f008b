import { pino } from 'pino';
import { chatDelivery } from '../../bot/delivery/chat-delivery.ts';
import type { Limits } from '../../src/app/ports.ts';
import { operator } from '../../src/local/organisations.ts';
import { chatChannel } from '../../src/notify/channels/chat.ts';
import { startWorker, type Worker } from '../../src/notify/worker.ts';
import { silence } from '../notify/silence.ts';
import type { BotDesk } from './desk.ts';

/** So much that nobody ever waits, for tests that are about something else. */
export const unhurried: Limits = { conversation: [{ most: 10_000, ms: 1 }], tenant: { most: 10_000, ms: 1 }, slackMs: 0 };

/** The worker that speaks in Teams, beside a bot desk. */
export function startDelivering({ deps, channel, url }: BotDesk, limits: Limits = unhurried): Worker {
  const chat = chatDelivery({ deps, channel, links: { tab: (page = '') => `${url}/tab/#/${page}` }, limits });
  const notices = { ...deps, operatorTenantId: operator.id, reachesInChat: chat.reaches };
  return startWorker({
    outbox: deps.store.outbox,
    channels: { ...silence, chat: chatChannel(notices, chat) },
    log: pino({ level: 'silent' }),
    pollMs: 50,
  });
}
