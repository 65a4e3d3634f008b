import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { chatDelivery } from '../../bot/delivery/chat-delivery.ts';
import { tellPerson } from '../../src/app/notices/notices.ts';
import type { Job } from '../../src/app/ports.ts';
import type { CaseView } from '../../src/app/views.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import type { ConnectorFault } from '../../src/local/connector-faults.ts';
import { operator } from '../../src/local/organisations.ts';
import { cardOf, type ScriptedPerson } from '../../src/local/teams-client.ts';
import { attempt } from '../../src/notify/attempt.ts';
import { chatChannel } from '../../src/notify/channels/chat.ts';
import { settlementOf } from '../../src/notify/settle.ts';
import { deskOver } from '../app/desk.ts';
import { unhurried } from './delivering.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { actionsIn, textOf } from './reading.ts';

const silently = { warn: () => {}, error: () => {}, info: () => {} } as never;
let desk: BotDesk;
let use: ReturnType<typeof deskOver>;
let lea: ScriptedPerson;
let by: Principal;
let nadia: Principal;
let place: string;
beforeAll(async () => {
  desk = await startBotDesk();
  use = deskOver(desk.deps);
  [by, nadia] = [await use.someone('Léa'), await use.someone('Nadia')];
  lea = desk.teams.asPerson('Léa');
  place = desk.local.ids.personalChat(lea.entry.id);
});
beforeEach(async () => {
  await lea.open();
  await emptied();
});
afterEach(() => desk.local.connector.answer(place, null));
afterAll(() => desk.close());

const channel = () => {
  const chat = chatDelivery({
    deps: desk.deps,
    channel: desk.channel,
    links: { tab: (page = '') => `${desk.url}/#/${page}` },
    limits: unhurried,
  });
  return chatChannel({ ...desk.deps, operatorTenantId: operator.id, reachesInChat: chat.reaches }, chat);
};
const claim = (kind: 'chat' | 'email') => desk.deps.store.outbox.claim(kind, { most: 100, leaseMs: 60_000, gatherMs: 0 });
async function emptied() {
  for (const kind of ['chat', 'email'] as const)
    for (const job of await claim(kind)) await desk.deps.store.outbox.settle(job, { is: 'done' });
}

/** What waits for Léa in her chat, tried once. */
async function delivered() {
  const job = (await claim('chat')).find(({ to }) => to.kind === 'person' && to.id === by.personId) as Job;
  const outcome = await attempt(channel(), job, silently);
  await desk.deps.store.outbox.settle(job, settlementOf(job, outcome, 0));
  return outcome;
}
const inChat = async () => (await lea.messages()).filter((m) => m.author.kind === 'bot');
const answering = (fault: ConnectorFault, method?: 'POST') => desk.local.connector.answer(place, fault, method);

async function asked(title = 'Numbers for Lille'): Promise<CaseView> {
  const case_ = await use.open(by, { title });
  await emptied();
  await use.act(nadia, case_.id, { do: 'ask', text: 'Which [building](https://evil.example)?' });
  return case_;
}

describe.each([
  { locale: 'en', happened: 'The phone number desk', next: 'The desk needs your answer', open: 'Open the case' },
  { locale: 'fr', happened: 'Le guichet des numéros', next: 'Le guichet a besoin de votre réponse', open: 'Ouvrir le dossier' },
] as const)('in $locale', ({ locale, happened, next, open }) => {
  test('G-11, G-13 a person is told in their own words what happened, who did it and what comes next, with one button', async () => {
    const case_ = await asked();
    const job = (await claim('chat')).find(({ to }) => to.kind === 'person' && to.id === by.personId) as Job;
    if (job.content.kind !== 'case') throw new Error('a case was expected');
    const about = { tenantId: job.tenantId, caseId: case_.id, notices: job.content.notices };
    const told = await tellPerson({ ...desk.deps, operatorTenantId: operator.id }, by.personId, 'chat', about);
    if (!told || 'held' in told) throw new Error('nothing to tell');
    const chat = chatDelivery({ deps: desk.deps, channel: desk.channel, links: { tab: () => '' }, limits: unhurried });
    expect(await chat.tellPerson({ ...told, by: { ...told.by, locale }, news: told.news }, AbortSignal.timeout(30_000))).toEqual({
      is: 'sent',
    });
    const card = cardOf((await inChat()).at(-1) as never);
    expect(textOf(card)).toContain(case_.number);
    expect(textOf(card)).toContain('Which [building](https://evil.example)?');
    expect(JSON.stringify(card)).not.toContain('[building](https');
    expect(textOf(card)).toContain(next);
    expect(actionsIn(card)).toEqual([open]);
    if (locale === 'fr') expect(textOf(card)).toContain(happened);
  });
});

test('G-11 what happens at once is one message, and its button shows the case', async () => {
  const case_ = await asked('One message');
  await use.act(nadia, case_.id, { do: 'comment', text: 'Second thoughts' });
  const before = (await inChat()).length;
  expect(await delivered()).toEqual({ is: 'sent' });
  const messages = await inChat();
  expect(messages.length).toBe(before + 1);
  const message = messages.at(-1) as never;
  expect(textOf(cardOf(message))).toContain('Second thoughts');
  const answer = await lea.press(message, 'Ouvrir le dossier');
  expect(answer.kind === 'card' && textOf(answer.card)).toContain('One message');
});

