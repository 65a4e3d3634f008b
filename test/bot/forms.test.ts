import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isObject, type Json } from '../../src/local/page/card-actions.ts';
import { cardOf, type ScriptedPerson } from '../../src/local/teams-client.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { actionsIn, press, textOf } from './reading.ts';

let desk: BotDesk;
let camille: ScriptedPerson;
let jordan: ScriptedPerson;
beforeAll(async () => {
  desk = await startBotDesk();
  camille = desk.teams.asPerson('Camille', { locale: 'en-GB' });
  jordan = desk.teams.asPerson('Jordan');
});
afterAll(() => desk.close());

async function begin(person: ScriptedPerson, name: string): Promise<Json> {
  await person.say('create');
  await person.press(await person.lastFromBot(), 'Phone numbers');
  return press(person, name);
}

const french = '+33472000000\n+33472000001\n';
const american = '+12125550123\n+12125550124\n';
const common = { title: 'A title', description: 'What is needed.' };

/** Attaches a file and fetches the form with it. */
async function attach(person: ScriptedPerson, name: string, bytes: string): Promise<Json> {
  await person.attach(name, bytes);
  return cardOf(await person.lastFromBot());
}

/** Presses an action of the form, wherever in the chat it is by now. */
async function pressInForm(person: ScriptedPerson, action: string, inputs: Readonly<Record<string, string>>): Promise<Json> {
  const messages = await person.messages();
  const form = messages.findLast((m) => m.author.kind === 'bot' && JSON.stringify(m.attachments).includes('"sendDraft"'));
  if (!form) throw new Error('no form in the chat');
  const answer = await person.press(form, action, inputs);
  if (answer.kind !== 'card') throw new Error(JSON.stringify(answer));
  return answer.card;
}

test('PN-6 the chooser offers six requests, and the same subjects as questions with one more', async () => {
  await camille.say('create');
  await camille.press(await camille.lastFromBot(), 'Phone numbers');
  const requests = rowsOf(cardOf(await camille.lastFromBot()));
  expect(requests).toHaveLength(8);
  const questions = rowsOf(await press(camille, 'I only have a question'));
  expect(questions).toHaveLength(9);
  expect(questions).toContain('Other question about numbers');
});

test('PN-16 licensing and billing are shown with where they belong, and a press opens that place', async () => {
  await camille.say('create');
  await camille.press(await camille.lastFromBot(), 'Phone numbers');
  const answer = await camille.press(await camille.lastFromBot(), 'Open billing');
  expect(answer).toEqual({ kind: 'link', url: expect.stringContaining('admin.microsoft.com') });
});

test('PN-1 an engineer or a partner opens cases of their own organisation alone: the form has no place for another', async () => {
  const priya = desk.teams.asPerson('Priya');
  expect(textOf(await begin(priya, 'Number acquisition'))).toContain('For Litware Services');
});

test('CS-12 known service health stands above what can be chosen, with when it was read', async () => {
  const priya = desk.teams.asPerson('Priya');
  await priya.say('create a case');
  await priya.press(await priya.lastFromBot(), 'Cloud services');
  const card = textOf(cardOf(await priya.lastFromBot()));
  expect(card).toContain('Microsoft’s service health as read on');
  expect(card).toMatch(/follow it instead of creating a case.*Some users’ mail is delivered late/s);
});

test('CS-12 what Microsoft announces is followed in the chat, and given up again', async () => {
  const priya = desk.teams.asPerson('Priya');
  const cloud = async () => {
    await priya.say('create a case');
    await priya.press(await priya.lastFromBot(), 'Cloud services');
    return priya.lastFromBot();
  };
  await priya.press(await cloud(), 'Follow');
  expect(textOf(cardOf(await priya.lastFromBot()))).toContain('You follow “Some users’ mail is delivered late”');
  await priya.press(await cloud(), 'Follow no longer');
  expect(textOf(cardOf(await priya.lastFromBot()))).toContain('You no longer follow “Some users’ mail is delivered late”.');
  expect(JSON.stringify(cardOf(await cloud()))).not.toContain('Follow no longer');
});

