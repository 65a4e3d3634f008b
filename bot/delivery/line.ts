import type { ConnectorClient } from 'botframework-connector';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { VerifiedAdapter } from '../wire/adapter.ts';
import type { Channel } from '../wire/channel.ts';
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
  const open = new Map<string, ConnectorClient>();
  const allowed = [...channel.serviceUrls, ...(channel.playground?.serviceUrls ?? [])];
  return async (serviceUrl) => {
    if (!URL.canParse(serviceUrl) || !allowed.includes(new URL(serviceUrl).origin)) return undefined;
    const client = open.get(serviceUrl) ?? (await adapter.connectorTo(serviceUrl));
    if (open.size >= mostOpen) open.clear();
    open.set(serviceUrl, client);
    return lineOver(client, bot);
  };
}

const mostOpen = 20;

const lineOver = (client: ConnectorClient, bot: { readonly id: string; readonly name: string }): Line => ({
  async send(conversationId, what, signal) {
    const outbound = outboundTo(client, { conversation: { id: conversationId } as never, recipient: bot }, () => signal);
    return (await outbound.send(what)) ?? '';
  },
  async chatWith(userId, tenantId, signal) {
    const asked = { isGroup: false, bot, members: [{ id: userId }], tenantId, channelData: { tenant: { id: tenantId } } };
    const { id } = await client.conversations.createConversation(asked as never, { abortSignal: signal });
    return id;
  },
  async post(channelId, tenantId, card, signal) {
    const asked = {
      ...{ isGroup: true, bot, tenantId, activity: { ...messageOf(card), from: bot } },
      channelData: { channel: { id: channelId }, tenant: { id: tenantId } },
    };
    const { id, activityId } = await client.conversations.createConversation(asked as never, { abortSignal: signal });
    return activityId || (/;messageid=(\d+)/.exec(id ?? '')?.[1] ?? '');
  },
});
