import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { storeOver } from '../../src/store/store.ts';
import { within } from '../../src/store/transaction.ts';
import { type Bare, bareEngines } from './bare.ts';
import { openCase } from './samples.ts';

describe.each(bareEngines)('what is an operator’s own, $name', ({ open }) => {
  let it: Bare;
  const [tailspin, contoso] = [randomUUID(), randomUUID()];
  beforeAll(async () => {
    it = await open();
    const store = storeOver(it.db, async () => {});
    for (const tenantId of [tailspin, contoso]) {
      const reply = { id: randomUUID(), desk: 'phoneNumbers', locale: 'en', title: 'Hello', text: 'Hello', version: 1 } as const;
      const case_ = await openCase({ store }, tenantId);
      await store.inTenant(tenantId, async (tx) => {
        await tx.replies.save(reply, 'somebody');
        const of = { id: randomUUID(), desk: 'phoneNumbers', title: 'Down', description: '', state: 'open', version: 1 } as const;
        await tx.outages.save({ ...of, openedBy: 'somebody', openedAt: tx.now, resolvedAt: null });
        const update = { id: randomUUID(), outageId: of.id, step: 'comment', text: 'x', reason: null, by: 'somebody', at: tx.now } as const;
        await tx.outages.addUpdate(update, [case_]);
        await tx.outages.follow(of.id, { tenantId: contoso, personId: 'somebody' });
      });
    }
  });
  afterAll(() => it.close());

  test.each(['saved_replies', 'outages', 'outage_updates', 'outage_sendings', 'outage_followers'] as const)(
    'F-28 a question about %s without a tenant in it still finds one’s own alone',
    async (table) => {
      const asked = (scope: Parameters<typeof within>[1]) =>
        within(it.db, scope, (tx) => tx.selectFrom(table).select('tenant_id').execute());
      expect(await asked({ kind: 'tenant', tenantId: contoso })).toEqual([{ tenant_id: contoso }]);
      for (const scope of [{ kind: 'desks', desks: ['phoneNumbers'] }, { kind: 'outbox' }] as const) {
        await expect(asked(scope)).rejects.toThrow('permission denied');
      }
    },
  );
});
