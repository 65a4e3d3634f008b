import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CardFactory, type ConversationReference, MessageFactory, TeamsInfo, TurnContext } from 'botbuilder';
import { cardOf, connectTeams, type TeamsClient } from '../../src/local/teams-client.ts';
import { appId, startEchoDesk } from './echo-desk.ts';

let desk: Awaited<ReturnType<typeof startEchoDesk>>;
let teams: TeamsClient;
let reference: Partial<ConversationReference> | undefined;

const shared = (userIds: string[]) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  refresh: { action: { type: 'Action.Execute', verb: 'refresh', data: { case: '7' } }, userIds },
  body: [{ type: 'TextBlock', text: 'for all' }],
});

async function logic(context: TurnContext): Promise<void> {
  const { type, name, value, text, from } = context.activity;
  if (type === 'message') reference = TurnContext.getConversationReference(context.activity);
  if (type === 'message' && text.includes('card')) {
    const members = (await TeamsInfo.getPagedMembers(context, 50)).members;
    await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(shared(members.slice(0, 2).map(({ id }) => id)))));
  } else if (type === 'message' && text.includes('team')) {
    const { name: teamName, memberCount } = await TeamsInfo.getTeamDetails(context);
    const channels = await TeamsInfo.getTeamChannels(context);
    await context.sendActivity(`${teamName} ${memberCount} ${channels.length}`);
  } else if (type === 'message') await context.sendActivity(`heard ${TurnContext.removeRecipientMention(context.activity)}`);
  else if (name === 'adaptiveCard/action')
    await context.sendActivity({
      type: 'invokeResponse',
      value: {
        status: 200,
        body: {
          statusCode: 200,
          type: 'application/vnd.microsoft.card.adaptive',
          value: { ...shared([from.id]), body: [{ type: 'TextBlock', text: `${value.trigger} for ${from.name}` }] },
        },
      },
    });
}

beforeAll(async () => {
  desk = await startEchoDesk(logic);
  teams = await connectTeams(desk.local.url);
});
afterAll(() => desk.close());

test('in a channel the bot hears what mentions it, and nothing else', async () => {
  const camille = teams.asPerson('Camille');
  await camille.open('team');
  const before = desk.activities.length;
  await camille.say('Just between us', { place: 'team' });
  expect(desk.activities).toHaveLength(before);
  const { message } = await camille.say('@Case Desk hello', { place: 'team' });
  expect(desk.activities.at(-1)).toMatchObject({
    text: '<at>Case Desk</at> hello',
    conversation: { conversationType: 'channel', isGroup: true, id: expect.stringMatching(new RegExp(`^19:.*;messageid=${message.id}$`)) },
    entities: [{ type: 'clientInfo' }, { type: 'mention', mentioned: { id: `28:${appId}` } }],
  });
  const answer = await camille.lastFromBot('team');
  expect(answer).toMatchObject({ text: 'heard hello', thread: message.id });
});

test('colleagues share the channel, another organisation does not', async () => {
  const { message } = await teams.asPerson('Camille').say('Good morning', { place: 'team' });
  const texts = async (name: string) => (await teams.asPerson(name).messages('team')).map(({ id }) => id);
  expect(await texts('Léa')).toContain(message.id);
  expect(await texts('Jordan')).not.toContain(message.id);
});

test('TeamsInfo reads the team and its channel', async () => {
  const jordan = teams.asPerson('Jordan');
  await jordan.say('@Case Desk team', { place: 'team' });
  expect((await jordan.lastFromBot('team')).text).toBe('Fabrikam 2 1');
});

test('a card refreshes for the persons it names, each seeing their own view, until the bot changes it for all', async () => {
  const [camille, thomas, lea] = ['Camille', 'Thomas', 'Léa'].map((name) => teams.asPerson(name)) as [
    ReturnType<TeamsClient['asPerson']>,
    ReturnType<TeamsClient['asPerson']>,
    ReturnType<TeamsClient['asPerson']>,
  ];
  await camille.say('@Case Desk card', { place: 'team' });
  const message = await camille.lastFromBot('team');
  await camille.refresh(message);
  await thomas.refresh(message);
  expect(await lea.refresh(message)).toBeUndefined();
  const text = async (person: typeof lea) => JSON.stringify(cardOf(await person.lastFromBot('team')));
  expect(await text(camille)).toContain('automatic for Camille Laurent');
  expect(await text(thomas)).toContain('automatic for Thomas Girard');
  expect(await text(lea)).toContain('for all');

  await desk.adapter.continueConversationAsync(appId, reference as ConversationReference, async (context) => {
    const card = { ...shared([]), body: [{ type: 'TextBlock', text: 'closed' }] };
    await context.updateActivity({ ...MessageFactory.attachment(CardFactory.adaptiveCard(card)), id: message.id });
  });
  expect(await text(camille)).toContain('closed');
  expect((await camille.lastFromBot('team')).version).toBe(2);
});

test('a bot begins a post of its own in a channel, and a chat with a person it knows', async () => {
  const lea = teams.asPerson('Léa');
  await lea.open();
  await lea.open('team');
  const connector = async (body: object) => {
    const response = await fetch(`${desk.local.url}/v3/conversations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await desk.local.signForConnector()}` },
      body: JSON.stringify({ ...body, bot: { id: `28:${appId}` } }),
    });
    return { status: response.status, body: (await response.json()) as { id: string; activityId?: string } };
  };
  const channel = desk.activities.findLast(({ channelData }) => channelData?.channel)?.channelData.channel;
  const post = await connector({ channelData: { channel }, activity: { type: 'message', text: 'A new case' } });
  expect(post).toMatchObject({ status: 201, body: { id: expect.stringContaining(`;messageid=${post.body.activityId}`) } });
  const tenant = { id: lea.organisation.id };
  expect(await connector({ members: [{ id: lea.entry.botUserId }], channelData: { tenant } })).toMatchObject({ status: 201 });
  expect((await connector({ members: [{ id: lea.entry.botUserId }], channelData: { tenant: { id: 'another' } } })).status).toBe(400);
});
