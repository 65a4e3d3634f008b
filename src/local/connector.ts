import { readObject } from './body.ts';
import type { Attachment, SuggestedAction } from './client-contract.ts';
import type { ConnectorFaults } from './connector-faults.ts';
import type { Content, Conversation, Conversations } from './conversations.ts';
import type { Issuer } from './issuer.ts';
import { memberAccount, membersOf, pageOf } from './roster.ts';
import { answerJson, type Call, type Route, refuse } from './route.ts';
import type { TeamsIds } from './teams-ids.ts';

/** Teams refuses what is larger, in bytes. */
const largestMessage = 100 * 1024;

export interface ConnectorParts {
  readonly ids: TeamsIds;
  readonly appName: string;
  readonly issuer: Issuer;
  readonly conversations: Conversations;
  readonly faults: ConnectorFaults;
}

type Found = NonNullable<ReturnType<Conversations['find']>>;

/** Bot Framework's REST interface, as far as botbuilder's turns, proactive sends and `TeamsInfo` use it. Status codes and error codes are Teams'. */
export function connectorRoutes({ ids, appName, issuer, conversations, faults }: ConnectorParts): Route[] {
  const route = (method: string, path: string, handle: (call: Call) => Promise<void> | void): Route => ({
    method,
    path,
    async handle(call) {
      try {
        await issuer.verifyBot(call.request.headers.authorization);
      } catch {
        refuse(call.response, 401, 'Unauthorized', 'Authorization has been denied for this request.');
        return;
      }
      await handle(call);
    },
  });
  /** Finds the conversation in the path; a bot that is not installed there is refused as Teams refuses it. */
  const inConversation = (handle: (call: Call, found: Found) => Promise<void> | void) => (call: Call) => {
    const found = conversations.find(call.parts['conversation'] ?? '');
    if (!found) return refuse(call.response, 404, 'ConversationNotFound', 'Conversation not found.');
    if (found.conversation.presence === 'removed')
      return refuse(call.response, 403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
    return handle(call, found);
  };
  const post = (conversation: Conversation, activity: Record<string, unknown>, thread?: string): string => {
    if (activity['type'] === 'typing') conversations.typing(conversation);
    if (activity['type'] !== 'message') return '';
    faults.took(conversation.id, 'POST');
    return conversations.add(conversation, { kind: 'bot', name: appName }, contentOf(activity), thread);
  };
  const send = inConversation(async (call, { conversation, thread }) => {
    const { request, response, parts } = call;
    const activity = await readObject(request, largestMessage);
    const replied = conversation.place === 'team' ? (thread ?? parts['activity']) : undefined;
    const take = () => post(conversation, activity, replied);
    if (await faults.amiss(call, conversation.id, take)) return;
    answerJson(response, 201, { id: take() });
  });
  const one = '/v3/conversations/:conversation/activities/:activity';

  return [
    route('POST', '/v3/conversations', async (call) => {
      const { request, response } = call;
      const asked = await readObject(request, largestMessage);
      const place = placeAsked(ids, conversations, asked);
      if (!place) return refuse(response, 400, 'BadSyntax', 'Name one member, or a channel.');
      // A channel may be known from an earlier run; a chat is only ever opened where the bot is.
      if (place.presence === 'removed' || (place.place === 'personal' && place.presence !== 'installed'))
        return refuse(response, 403, 'ForbiddenOperationException', 'The bot is not installed there.');
      const activity = asked['activity'] as Record<string, unknown> | undefined;
      if (activity && (await faults.amiss(call, place.id, () => post(place, activity)))) return;
      const id = activity ? post(place, activity) : undefined;
      const conversationId = place.place === 'team' && id ? `${place.id};messageid=${id}` : place.id;
      answerJson(response, 201, { id: conversationId, ...(id ? { activityId: id } : {}) });
    }),
    route('POST', '/v3/conversations/:conversation/activities', send),
    route('POST', one, send),
    route(
      'PUT',
      one,
      inConversation(async (call, { conversation }) => {
        const { request, response, parts } = call;
        const id = parts['activity'] ?? '';
        const content = contentOf(await readObject(request, largestMessage));
        if (await faults.amiss(call, conversation.id, () => conversations.replace(conversation, id, content))) return;
        const replaced = conversations.replace(conversation, id, content);
        if (replaced) faults.took(conversation.id, 'PUT');
        return replaced
          ? answerJson(response, 200, { id })
          : refuse(response, 404, 'ActivityNotFoundInConversation', 'Activity not found.');
      }),
    ),
    route(
      'DELETE',
      one,
      inConversation(({ response, parts }, { conversation }) => {
        if (!conversations.remove(conversation, parts['activity'] ?? ''))
          return refuse(response, 404, 'ActivityNotFoundInConversation', 'Activity not found.');
        response.statusCode = 200;
        response.end();
      }),
    ),
    route(
      'GET',
      '/v3/conversations/:conversation/members',
      inConversation(({ response }, { conversation }) =>
        answerJson(
          response,
          200,
          membersOf(conversation).map((member) => memberAccount(ids, member)),
        ),
      ),
    ),
    route(
      'GET',
      '/v3/conversations/:conversation/pagedmembers',
      inConversation(({ response, url }, { conversation }) => {
        const size = Math.min(500, Math.max(1, Number(url.searchParams.get('pageSize')) || 200));
        const all = membersOf(conversation).map((member) => memberAccount(ids, member));
        answerJson(response, 200, pageOf(all, size, url.searchParams.get('continuationToken')));
      }),
    ),
    route(
      'GET',
      '/v3/conversations/:conversation/members/:member',
      inConversation(({ response, parts }, { conversation }) => {
        const wanted = ids.memberOf(parts['member'] ?? '');
        const member = membersOf(conversation).find((m) => m.person.id === wanted?.person.id);
        return member
          ? answerJson(response, 200, memberAccount(ids, member))
          : refuse(response, 404, 'MemberNotFoundInConversation', 'Member not found in conversation.');
      }),
    ),
    ...['', '/conversations'].map((rest) =>
      route('GET', `/v3/teams/:team${rest}`, ({ response, parts }) => {
        const team = ids.organisationOfChannel(parts['team'] ?? '');
        if (!team) return refuse(response, 404, 'ConversationNotFound', 'Team not found.');
        const id = ids.channel(team.id);
        const details = { id, name: team.name, aadGroupId: ids.teamGroup(team.id), type: 'standard', tenantId: team.id };
        answerJson(response, 200, rest ? { conversations: [{ id }] } : { ...details, channelCount: 1, memberCount: team.people.length });
      }),
    ),
  ];
}

/** A conversation may be asked for by one member, or by a channel for a new post. */
function placeAsked(ids: TeamsIds, conversations: Conversations, asked: Record<string, unknown>): Conversation | undefined {
  const data = asked['channelData'] as { channel?: { id?: string }; tenant?: { id?: string } } | undefined;
  if (data?.channel?.id) return conversations.find(data.channel.id)?.conversation;
  const member = ids.memberOf((asked['members'] as { id?: string }[] | undefined)?.[0]?.id ?? '');
  const tenantId = data?.tenant?.id ?? asked['tenantId'];
  return member && tenantId === member.organisation.id ? conversations.of(member, 'personal') : undefined;
}

function contentOf(activity: Record<string, unknown>): Content {
  const suggested = activity['suggestedActions'] as { actions?: SuggestedAction[] } | undefined;
  return {
    text: typeof activity['text'] === 'string' ? activity['text'] : '',
    textFormat: typeof activity['textFormat'] === 'string' ? activity['textFormat'] : 'markdown',
    attachments: Array.isArray(activity['attachments']) ? (activity['attachments'] as Attachment[]) : [],
    suggestedActions: suggested?.actions ?? [],
  };
}
