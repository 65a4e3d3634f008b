import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listDrafts } from '../../src/app/cases/drafts.ts';
import { listCases } from '../../src/app/cases/queries.ts';
import type { CaseView } from '../../src/app/views.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import { findAction } from '../../src/local/card-inputs.ts';
import type { Delivery } from '../../src/local/client-contract.ts';
import { isObject, type Json } from '../../src/local/page/card-actions.ts';
import type { ScriptedPerson } from '../../src/local/teams-client.ts';
import { deskOver, granted } from '../app/desk.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { actionsIn, numberIn, textOf } from './reading.ts';

let desk: BotDesk;
let camille: ScriptedPerson;
let jordan: ScriptedPerson;
let case_: CaseView;
let by: Principal;
beforeAll(async () => {
  desk = await startBotDesk();
  camille = desk.teams.asPerson('Camille', { locale: 'en-GB' });
  jordan = desk.teams.asPerson('Jordan', { locale: 'en-US' });
  const over = deskOver({ store: desk.deps.store, blobs: desk.deps.blobs });
  by = await over.someone('Camille');
  case_ = await over.open(by, { title: 'A secret <b>title</b>' });
});
afterAll(() => desk.close());

const bodyOf = ({ status, body }: Delivery): Json => {
  expect(status).toBe(200);
  return isObject(body) ? body : {};
};
/** What the extension offers: cards, or a sentence. */
const offered = (delivery: Delivery) => {
  const { composeExtension } = bodyOf(delivery) as {
    composeExtension: { type: string; text?: string; attachments?: { content: Json; preview: Json }[] };
  };
  return composeExtension;
};
const dialogOf = (delivery: Delivery): Json => (bodyOf(delivery)['task'] as { value: { card: { content: Json } } }).value.card.content;

const searching = (who: ScriptedPerson, words: string, queryOptions: Json = { skip: 0, count: 25 }) =>
  who.invokeRaw(
    'composeExtension/query',
    { commandId: 'findCase', parameters: [{ name: 'words', value: words }], queryOptions },
    undefined,
    'team',
  );
const pasting = (who: ScriptedPerson, url: string, name = 'composeExtension/queryLink') => who.invokeRaw(name, { url }, undefined, 'team');
const choosing = (who: ScriptedPerson, messagePayload: unknown) =>
  who.invokeRaw(
    'composeExtension/fetchTask',
    { commandId: 'createCase', commandContext: 'message', messagePayload, context: { theme: 'default' } },
    undefined,
    'team',
  );
/** Presses a button of a card in the extension's dialog. */
const pressing = (who: ScriptedPerson, card: Json, title: string, inputs: Json = {}) => {
  const found = findAction(card, title);
  if (!found) throw new Error(`no button ${title}`);
  const data = { ...(found.action.data as object), ...inputs };
  return who.invokeRaw('composeExtension/submitAction', { commandId: 'createCase', commandContext: 'message', data }, undefined, 'team');
};
/** To the questions that can be asked of the desk of phone numbers. */
const questionsOf = async (who: ScriptedPerson, chooser: Json): Promise<Json> => {
  const desk = findAction(chooser, 'Phone numbers') ? dialogOf(await pressing(who, chooser, 'Phone numbers')) : chooser;
  expect(textOf(desk)).toContain('From the message');
  return dialogOf(await pressing(who, desk, 'I only have a question'));
};
const message = (content: string, contentType = 'html') => ({
  id: '1',
  createdDateTime: '2026-11-21T11:05:00.000Z',
  from: { user: { displayName: 'Thomas <Girard>', userIdentityType: 'aadUser' } },
  body: { contentType, content },
});

