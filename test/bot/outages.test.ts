import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openOutage } from '../../src/app/outages/outages.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import { cardOf, type ScriptedPerson } from '../../src/local/teams-client.ts';
import { deskOver, granted } from '../app/desk.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { press, textOf } from './reading.ts';

let desk: BotDesk;
let app: ReturnType<typeof deskOver>;
let [camille, jordan, ingrid] = [] as unknown as [Principal, Principal, Principal];
let engineer: ScriptedPerson;
beforeAll(async () => {
  desk = await startBotDesk();
  app = deskOver(desk.deps);
  [camille, jordan, ingrid] = [await app.someone('Camille'), await app.someone('Jordan'), await app.someone('Ingrid')];
  engineer = desk.teams.asPerson('Ingrid', { locale: 'en-GB' });
});
afterAll(() => desk.close());

const inMore = async (number: string, action: string) => {
  await engineer.say(number);
  await press(engineer, 'More');
  return press(engineer, action);
};

test('AG-4 in the chat an engineer merges a case into another, and what is refused keeps what was typed', async () => {
  const [twice, kept, theirs] = [await app.open(camille), await app.open(camille), await app.open(jordan)];
  expect(textOf(await inMore(twice.number, 'Merge'))).toContain('what happens next is on the other case');
  const text = 'The same as your other one.';
  const empty = textOf(await press(engineer, 'Confirm', { text }));
  expect(empty).toContain('Please fill this in.');
  const refused = textOf(await press(engineer, 'Confirm', { into: theirs.number, text }));
  expect(refused).toContain('That case belongs to another organisation.');
  for (const typed of [theirs.number, text]) expect(refused).toContain(typed);
  expect(textOf(await press(engineer, 'Confirm', { into: 'nonsense', text }))).toContain('There is no such case');
  const done = textOf(await press(engineer, 'Confirm', { into: kept.number.toLowerCase(), text }));
  expect(done).toContain('Cancelled');
  expect(done).toContain(`merged it into ${kept.number}`);
  expect((await app.see(ingrid, kept.id)).timeline.at(-1)).toMatchObject({ type: 'mergedFrom', other: { number: twice.number } });
});

test('AG-4 a case that was closed meanwhile says so, with the words written for merging it', async () => {
  const [twice, kept] = [await app.open(camille), await app.open(camille)];
  await inMore(twice.number, 'Merge');
  granted(await app.act(camille, twice.id, { do: 'cancel', reason: 'noLongerNeeded' }));
  const lost = textOf(await press(engineer, 'Confirm', { into: kept.number, text: 'Seen twice.' }));
  expect(lost).toContain('Changed meanwhile');
  expect(lost).toContain('Seen twice.');
});

test('AG-4 in the chat an engineer links a case to an outage of its desk that goes on, its customer reads of it, and unlinks it', async () => {
  const { number, id } = await app.open(camille);
  expect(textOf(await inMore(number, 'Link to an outage'))).toContain('No outage goes on at this desk.');
  const outage = granted(
    await openOutage(desk.deps, ingrid, { desk: 'phoneNumbers', title: 'Carrier [down](https://x)', description: 'Ticket 4711' }),
  );
  granted(await openOutage(desk.deps, ingrid, { desk: 'rooms', title: 'Of another desk', description: '' }));
  const form = JSON.stringify(await inMore(number, 'Link to an outage'));
  expect(form).not.toContain('Of another desk');
  expect(textOf(await press(engineer, 'Confirm'))).toContain('Choose one of the options.');
  const linked = textOf(await press(engineer, 'Confirm', { outage: outage.id }));
  expect(linked).toContain('Carrier [down](https://x)');
  expect(linked).toContain(`#/outage/${outage.id}`);
  const customer = desk.teams.asPerson('Camille', { locale: 'fr-FR' });
  await customer.say(number);
  const seen = textOf(cardOf(await customer.lastFromBot()));
  expect(seen).toContain('Ce dossier relève d’une panne connue, en cours de résolution.');
  for (const hidden of ['4711', outage.id]) expect(seen).not.toContain(hidden);
  await inMore(number, 'Unlink the outage');
  expect((await app.see(camille, id)).outage).toBeNull();
});
