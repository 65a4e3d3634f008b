import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contoso } from '../../src/local/organisations.ts';
import { isObject, type Json } from '../../src/local/page/card-actions.ts';
import { cardOf, type ScriptedPerson } from '../../src/local/teams-client.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { numberIn, press, textOf } from './reading.ts';
import { startWire, type Wire } from './wire.ts';

let desk: BotDesk;
let wire: Wire;
let camille: ScriptedPerson;
let thomas: ScriptedPerson;
let sam: ScriptedPerson;
beforeAll(async () => {
  desk = await startBotDesk();
  wire = await startWire(desk.deps);
  camille = desk.teams.asPerson('Camille', { locale: 'en-GB' });
  thomas = desk.teams.asPerson('Thomas', { locale: 'en-GB' });
  sam = desk.teams.asPerson('Sam', { locale: 'en-IE' });
});
afterAll(async () => {
  await wire.close();
  await desk.close();
});

const filled = (title: string) => ({ title, description: 'How?', country: 'FR' });

/** A form begun over the wire: its draft's id. */
async function begun(): Promise<string> {
  await execute({ do: 'begin', caseType: 'otherQuestion' });
  const [draft] = await desk.deps.store.drafts.list(contoso.id, contoso.people[0]?.id ?? '');
  return draft?.id ?? '';
}

/** Presses over the wire, as a client does that shows whatever it likes. */
async function execute(caseDesk: Json, inputs: Json = {}, change: Json = {}): Promise<Json> {
  const value = { action: { type: 'Action.Execute', verb: caseDesk['do'], data: { caseDesk, ...inputs } }, trigger: 'manual' };
  const { status, text } = await wire.post(
    wire.activity({ type: 'invoke', name: 'adaptiveCard/action', text: undefined, value, ...change }),
  );
  const body = text ? JSON.parse(text) : {};
  return { status, ...body, text: isObject(body.value) ? textOf(body.value) : String(body.value) };
}

const titled = async (title: string) => {
  const scope = { kind: 'tenant', tenantId: contoso.id } as const;
  const query = {
    list: 'company',
    personId: '',
    state: 'all',
    words: null,
    desk: null,
    country: null,
    status: null,
    cursor: null,
    limit: 100,
  } as const;
  return (await desk.deps.store.cases.list(scope, query)).items.filter((item) => item.title === title);
};

async function openedBy(person: ScriptedPerson, title: string): Promise<string> {
  await person.say('create');
  await person.press(await person.lastFromBot(), 'Phone numbers');
  await press(person, 'I only have a question');
  await press(person, 'Other question about numbers');
  return numberIn(await press(person, 'Send', filled(title)));
}

test('F-1 the same activity twice is one case and the same answer', async () => {
  const draftId = await begun();
  const id = randomUUID();
  const first = await execute({ do: 'sendDraft', draftId }, filled('Twice'), { id });
  expect(await execute({ do: 'sendDraft', draftId }, filled('Twice'), { id })).toEqual(first);
  expect(await titled('Twice')).toHaveLength(1);
});

test('F-2 the same form under a new activity id is the same case, and says so', async () => {
  const draftId = await begun();
  const first = await execute({ do: 'sendDraft', draftId }, filled('Sent again'));
  const again = await execute({ do: 'sendDraft', draftId }, filled('Sent again'));
  expect(again['text']).toContain('This form was sent before: it is case');
  expect(numberIn(again['value'] as Json)).toBe(numberIn(first['value'] as Json));
  expect(await titled('Sent again')).toHaveLength(1);
});

test('F-3 four parallel submits of one form are one case', async () => {
  const draftId = await begun();
  const answers = await Promise.all([1, 2, 3, 4].map(() => execute({ do: 'sendDraft', draftId }, filled('In parallel'))));
  expect(new Set(answers.map((a) => numberIn(a['value'] as Json))).size).toBe(1);
  expect(await titled('In parallel')).toHaveLength(1);
});

test('F-4 a used form with other content is refused', async () => {
  const draftId = await begun();
  await execute({ do: 'sendDraft', draftId }, filled('Used'));
  expect((await execute({ do: 'sendDraft', draftId }, filled('Other content')))['text']).toContain('This form was already sent');
  expect(await titled('Other content')).toEqual([]);
});