describe('G-14 a case from a message', () => {
  test('carries its text into a draft, proposes a title, and opens the case once', async () => {
    const html = '<div><p>Which numbers can we port?</p><p>&lt;at&gt; **bold** [x](http://evil.example)</p></div>';
    const chooser = dialogOf(await choosing(camille, message(html)));
    expect(textOf(chooser)).toContain('From the message “Which numbers can we port?”');
    const questions = await questionsOf(camille, chooser);
    const form = dialogOf(await pressing(camille, questions, 'Other question about numbers'));
    expect(textOf(form)).toContain('Which numbers can we port?');
    const [draft] = await listDrafts(desk.deps, by);
    expect(draft?.title).toBe('Which numbers can we port?');
    const kept = await desk.deps.store.drafts.find(by.tenantId, by.personId, draft?.id ?? '');
    expect(kept?.input['description']).toMatch(
      /^Message from Thomas <Girard>, 21 Nov 2026, 12:05:\n\nWhich numbers can we port\?\n\n<at> \*\*bold\*\* \[x\]\(http:\/\/evil\.example\)$/,
    );

    // Teams sends what took too long again, under another id.
    dialogOf(await pressing(camille, questions, 'Other question about numbers'));
    expect(await listDrafts(desk.deps, by)).toHaveLength(1);

    const inputs = { title: draft?.title ?? '', description: 'As above', country: 'FR' };
    const sent = await Promise.all([pressing(camille, form, 'Send', inputs), pressing(camille, form, 'Send', inputs)]);
    const [became, again] = sent.map((one) => dialogOf(one));
    expect(numberIn(became ?? {})).toBe(numberIn(again ?? {}));
    expect(actionsIn(became ?? {})).toEqual(['Show the case', 'Share the number here', 'Open in tab']);
    expect(await listDrafts(desk.deps, by)).toHaveLength(0);

    const { attachments = [] } = offered(await pressing(camille, became ?? {}, 'Share the number here'));
    expect(JSON.stringify(attachments)).not.toContain('Which numbers');
    expect(numberIn(attachments[0]?.content ?? {})).toBe(numberIn(became ?? {}));
    expect(textOf(dialogOf(await pressing(camille, became ?? {}, 'Show the case')))).toContain('Which numbers can we port?');
  });

  test('what can’t be sent yet keeps all that was carried over', async () => {
    const chooser = dialogOf(await choosing(camille, message('Only text', 'text')));
    const form = dialogOf(await pressing(camille, await questionsOf(camille, chooser), 'Other question about numbers'));
    const refused = dialogOf(await pressing(camille, form, 'Send', { title: '', country: 'FR' }));
    expect(textOf(refused)).toMatch(/One thing has to be corrected[\s\S]*Message from Thomas <Girard>/);
    const [draft] = await listDrafts(desk.deps, by);
    await desk.deps.store.drafts.remove(by.tenantId, by.personId, draft?.id ?? '');
  });

  test('a long message is cut, and says so; one that is no message is refused with what to do', async () => {
    const chooser = dialogOf(await choosing(camille, message('é🙂'.repeat(9_000), 'text')));
    dialogOf(await pressing(camille, await questionsOf(camille, chooser), 'Other question about numbers'));
    const [draft] = await listDrafts(desk.deps, by);
    const kept = await desk.deps.store.drafts.find(by.tenantId, by.personId, draft?.id ?? '');
    const description = String(kept?.input['description']);
    expect(description).toMatch(/\[The rest of the message is left out\.\]$/);
    expect(description.isWellFormed()).toBe(true);
    await desk.deps.store.drafts.remove(by.tenantId, by.personId, draft?.id ?? '');
    for (const nothing of [undefined, null, 'x', {}, { body: 7 }]) {
      expect(textOf(dialogOf(await choosing(camille, nothing)))).toContain('This message can’t be read here.');
    }
  });

  test('a message that was replaced by another since begins nothing', async () => {
    const first = dialogOf(await choosing(camille, message('First')));
    const questions = await questionsOf(camille, first);
    await choosing(camille, message('Second'));
    expect(textOf(dialogOf(await pressing(camille, questions, 'Other question about numbers')))).toContain('This button is out of date');
    expect(await listDrafts(desk.deps, by)).toEqual([]);
  });

  test('whoever may open nothing is told so before they choose', async () => {
    const ingrid = desk.teams.asPerson('Ingrid', { locale: 'en-GB' });
    expect(actionsIn(dialogOf(await choosing(ingrid, message('Hello'))))).toEqual(['Home']);
  });
});

