import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CardFactory, MessageFactory, TeamsInfo, type TurnContext } from 'botbuilder';
import { decodeJwt } from 'jose';
import { cardOf, connectTeams, type TeamsClient } from '../../src/local/teams-client.ts';
import { appId, startEchoDesk } from './echo-desk.ts';

let desk: Awaited<ReturnType<typeof startEchoDesk>>;
let teams: TeamsClient;

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'for all' },
    { type: 'Input.Text', id: 'words', isRequired: true },
    { type: 'Input.Toggle', id: 'sure', title: 'Sure?' },
  ],
  actions: [
    {
      type: 'Action.Execute',
      title: 'Save',
      verb: 'save',
      data: { case: '7' },
      fallback: { type: 'Action.Submit', title: 'Save', data: { verb: 'save', case: '7' } },
    },
    { type: 'Action.Submit', title: 'Old', data: { verb: 'old' } },
    { type: 'Action.Submit', title: 'Ask', associatedInputs: 'none', data: { msteams: { type: 'task/fetch' }, what: 'reason' } },
    { type: 'Action.Execute', title: 'Refuse', verb: 'refuse', associatedInputs: 'none' },
  ],
};

async function logic(context: TurnContext): Promise<void> {
  const { type, name, value, text } = context.activity;
  const invokeAnswer = (body: unknown) => context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  if (type === 'message' && text === 'card') await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(card)));
  else if (type === 'message' && text === 'who')
    await context.sendActivity(JSON.stringify(await TeamsInfo.getMember(context, context.activity.from.id)));
  else if (type === 'message' && text === 'all')
    await context.sendActivity(JSON.stringify((await TeamsInfo.getPagedMembers(context, 3)).members.map((m) => m.name)));
  else if (type === 'message') await context.sendActivity(value ? `got ${JSON.stringify(value)}` : `echo ${text}`);
  else if (name === 'adaptiveCard/action') {
    const { action, trigger } = value as { action: { verb: string; data: object }; trigger: string };
    if (action.verb === 'refuse')
      await invokeAnswer({ statusCode: 403, type: 'application/vnd.microsoft.error', value: { code: 'Forbidden', message: 'Not yours.' } });
    else
      await invokeAnswer({
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: `${trigger} ${JSON.stringify(action.data)}` }] },
      });
  } else if (name === 'task/fetch')
    await invokeAnswer({ task: { type: 'continue', value: { title: 'Why?', card: CardFactory.adaptiveCard(card) } } });
  else if (name === 'task/submit') await invokeAnswer({ task: { type: 'message', value: `thanks ${JSON.stringify(value.data)}` } });
}

beforeAll(async () => {
  desk = await startEchoDesk(logic);
  teams = await connectTeams(desk.local.url);
});
afterAll(() => desk.close());

test('opening a chat the first time tells the bot that it was installed, and not again', async () => {
  const taylor = teams.asPerson('Taylor');
  const before = desk.activities.length;
  await taylor.open();
  await taylor.open();
  const seen = desk.activities.slice(before);
  expect(seen.map(({ type, action }) => ({ type, action }))).toEqual([
    { type: 'installationUpdate', action: 'add' },
    { type: 'conversationUpdate', action: undefined },
  ]);
  expect(seen[1]?.membersAdded).toEqual([{ id: `28:${appId}` }]);
});

test('an activity carries what Teams puts on it, and a token that names its service url', async () => {
  const camille = teams.asPerson('Camille');
  await camille.say('bonjour');
  expect((await camille.lastFromBot()).text).toBe('echo bonjour');
  expect(desk.activities.at(-1)).toMatchObject({
    type: 'message',
    channelId: 'msteams',
    serviceUrl: desk.local.serviceUrl,
    from: { id: camille.entry.botUserId, aadObjectId: camille.entry.id, name: 'Camille Laurent' },
    recipient: { id: `28:${appId}` },
    conversation: { conversationType: 'personal', tenantId: camille.organisation.id },
    channelData: { tenant: { id: camille.organisation.id } },
    locale: 'fr-FR',
    localTimezone: 'Europe/Paris',
  });
  const claims = decodeJwt(desk.tokens.at(-1) ?? '');
  expect(claims).toMatchObject({ iss: desk.local.issuer.url, aud: appId, serviceurl: desk.local.serviceUrl });
  expect(claims.exp).toBeGreaterThan(Date.now() / 1000);
});

