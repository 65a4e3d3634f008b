import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openCase } from '../../src/app/cases/open-case.ts';
import { caseFor } from '../../src/app/cases/queries.ts';
import { recordPack } from '../../src/app/entitlements/packs.ts';
import { cardOf, type ScriptedPerson } from '../../src/local/teams-client.ts';
import { deskOver, granted } from '../app/desk.ts';
import { supportForm } from '../app/support-form.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { actionsIn, press, textOf } from './reading.ts';

let desk: BotDesk;
let camille: ScriptedPerson;
beforeAll(async () => {
  desk = await startBotDesk();
  camille = desk.teams.asPerson('Camille', { locale: 'en-GB' });
});
afterAll(() => desk.close());

/** From home to a case in the chat, as a person does it. */
async function openQuestion(person: ScriptedPerson, title: string) {
  await person.say('Hi');
  await press(person, 'Create a case');
  await press(person, 'Phone numbers');
  await press(person, 'I only have a question');
  await press(person, 'Other question about numbers');
  return press(person, 'Send', { title, description: 'How does it work?', country: 'FR' });
}

/** Camille's, from a pack of hers. */
async function openIncident(): Promise<string> {
  const { someone } = deskOver(desk.deps);
  const [buyer, lead] = [await someone('Camille'), await someone('Ingrid')];
  const purchase = { tenantId: buyer.tenantId, personId: buyer.personId, confirmation: 'CHAT', purchasedOn: desk.deps.now().slice(0, 10) };
  granted(await recordPack(desk.deps, lead, purchase));
  const once = { key: crypto.randomUUID() };
  const opening = { caseType: 'supportIncident', input: supportForm(), onBehalfOf: null, once };
  const { caseId } = granted(await openCase(desk.deps, buyer, opening));
  return granted(await caseFor(desk.deps, buyer, { id: caseId })).number;
}

test.each(['Hi', 'Hello', 'Help', 'Bonjour', 'Salut', 'Aide', 'home'])(
  'PN-2 answers %s with the home card and everything one can do from there',
  async (word) => {
    await camille.say(word);
    const card = cardOf(await camille.lastFromBot());
    expect(actionsIn(card)).toEqual([
      'Create a case',
      expect.stringMatching(/^My cases \(\d+ open\)$/),
      'Company cases',
      'Give feedback',
      'Profile',
    ]);
  },
);

test('G-18 home, form and case name for whom one acts and as whom one is signed in', async () => {
  const named = 'For Contoso · signed in as Camille Laurent';
  await camille.say('Hi');
  expect(textOf(cardOf(await camille.lastFromBot()))).toContain(named);
  await press(camille, 'Create a case');
  await press(camille, 'Phone numbers');
  expect(textOf(await press(camille, 'Port in'))).toContain(named);
  expect(textOf(await openQuestion(camille, 'Named'))).toContain(named);
});

test('G-1 a valid form becomes a case, and the card shows its number at once', async () => {
  const card = await openQuestion(camille, 'Two lines in Lyon');
  expect(textOf(card)).toMatch(/Case CD-[0-9A-Z]{4}-[0-9A-Z]{4} is created\./);
  expect(textOf(card)).toContain('Two lines in Lyon');
  expect(actionsIn(card)).toEqual(['Comment', 'Resolve', 'Cancel case', 'Edit', 'Ask for escalation', 'Open in tab']);
});

test('G-4 the new case is in my cases and in company cases, and not in another company’s', async () => {
  await openQuestion(camille, 'Only for Contoso');
  await camille.say('my cases');
  expect(textOf(cardOf(await camille.lastFromBot()))).toContain('Only for Contoso');
  const thomas = desk.teams.asPerson('Thomas', { locale: 'en-GB' });
  await thomas.say('company cases');
  expect(textOf(cardOf(await thomas.lastFromBot()))).toContain('Only for Contoso');
  await thomas.say('followed by me');
  expect(textOf(cardOf(await thomas.lastFromBot()))).toMatch(/Followed by me.*No open cases/s);
  const jordan = desk.teams.asPerson('Jordan');
  await jordan.say('company cases');
  expect(textOf(cardOf(await jordan.lastFromBot()))).not.toContain('Only for Contoso');
});

test('PN-14 a case is commented, resolved and reopened from its card, which changes in place', async () => {
  await openQuestion(camille, 'To be resolved');
  await press(camille, 'Comment');
  expect(textOf(await press(camille, 'Send comment', { text: 'Found it in the guide.' }))).toContain('Found it in the guide.');
  await press(camille, 'Resolve');
  const resolved = await press(camille, 'Confirm');
  expect(textOf(resolved)).toContain('Resolved – problem solved');
  expect(textOf(resolved)).toContain('Closed by Camille Laurent: problem solved');
  expect(actionsIn(resolved)).toEqual(['Give feedback', 'Reopen', 'Comment', 'Open in tab']);
  await press(camille, 'Reopen');
  expect(textOf(await press(camille, 'Confirm', { text: 'Not quite yet.' }))).toContain('In progress');
});

test('PN-14 cancelling asks for a reason from the list, and keeps the words typed when it is missing', async () => {
  await openQuestion(camille, 'To be cancelled');
  await press(camille, 'Cancel case');
  const refused = await press(camille, 'Confirm', { text: 'We found another way.' });
  expect(textOf(refused)).toContain('Please fill this in.');
  expect(JSON.stringify(refused)).toContain('We found another way.');
  const cancelled = await press(camille, 'Confirm', { reason: 'solvedOtherwise' });
  expect(textOf(cancelled)).toContain('Cancelled');
  expect(textOf(cancelled)).toContain('Closed by Camille Laurent: solved another way');
});

