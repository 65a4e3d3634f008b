import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { principalOf } from '../../src/app/people/people.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import { operator } from '../../src/local/organisations.ts';
import { cardOf } from '../../src/local/teams-client.ts';
import { deskOver, granted } from '../app/desk.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { actionsIn, press, textOf } from './reading.ts';

let desk: BotDesk;
beforeAll(async () => {
  desk = await startBotDesk();
});
afterAll(() => desk.close());

test('PN-13 in the chat a rejected order is corrected: with the reason, on the same case, and told of what changed meanwhile', async () => {
  const app = deskOver(desk.deps);
  const by = await app.someone('Camille');
  const [staff] = await app.deps.directory.engineers('phoneNumbers');
  const engineer = (await principalOf(app.deps, operator.id, staff?.id ?? '')) as Principal;
  const numbers = await app.file(by, 'numbers.csv', '+33472000000\n+33472000001\n');
  const letter = await app.file(by, 'letter.pdf', '%PDF-1.4');
  const input = { orderName: 'Lyon 1', requestedAt: { local: '2031-03-01T10:00' }, numbers, letterOfAuthorisation: [letter] };
  const { id, number } = await app.open(by, input, 'portIn');
  granted(await app.act(engineer, id, { do: 'setStage', stage: 'error', text: 'The name is wrong' }));

  const camille = desk.teams.asPerson('Camille', { locale: 'en-GB' });
  await camille.say(number);
  expect(actionsIn(cardOf(await camille.lastFromBot()))[0]).toBe('Correct the details');
  const form = textOf(await press(camille, 'Correct the details'));
  expect(form).toContain(`Correcting case ${number}`);
  expect(form).toContain('Why it was rejected: The name is wrong');
  expect(form).toContain('numbers.csv · 2 numbers');
  granted(await app.act(engineer, id, { do: 'comment', text: 'Lyon 2, they say' }));
  const filled = { title: 'A question', description: 'Which numbers?', country: 'FR', orderName: 'Lyon 2' };
  const right = { ...filled, 'requestedAt.date': '2031-03-01', 'requestedAt.time': '10:00' };
  const again = textOf(await press(camille, 'Send', right));
  expect(again).toContain('Lyon 2, they say');
  expect(again).toContain(`Correcting case ${number}`);
  const done = textOf(await press(camille, 'Send', right));
  expect(done).toContain(`Case ${number} is corrected`);
  expect(done).toContain('Stage: Processing');
});