test('the roster names a person, and a guest as one', async () => {
  const marco = teams.asPerson('Marco');
  await marco.say('who');
  expect(JSON.parse((await marco.lastFromBot()).text)).toMatchObject({
    aadObjectId: marco.entry.id,
    tenantId: marco.organisation.id,
    email: 'marco@studio-bianchi.example',
    userRole: 'guest',
  });
});

test('an Execute merges its inputs, and its answer changes the card for that person', async () => {
  const jordan = teams.asPerson('Jordan');
  await jordan.say('card');
  const message = await jordan.lastFromBot();
  await expect(jordan.press(message, 'Save')).rejects.toThrow('words is required');
  const answer = await jordan.press(message, 'Save', { words: 'hello' });
  expect(answer.kind).toBe('card');
  expect(JSON.stringify(cardOf(await jordan.lastFromBot()))).toContain(
    'manual {\\"case\\":\\"7\\",\\"words\\":\\"hello\\",\\"sure\\":\\"false\\"}',
  );
});

test('a refused Execute says so', async () => {
  const robin = teams.asPerson('Robin');
  await robin.say('card');
  const answer = await robin.press(await robin.lastFromBot(), 'refuse');
  expect(answer).toEqual({ kind: 'refused', status: 403, code: 'Forbidden', text: 'Not yours.' });
});

test('a Submit becomes a message with the inputs as its value', async () => {
  const priya = teams.asPerson('Priya');
  await priya.say('card');
  await priya.press(await priya.lastFromBot(), 'Old', { words: 'x' });
  expect((await priya.lastFromBot()).text).toBe('got {"verb":"old","words":"x","sure":"false"}');
});

test('a Submit that asks for a dialog gets one, and its submission is answered', async () => {
  const nadia = teams.asPerson('Nadia');
  await nadia.say('card');
  const opened = await nadia.press(await nadia.lastFromBot(), 'Ask');
  if (opened.kind !== 'dialog') throw new Error(`a dialog was expected, not ${opened.kind}`);
  expect(opened.dialog.title).toBe('Why?');
  const answer = await nadia.submitDialog(opened.dialog.card ?? {}, 'Old', { words: 'because' });
  expect(answer).toEqual({ kind: 'message', text: 'thanks {"verb":"old","words":"because","sure":"false"}' });
});

test('a file is announced with an address that gives its bytes to whoever holds it', async () => {
  const sam = teams.asPerson('Sam');
  await sam.attach('numbers.csv', '+33472000001\n', 'here');
  const attachment = desk.activities.at(-1)?.attachments?.[0];
  expect(attachment).toMatchObject({ contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'numbers.csv' });
  const { downloadUrl = '', fileType } = { ...(attachment?.content as { downloadUrl?: string; fileType?: string } | undefined) };
  expect(fileType).toBe('csv');
  expect(await (await fetch(downloadUrl)).text()).toBe('+33472000001\n');
});

test('one person cannot attach the file of another', async () => {
  const file = await teams.asPerson('Sam').upload('secret.txt', 'x');
  await expect(teams.asPerson('Taylor').say('mine', { files: [file.id] })).rejects.toThrow('404');
});

test('after an uninstallation the bot may not send', async () => {
  const emile = teams.asPerson('Émile');
  await emile.say('hi');
  await emile.remove();
  const said = desk.activities.findLast((a) => a.from.aadObjectId === emile.entry.id);
  const response = await fetch(`${desk.local.url}/v3/conversations/${encodeURIComponent(said?.conversation.id ?? '')}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await desk.local.signForConnector()}` },
    body: '{"type":"message","text":"still there?"}',
  });
  expect(response.status).toBe(403);
});