test('G-1 the receipt is not said again in a chat that has just shown it', async () => {
  const case_ = await use.open(by);
  await desk.deps.store.notes.save(by.tenantId, by.personId, 'open', { kind: 'case', id: case_.id });
  expect(await delivered()).toEqual({ is: 'nothingToDo' });
  await use.open(by);
  expect(await delivered()).toEqual({ is: 'sent' });
});

test.each([{ status: 429 }, { status: 412 }] as const)('F-15, F-16 $status without more is tried again later', async (fault) => {
  await asked();
  answering(fault);
  expect(await delivered()).toMatchObject({ is: 'later', afterMs: null });
});

test('F-16 a 502 after Teams has taken it is sent once more at most', async () => {
  await asked();
  answering({ status: 502, taken: true });
  const before = (await inChat()).length;
  expect(await delivered()).toMatchObject({ is: 'maybeSent' });
  expect((await inChat()).length).toBe(before + 1);
});

test('F-17 a connector that hangs is given up within ten seconds', async () => {
  await asked();
  answering({ status: 'hang' });
  const job = (await claim('chat')).find(({ to }) => to.kind === 'person') as Job;
  const send = await channel().prepare(job);
  expect(await send?.(AbortSignal.timeout(300))).toMatchObject({ is: 'maybeSent' });
});

test('F-18 a chat that is closed is tried no more, the person gets e-mail even if they chose the chat alone, and installing again works', async () => {
  await desk.deps.store.inTenant(by.tenantId, async (tx) => {
    const { phone, displayName, email, unconfirmedEmail, locale, timeZone } = {
      phone: null,
      displayName: null,
      email: null,
      unconfirmedEmail: null,
      locale: null,
      timeZone: null,
    };
    await tx.profiles.save(by.personId, {
      phone,
      displayName,
      email,
      unconfirmedEmail,
      locale,
      timeZone,
      notices: { chat: true, email: false },
    });
  });
  await asked();
  // The mail that went along was left out, for only the chat was wanted.
  for (const job of await claim('email')) await desk.deps.store.outbox.settle(job, { is: 'done' });
  answering({ status: 403 });
  expect(await delivered()).toMatchObject({ is: 'instead' });
  const [mail] = (await claim('email')).filter(({ to }) => to.kind === 'person' && to.id === by.personId);
  if (mail?.content.kind !== 'case') throw new Error('no mail was queued');
  const notices = { ...desk.deps, operatorTenantId: operator.id, reachesInChat: async () => false };
  expect(await tellPerson(notices, by.personId, 'email', { ...mail.content, tenantId: mail.tenantId })).not.toBeNull();
  await asked();
  expect(await delivered()).toEqual({ is: 'nothingToDo' });
  desk.local.connector.answer(place, null);
  await lea.remove();
  await lea.open();
  const before = (await inChat()).length;
  await asked();
  expect(await delivered()).toEqual({ is: 'sent' });
  // No flood: what was missed is not said now.
  expect((await inChat()).length).toBe(before + 1);
});

test('F-18 whoever had the mail as well does not get it again once the chat turns out to be closed', async () => {
  await desk.deps.store.inTenant(by.tenantId, async (tx) => {
    const before = await tx.profiles.lock(by.personId);
    if (before) await tx.profiles.save(by.personId, { ...before, notices: { chat: true, email: true } });
  });
  await asked();
  for (const job of await claim('email')) await desk.deps.store.outbox.settle(job, { is: 'done' });
  answering({ status: 403 });
  expect(await delivered()).toEqual({ is: 'instead', deliveries: [] });
  expect((await claim('email')).filter(({ to }) => to.kind === 'person' && to.id === by.personId)).toEqual([]);
  desk.local.connector.answer(place, null);
  await lea.remove();
  await lea.open();
});

test('F-19 404 makes the address anew once, then gives up', async () => {
  await asked();
  answering({ status: 404, times: 1 });
  expect(await delivered()).toEqual({ is: 'sent' });
  await asked();
  answering({ status: 404 });
  expect(await delivered()).toMatchObject({ is: 'never' });
});

test('F-19 413 becomes a compact card with a link, once', async () => {
  const case_ = await asked();
  answering({ status: 413, times: 1 });
  expect(await delivered()).toEqual({ is: 'sent' });
  const card = cardOf((await inChat()).at(-1) as never);
  expect(textOf(card)).toContain(case_.number);
  expect(JSON.stringify(card['actions'])).toContain(`/case/${case_.number}`);
});

// The last, for the pause goes on.
test('F-15 429 waits as long as Teams says, and the whole conversation with it', async () => {
  await asked();
  answering({ status: 429, retryAfter: 7 });
  expect(await delivered()).toMatchObject({ is: 'later', afterMs: 7_000 });
  desk.local.connector.answer(place, null);
  await asked();
  const outcome = await delivered();
  expect(outcome).toMatchObject({ is: 'paced' });
  if (outcome.is === 'paced') expect(outcome.afterMs).toBeGreaterThan(5_000);
});
