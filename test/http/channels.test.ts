import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SubscribedEvent, subscribedEvents } from '../../src/domain/notice/subscription.ts';
import { overServer } from '../store/databases.ts';
import { type Api, type Caller, startApi } from './api.ts';

describe.each(overServer)('channels over $name', (engine) => {
  let api: Api;
  let camille: Caller;
  let thomas: Caller;
  let lea: Caller;
  let jordan: Caller;
  let nadia: Caller;
  beforeAll(async () => {
    api = await startApi({ engine });
    [camille, thomas, lea, jordan, nadia] = (await Promise.all(
      ['Camille', 'Thomas', 'Léa', 'Jordan', 'Nadia'].map((name) => api.as(name)),
    )) as [Caller, Caller, Caller, Caller, Caller];
  });
  afterAll(() => api.close());

  async function channelOf({ tenantId }: Caller, name = 'Telephony', events: readonly SubscribedEvent[] = subscribedEvents) {
    const id = randomUUID();
    const place = { id, channelId: `19:${id}`, teamId: null, serviceUrl: 'https://teams.example/', shared: false, locale: 'en' } as const;
    await api.deps.store.inTenant(tenantId, (tx) =>
      tx.subscriptions.save({ ...place, name, desk: 'phoneNumbers', customer: null, severities: [], events, version: 1 }, 'somebody'),
    );
    return id;
  }
  const onVersion = (version: number) => ({ headers: { 'if-match': `"${version}"` } });
  const wanted = { name: 'Ours', customer: null, severities: [], events: ['closed'] };

  test('G-9 who may subscribe a channel lists, changes and ends those of their own organisation, and nobody else does', async () => {
    const id = await channelOf(camille);
    for (const who of [camille, thomas]) expect((await who.done('listChannels')).body.items.map((one) => one.id)).toEqual([id]);
    expect((await lea.refused('listChannels')).code).toBe('notAllowed');
    expect((await jordan.done('listChannels')).body.items).toEqual([]);
    expect((await nadia.done('listChannels')).body.items).toEqual([]);
    for (const who of [jordan, nadia]) {
      expect((await who.refused('changeChannel', { params: { id }, ...onVersion(1), body: wanted })).code).toBe('notFound');
      expect((await who.refused('removeChannel', { params: { id } })).code).toBe('notFound');
    }
    const changed = await thomas.done('changeChannel', { params: { id }, ...onVersion(1), body: wanted });
    expect(changed.body).toMatchObject({ name: 'Ours', events: ['closed'], version: 2 });
    expect((await camille.refused('changeChannel', { params: { id }, ...onVersion(1), body: wanted })).code).toBe('outdated');
    await camille.done('removeChannel', { params: { id } });
    expect((await camille.done('listChannels')).body.items).toEqual([]);
  });

  test('F-29 a customer’s channel can’t be made to hear of another customer, nor of targets', async () => {
    const id = await channelOf(camille);
    const body = { ...wanted, customer: jordan.tenantId };
    expect((await camille.refused('changeChannel', { params: { id }, ...onVersion(1), body })).code).toBe('notAllowed');
    const targets = { ...wanted, events: ['targets', 'opened'] };
    expect((await camille.done('changeChannel', { params: { id }, ...onVersion(1), body: targets })).body.events).toEqual(['opened']);
    expect((await camille.done('getChannelChoices')).body).toMatchObject({ customers: [] });
  });

  test('G-11 the operator’s engineers choose all customers or one', async () => {
    const id = await channelOf(nadia);
    const choices = (await nadia.done('getChannelChoices')).body;
    expect(choices.customers.map((one) => one.id)).toContain(jordan.tenantId);
    const body = { ...wanted, customer: jordan.tenantId };
    const changed = await nadia.done('changeChannel', { params: { id }, ...onVersion(1), body });
    expect(changed.body.customer).toEqual({ id: jordan.tenantId, name: 'Fabrikam' });
    const nobody = { ...wanted, customer: randomUUID() };
    expect((await nadia.refused('changeChannel', { params: { id }, ...onVersion(2), body: nobody })).code).toBe('invalid');
  });

  test('G-15 every change of a channel, and every refused one, is in the trail', async () => {
    const trail = await api.deps.store.audit.page(camille.tenantId, 0, 1_000);
    const found = trail.filter(({ action }) => action.startsWith('channel.')).map(({ action, outcome }) => `${action} ${outcome}`);
    expect(new Set(found)).toEqual(
      new Set(['list refused', 'change done', 'change refused', 'unsubscribe done', 'subscribe refused'].map((row) => `channel.${row}`)),
    );
  });

  test('F-28 what may hear of a case is its own tenant’s channels and the operator’s, the latter for this customer or for all', async () => {
    const ours = await channelOf(camille, 'Contoso');
    await channelOf(jordan, 'Fabrikam');
    const all = await channelOf(nadia, 'All');
    const { body } = await lea.done('openCase', {
      headers: { 'idempotency-key': randomUUID() },
      body: { caseType: 'otherQuestion', input: { title: 'T', description: 'D', country: 'FR' } },
    });
    const found = await api.deps.store.subscriptions.forCase({ tenantId: lea.tenantId, id: body.id }, nadia.tenantId);
    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining([ours, all]));
    expect(found.every((one) => one.tenantId === lea.tenantId || one.tenantId === nadia.tenantId)).toBe(true);
    expect(found.every((one) => one.customer === null || one.customer === lea.tenantId)).toBe(true);
  });
});
