import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { speaker } from '../../bot/say.ts';
import { VerifiedAdapter } from '../../bot/wire/adapter.ts';
import { counted } from '../../bot/wire/counted.ts';
import type { Outbound } from '../../bot/wire/outbound.ts';
import { type BotDesk, startBotDesk } from './desk.ts';

let desk: BotDesk;
beforeAll(async () => {
  desk = await startBotDesk();
});
afterAll(() => desk.close());
const say = () => speaker(new VerifiedAdapter(desk.channel), desk.channel, pino({ level: 'silent' }));
const placeOf = async (id: string, tenantId: string) =>
  (await desk.deps.store.notes.find(tenantId, id, 'chat')) as { conversationId: string; serviceUrl: string };

const silentOutbound: Outbound = { send: async () => 'said', member: async () => ({}), members: async () => [] };

test('AG-5 the bot says something in a chat it was brought into, once, and not where it was taken out', async () => {
  const jordan = desk.teams.asPerson('Jordan');
  await jordan.open();
  const place = await placeOf(jordan.entry.id, jordan.organisation.id);
  expect(await say()(place, 'A test')).toBe('sent');
  expect((await jordan.messages()).filter(({ text }) => text === 'A test')).toHaveLength(1);
  await jordan.remove();
  expect(await say()(place, 'Another')).toBe('notInstalled');
});

test('F-20 what is said within a turn counts in the pace of the conversation, a thread’s in its channel’s', async () => {
  const taylor = desk.teams.asPerson('Taylor');
  await taylor.say('my cases');
  const { conversationId } = await placeOf(taylor.entry.id, taylor.organisation.id);
  const { pacing } = desk.deps.store;
  const onceAMinute = { conversation: [{ most: 1, ms: 60_000 }], tenant: { most: 50, ms: 1_000 }, slackMs: 0 };
  const wait = (conversation: string) =>
    pacing.slot({ conversation, tenantId: taylor.organisation.id, holder: crypto.randomUUID(), count: 1 }, onceAMinute);
  // Nobody waits for the count.
  await new Promise((passed) => setTimeout(passed, 300));
  expect(await wait(conversationId)).toBeGreaterThan(0);
  const thread = { conversation: { id: '19:abc;messageid=1', tenantId: taylor.organisation.id } } as Parameters<typeof counted>[2];
  await counted(pacing, silentOutbound, thread).send({ kind: 'typing' });
  await new Promise((passed) => setTimeout(passed, 200));
  expect(await wait('19:abc')).toBeGreaterThan(0);
});

test('F-5, F-20 an answer neither waits for its count nor fails with it', async () => {
  const activity = { conversation: { id: 'a:1', tenantId: crypto.randomUUID() } } as Parameters<typeof counted>[2];
  for (const spoken of [() => new Promise<void>(() => {}), () => Promise.reject(new Error('on purpose'))]) {
    expect(await counted({ spoken }, silentOutbound, activity).send({ kind: 'typing' })).toBe('said');
  }
});

test('F-27 the desk’s own token goes to no address but the channel’s', async () => {
  for (const serviceUrl of ['http://127.0.0.1:9/', 'https://smba.trafficmanager.net.evil.example/', 'nonsense', '']) {
    expect(await say()({ conversationId: 'a:1', serviceUrl }, 'A test')).toBe('notInstalled');
  }
});
