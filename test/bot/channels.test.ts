import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ChatMessage } from '../../src/local/client-contract.ts';
import { cardOf, type ScriptedPerson } from '../../src/local/teams-client.ts';
import type { Worker } from '../../src/notify/worker.ts';
import { deskOver } from '../app/desk.ts';
import { startDelivering } from './delivering.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { actionsIn, textOf } from './reading.ts';

let desk: BotDesk;
let worker: Worker;
let camille: ScriptedPerson;
let thomas: ScriptedPerson;
let lea: ScriptedPerson;
let nadia: ScriptedPerson;
let use: ReturnType<typeof deskOver>;
beforeAll(async () => {
  desk = await startBotDesk();
  use = deskOver(desk.deps);
  worker = startDelivering(desk);
  // Whoever has come is in the operator's register.
  await use.someone('Jordan');
  [camille, thomas, lea, nadia] = ['Camille', 'Thomas', 'Léa', 'Nadia'].map((name) => desk.teams.asPerson(name, { locale: 'en-GB' })) as [
    ScriptedPerson,
    ScriptedPerson,
    ScriptedPerson,
    ScriptedPerson,
  ];
  await Promise.all([camille.open('team'), nadia.open('team')]);
});
afterAll(async () => {
  await worker.close();
  await desk.close();
});

const post = { place: 'team' } as const;
const titled = (messages: readonly ChatMessage[], what: string) => messages.filter((m) => JSON.stringify(m.attachments).includes(what));

/** What the person is shown after they wrote a command in their team. */
async function asked(person: ScriptedPerson, command: string) {
  await person.say(`@Case Desk ${command}`, post);
  const answer = await person.refresh(await person.lastFromBot('team'));
  if (answer?.kind !== 'card') throw new Error(JSON.stringify(answer));
  return answer.card;
}

async function subscribed(person: ScriptedPerson, inputs: Readonly<Record<string, string>> = {}) {
  await asked(person, 'subscribe');
  const message = await person.lastFromBot('team');
  const answer = await person.press(message, actionsIn(cardOf(message))[0] ?? '', { name: 'Telephony', ...inputs });
  if (answer.kind !== 'card') throw new Error(JSON.stringify(answer));
  return answer.card;
}

test('G-11 a channel is subscribed with a card, by the operator’s engineers for all customers or one, and by a customer for itself', async () => {
  const form = await asked(nadia, 'subscribe');
  expect(JSON.stringify(form)).toContain('All customers');
  expect(JSON.stringify(form)).toContain('Fabrikam');
  expect(textOf(await subscribed(nadia))).toContain('is now told');
  expect(JSON.stringify(await asked(camille, 'abonner'))).not.toContain('Fabrikam');
  expect(textOf(await subscribed(camille, { name: 'Téléphonie' }))).toContain('All cases of your organisation');
});

test('G-14 one post for each case and channel: neutral, kept current, with what happens as replies', async () => {
  const by = await use.someone('Léa');
  const case_ = await use.open(by, { title: 'A secret title' });
  for (const reader of [camille, nadia]) {
    const messages = await reader.until((all) => titled(all, case_.number).length > 0, post);
    const [posted, ...others] = titled(messages, case_.number);
    expect(others).toEqual([]);
    expect(textOf(cardOf(posted as ChatMessage))).toBe(`A case: ${case_.number}\nNew\nThe case was opened.`);
    expect(JSON.stringify(posted)).not.toContain('secret');
  }
  const engineer = await use.someone('Nadia');
  await use.act(engineer, case_.id, { do: 'ask', text: 'Which building is secret?' });
  await use.act(engineer, case_.id, { do: 'note', text: 'between us' });
  const after = await nadia.until((all) => all.some(({ text }) => text.includes('internal note')), post);
  const [posted] = titled(after, case_.number);
  expect(posted).toMatchObject({ edited: true });
  expect(textOf(cardOf(posted as ChatMessage))).toContain('Waiting on requester');
  const replies = after.filter(({ thread, id }) => thread === posted?.id && id !== posted?.id).map(({ text }) => text);
  expect(replies.join('\n')).toContain(`**${case_.number}** · The desk has written.`);
  expect(replies.join('\n')).toContain('It now waits on the requester.');
  const theirs = await camille.until((all) => all.some(({ text }) => text.includes('waits on the requester')), post);
  // G-5: that there is a note is not told to the customer's channel.
  expect(theirs.some(({ text }) => text.includes('internal note'))).toBe(false);
  expect(JSON.stringify([after, theirs])).not.toContain('secret');
});