describe('G-14 the search extension', () => {
  test('finds by number and by words what the person may see, and shares a card that says nothing of it', async () => {
    for (const words of [case_.number, case_.number.toLowerCase().replaceAll('-', ' '), 'secret', '']) {
      const { attachments = [] } = offered(await searching(camille, words));
      const found = attachments.find(({ content }) => textOf(content).includes(case_.number));
      expect(found?.preview).toMatchObject({ content: { title: 'A secret ‹b›title‹/b›', text: expect.stringContaining(case_.number) } });
      expect(textOf(found?.content ?? {})).toBe(`A case: ${case_.number}\nWhat is in it shows to those who may see it.`);
      expect(JSON.stringify(found?.content)).not.toContain('secret');
      expect(found?.content['refresh']).not.toHaveProperty('userIds');
    }
  });

  test('a mistyped number is recognised; nothing is found of what is another organisation’s (F-28)', async () => {
    const mistyped = case_.number.slice(0, -1) + (case_.number.endsWith('2') ? '3' : '2');
    expect(offered(await searching(camille, mistyped))).toMatchObject({ type: 'message', text: expect.stringMatching(/typed|number/i) });
    const nothing = offered(await searching(jordan, 'CD-0000-0000'));
    for (const words of [case_.number, 'secret']) expect(offered(await searching(jordan, words))).toMatchObject({ type: 'message' });
    expect(nothing.type).toBe('message');
  });

  test('at most 25 at a time, page by page, none twice', async () => {
    const over = deskOver({ store: desk.deps.store, blobs: desk.deps.blobs });
    const marco = await over.someone('Thomas');
    for (let i = 0; i < 27; i++) await over.open(marco, { title: `Pages ${i}` });
    const numbers = async (options: Json) =>
      (offered(await searching(camille, 'pages', options)).attachments ?? []).map(({ content }) => numberIn(content));
    const pages = [await numbers({ skip: 0, count: 100 }), await numbers({ skip: 25, count: 25 })];
    expect(pages.map((page) => page.length)).toEqual([25, 2]);
    expect(new Set(pages.flat()).size).toBe(27);
    expect(await numbers({ skip: 50, count: 25 })).toEqual([]);
    expect(offered(await searching(camille, 'pages', { skip: 200, count: 25 }))).toMatchObject({ type: 'message' });
  });

  test('a malformed question finds nothing and breaks nothing', async () => {
    for (const value of [
      {},
      { commandId: 'other' },
      { commandId: 'findCase', parameters: 7 },
      { commandId: 'findCase', queryOptions: { skip: -1 } },
    ]) {
      expect(offered(await camille.invokeRaw('composeExtension/query', value))).toMatchObject({ type: 'message' });
    }
    expect(offered(await searching(camille, 'a\u0000b'))).toMatchObject({ type: 'message' });
  });
});