test('PN-1 a guest is refused, told why and what to do instead', async () => {
  const marco = desk.teams.asPerson('Marco');
  await marco.say('Hi');
  expect(textOf(cardOf(await marco.lastFromBot()))).toContain('Guests can’t create or see cases here. Ask a member of this organisation');
});

test('PN-11 a port needs its list and its letter, which come by the chat, and then becomes a case', async () => {
  await begin(camille, 'Port in');
  const filled = { ...common, country: 'FR', orderName: 'Lyon 1', 'requestedAt.date': '2027-03-01', 'requestedAt.time': '10:00' };
  const refused = await pressInForm(camille, 'Send', filled);
  expect(textOf(refused)).toContain('2 things have to be corrected.');
  expect(textOf(refused)).toContain('Lyon 1');
  expect(textOf(await attach(camille, 'numbers.csv', french))).toContain('numbers.csv · 2 numbers');
  expect(textOf(await attach(camille, 'letter.pdf', '%PDF-1.4'))).toContain('Signed letter of authorisation\nletter.pdf');
  const card = textOf(await pressInForm(camille, 'Send', filled));
  expect(card).toMatch(/Case CD-.* is created\./);
  expect(card).toContain('2 numbers · +33472000000');
  expect(card).toContain('letter.pdf');
  expect(card).toContain('1 Mar 2027, 10:00 in France (1 Mar 2027, 09:00 UTC');
});

test('PN-3 PN-5 a list with wrong rows and rows of another country is told so at once, row by row', async () => {
  await begin(camille, 'Inventory type change');
  const found = textOf(await attach(camille, 'mixed.csv', 'Number\n+33472000000\n+442079460000\n12\n'));
  expect(found).toContain('mixed.csv · 1 number, 2 rows to correct');
  expect(found).toContain('Row 3: “+442079460000” belongs to another country (United Kingdom)');
  expect(found).toContain('Create one case for each country (United Kingdom).');
  expect(found).toContain('Correct the list and attach it again');
  expect(textOf(await attach(camille, 'right.csv', french))).toContain('right.csv · 2 numbers');
});

test('PN-7 a calling name of more than 15 characters, or with accents, is refused beside its field', async () => {
  const form = await begin(jordan, 'Custom calling name');
  expect(choicesOf(form, 'country')).toEqual(['United States']);
  await attach(jordan, 'us.csv', american);
  const long = await pressInForm(jordan, 'Send', { ...common, country: 'US', callingName: 'Fabrikam Front Desk' });
  expect(textOf(long)).toContain('At most 15 characters.');
  expect(textOf(await pressInForm(jordan, 'Send', { callingName: 'Café Fabrikam' }))).toContain('Only plain letters');
  expect(textOf(await pressInForm(jordan, 'Send', { callingName: 'Fabrikam' }))).toMatch(/Case CD-.* is created\./);
});

test('PN-8 a port between tenants has two different sides, one of them one’s own', async () => {
  await begin(jordan, 'Port between tenants');
  await attach(jordan, 'us.csv', american);
  const filled = {
    ...common,
    country: 'US',
    'requestedAt.date': '2027-03-01',
    'requestedAt.time': '10:00',
    'requestedAt.zone': 'America/New_York',
  };
  const same = await pressInForm(jordan, 'Send', { ...filled, sourceDomain: 'fabrikam.example', destinationDomain: 'fabrikam.example' });
  expect(textOf(same)).toContain('Source and destination must be two different organisations.');
  const neither = await pressInForm(jordan, 'Send', { sourceDomain: 'litware.example', destinationDomain: 'contoso.example' });
  expect(textOf(neither)).toContain('Your organisation must be the source or the destination.');
  const right = await pressInForm(jordan, 'Send', { sourceDomain: 'litware.example', destinationDomain: 'fabrikam.example' });
  expect(textOf(right)).toMatch(/Case CD-.* is created\./);
});

