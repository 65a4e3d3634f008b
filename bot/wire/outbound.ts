import type { Activity } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';

/** What a turn has to say besides the answer to its own request. */
export type Send =
  | { readonly kind: 'card'; readonly card: AdaptiveCard }
  | { readonly kind: 'text'; readonly text: string }
  /** In the place of a message that is there. */
  | { readonly kind: 'replace'; readonly messageId: string; readonly card: AdaptiveCard }
  | { readonly kind: 'typing' };

/** F-17: the connector is given up after this many milliseconds. */
const patience = 10_000;
/** The roster is asked before a turn can begin, and Teams waits for that turn. */
const rosterPatience = 4_000;

/** A person as Teams' roster has them. */
export interface Member {
  readonly aadObjectId?: string;
  readonly tenantId?: string;
  readonly name?: string;
  readonly userPrincipalName?: string;
  /** `guest`, or a member's. */
  readonly userRole?: string;
}

const mostMembers = 500;

export interface Outbound {
  /** @returns the id of the message, where one was made */
  send(what: Send): Promise<string | undefined>;
  /** A member of the conversation, or of the team it is in. */
  member(where: string, id: string): Promise<Member>;
  /** Members of the conversation, at most 500. */
  members(where: string): Promise<readonly Member[]>;
}

/** The connector for one conversation. Every call ends in time and is tried once. */
export function outboundTo(
  client: ConnectorClient,
  { conversation, recipient, from, locale }: Partial<Activity>,
  within = () => AbortSignal.timeout(patience),
): Outbound {
  const where = conversation?.id ?? '';
  const limits = () => ({ abortSignal: within() });
  const base = { conversation, from: recipient, recipient: from, locale } as Partial<Activity>;
  return {
    async send(what) {
      switch (what.kind) {
        case 'replace': {
          const activity = { ...base, ...messageOf(what.card), id: what.messageId };
          await client.conversations.updateActivity(where, what.messageId, activity as Activity, limits());
          return what.messageId;
        }
        case 'card':
          return (await client.conversations.sendToConversation(where, { ...base, ...messageOf(what.card) } as Activity, limits())).id;
        case 'text': {
          const activity = { ...base, type: 'message', text: what.text, textFormat: 'markdown' };
          return (await client.conversations.sendToConversation(where, activity as Activity, limits())).id;
        }
        case 'typing':
          await client.conversations.sendToConversation(where, { ...base, type: 'typing' } as Activity, limits());
          return undefined;
      }
    },
    member: async (place, id) => {
      const abortSignal = AbortSignal.timeout(rosterPatience);
      const found = await client.conversations.getConversationMember(place, id, { abortSignal });
      return found as Member;
    },
    members: async (place) => {
      const abortSignal = AbortSignal.timeout(rosterPatience);
      const { members = [] } = await client.conversations.getConversationPagedMembers(place, {
        pageSize: mostMembers,
        abortSignal,
      } as never);
      return members as readonly Member[];
    },
  };
}

/** The card says in words what it is, for the notification and for clients that show no cards. */
export const messageOf = (card: AdaptiveCard) => ({
  type: 'message',
  summary: String(card['speak']),
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});
