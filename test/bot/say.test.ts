import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { speaker } from '../../bot/say.ts';
import { VerifiedAdapter } from '../../bot/wire/adapter.ts';
import { type BotDesk, startBotDesk } from './desk.ts';

let desk: BotDesk;
beforeAll(async () => {
  desk = await startBotDesk();
});
afterAll(() => desk.close());
const say = () => speaker(new VerifiedAdapter(desk.channel), desk.channel, pino({ level: 'silent' }));
const placeOf = async (id: string, tenantId: string) =>
  (await desk.deps.store.notes.find(tenantId, id, 'chat')) as { conversationId: string; serviceUrl: string };

test('AG-5 the bot says something in a chat it was brought into, once, and not where it was taken out', async () => {
  const jordan = desk.teams.asPerson('Jordan');
  await jordan.open();
  const place = await placeOf(jordan.entry.id, jordan.organisation.id);
  expect(await say()(place, 'A test')).toBe('sent');
  expect((await jordan.messages()).filter(({ text }) => text === 'A test')).toHaveLength(1);
  await jordan.remove();
  expect(await say()(place, 'Another')).toBe('notInstalled');
});

test('F-27 the desk’s own token goes to no address but the channel’s', async () => {
  for (const serviceUrl of ['http://127.0.0.1:9/', 'https://smba.trafficmanager.net.evil.example/', 'nonsense', '']) {
    expect(await say()({ conversationId: 'a:1', serviceUrl }, 'A test')).toBe('notInstalled');
  }
});