test('F-4 a used nonce of a case action with other content is refused, and with the same it is done once', async () => {
  const number = await openedBy(camille, 'Commented once');
  const found = await desk.deps.store.cases.find({ kind: 'tenant', tenantId: contoso.id }, { number });
  const change = { do: 'change', caseId: found?.id, step: 'comment', version: 1, nonce: randomUUID(), files: [] };
  await execute(change, { text: 'Once.' });
  await execute(change, { text: 'Once.' });
  expect((await execute(change, { text: 'Something else.' }))['text']).toContain('already sent');
  const after = await desk.deps.store.cases.find({ kind: 'tenant', tenantId: contoso.id }, { number });
  expect(after?.version).toBe(2);
});

test.each([
  ['an unknown action', { do: 'deleteEverything' }],
  ['an action with more than it may have', { do: 'home', tenantId: 'x' }],
  ['a case id that is none', { do: 'case', caseId: "1' or '1'='1" }],
  ['a case type that is none', { do: 'begin', caseType: 'constructor' }],
  ['a cursor that is none', { do: 'list', list: 'mine', state: 'open', words: null, cursor: 'bm90IG9uZQ' }],
  ['nothing', undefined],
])('F-6 %s gets a clear card and writes nothing', async (_what, caseDesk) => {
  const answer = await execute((caseDesk ?? {}) as Json);
  expect(answer['status']).toBe(200);
  expect(answer['text']).toContain('This button is out of date');
});

test('G-9 a step that is not this person’s is refused as such, and not as one of another status', async () => {
  const number = await openedBy(camille, 'Not hers to note');
  const found = await desk.deps.store.cases.find({ kind: 'tenant', tenantId: contoso.id }, { number });
  const write = async (step: string) => (await execute({ do: 'write', caseId: found?.id, step, files: [] }))['text'];
  for (const step of ['note', 'assign', 'closeUnresolved']) expect(await write(step)).toContain('Your role does not allow this');
  expect(await write('reopen')).toContain('The case is new');
});

test('PN-1 an engineer who asks to create a case is told at once who may', async () => {
  await sam.say('create');
  expect(textOf(cardOf(await sam.lastFromBot()))).toMatch(/^You may not do this/);
});

test('F-2 feedback sent twice at once is recorded once', async () => {
  const give = { do: 'giveFeedback', caseId: null, nonce: randomUUID() };
  await Promise.all([1, 2, 3, 4].map(() => execute(give, { useful: 'true', words: 'Once.' })));
  await execute(give, { useful: 'true', words: 'Once.' });
  const given = await desk.deps.store.feedback.list(contoso.id, 100);
  expect(given.filter(({ words }) => words === 'Once.')).toHaveLength(1);
});

test('F-6 a verb that names another action than its data is out of date', async () => {
  const value = { action: { type: 'Action.Execute', verb: 'home', data: { caseDesk: { do: 'drafts' } } }, trigger: 'manual' };
  const { text } = await wire.post(wire.activity({ type: 'invoke', name: 'adaptiveCard/action', value }));
  expect(text).toContain('out of date');
});

test('F-6 an invoke that is none of ours is answered as such', async () => {
  expect((await wire.post(wire.activity({ type: 'invoke', name: 'composeExtension/setting', value: {} }))).status).toBe(501);
});

test('F-22 two people close at once: one wins, the other sees who and why', async () => {
  const number = await openedBy(camille, 'Closed by two');
  await thomas.say(number);
  await press(thomas, 'Cancel case');
  await press(camille, 'Resolve');
  await press(camille, 'Confirm');
  const loser = textOf(await press(thomas, 'Confirm', { reason: 'duplicate', text: 'See the other one.' }));
  expect(loser).toContain('Changed meanwhile');
  expect(loser).toContain('Camille Laurent resolved it – problem solved');
  expect(loser).toContain('See the other one.');
});

