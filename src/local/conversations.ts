import type { Attachment, Author, ChatMessage, ClientEvent, Place, SuggestedAction } from './client-contract.ts';
import type { SampleMember, SampleOrganisation } from './organisations.ts';
import { type TeamsIds, threadOf } from './teams-ids.ts';

const messagesKept = 200;
export const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

export interface Content {
  readonly text: string;
  readonly textFormat: string;
  readonly attachments: readonly Attachment[];
  readonly suggestedActions: readonly SuggestedAction[];
}

interface Stored extends Content {
  readonly id: string;
  readonly thread?: string;
  readonly author: Author;
  readonly at: string;
  readonly version: number;
  readonly edited: boolean;
  /** Cards that only one person sees, by person: what an action or a refresh answered to them. */
  readonly views: ReadonlyMap<string, unknown>;
}

/** A personal chat (`member` set) or an organisation's one channel. */
export interface Conversation {
  readonly id: string;
  readonly place: Place;
  readonly organisation: SampleOrganisation;
  readonly member?: SampleMember;
  /**
   * `unannounced`: the bot may know it from an earlier run, and may send there. Only `removed` is closed to it, as after an uninstallation.
   */
  presence: 'unannounced' | 'installed' | 'removed';
  messages: readonly Stored[];
}

export type Listener = (event: ClientEvent) => void;

export interface Conversations {
  of(member: SampleMember, place: Place): Conversation;
  /** By the id the bot knows, with or without a thread. */
  find(conversationId: string): { readonly conversation: Conversation; readonly thread: string | undefined } | undefined;
  add(conversation: Conversation, author: Author, content: Content, thread?: string): string;
  /** Replaces a message for everyone; what single persons saw instead is gone. False: no such message of the bot. */
  replace(conversation: Conversation, id: string, content: Content): boolean;
  remove(conversation: Conversation, id: string): boolean;
  /** Replaces a message's card for one person. */
  show(conversation: Conversation, id: string, personId: string, card: unknown): void;
  typing(conversation: Conversation): void;
  read(conversation: Conversation, personId: string): ChatMessage[];
  one(conversation: Conversation, id: string, personId: string): ChatMessage | undefined;
  /** @returns how to stop listening. */
  listen(member: SampleMember, listener: Listener): () => void;
}

/** Teams' memory: every chat and channel with its last messages, and who is looking. */
export function createConversations(ids: TeamsIds): Conversations {
  const known = new Map<string, Conversation>();
  const listeners = new Set<{ readonly member: SampleMember; readonly listener: Listener }>();
  let lastId = 0;

  const of = (member: SampleMember, place: Place) => {
    const id = place === 'personal' ? ids.personalChat(member.person.id) : ids.channel(member.organisation.id);
    return known.get(id) ?? create(id, place, member);
  };
  const create = (id: string, place: Place, member: SampleMember): Conversation => {
    const conversation: Conversation = {
      id,
      place,
      organisation: member.organisation,
      ...(place === 'personal' ? { member } : {}),
      presence: 'unannounced',
      messages: [],
    };
    known.set(id, conversation);
    return conversation;
  };
  const tell = (conversation: Conversation, event: (personId: string) => ClientEvent | undefined) => {
    for (const { member, listener } of listeners) {
      if (of(member, conversation.place) !== conversation) continue;
      const told = event(member.person.id);
      if (told) listener(told);
    }
  };
  const tellMessage = (conversation: Conversation, message: Stored) =>
    tell(conversation, (personId) => ({ kind: 'message', message: seenBy(conversation, message, personId) }));
  const change = (conversation: Conversation, id: string, changed: (message: Stored) => Stored): Stored | undefined => {
    const before = conversation.messages.find((message) => message.id === id);
    if (!before) return undefined;
    const after = changed(before);
    conversation.messages = conversation.messages.map((message) => (message === before ? after : message));
    return after;
  };
  const ofBot = (conversation: Conversation, id: string) => conversation.messages.some((m) => m.id === id && m.author.kind === 'bot');

  return {
    of,
    find(conversationId) {
      const { base, thread } = threadOf(conversationId);
      const organisation = ids.organisationOfChannel(base);
      const member = organisation?.people[0];
      const someone = ids.memberOfChat(base) ?? (organisation && member ? { person: member, organisation } : undefined);
      return someone ? { conversation: of(someone, organisation ? 'team' : 'personal'), thread } : undefined;
    },
    add(conversation, author, content, thread) {
      lastId = Math.max(lastId + 1, Date.now());
      const id = String(lastId);
      const message: Stored = {
        ...content,
        id,
        author,
        at: new Date().toISOString(),
        version: 1,
        edited: false,
        views: new Map(),
        ...(conversation.place === 'team' ? { thread: thread ?? id } : {}),
      };
      conversation.messages = [...conversation.messages, message].slice(-messagesKept);
      tellMessage(conversation, message);
      return id;
    },
    replace(conversation, id, content) {
      if (!ofBot(conversation, id)) return false;
      const after = change(conversation, id, (m) => ({ ...m, ...content, version: m.version + 1, edited: true, views: new Map() }));
      if (after) tellMessage(conversation, after);
      return true;
    },
    remove(conversation, id) {
      if (!ofBot(conversation, id)) return false;
      conversation.messages = conversation.messages.filter((message) => message.id !== id);
      tell(conversation, () => ({ kind: 'removed', place: conversation.place, id }));
      return true;
    },
    show(conversation, id, personId, card) {
      const after = change(conversation, id, (m) => ({ ...m, views: new Map([...m.views, [personId, card]]) }));
      if (!after) return;
      tell(conversation, (seer) => (seer === personId ? { kind: 'message', message: seenBy(conversation, after, seer) } : undefined));
    },
    typing: (conversation) => tell(conversation, () => ({ kind: 'typing', place: conversation.place })),
    read: (conversation, personId) => conversation.messages.map((message) => seenBy(conversation, message, personId)),
    one(conversation, id, personId) {
      const message = conversation.messages.find((m) => m.id === id);
      return message && seenBy(conversation, message, personId);
    },
    listen(member, listener) {
      const entry = { member, listener };
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
  };
}

function seenBy({ place }: Conversation, message: Stored, personId: string): ChatMessage {
  const { views, ...rest } = message;
  const view = views.get(personId);
  if (view === undefined) return { ...rest, place };
  const first = rest.attachments.findIndex((a) => a.contentType === adaptiveCard);
  const attachments = rest.attachments.map((a, index) => (index === first ? { ...a, content: view } : a));
  return { ...rest, place, attachments };
}
