import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openCase } from '../../src/app/cases/open-case.ts';
import { principalOf } from '../../src/app/people/people.ts';
import { addRoom } from '../../src/app/rooms/register.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import { contoso, fabrikam } from '../../src/local/organisations.ts';
import { cardOf } from '../../src/local/teams-client.ts';
import { granted } from '../app/desk.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { textOf } from './reading.ts';

let desk: BotDesk;
beforeAll(async () => {
  desk = await startBotDesk();
});
afterAll(() => desk.close());

const personOf = async (organisation: typeof contoso, name: string): Promise<Principal> => {
  const entry = organisation.people.find(({ givenName }) => givenName === name);
  const person = entry && (await principalOf(desk.deps, organisation.id, entry.id));
  if (!person) throw new Error(`nobody is called ${name}`);
  return person;
};
const said = async (name: string, words: string): Promise<string> => {
  const person = desk.teams.asPerson(name);
  await person.say(words);
  return textOf(cardOf(await person.lastFromBot()));
};

test('RM-2 the card of room health shows what is out of order, and to each their own', async () => {
  expect(await said('Thomas', 'état des salles')).toContain('Aucune salle n’est encore saisie.');
  const thomas = await personOf(contoso, 'Thomas');
  const room = { site: 'Paris', email: null, capacity: null };
  const atlas = granted(await addRoom(desk.deps, thomas, { ...room, name: 'Atlas [x](https://evil.example)' }));
  granted(await addRoom(desk.deps, await personOf(fabrikam, 'Jordan'), { ...room, name: 'Rainier' }));
  const input = { title: 'No picture', description: 'Black.', rooms: [atlas.id] };
  const once = { key: crypto.randomUUID() };
  granted(await openCase(desk.deps, thomas, { caseType: 'roomIncident', input, onBehalfOf: null, once }));

  const own = await said('Thomas', 'Room health');
  expect(own).toContain('1 salle sur 1 est hors service.');
  expect(own).toContain('Atlas [x](https://evil.example)');
  expect(own).toContain('No picture');
  const colleague = await said('Léa', 'salles');
  expect(colleague).toContain('Un incident signalé par quelqu’un d’autre');
  expect(colleague).not.toContain('No picture');
  expect(await said('Jordan', 'room health')).toContain('The one room is in order.');
  const engineer = await said('Ingrid', 'rooms');
  expect(engineer).toContain('1 of 2 rooms is out of order.');
  expect(engineer).toContain('Contoso');
});
