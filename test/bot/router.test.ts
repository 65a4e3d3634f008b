import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decode, encode } from '../../bot/actions.ts';
import { read } from '../../bot/router.ts';
import { withCommands, withCommandsIn } from '../../manifest/commands.ts';
import { locales, words } from '../../src/domain/i18n/index.ts';
import { cardOf } from '../../src/local/teams-client.ts';
import { anyText } from '../any-text.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { actionsIn, press, textOf } from './reading.ts';

test.each(locales.flatMap((locale) => Object.entries(words(locale).bot.commands).map(([name, { title }]) => [title, name])))(
  'G-13 a command comes back as its title %s and is understood (%s)',
  (title) => {
    expect(read(title).do).not.toBe('unknown');
  },
);

test('G-13 every command that the manifest offers is understood, in English and in French', () => {
  const manifestFile = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../../manifest', name), 'utf8'));
  const { bots } = withCommands(manifestFile('manifest.json')) as { bots: [{ commandLists: { commands: { title: string }[] }[] }] };
  const english = bots[0].commandLists.flatMap(({ commands }) => commands.map(({ title }) => title));
  const french = Object.entries(withCommandsIn('fr', manifestFile('fr.json'))).filter(([key]) =>
    /^bots.*commands\[\d+\]\.title$/.test(key),
  );
  expect(french).toHaveLength(english.length);
  for (const [index, title] of english.entries()) {
    expect(read(title).do).not.toBe('unknown');
    expect(read(String(french[index]?.[1]))).toEqual(read(title));
  }
});

test('G-13 a title means the same in every language', () => {
  for (const name of Object.keys(words('en').bot.commands) as (keyof ReturnType<typeof words>['bot']['commands'])[]) {
    const [first, ...others] = locales.map((locale) => JSON.stringify(read(words(locale).bot.commands[name].title)));
    for (const other of others) expect(other).toBe(first);
  }
});

test.each([
  ['  hi! ', { do: 'home' }],
  ['CRÉER UN DOSSIER', { do: 'create', desk: null, category: null, customer: null }],
  ['creer un dossier', { do: 'create', desk: null, category: null, customer: null }],
  ['followed by me', { do: 'list', list: 'followed', state: 'open', words: null, cursor: null }],
  ['Dossiers suivis', { do: 'list', list: 'followed', state: 'open', words: null, cursor: null }],
  ["Dossiers de l'organisation", { do: 'list', list: 'company', state: 'open', words: null, cursor: null }],
  ['search port to Lyon', { do: 'search', words: 'port to Lyon' }],
  ['rechercher : portage', { do: 'search', words: 'portage' }],
  ['search for Lyon', { do: 'search', words: 'Lyon' }],
  ['', { do: 'home' }],
  ['What about the weather?', { do: 'unknown', text: 'What about the weather?' }],
])('PN-2 reads %j', (typed, action) => {
  expect(read(typed)).toEqual(action);
});

test('G-4 a case number is found bare, without dashes, and within a sentence', () => {
  expect(read('CD-2222-2222')).toEqual({ do: 'number', number: 'CD-2222-2222' });
  expect(read('cd 2222 2222')).toEqual({ do: 'number', number: 'cd 2222 2222' });
  expect(read('How is CD-2222-2222 going?')).toEqual({ do: 'number', number: 'CD-2222-2222' });
});

test('whatever is typed means something, and never more than the router lets through', () => {
  fc.assert(
    fc.property(anyText({ maxLength: 400 }), (typed) => {
      const action = read(typed);
      expect(decode(encode(action))).toEqual({ action, inputs: {} });
    }),
  );
});

test('F-6 whatever a card sends back is either an action of ours or nothing', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      const pressed = decode(data);
      expect(pressed === undefined || typeof pressed.action.do === 'string').toBe(true);
    }),
  );
});

let desk: BotDesk;
beforeAll(async () => {
  desk = await startBotDesk();
});
afterAll(() => desk.close());

test('words that mean nothing end in home, with a search for them', async () => {
  const camille = desk.teams.asPerson('Camille', { locale: 'en-GB' });
  await camille.say('fibre *optique*');
  const card = cardOf(await camille.lastFromBot());
  expect(textOf(card)).toContain('I did not understand “fibre *optique*”.');
  expect(actionsIn(card)[0]).toBe('Search for it');
  expect(textOf(await press(camille, 'Search for it'))).toContain('No case matches.');
});

test('G-1 a mistyped number is recognised as mistyped', async () => {
  const camille = desk.teams.asPerson('Camille', { locale: 'en-GB' });
  await camille.say('CD-2222-2223');
  expect(textOf(cardOf(await camille.lastFromBot()))).toContain('A character of this case number is wrong.');
});

test('G-13 each reader is answered in their own language, and a language chosen stays', async () => {
  const lea = desk.teams.asPerson('Léa');
  await lea.say('Hello');
  expect(textOf(cardOf(await lea.lastFromBot()))).toContain('De quoi avez-vous besoin ?');
  await lea.say('langue');
  expect(textOf(await press(lea, 'English'))).toContain('From now on I answer in English.');
  await lea.say('bonjour');
  expect(textOf(cardOf(await lea.lastFromBot()))).toContain('What do you need?');
});

test('G-20 feedback says who can read it, asks whether it was useful, and is recorded once', async () => {
  const camille = desk.teams.asPerson('Camille', { locale: 'en-GB' });
  await camille.say('feedback');
  const form = await camille.lastFromBot();
  expect(textOf(cardOf(form))).toContain('An administrator of your organisation can read it, with your name.');
  expect(textOf(await press(camille, 'Send feedback', { words: 'Quick.' }))).toContain('Please fill this in.');
  const given = { useful: 'true', language: 'good', affectedBy: 'speed,clarity', words: 'Quick.' };
  const again = await camille.lastFromBot();
  expect(textOf(await press(camille, 'Send feedback', given))).toContain('Your feedback is recorded.');
  const data = (cardOf(again)['actions'] as { data: object }[])[0]?.data;
  await camille.invokeRaw('adaptiveCard/action', {
    action: { type: 'Action.Execute', verb: 'giveFeedback', data: { ...data, ...given } },
    trigger: 'manual',
  });
  expect(await desk.deps.store.feedback.list(camille.organisation.id, 10)).toMatchObject([
    { useful: true, affectedBy: ['speed', 'clarity'] },
  ]);
});