test('AG-1 an engineer takes a case from the queue, asks, and the requester’s answer puts it in progress', async () => {
  const card = await openQuestion(camille, 'For the engineers');
  const number = /CD-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(textOf(card))?.[0] ?? '';
  const sam = desk.teams.asPerson('Sam', { locale: 'en-IE' });
  await sam.say('queue');
  expect(textOf(cardOf(await sam.lastFromBot()))).toContain('For the engineers');
  await sam.say(number);
  expect(actionsIn(cardOf(await sam.lastFromBot()))).toEqual([
    'Take',
    'Comment',
    'Ask the requester',
    'Internal note',
    'More',
    'Open in tab',
  ]);
  expect(textOf(await press(sam, 'Take'))).toContain('Sam Okafor (you)');
  await press(sam, 'Ask the requester');
  expect(textOf(await press(sam, 'Send question', { text: 'Which city?' }))).toContain('Waiting on requester');
  await camille.say('waiting on me');
  expect(textOf(cardOf(await camille.lastFromBot()))).toContain('For the engineers');
  await camille.say(number);
  await press(camille, 'Comment');
  expect(textOf(await press(camille, 'Send comment', { text: 'Lyon.' }))).toContain('In progress');
});

test('AG-1 a case is taken from its row in the queue', async () => {
  await openQuestion(camille, 'Taken from the queue');
  const ingrid = desk.teams.asPerson('Ingrid');
  await ingrid.say('queue');
  const taken = textOf(await press(ingrid, 'Take'));
  expect(taken).toContain('Ingrid Solberg (you)');
});

test('PS-1 PS-6 an incident is solved and split in the chat: proposed, answered, and each part opened from its line', async () => {
  const ingrid = desk.teams.asPerson('Ingrid', { locale: 'en-GB' });
  const number = await openIncident();
  const inMore = async (who: ScriptedPerson, action: string, inputs: Readonly<Record<string, string>>) => {
    await who.say(number);
    if (!actionsIn(cardOf(await who.lastFromBot())).includes(action)) await press(who, 'More');
    await press(who, action);
    return press(who, 'Confirm', inputs);
  };
  await inMore(ingrid, 'Propose a solution', { text: 'Install the update.' });
  await camille.say(number);
  const asked = textOf(await press(camille, 'Answer the solution'));
  expect(asked).toContain('Install the update.');
  expect(asked).toContain('Does this solve your problem?');
  const unanswered = await press(camille, 'Confirm', { text: 'I am not sure yet.' });
  expect(textOf(unanswered)).toContain('Choose one of the options.');
  expect(textOf(unanswered)).toContain('I am not sure yet.');
  expect(textOf(await press(camille, 'Confirm', { agreed: 'no', text: ' ' }))).toContain('Please fill this in.');
  expect(textOf(await press(camille, 'Confirm', { agreed: 'no', text: 'It stopped.' }))).toContain('Install the update. (not accepted)');
  expect(textOf(await inMore(ingrid, 'Propose to split', { parts: 'It stops' }))).toContain('At least 2.');
  expect(textOf(await inMore(ingrid, 'Propose to split', { parts: 'It stops\n\nIt is slow' }))).toContain('waits for the requester');
  const split = textOf(await inMore(camille, 'Answer the split', { agreed: 'yes' }));
  expect(split).toContain('It stays open for as long as one of its parts is.');
  const part = /(CD-\S+) · It stops · open/.exec(split)?.[1] ?? '';
  expect(textOf(await press(camille, part))).toContain(`Part of ${number}`);
  expect(actionsIn(cardOf(await ingrid.lastFromBot()))).not.toContain('Resolve');
});

test('G-4 a list shows ten rows, and the next page the others', async () => {
  const thomas = desk.teams.asPerson('Thomas', { locale: 'en-GB' });
  for (let i = 1; i <= 11; i++) await openQuestion(thomas, `Row ${i}.`);
  await thomas.say('my cases');
  const first = textOf(cardOf(await thomas.lastFromBot()));
  expect(first.match(/Row \d+\./g)).toHaveLength(10);
  const next = await press(thomas, 'Next page');
  expect(textOf(next)).toContain('Row 1.');
  expect(actionsIn(next)).toEqual(['First page', 'All', 'Closed', 'Open in tab', 'Home']);
});

test('G-5 the whole timeline, a page at a time', async () => {
  await openQuestion(camille, 'Much to say');
  for (let i = 1; i <= 11; i++) {
    await press(camille, 'Comment');
    await press(camille, 'Send comment', { text: `Comment no. ${i}.` });
  }
  const last = textOf(await press(camille, 'Whole timeline (12 entries)'));
  expect(last.match(/Comment no\. \d+\./g)).toHaveLength(10);
  expect(textOf(await press(camille, 'Earlier entries'))).toContain('Camille Laurent opened the case');
  expect(textOf(await press(camille, 'Back'))).toContain('Much to say');
});

test('G-7, SLA-1 others see an engineer under the desk’s name, and that there is no target', async () => {
  const card = await openQuestion(camille, 'Answered by the desk');
  const number = /CD-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(textOf(card))?.[0] ?? '';
  const sam = desk.teams.asPerson('Sam', { locale: 'en-IE' });
  await sam.say(number);
  await press(sam, 'More');
  await press(sam, 'Resolve');
  await press(sam, 'Confirm');
  await camille.say(number);
  const seen = textOf(cardOf(await camille.lastFromBot()));
  expect(seen).toContain('Closed by the phone-number desk: problem solved');
  expect(seen).not.toContain('Sam');
  expect(seen).toContain('No target');
});
