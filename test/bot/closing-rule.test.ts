import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setClosingRule, type WantedClosing } from '../../src/app/organisation/closing-rule.ts';
import { principalOf } from '../../src/app/people/people.ts';
import type { ScriptedPerson } from '../../src/local/teams-client.ts';
import { cardOf } from '../../src/local/teams-client.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { actionsIn, numberIn, press, textOf } from './reading.ts';

let desk: BotDesk;
let camille: ScriptedPerson;
let thomas: ScriptedPerson;
beforeAll(async () => {
  desk = await startBotDesk();
  camille = desk.teams.asPerson('Camille', { locale: 'en-GB' });
  thomas = desk.teams.asPerson('Thomas', { locale: 'en-GB' });
});
afterAll(() => desk.close());

let version = 0;
async function narrowed(wanted: WantedClosing): Promise<void> {
  const by = await principalOf(desk.deps, camille.organisation.id, camille.entry.id);
  const set = by && (await setClosingRule(desk.deps, by, { wanted, version }));
  if (!set?.ok) throw new Error('the rule was not set');
  version = set.value.version;
}
async function opened(person: ScriptedPerson): Promise<string> {
  await person.say('create');
  await person.press(await person.lastFromBot(), 'Phone numbers');
  await press(person, 'I only have a question');
  await press(person, 'Other question about numbers');
  return numberIn(await press(person, 'Send', { title: 'Whose to close', description: 'How?', country: 'FR' }));
}
async function shown(person: ScriptedPerson, number: string) {
  await person.say(number);
  return cardOf(await person.lastFromBot());
}

test('G-10 the card of a case offers no closing to whoever may not, and a button from before says who can', async () => {
  const number = await opened(thomas);
  expect(actionsIn(await shown(camille, number))).toEqual(expect.arrayContaining(['Resolve', 'Cancel case']));
  await narrowed({ who: 'requester' });
  const refused = await press(camille, 'Resolve');
  expect(textOf(refused)).toContain('ask Thomas Girard, or the desk');
  expect(actionsIn(refused)).not.toEqual(expect.arrayContaining(['Resolve']));
  expect(actionsIn(await shown(camille, number))).not.toEqual(expect.arrayContaining(['Resolve']));
  expect(actionsIn(await shown(thomas, number))).toEqual(expect.arrayContaining(['Resolve', 'Cancel case']));
});

test('G-10 a rule that changes between the form and its sending holds, and what was typed is shown', async () => {
  const number = await opened(thomas);
  await shown(thomas, number);
  await press(thomas, 'Resolve');
  await narrowed({ who: 'named', people: [camille.entry.id] });
  const refused = textOf(await press(thomas, 'Confirm', { text: 'It works now, thank you.' }));
  expect(refused).toContain('ask Camille Laurent, or the desk');
  expect(refused).toContain('It works now, thank you.');
  await shown(camille, number);
  await press(camille, 'Resolve');
  expect(textOf(await press(camille, 'Confirm'))).toContain('Resolved – problem solved');
});
