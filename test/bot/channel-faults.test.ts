import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { chatDelivery } from '../../bot/delivery/chat-delivery.ts';
import type { ChannelNews } from '../../src/app/notices/channel-news.ts';
import type { PostNews } from '../../src/app/ports.ts';
import { type Subscription, subscribedEvents } from '../../src/domain/notice/subscription.ts';
import { contoso } from '../../src/local/organisations.ts';
import { cardOf, type ScriptedPerson } from '../../src/local/teams-client.ts';
import { unhurried } from './delivering.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { textOf } from './reading.ts';
import { startWire } from './wire.ts';

let desk: BotDesk;
let camille: ScriptedPerson;
let channelId: string;
beforeAll(async () => {
  desk = await startBotDesk();
  camille = desk.teams.asPerson('Camille', { locale: 'en-GB' });
  await camille.open('team');
  channelId = desk.local.ids.channel(contoso.id);
});
afterEach(() => desk.local.connector.answer(channelId, null));
afterAll(() => desk.close());

async function subscription(change: Partial<Subscription> = {}): Promise<Subscription> {
  const one: Subscription = {
    ...{ id: randomUUID(), tenantId: contoso.id, channelId, teamId: channelId, serviceUrl: desk.local.serviceUrl, name: 'Telephony' },
    ...{ shared: false, desk: 'phoneNumbers', customer: null, severities: [], events: subscribedEvents, locale: 'en', version: 1 },
    stoppedAt: null,
    ...change,
  };
  await desk.deps.store.inTenant(contoso.id, async (tx) => {
    const before = await tx.subscriptions.lockOf(one.channelId, 'phoneNumbers');
    if (before) await tx.subscriptions.remove(before.id);
    await tx.subscriptions.save(one, 'somebody');
  });
  return one;
}
const newsOf = (caseId: string, last: PostNews): ChannelNews => ({
  ...{ key: randomUUID(), tenantId: contoso.id, caseId, happened: [last] },
  shown: { number: 'CD-7K3M-9YX4', status: 'inProgress', last },
});
const delivery = () =>
  chatDelivery({ deps: desk.deps, channel: desk.channel, links: { tab: () => 'https://teams.example' }, limits: unhurried });
const tell = async (caseId: string, last: PostNews, to?: Subscription) =>
  delivery().tellChannel(to ?? (await subscription()), newsOf(caseId, last), AbortSignal.timeout(9_000));
const ofBot = async () => (await camille.messages('team')).filter(({ author }) => author.kind === 'bot');
const answer: BotDesk['local']['connector']['answer'] = (...asked) => desk.local.connector.answer(...asked);

test('F-16 a post that could not be changed gets no reply, and both are tried again; a reply that may be there is sent once more at most', async () => {
  const caseId = randomUUID();
  expect(await tell(caseId, { kind: 'opened' })).toEqual({ is: 'sent' });
  const before = (await ofBot()).length;
  answer(channelId, { status: 502, times: 1 }, 'PUT');
  expect(await tell(caseId, { kind: 'commented' })).toMatchObject({ is: 'later' });
  expect((await ofBot()).length).toBe(before);
  answer(channelId, { status: 502, times: 1, taken: true }, 'POST');
  expect(await tell(caseId, { kind: 'commented' })).toMatchObject({ is: 'maybeSent' });
});

test('F-19 a post that somebody deleted is made again, once', async () => {
  const caseId = randomUUID();
  await tell(caseId, { kind: 'opened' });
  answer(channelId, { status: 404, times: 1 }, 'PUT');
  expect(await tell(caseId, { kind: 'answered' })).toEqual({ is: 'sent' });
  expect(textOf(cardOf((await ofBot()).at(-1) as never))).toContain('The desk has written.');
  answer(channelId, { status: 404 });
  expect(await tell(caseId, { kind: 'commented' })).toMatchObject({ is: 'never' });
});

test('F-18 a team that the bot was taken out of is tried no more; installed again it hears, without a flood', async () => {
  const to = await subscription();
  const caseId = randomUUID();
  answer(channelId, { status: 403 });
  expect(await tell(caseId, { kind: 'opened' }, to)).toMatchObject({ is: 'never' });
  expect((await desk.deps.store.subscriptions.find(contoso.id, to.id))?.stoppedAt).not.toBeNull();
  answer(channelId, null);
  await camille.remove('team');
  await camille.open('team');
  expect((await desk.deps.store.subscriptions.find(contoso.id, to.id))?.stoppedAt).toBeNull();
  const before = (await ofBot()).length;
  expect(await tell(caseId, { kind: 'commented' }, to)).toEqual({ is: 'sent' });
  expect((await ofBot()).length).toBe(before + 1);
});

test('F-27 nothing is sent to an address that isn’t Teams’', async () => {
  const to = await subscription({ serviceUrl: 'https://evil.example/' });
  expect(await tell(randomUUID(), { kind: 'opened' }, to)).toEqual({ is: 'nothingToDo' });
});

test('G-14 in a channel shared with another organisation a post shows nobody anything else, ever', async () => {
  const wire = await startWire(desk.deps);
  try {
    wire.answering((call) => {
      const person = contoso.people[0];
      if (call.path.includes('pagedmembers'))
        return { status: 200, body: { members: [{ tenantId: contoso.id }, { tenantId: randomUUID() }] } };
      if (call.path.includes('/members/'))
        return { status: 200, body: { id: '29:camille', aadObjectId: person?.id, tenantId: contoso.id, name: 'C' } };
      return { status: 200, body: { id: '1' } };
    });
    const data = { caseDesk: { do: 'saveSubscription', version: 0, desk: 'phoneNumbers' }, name: 'Shared', events: 'opened' };
    const place = {
      conversation: { id: '19:shared;messageid=1', conversationType: 'channel', tenantId: contoso.id },
      channelData: { tenant: { id: contoso.id }, team: { id: '19:team', name: 'Team' }, channel: { id: '19:shared' } },
    };
    const value = { action: { type: 'Action.Execute', verb: 'saveSubscription', data }, trigger: 'manual' };
    const { text } = await wire.post(wire.activity({ ...place, type: 'invoke', name: 'adaptiveCard/action', value, text: undefined }));
    expect(text).toContain('is now told');
    const [saved] = await desk.deps.store.subscriptions.ofChannel(contoso.id, '19:shared');
    expect(saved).toMatchObject({ shared: true, channelId: '19:shared', teamId: '19:team' });
  } finally {
    await wire.close();
  }
  await tell(randomUUID(), { kind: 'opened' }, await subscription({ shared: true }));
  expect(cardOf((await ofBot()).at(-1) as never)['refresh']).toBeUndefined();
});
