import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addReply } from '../../src/app/replies/replies.ts';
import { cardOf } from '../../src/local/teams-client.ts';
import { deskOver, granted } from '../app/desk.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { actionsIn, press, textOf } from './reading.ts';

let desk: BotDesk;
beforeAll(async () => {
  desk = await startBotDesk();
});
afterAll(() => desk.close());

test('AG-3 in the chat an engineer puts a saved reply into the answer, below what was typed, and a requester has none', async () => {
  const app = deskOver(desk.deps);
  const [camille, ingrid] = [await app.someone('Camille'), await app.someone('Ingrid')];
  const { number, id } = await app.open(camille);
  const reply = {
    desk: 'phoneNumbers',
    locale: 'fr',
    title: 'Nous cherchons',
    text: 'Bonjour {{requesterFirstName}}, nous cherchons.',
  } as const;
  granted(await addReply(desk.deps, ingrid, reply));
  const engineer = desk.teams.asPerson('Ingrid', { locale: 'en-GB' });
  await engineer.say(number);
  const form = await press(engineer, 'Comment');
  const choice = JSON.stringify(form).match(/"title":"Nous cherchons","value":"([^"]+)"/)?.[1] ?? '';
  const filled = await press(engineer, 'Put the reply in', { text: 'Merci.', reply: choice });
  expect(JSON.stringify(filled)).toContain(String.raw`Merci.\n\nBonjour Camille, nous cherchons.`);
  expect((await app.see(camille, id)).timeline).toHaveLength(1);
  await press(engineer, 'Send comment', { text: 'Merci.\n\nBonjour Camille, nous cherchons.' });
  expect((await app.see(camille, id)).timeline.map(({ text }) => text)).toContain('Merci.\n\nBonjour Camille, nous cherchons.');
  const requester = desk.teams.asPerson('Camille', { locale: 'en-GB' });
  await requester.say(number);
  expect(textOf(await press(requester, 'Comment'))).not.toContain('Saved replies');
  expect(actionsIn(cardOf(await requester.lastFromBot()))).not.toContain('Put the reply in');
});
