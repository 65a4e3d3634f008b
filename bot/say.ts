import type { Logger } from 'pino';
import type { TestResult } from '../src/domain/set-up.ts';
import type { VerifiedAdapter } from './wire/adapter.ts';
import type { Channel } from './wire/channel.ts';
import { outboundTo } from './wire/outbound.ts';

/** Where the bot was brought, as an activity from there told it. */
export interface Place {
  readonly conversationId: string;
  readonly serviceUrl: string;
}

/** Says something outside of any turn: once, and never to a place that isn't the channel's. */
export function speaker(
  adapter: VerifiedAdapter,
  channel: Channel,
  log: Pick<Logger, 'warn'>,
): (place: Place, text: string) => Promise<TestResult> {
  return async ({ conversationId, serviceUrl }, text) => {
    if (!isOf(channel, serviceUrl)) return 'notInstalled';
    try {
      await outboundTo(adapter.connectorTo(serviceUrl), { conversation: { id: conversationId } as never }).send({ kind: 'text', text });
      return 'sent';
    } catch (fault) {
      const { name, statusCode } = fault as { readonly name?: string; readonly statusCode?: number };
      if (statusCode === 403 || statusCode === 404) return 'notInstalled';
      log.warn({ fault: name, status: statusCode }, 'a test notice could not be sent');
      return 'failed';
    }
  };
}

const isOf = ({ serviceUrls }: Channel, serviceUrl: string): boolean =>
  URL.canParse(serviceUrl) && serviceUrls.includes(new URL(serviceUrl).origin);
