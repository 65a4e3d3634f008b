import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { subscribedEvents } from '../../src/domain/notice/subscription.ts';
import { storeOver } from '../../src/store/store.ts';
import { within } from '../../src/store/transaction.ts';
import { type Bare, bareEngines } from './bare.ts';

describe.each(bareEngines)('channels of two tenants in one database, $name', ({ open }) => {
  let it: Bare;
  const [contoso, fabrikam] = [randomUUID(), randomUUID()];
  beforeAll(async () => {
    it = await open();
    const store = storeOver(it.db, async () => {});
    for (const tenantId of [contoso, fabrikam]) {
      const place = { channelId: '19:c', teamId: null, serviceUrl: 'https://teams.example/', name: 'Telephony', shared: false } as const;
      const filter = { desk: 'phoneNumbers', customer: null, severities: [], events: subscribedEvents, locale: 'en' } as const;
      await store.inTenant(tenantId, (tx) => tx.subscriptions.save({ ...place, ...filter, id: randomUUID(), version: 1 }, 'somebody'));
      const post = { caseId: randomUUID(), activityId: '1', number: 'CD', status: 'new', last: { kind: 'opened' } } as const;
      await store.subscriptions.savePost(tenantId, '19:c', tenantId, post);
    }
  });
  afterAll(() => it.close());

  test.each(['subscriptions', 'posts'] as const)(
    'F-28 a question about %s without a tenant in it still finds one’s own alone',
    async (table) => {
      const found = await within(it.db, { kind: 'tenant', tenantId: contoso }, (tx) => tx.selectFrom(table).select('tenant_id').execute());
      expect(found).toEqual([{ tenant_id: contoso }]);
      const scope = { kind: 'desks', desks: ['phoneNumbers'] } as const;
      await expect(within(it.db, scope, (tx) => tx.selectFrom(table).select('tenant_id').execute())).rejects.toThrow('permission denied');
      await expect(within(it.db, { kind: 'outbox' }, (tx) => tx.selectFrom(table).select('tenant_id').execute())).rejects.toThrow(
        'permission denied',
      );
    },
  );

  test('F-20 the pace is the worker’s alone', async () => {
    await expect(
      within(it.db, { kind: 'tenant', tenantId: contoso }, (tx) => tx.selectFrom('pace').select('id').execute()),
    ).rejects.toThrow('permission denied');
  });
});