describe('G-14 a pasted link', () => {
  const inTeams = (number: string) =>
    `https://teams.microsoft.com/l/entity/11111111-2222-4333-8444-555555555555/desk?context=${encodeURIComponent(JSON.stringify({ subEntityId: `case/${number}` }))}`;

  test('unfurls to the neutral card, from every link to the case', async () => {
    for (const link of [
      inTeams(case_.number),
      `${desk.url}/tab/#/case/${case_.number}`,
      `${desk.url}/case/${case_.number}`,
      `${desk.url}/tab/#/case/${case_.id}`,
    ]) {
      const { attachments = [] } = offered(await pasting(camille, link));
      expect(attachments.map(({ content }) => numberIn(content))).toEqual([case_.number]);
      expect(JSON.stringify(attachments)).not.toContain('secret');
    }
  });

  test('unfurls to nothing where the person may not see it, as for a case that is not there', async () => {
    const nothing = { type: 'result', attachmentLayout: 'list', attachments: [] };
    for (const link of [inTeams(case_.number), inTeams('CD-0000-0000'), `${desk.url}/case/${case_.id}`])
      expect(offered(await pasting(jordan, link))).toEqual(nothing);
    const others = [
      'https://evil.example/tab/#/case/CD-1',
      'nonsense',
      `${desk.url}/tab/#/list/mine`,
      inTeams('x').replace('11111111', '99999999'),
      `${desk.url}/case/%ff`,
    ];
    for (const link of others) expect(offered(await pasting(camille, link))).toEqual(nothing);
  });

  test('somebody without the app sees the same for every link, and nothing is looked up', async () => {
    const seen = await Promise.all(
      [case_.number, 'CD-0000-0000'].map((number) => pasting(jordan, inTeams(number), 'composeExtension/anonymousQueryLink')),
    );
    expect(seen[0]).toEqual(seen[1]);
    const [card] = offered(seen[0] as Delivery).attachments ?? [];
    expect(textOf(card?.content ?? {})).toContain('A case in Case Desk');
    expect(JSON.stringify(seen)).not.toContain(case_.number);
    expect(offered(await pasting(jordan, 'https://evil.example/', 'composeExtension/anonymousQueryLink')).attachments).toEqual([]);
  });
});

test('G-14 a shared card shows its case to whoever may see it, and stays as it is for everybody else', async () => {
  const pressShared = (who: ScriptedPerson, number: string) =>
    who.invokeRaw('adaptiveCard/action', {
      action: { type: 'Action.Execute', verb: 'shared', data: { caseDesk: { do: 'shared', number } } },
      trigger: 'automatic',
    });
  const card = async (who: ScriptedPerson, number: string) => textOf((bodyOf(await pressShared(who, number))['value'] as Json) ?? {});
  expect(await card(camille, case_.number)).toContain('A secret');
  const { items } = granted(
    await listCases(desk.deps, by, {
      list: 'mine',
      state: 'all',
      words: null,
      cursor: null,
      desk: null,
      country: null,
      status: null,
      limit: 1,
    }),
  );
  expect(items).toHaveLength(1);
  expect(await card(jordan, case_.number)).toBe(`A case: ${case_.number}\nWhat is in it shows to those who may see it.`);
});

describe('ID-1 what is chosen where the bot is not', () => {
  test('is answered to whoever the roster of their own chat knows, and to nobody else', async () => {
    const lea = desk.teams.asPerson('Léa', { locale: 'en-GB' });
    await lea.remove('team');
    expect(offered(await searching(lea, 'secret'))).toMatchObject({
      type: 'message',
      text: expect.stringContaining('You are not in the directory'),
    });
    expect(offered(await pasting(lea, `${desk.url}/case/${case_.number}`)).attachments).toEqual([]);
    expect(actionsOf(dialogOf(await choosing(lea, message('Hi'))))).toEqual([]);
    await lea.open();
    expect(offered(await searching(lea, ''))).not.toMatchObject({ text: expect.stringContaining('You are not in the directory') });
    await lea.open('team');
  });

  test('a guest gets nothing', async () => {
    const guest = desk.teams.start.organisations.flatMap(({ people }) => people).find((person) => person.guest);
    const who = desk.teams.asPerson(guest?.id ?? '', { locale: 'en-GB' });
    expect(offered(await searching(who, 'secret'))).toMatchObject({ type: 'message', text: expect.not.stringContaining('secret') });
  });
});

const actionsOf = (card: Json): readonly unknown[] => (card['actions'] as readonly unknown[] | undefined) ?? [];
