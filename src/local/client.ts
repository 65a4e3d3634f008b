import { type Activity, fromTeams, inTeam, type Sender, type Teams, withMention } from './activities.ts';
import type { ConsentRequest, Delivery, InvokeRequest, OpenRequest, Place, Said, SayRequest, SubmitRequest } from './client-contract.ts';
import { adaptiveCard, type Content, type Conversations } from './conversations.ts';
import type { Deliver } from './deliver.ts';
import { downloadOf, escaped, uploadPlace } from './file-attachments.ts';
import type { Files } from './files.ts';
import { type SampleMember, sampleMember } from './organisations.ts';

/** What a person's Teams does with the bot, each step as one signed activity (or two, at installation). */
export interface Client {
  /** Opens a chat or a channel. The first time, the bot learns that it was installed there. */
  open(request: OpenRequest): Promise<Delivery>;
  /** Uninstalls the bot there; its sends are refused until the place is opened again. */
  remove(request: OpenRequest): Promise<Delivery>;
  say(request: SayRequest): Promise<Said>;
  submit(request: SubmitRequest): Promise<Delivery>;
  invoke(request: InvokeRequest): Promise<Delivery>;
  consent(request: ConsentRequest): Promise<Delivery>;
}

export interface ClientParts {
  readonly teams: Teams;
  readonly conversations: Conversations;
  readonly deliver: Deliver;
  readonly files: Files;
  readonly url: () => string;
}

/** Nobody in the sample organisations has that id, or nothing of that id was said. */
export class Unknown extends Error {}

const nothingToDo: Delivery = { status: 200, body: undefined };

export function createClient({ teams, conversations, deliver, files, url }: ClientParts): Client {
  const sender = (request: { person: string; locale?: string; place: Place }, thread?: string): Sender => {
    const member = memberOf(request.person);
    const locale = request.locale ?? member.person.locale;
    return { member, conversation: conversations.of(member, request.place), locale, thread };
  };
  const author = ({ member }: Sender) => ({ kind: 'person' as const, id: member.person.id, name: member.person.name });
  const plain = (text: string): Content => ({ text, textFormat: 'plain', attachments: [], suggestedActions: [] });
  const threadOfMessage = (who: Sender, id: string | undefined) =>
    id === undefined ? undefined : conversations.one(who.conversation, id, who.member.person.id)?.thread;

  const client: Client = {
    async open(request) {
      const who = sender(request);
      if (who.conversation.presence === 'installed') return nothingToDo;
      const before = who.conversation.presence;
      who.conversation.presence = 'installed';
      for (const activity of installation(teams, who)) {
        const delivery = await deliver(activity);
        if (delivery.status < 200 || delivery.status > 299) {
          who.conversation.presence = before;
          return delivery;
        }
      }
      return nothingToDo;
    },

    remove(request) {
      const who = sender(request);
      who.conversation.presence = 'removed';
      return deliver({ ...inWhole(teams, who), type: 'installationUpdate', action: 'remove' });
    },

    async say(request) {
      const who = sender(request, request.thread);
      const attached = (request.files ?? []).map((id) => {
        const file = files.ofOwner(request.person, id);
        if (!file) throw new Unknown();
        return downloadOf(file, url());
      });
      const cards = (request.cards ?? []).map((content) => ({ contentType: adaptiveCard, content }));
      const content = { ...plain(request.text), attachments: [...attached, ...cards] };
      const id = conversations.add(who.conversation, author(who), content, request.thread);
      const mention = request.place === 'team' ? withMention(teams, request.text) : { text: request.text, entities: [] };
      const message = conversations.one(who.conversation, id, request.person);
      if (!message) throw new Unknown();
      if (!mention) return { ...nothingToDo, message };
      const base = fromTeams(teams, who, id);
      const html = { contentType: 'text/html', content: `<p>${escaped(request.text)}</p>` };
      const delivery = await deliver({
        ...base,
        type: 'message',
        text: mention.text,
        textFormat: 'plain',
        entities: [...(base['entities'] as unknown[]), ...mention.entities],
        attachments: [...attached, ...cards, html],
      });
      return { ...delivery, message };
    },

    submit(request) {
      const who = sender(request);
      const thread = threadOfMessage(who, request.message);
      const shown = request.displayText ?? (request.value === undefined ? request.text : undefined);
      const id = shown ? conversations.add(who.conversation, author(who), plain(shown), thread) : undefined;
      return deliver({
        ...fromTeams(teams, { ...who, thread }, id),
        type: 'message',
        textFormat: 'plain',
        ...(request.text === undefined ? {} : { text: request.text }),
        ...(request.value === undefined ? {} : { value: request.value, replyToId: request.message }),
      });
    },

    async invoke(request) {
      const who = sender(request);
      const delivery = await deliver({
        ...fromTeams(teams, { ...who, thread: threadOfMessage(who, request.message) }),
        type: 'invoke',
        name: request.name,
        value: request.value,
        ...(request.message === undefined ? {} : { replyToId: request.message }),
      });
      const card = request.name === 'adaptiveCard/action' ? cardIn(delivery) : undefined;
      if (card !== undefined && request.message) conversations.show(who.conversation, request.message, request.person, card);
      return delivery;
    },

    consent({ message, accept, ...acting }) {
      const who = sender({ ...acting, place: 'personal' });
      const asked = conversations
        .one(who.conversation, message, acting.person)
        ?.attachments.find((a) => a.contentType.endsWith('.file.consent'));
      if (!asked) throw new Unknown();
      const content = asked.content as { acceptContext?: unknown; declineContext?: unknown } | undefined;
      const name = asked.name ?? 'file';
      return client.invoke({
        ...acting,
        place: 'personal',
        message,
        name: 'fileConsent/invoke',
        value: accept
          ? {
              type: 'fileUpload',
              action: 'accept',
              context: content?.acceptContext,
              uploadInfo: uploadPlace(files.expectUpload(acting.person, name), name, url()),
            }
          : { type: 'fileUpload', action: 'decline', context: content?.declineContext },
      });
    },
  };
  return client;
}

export function memberOf(personId: string): SampleMember {
  const member = sampleMember(personId);
  if (!member) throw new Unknown();
  return member;
}

function installation(teams: Teams, who: Sender): Activity[] {
  const tenant = { tenant: { id: who.member.organisation.id } };
  const team = who.conversation.place === 'team';
  const added = team ? { channelData: { ...tenant, ...inTeam(teams, who.conversation), eventType: 'teamMemberAdded' } } : {};
  return [
    { ...inWhole(teams, who), type: 'installationUpdate', action: 'add' },
    { ...inWhole(teams, who), ...added, type: 'conversationUpdate', membersAdded: [{ id: teams.ids.bot }] },
  ];
}

/** An activity about the chat or channel itself, so outside any thread. */
function inWhole(teams: Teams, who: Sender): Activity {
  const activity = fromTeams(teams, who);
  return { ...activity, conversation: { ...(activity['conversation'] as object), id: who.conversation.id } };
}

/** The card of an invoke answer, where the bot replaces one. */
function cardIn({ status, body }: Delivery): unknown {
  const answer = body as { statusCode?: number; type?: string; value?: unknown } | undefined;
  return status === 200 && answer?.statusCode === 200 && answer.type === adaptiveCard ? answer.value : undefined;
}
