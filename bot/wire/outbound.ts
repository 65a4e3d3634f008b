import type { Activity } from 'botbuilder';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { Connector } from './connector.ts';

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
  ask: Connector,
  { conversation, recipient, from, locale }: Partial<Activity>,
  within = () => AbortSignal.timeout(patience),
): Outbound {
  const where = conversation?.id ?? '';
  const base = { conversation, from: recipient, recipient: from, locale };
  const say = async (activity: object) =>
    idIn(await ask({ method: 'POST', path: [where, 'activities'], body: { ...base, ...activity }, signal: within() }));
  return {
    async send(what) {
      switch (what.kind) {
        case 'replace': {
          const body = { ...base, ...messageOf(what.card), id: what.messageId };
          await ask({ method: 'PUT', path: [where, 'activities', what.messageId], body, signal: within() });
          return what.messageId;
        }
        case 'card':
          return say(messageOf(what.card));
        case 'text':
          return say({ type: 'message', text: what.text, textFormat: 'markdown' });
        case 'typing':
          await say({ type: 'typing' });
          return undefined;
      }
    },
    member: async (place, id) =>
      ((await ask({ method: 'GET', path: [place, 'members', id], signal: AbortSignal.timeout(rosterPatience) })) ?? {}) as Member,
    members: async (place) => {
      const query = `?pageSize=${mostMembers}`;
      const page = await ask({ method: 'GET', path: [place, 'pagedmembers'], query, signal: AbortSignal.timeout(rosterPatience) });
      return (page as { readonly members?: readonly Member[] } | undefined)?.members ?? [];
    },
  };
}

const idIn = (answer: unknown): string | undefined => (answer as { readonly id?: string } | undefined)?.id;

/** The card says in words what it is, for the notification and for clients that show no cards. */
export const messageOf = (card: AdaptiveCard) => ({
  type: 'message',
  summary: String(card['speak']),
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});
