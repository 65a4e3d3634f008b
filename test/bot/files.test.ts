import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mayFetch } from '../../bot/download.ts';
import { placeFor } from '../../bot/file-place.ts';
import { findCaseType } from '../../src/domain/catalogue/desks.ts';
import { cardOf, type ScriptedPerson } from '../../src/local/teams-client.ts';
import { type BotDesk, listening, startBotDesk } from './desk.ts';
import { actionsIn, numberIn, press, textOf } from './reading.ts';
import { startWire } from './wire.ts';

let desk: BotDesk;
let camille: ScriptedPerson;
beforeAll(async () => {
  desk = await startBotDesk();
  camille = desk.teams.asPerson('Camille', { locale: 'en-GB' });
});
afterAll(() => desk.close());

const newest = async (person: ScriptedPerson) => cardOf(await person.lastFromBot());

async function openedQuestion(person: ScriptedPerson, title: string): Promise<string> {
  await person.say('create');
  await person.press(await person.lastFromBot(), 'Phone numbers');
  await press(person, 'I only have a question');
  await press(person, 'Other question about numbers');
  return numberIn(await press(person, 'Send', { title, description: 'How?', country: 'FR' }));
}

test('a file with nothing open is not taken: it says so and offers drafts and cases', async () => {
  const thomas = desk.teams.asPerson('Thomas', { locale: 'en-GB' });
  await thomas.attach('numbers.csv', '+33472000000\n');
  const card = await newest(thomas);
  expect(textOf(card)).toContain('No draft or case is open here for this file.');
  expect(actionsIn(card)).toEqual(['Drafts', 'My cases', 'Create a case']);
});

test('PN-5 a list attached once the form was sent shows in the form’s own card as well', async () => {
  await camille.say('create');
  await camille.press(await camille.lastFromBot(), 'Phone numbers');
  await press(camille, 'Inventory type change');
  const form = await camille.lastFromBot();
  await press(camille, 'Send', { title: 'Kept', description: 'Kept too.', country: 'FR' });
  await camille.attach('numbers.csv', '+33472000000\n+33472000001\n');
  expect(textOf(await newest(camille))).toContain('numbers.csv · 2 numbers');
  const [updated] = (await camille.messages()).filter((m) => m.id === form.id);
  expect(updated && textOf(cardOf(updated))).toContain('numbers.csv · 2 numbers');
  expect(JSON.stringify(updated)).toContain('"value":"Kept"');
});

test('what is typed in a form and not sent is not lost to a file that arrives: its card stays', async () => {
  await camille.say('create');
  await camille.press(await camille.lastFromBot(), 'Phone numbers');
  await press(camille, 'Inventory type change');
  const form = await camille.lastFromBot();
  await camille.attach('numbers.csv', '+33472000000\n');
  expect((await camille.messages()).find((m) => m.id === form.id)?.version).toBe(form.version);
  expect(textOf(await press(camille, 'Show the form here'))).toContain('numbers.csv · 1 number');
});

test('PN-14 files attached while a case is open go with a comment, whose text is already there', async () => {
  const number = await openedQuestion(camille, 'With documents');
  await camille.attach('invoice.pdf', '%PDF-1.4', 'Here is the invoice.');
  const card = await newest(camille);
  expect(textOf(card)).toContain('Attached: invoice.pdf');
  expect(JSON.stringify(card)).toContain('"value":"Here is the invoice."');
  const commented = textOf(await press(camille, 'Send comment'));
  expect(commented).toContain(number);
  expect(commented).toContain('Attached: invoice.pdf');
});

test('F-1 the same message with a file twice takes the file once', async () => {
  await camille.say('create');
  await camille.press(await camille.lastFromBot(), 'Phone numbers');
  await press(camille, 'Port in');
  const wire = await startWire(desk.deps);
  try {
    const before = await desk.deps.store.files.countOwn(camille.organisation.id, camille.entry.id);
    const file = {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name: 'x.pdf',
      content: { downloadUrl: `${desk.local.url}/files/none` },
    };
    const activity = wire.activity({ text: '', attachments: [file] });
    await Promise.all([wire.post(activity), wire.post(activity)]);
    expect(wire.calls.filter(({ path }) => path.includes('/activities'))).toHaveLength(1);
    expect(await desk.deps.store.files.countOwn(camille.organisation.id, camille.entry.id)).toBe(before);
  } finally {
    await wire.close();
  }
});