test('PN-9 a change of inventory type asks to confirm that the numbers are unassigned', async () => {
  await begin(camille, 'Inventory type change');
  await attach(camille, 'numbers.csv', french);
  const filled = { ...common, country: 'FR', convertTo: 'serviceNumbers' };
  expect(textOf(await pressInForm(camille, 'Send', filled))).toContain('Please confirm this to continue.');
  expect(textOf(await pressInForm(camille, 'Send', { unassigned: 'true' }))).toMatch(/Case CD-.* is created\./);
});

test('PN-10 an acquisition asks for the city of geographic numbers, and for the address where the country requires one', async () => {
  const form = await begin(camille, 'Number acquisition');
  expect(choicesOf(form, 'numberType')).toHaveLength(5);
  const filled = { ...common, country: 'FR', numberType: 'userGeographic', selfServiceTried: 'yes', quantity: '20' };
  const first = textOf(await press(camille, 'Send', filled));
  expect(first).toContain('Please fill this in.');
  const done = await press(camille, 'Send', {
    city: 'Lyon',
    officeAddress: '1 rue de la République, 69001 Lyon',
    directoryListing: 'unlisted',
  });
  expect(textOf(done)).toMatch(/Case CD-.* is created\./);
});

test('PN-12 an emergency address is updated only where the table says so', async () => {
  const form = await begin(jordan, 'Emergency address update');
  expect(choicesOf(form, 'country')).toContain('United States');
  expect(choicesOf(form, 'country')).not.toContain('Brazil');
  await attach(jordan, 'us.csv', american);
  const elsewhere = await pressInForm(jordan, 'Send', { ...common, country: 'BR', locationId: 'L-1' });
  expect(textOf(elsewhere)).toContain('This is not offered in Brazil.');
  expect(textOf(await pressInForm(jordan, 'Send', { country: 'US' }))).toMatch(/Case CD-.* is created\./);
});

test('PN-4 F-24 a country of several zones asks for one; a time that is skipped or comes twice is explained', async () => {
  await begin(jordan, 'Port between tenants');
  await attach(jordan, 'us.csv', american);
  const filled = { ...common, country: 'US', sourceDomain: 'fabrikam.example', destinationDomain: 'contoso.example' };
  const zoneless = await pressInForm(jordan, 'Send', { ...filled, 'requestedAt.date': '2027-03-14', 'requestedAt.time': '02:30' });
  expect(textOf(zoneless)).toContain('United States has several time zones.');
  const skipped = await pressInForm(jordan, 'Send', { 'requestedAt.zone': 'America/New_York' });
  expect(textOf(skipped)).toContain('This time does not exist');
  const twice = await pressInForm(jordan, 'Send', { 'requestedAt.date': '2027-11-07', 'requestedAt.time': '01:30' });
  expect(textOf(twice)).toContain('This time comes twice');
  expect(textOf(await pressInForm(jordan, 'Send', { 'requestedAt.which': 'later' }))).toMatch(/Case CD-.* is created\./);
});

test('G-19 what was typed is kept, listed, and resumed; a draft can be deleted', async () => {
  const thomas = desk.teams.asPerson('Thomas', { locale: 'en-GB' });
  await begin(thomas, 'Number acquisition');
  expect(textOf(await press(thomas, 'Save for later', { title: 'Half done' }))).toContain('Saved. You will find it under Drafts');
  await thomas.say('drafts');
  expect(textOf(cardOf(await thomas.lastFromBot()))).toContain('Half done');
  expect(JSON.stringify(await press(thomas, 'Resume'))).toContain('"value":"Half done"');
  await thomas.say('Hi');
  expect(textOf(cardOf(await thomas.lastFromBot()))).toContain('One draft to finish');
  await thomas.say('drafts');
  expect(textOf(await press(thomas, 'Delete'))).toContain('You have no drafts.');
});

test('G-19 a draft that became a case shows the case wherever its old form is pressed', async () => {
  await begin(camille, 'I only have a question');
  await press(camille, 'Other question about numbers');
  const form = await camille.lastFromBot();
  expect((await camille.press(form, 'Send', { ...common, country: 'FR' })).kind).toBe('card');
  const again = await camille.invokeRaw('adaptiveCard/action', pressOf(cardOf(form), 'keepDraft'), form.id);
  expect(textOf((again.body as { value: Json }).value)).toContain('What is needed.');
});

