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

/** Makes a call that ends in time. */
type Within = (call: (signal: AbortSignal) => Promise<unknown>) => Promise<unknown>;

/** Unlike `AbortSignal.timeout`, it leaves nothing to be done later once the call has ended. */
const inTime =
  (ms: number): Within =>
  async (call) => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), ms);
    return call(late.signal).finally(() => clearTimeout(timer));
  };
const inRosterTime = inTime(rosterPatience);

/** The connector for one conversation. Every call ends in time and is tried once. */
export function outboundTo(
  ask: Connector,
  { conversation, recipient, from, locale }: Partial<Activity>,
  within: Within = inTime(patience),
): Outbound {
  const where = conversation?.id ?? '';
  const base = { conversation, from: recipient, recipient: from, locale };
  const say = async (activity: object) =>
    idIn(await within((signal) => ask({ method: 'POST', path: [where, 'activities'], body: { ...base, ...activity }, signal })));
  return {
    async send(what) {
      switch (what.kind) {
        case 'replace': {
          const body = { ...base, ...messageOf(what.card), id: what.messageId };
          await within((signal) => ask({ method: 'PUT', path: [where, 'activities', what.messageId], body, signal }));
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
      ((await inRosterTime((signal) => ask({ method: 'GET', path: [place, 'members', id], signal }))) ?? {}) as Member,
    members: async (place) => {
      const query = `?pageSize=${mostMembers}`;
      const page = await inRosterTime((signal) => ask({ method: 'GET', path: [place, 'pagedmembers'], query, signal }));
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
