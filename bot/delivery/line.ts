import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { VerifiedAdapter } from '../wire/adapter.ts';
import type { Channel } from '../wire/channel.ts';
import type { Connector } from '../wire/connector.ts';
import { messageOf, outboundTo, type Send } from '../wire/outbound.ts';

/** The connector outside of any turn, as notices use it. Every call is tried once and ends with `signal`. */
export interface Line {
  /** @returns the message's id */
  send(conversationId: string, what: Exclude<Send, { kind: 'typing' }>, signal: AbortSignal): Promise<string>;
  /** The person's own chat, made anew or found again. @returns the conversation's id */
  chatWith(userId: string, tenantId: string, signal: AbortSignal): Promise<string>;
  /** A new post in a channel. @returns the post's id */
  post(channelId: string, tenantId: string, card: AdaptiveCard, signal: AbortSignal): Promise<string>;
}

/** `undefined` for a place that isn't the channel's: the desk's own token goes there. */
export type Lines = (serviceUrl: string) => Promise<Line | undefined>;

export function linesOf(adapter: VerifiedAdapter, channel: Channel): Lines {
  const bot = { id: `28:${channel.appId}`, name: 'Case Desk' };
  const allowed = [...channel.serviceUrls, ...(channel.playground?.serviceUrls ?? [])];
  return async (serviceUrl) => {
    if (!URL.canParse(serviceUrl) || !allowed.includes(new URL(serviceUrl).origin)) return undefined;
    return lineOver(adapter.connectorTo(serviceUrl), bot);
  };
}

const lineOver = (ask: Connector, bot: { readonly id: string; readonly name: string }): Line => ({
  async send(conversationId, what, signal) {
    const outbound = outboundTo(ask, { conversation: { id: conversationId } as never, recipient: bot }, (call) => call(signal));
    return (await outbound.send(what)) ?? '';
  },
  async chatWith(userId, tenantId, signal) {
    const asked = { isGroup: false, bot, members: [{ id: userId }], tenantId, channelData: { tenant: { id: tenantId } } };
    const { id = '' } = await begin(ask, asked, signal);
    return id;
  },
  async post(channelId, tenantId, card, signal) {
    const asked = {
      ...{ isGroup: true, bot, tenantId, activity: { ...messageOf(card), from: bot } },
      channelData: { channel: { id: channelId }, tenant: { id: tenantId } },
    };
    const { id, activityId } = await begin(ask, asked, signal);
    return activityId || (/;messageid=(\d+)/.exec(id ?? '')?.[1] ?? '');
  },
});

/** A conversation of its own, or a post in a channel, which Teams calls one too. */
const begin = async (ask: Connector, body: object, signal: AbortSignal) =>
  ((await ask({ method: 'POST', path: [], body, signal })) ?? {}) as { readonly id?: string; readonly activityId?: string };