test('G-2 a form opens as a dialog with what was typed, says its faults there, and closes into the case', async () => {
  await begin(camille, 'Number acquisition');
  const form = await camille.lastFromBot();
  const opened = await camille.press(form, 'Open as dialog', { title: 'From a dialog' });
  if (opened.kind !== 'dialog') throw new Error(JSON.stringify(opened));
  const within = opened.dialog.card ?? {};
  expect(JSON.stringify(within)).toContain('"value":"From a dialog"');
  expect(JSON.stringify(within)).not.toContain('Action.Execute');
  const refused = await camille.submitDialog(within, 'Send', { country: 'FR' });
  if (refused.kind !== 'dialog') throw new Error(JSON.stringify(refused));
  expect(textOf(refused.dialog.card ?? {})).toContain('Please fill this in.');
  expect(JSON.stringify(refused.dialog.card)).toContain('"value":"From a dialog"');
  const filled = {
    description: 'Enough.',
    country: 'FR',
    numberType: 'tollFree',
    selfServiceTried: 'no',
    quantity: '1',
    officeAddress: 'Lyon',
    directoryListing: 'listed',
  };
  const more = await camille.submitDialog(refused.dialog.card ?? {}, 'Send', filled);
  expect(more).toEqual({ kind: 'done' });
  expect(textOf(cardOf((await camille.messages()).find((m) => m.id === form.id) ?? form))).toMatch(/Case CD-.* is created\./);
});

test('G-2 a client without Action.Execute gets the same answer, in the place of the card', async () => {
  await camille.say('Hi');
  const home = await camille.lastFromBot();
  await camille.submitRaw(home.id, { caseDesk: { do: 'create', desk: 'phoneNumbers', category: 'generalEnquiry' } });
  const messages = await camille.until((all) => JSON.stringify(all.find((m) => m.id === home.id)).includes('General enquiry'));
  expect(messages.findLast((m) => m.author.kind === 'bot')?.id).toBe(home.id);
  await camille.submitRaw(home.id, { caseDesk: { do: 'nothingOfTheKind' } });
  await camille.until((all) => JSON.stringify(all.find((m) => m.id === home.id)).includes('out of date'));
});

test('G-3 a description too long for a card is kept, and the card says where to change it', async () => {
  await begin(camille, 'Number acquisition');
  const card = await press(camille, 'Save for later', { description: 'é'.repeat(19_000) });
  expect(textOf(card)).toContain('19,000 characters are kept');
  expect(JSON.stringify(card).length).toBeLessThan(25_000);
  await press(camille, 'Save for later', { title: 'Long' });
  const drafts = await desk.deps.store.drafts.list(camille.organisation.id, camille.entry.id);
  expect(String(drafts.find((d) => d.input['title'] === 'Long')?.input['description'])).toHaveLength(19_000);
});

function rowsOf(card: Json): string[] {
  return (card['body'] as Json[]).filter((e) => e['selectAction']).map((e) => String((e['items'] as Json[])[0]?.['text']));
}

function choicesOf(card: Json, id: string): string[] {
  let found: string[] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) for (const one of part) walk(one);
    if (!isObject(part)) return;
    if (part['id'] === id && Array.isArray(part['choices'])) found = part['choices'].map((c: { title: string }) => c.title);
    else for (const value of Object.values(part)) walk(value);
  };
  walk(card);
  return found;
}

function pressOf(card: Json, verb: string): Json {
  const action = (card['actions'] as Json[]).find((a) => JSON.stringify(a).includes(`"${verb}"`));
  return { action: { type: 'Action.Execute', verb, data: action?.['data'] }, trigger: 'manual' };
}

test('every form offers to send, to open as a dialog, to keep and to discard', async () => {
  expect(actionsIn(await begin(camille, 'Port in'))).toEqual(['Send', 'Open as dialog', 'Save for later', 'Delete the draft']);
});
