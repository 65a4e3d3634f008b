import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cardOf, type ScriptedPerson } from '../../src/local/teams-client.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { actionsIn, textOf } from './reading.ts';

let desk: BotDesk;
let camille: ScriptedPerson;
let thomas: ScriptedPerson;
beforeAll(async () => {
  desk = await startBotDesk();
  camille = desk.teams.asPerson('Camille', { locale: 'en-GB' });
  thomas = desk.teams.asPerson('Thomas', { locale: 'en-GB' });
});
afterAll(() => desk.close());

const post = { place: 'team' } as const;

test('the bot introduces itself to a person once, in their language, and to a team without anything about anybody', async () => {
  const lea = desk.teams.asPerson('Léa');
  await lea.open();
  const inChat = (await lea.messages()).filter((m) => m.author.kind === 'bot');
  expect(inChat).toHaveLength(1);
  expect(textOf(cardOf(inChat[0] as never))).toContain('Bonjour Léa');
  await camille.open('team');
  const inTeam = (await camille.messages('team')).filter((m) => m.author.kind === 'bot');
  expect(inTeam).toHaveLength(1);
  expect(textOf(cardOf(inTeam[0] as never))).not.toContain('Camille');
});

test('where a person’s chat is stays noted, for notices later', async () => {
  const taylor = desk.teams.asPerson('Taylor');
  await taylor.open();
  const note = await desk.deps.store.notes.find(taylor.organisation.id, taylor.entry.id, 'chat');
  expect(note).toMatchObject({ serviceUrl: desk.local.serviceUrl, userId: taylor.entry.botUserId, installed: true });
  await taylor.remove();
  expect(await desk.deps.store.notes.find(taylor.organisation.id, taylor.entry.id, 'chat')).toMatchObject({ installed: false });
});

test('G-14 what is posted in a channel is neutral; only the one who asked sees the answer in it', async () => {
  await camille.say('@Case Desk company cases', post);
  const message = await camille.lastFromBot('team');
  const posted = cardOf(message);
  expect(textOf(posted)).toBe('Case Desk has an answer for Camille Laurent. Only they can see it here.');
  expect(await thomas.refresh(await thomas.lastFromBot('team'))).toBeUndefined();
  const answer = await camille.refresh(message);
  expect(answer?.kind === 'card' && textOf(answer.card)).toContain('Company cases');
  expect(textOf(cardOf(await thomas.lastFromBot('team')))).toBe(textOf(posted));
});

test('G-14 somebody else presses the same card and sees what is theirs', async () => {
  await camille.say('@Case Desk my cases', post);
  const answer = await thomas.press(await thomas.lastFromBot('team'), 'Show me what I can do');
  expect(answer.kind === 'card' && textOf(answer.card)).toContain('signed in as Thomas Girard');
});

test('G-14 in a channel a case is opened in a dialog, and what is posted of it is its number', async () => {
  await camille.say('@Case Desk create', post);
  const opened = await camille.press(await camille.lastFromBot('team'), 'Create a case');
  if (opened.kind !== 'dialog') throw new Error(JSON.stringify(opened));
  const desks = await camille.submitDialog(opened.dialog.card ?? {}, 'Phone numbers');
  if (desks.kind !== 'dialog') throw new Error(JSON.stringify(desks));
  const chooser = await camille.submitDialog(desks.dialog.card ?? {}, 'I only have a question');
  if (chooser.kind !== 'dialog') throw new Error(JSON.stringify(chooser));
  const form = await camille.submitDialog(chooser.dialog.card ?? {}, 'Other question about numbers');
  if (form.kind !== 'dialog') throw new Error(JSON.stringify(form));
  expect(actionsIn(form.dialog.card ?? {})).toEqual(['Send', 'Save for later', 'Delete the draft']);
  expect(JSON.stringify(form.dialog.card)).not.toContain('here in the chat');
  const data = sendOf(form.dialog.card ?? {});
  const inputs = { title: 'A secret title', description: 'How?', country: 'FR' };
  const { body } = await camille.invokeRaw('task/submit', { data: { ...data, ...inputs } }, undefined, 'team');
  expect(body).toEqual({});
  const message = await camille.lastFromBot('team');
  expect(textOf(cardOf(message))).toMatch(/^A case was created: CD-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(JSON.stringify(message)).not.toContain('A secret title');
  const own = await camille.refresh(message);
  expect(own?.kind === 'card' && textOf(own.card)).toContain('A secret title');
});

function sendOf(card: Record<string, unknown>): Record<string, unknown> {
  const [send] = card['actions'] as { data: Record<string, unknown> }[];
  return send?.data ?? {};
}