test('G-8 F-23 a stale card writes nothing, shows what changed and by whom, and keeps what was typed', async () => {
  const number = await openedBy(camille, 'Changed by two');
  await press(camille, 'Resolve');
  await sam.say(number);
  await press(sam, 'Take');
  const refused = await press(camille, 'Confirm', { text: 'It works now.' });
  expect(textOf(refused)).toMatch(/phone-number desk took it/);
  expect(textOf(refused)).not.toContain('Sam');
  expect(JSON.stringify(refused)).toContain('"value":"It works now."');
  const before = await desk.deps.store.cases.find({ kind: 'tenant', tenantId: contoso.id }, { number });
  expect(before?.status).toBe('inProgress');
  expect(textOf(await press(camille, 'Confirm', { text: 'It works now.' }))).toContain('Resolved – problem solved');
});

test('G-8 a comment never loses to a change of status: on a case closed meanwhile it is kept', async () => {
  const number = await openedBy(camille, 'Comment against close');
  await press(camille, 'Comment');
  await thomas.say(number);
  await press(thomas, 'Resolve');
  await press(thomas, 'Confirm');
  const kept = textOf(await press(camille, 'Send comment', { text: 'One more thing.' }));
  expect(kept).toContain('The case is closed; your comment was kept.');
  expect(kept).toContain('One more thing.');
});

test('F-23 an old card refreshes by itself to how the case stands', async () => {
  const number = await openedBy(camille, 'Refreshed');
  const old = await camille.lastFromBot();
  await thomas.say(number);
  await press(thomas, 'Resolve');
  await press(thomas, 'Confirm');
  const answer = await camille.refresh(old);
  expect(answer?.kind === 'card' && textOf(answer.card)).toContain('Resolved – problem solved');
});

test('F-28 another tenant’s case is not there: by number, by id in a card, and in a search', async () => {
  const number = await openedBy(camille, 'Contoso’s own secret');
  const found = await desk.deps.store.cases.find({ kind: 'tenant', tenantId: contoso.id }, { number });
  const jordan = desk.teams.asPerson('Jordan');
  await jordan.say(number);
  const byNumber = textOf(cardOf(await jordan.lastFromBot()));
  expect(byNumber).toContain('There is no such case, or you may not see it.');
  await jordan.say('search secret');
  expect(textOf(cardOf(await jordan.lastFromBot()))).toContain('No case matches.');
  await jordan.say('hi');
  for (const action of ['case', 'timeline', 'more'] as const) {
    const data = { caseDesk: { do: action, caseId: found?.id } };
    const { body } = await jordan.invokeRaw('adaptiveCard/action', {
      action: { type: 'Action.Execute', verb: action, data },
      trigger: 'manual',
    });
    expect(textOf((body as { value: Json }).value)).toBe(byNumber);
  }
  const change = { do: 'change', caseId: found?.id, step: 'resolve', version: 1, nonce: randomUUID(), files: [] };
  const { body } = await jordan.invokeRaw('adaptiveCard/action', {
    action: { type: 'Action.Execute', verb: 'change', data: { caseDesk: change } },
    trigger: 'manual',
  });
  expect(textOf((body as { value: Json }).value)).toBe(byNumber);
});

test('F-28 another person’s draft is not there', async () => {
  const draftId = await begun();
  for (const action of ['draft', 'keepDraft', 'sendDraft'] as const) {
    const data = { caseDesk: { do: action, draftId }, title: 'Mine now' };
    const { body } = await thomas.invokeRaw('adaptiveCard/action', {
      action: { type: 'Action.Execute', verb: action, data },
      trigger: 'manual',
    });
    expect(textOf((body as { value: Json }).value)).toContain('Not found');
  }
});

test('F-32 Markdown, mentions and HTML in a title are literal text in the card', async () => {
  const title = '[Approved](https://evil.example) <at>all</at> **bold** <b>x</b>';
  await openedBy(camille, title);
  const card = JSON.stringify(cardOf(await camille.lastFromBot()));
  expect(card).not.toContain('[Approved](https');
  expect(card).not.toContain('<at>all</at> ');
  expect(card).toContain('\\\\[Approved\\\\]\\\\(https');
  expect(textOf(JSON.parse(card))).toContain('[Approved](https://evil.example) &lt;at&gt;all');
});

test('F-38 a NUL in a search or in a form is refused in words', async () => {
  const answer = await execute({ do: 'search', words: '' }, { words: 'a\u0000b' });
  expect(answer['text']).toContain('Write what to look for');
  const draftId = await begun();
  expect((await execute({ do: 'sendDraft', draftId }, filled('a\u0000b')))['text']).toContain('characters that can’t be shown');
});