test('F-33 a file that is not where files may be, or moved elsewhere, is not fetched', async () => {
  let asked = 0;
  const secret = await listening((_request, response) => {
    asked++;
    response.end('secret');
  });
  try {
    await camille.say('create');
    await camille.press(await camille.lastFromBot(), 'Phone numbers');
    await press(camille, 'Port in');
    const announced = (downloadUrl: string) => [
      { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'letter.pdf', content: { downloadUrl } },
    ];
    const redirecting = await listening((_request, response) => void response.writeHead(302, { location: secret.url }).end());
    const wire = await startWire(desk.deps, () => ({}), { origins: [redirecting.url] });
    try {
      await wire.post(wire.activity({ text: '', attachments: announced(`${secret.url}/file`) }));
      await wire.post(wire.activity({ text: '', attachments: announced(`${redirecting.url}/file`) }));
      expect(JSON.stringify(wire.calls).match(/letter.{0,6}pdf could not be fetched/g)).toHaveLength(2);
      expect(asked).toBe(0);
    } finally {
      await wire.close();
      await redirecting.close();
    }
  } finally {
    await secret.close();
  }
});

test('F-42 a program sent in the chat is refused with what to do instead; a page is kept as bytes alone', async () => {
  const number = await openedQuestion(camille, 'What may be attached');
  await camille.attach('invoice.pdf', new Uint8Array([0x4d, 0x5a, ...Array<number>(600).fill(0)]), 'Here it is.');
  expect((await camille.lastFromBot()).text).toContain('Programs can’t be attached, whatever their name.');
  await camille.attach('../../page.html', '<html><script>alert(1)</script></html>', 'And this.');
  expect(textOf(await newest(camille))).toContain('Attached: page.html');
  await press(camille, 'Send comment');
  const by = { tenantId: camille.organisation.id, personId: camille.entry.id };
  const case_ = await desk.deps.store.cases.find({ kind: 'tenant', tenantId: by.tenantId }, { number });
  const { events } = await desk.deps.store.cases.timeline({ kind: 'tenant', tenantId: by.tenantId }, case_?.id ?? '', {
    internal: false,
    before: null,
    limit: 10,
  });
  expect(events.at(-1)).toMatchObject({ files: [{ name: 'page.html', contentType: 'application/octet-stream' }] });
});

test('G-3 a file of more than 25 MB is refused with the limit', async () => {
  await openedQuestion(camille, 'Too large');
  await camille.attach('large.bin', new Uint8Array(26 * 1024 * 1024));
  expect((await camille.lastFromBot()).text).toContain('A file may be at most 25 MB.');
});

test.each([
  ['https://contoso.sharepoint.com/x', true],
  ['https://contoso-my.sharepoint.com/x', true],
  ['http://contoso.sharepoint.com/x', false],
  ['https://sharepoint.com.evil.example/x', false],
  ['https://evilsharepoint.com/x', false],
  ['https://me@contoso.sharepoint.com/x', false],
  ['https://contoso.sharepoint.com:8443/x', false],
  ['http://127.0.0.1:3979/files/x', true],
  ['http://127.0.0.1:3978/files/x', false],
  ['file:///etc/passwd', false],
  [undefined, false],
])('F-33 whether %s may be fetched: %s', (address, may) => {
  expect(mayFetch(address, ['https://*.sharepoint.com', 'http://127.0.0.1:3979'])).toBe(may);
});

test.each([
  ['portIn', {}, 'numbers.csv', 'numbers'],
  ['portIn', { numbers: 'old' }, 'again.CSV', 'numbers'],
  ['portIn', {}, 'numbers.xlsx', 'numbers'],
  ['portIn', { numbers: 'old' }, 'sites.xlsx', 'letterOfAuthorisation'],
  ['portIn', {}, 'letter.pdf', 'letterOfAuthorisation'],
  ['portIn', { letterOfAuthorisation: ['one'] }, 'plan.png', 'documents'],
  ['numberAcquisition', {}, 'numbers.csv', 'documents'],
  ['numberAcquisition', { documents: Array.from({ length: 10 }, (_, i) => String(i)) }, 'more.pdf', undefined],
] as const)('PN-11 in %s with %j, %s belongs to %s', (caseType, input, name, field) => {
  const type = findCaseType(caseType)?.caseType;
  expect(type && placeFor(type, input, name)?.field).toBe(field);
});