test('G-14 a channel’s post shows what is in the case to those who may see it, and to others what everybody sees', async () => {
  const case_ = await use.open(await use.someone('Camille'), { title: 'Only for some' });
  const messages = await thomas.until((all) => titled(all, case_.number).length > 0, post);
  const [posted] = titled(messages, case_.number) as [ChatMessage];
  const seen = await thomas.refresh(posted);
  expect(seen?.kind === 'card' && textOf(seen.card)).toContain('Only for some');
  const other = await lea.refresh(posted);
  expect(other?.kind === 'card' && textOf(other.card)).toBe(`A case: ${case_.number}\nNew\nThe case was opened.`);
});

test('F-28 a customer’s channel hears of that customer’s cases alone', async () => {
  const case_ = await use.open(await use.someone('Jordan'), { title: 'Ours', country: 'US' });
  await nadia.until((all) => titled(all, case_.number).length > 0, post);
  expect(titled(await camille.messages('team'), case_.number)).toEqual([]);
});

test('G-11 what a channel did not choose, it does not hear', async () => {
  await subscribed(camille, { events: 'closed', name: 'Téléphonie' });
  const by = await use.someone('Léa');
  const case_ = await use.open(by);
  await nadia.until((all) => titled(all, case_.number).length > 0, post);
  await use.act(by, case_.id, { do: 'cancel', reason: 'openedByMistake' });
  const messages = await camille.until((all) => titled(all, case_.number).length > 0, post);
  expect(textOf(cardOf(titled(messages, case_.number)[0] as ChatMessage))).toContain('Cancelled');
});

test('G-9 who may subscribe a channel is looked at when the card is pressed; others are refused, and it is recorded', async () => {
  expect(textOf(await asked(lea, 'subscribe'))).toContain('may not');
  const message = await lea.lastFromBot('team');
  const data = { caseDesk: { do: 'saveSubscription', version: 0, desk: 'phoneNumbers' }, name: 'Mine', events: 'opened' };
  const value = { action: { type: 'Action.Execute', verb: 'saveSubscription', data }, trigger: 'manual' };
  const { body } = await lea.invokeRaw('adaptiveCard/action', value, message.id, 'team');
  expect(JSON.stringify(body)).toContain('may not');
  const trail = await desk.deps.store.audit.page(lea.organisation.id, 0, 1_000);
  expect(
    trail.some(({ action, outcome, actorId }) => action.startsWith('channel.') && outcome === 'refused' && actorId === lea.entry.id),
  ).toBe(true);
});

test('G-8 what somebody else changed meanwhile is not overwritten', async () => {
  await asked(camille, 'subscribe');
  const old = await camille.lastFromBot('team');
  await subscribed(thomas, { name: 'By Thomas' });
  const answer = await camille.press(old, 'Save', { name: 'By Camille' });
  expect(answer.kind === 'card' && textOf(answer.card)).toContain('Somebody changed this');
});

test('G-11 a channel that is unsubscribed hears nothing more', async () => {
  const ending = await asked(camille, 'unsubscribe');
  const message = await camille.lastFromBot('team');
  const done = await camille.press(message, actionsIn(ending)[0] ?? '');
  expect(done.kind === 'card' && textOf(done.card)).toContain('told no longer');
  const case_ = await use.open(await use.someone('Léa'));
  await nadia.until((all) => titled(all, case_.number).length > 0, post);
  expect(titled(await camille.messages('team'), case_.number)).toEqual([]);
});

test('in a personal chat the bot says where to subscribe', async () => {
  await nadia.open();
  await nadia.say('Abonner');
  expect(textOf(cardOf(await nadia.lastFromBot()))).toContain('@Case Desk subscribe');
});
