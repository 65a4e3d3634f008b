import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { TenantTransaction } from '../../src/app/ports.ts';
import { storeOver } from '../../src/store/store.ts';
import { within } from '../../src/store/transaction.ts';
import { type Bare, bareEngines } from './bare.ts';

describe.each(bareEngines)('webhooks, $name', ({ open }) => {
  let it: Bare;
  const [contoso, fabrikam, id] = [randomUUID(), randomUUID(), randomUUID()];
  const store = () => storeOver(it.db, async () => {});
  const change = <T>(work: (tx: TenantTransaction) => Promise<T>) => store().inTenant(contoso, work);
  const later = (now: string, ms: number) => new Date(Date.parse(now) + ms).toISOString();
  beforeAll(async () => {
    it = await open();
    await change(async (tx) => {
      await tx.webhooks.save({ id, url: 'https://contoso.example/', description: 'theirs', events: ['opened'], version: 1 }, 'ada');
      await tx.webhooks.addSecret(id, 'whsec_first', tx.now);
    });
  });
  afterAll(() => it.close());

  test('F-35 what is signed with can’t be read by whoever serves people, whatever they ask', async () => {
    const asked = within(it.db, { kind: 'tenant', tenantId: contoso }, (tx) => sql`select secret from webhook_secrets`.execute(tx));
    await expect(asked).rejects.toMatchObject({ code: '42501' });
    const called = within(it.db, { kind: 'tenant', tenantId: contoso }, (tx) =>
      sql`select * from secrets_of_webhook(${contoso}::uuid, ${id}::uuid)`.execute(tx),
    );
    await expect(called).rejects.toMatchObject({ code: '42501' });
    expect(await store().webhooks.secrets(contoso, id)).toEqual(['whsec_first']);
  });

  test('F-28 a webhook and what it is signed with are its own organisation’s alone', async () => {
    expect(await store().webhooks.list(fabrikam)).toEqual([]);
    expect(await store().webhooks.find(fabrikam, id)).toBeUndefined();
    expect(await store().webhooks.secrets(fabrikam, id)).toEqual([]);
    for (const table of ['webhooks', 'webhook_secrets'])
      await within(it.db, { kind: 'tenant', tenantId: fabrikam }, async (tx) => {
        const { rows } = await sql`select webhooks from (select 1 as webhooks from ${sql.table(table)}) held`.execute(tx);
        expect(rows).toEqual([]);
      });
  });

  test('a new secret signs first, and the one before until its time is over', async () => {
    await change((tx) => tx.webhooks.addSecret(id, 'whsec_second', later(tx.now, 60_000)));
    expect(await store().webhooks.secrets(contoso, id)).toEqual(['whsec_second', 'whsec_first']);
    expect((await store().webhooks.find(contoso, id))?.oldSecretUntil).not.toBeNull();
    await change((tx) => tx.webhooks.addSecret(id, 'whsec_third', tx.now));
    expect(await store().webhooks.secrets(contoso, id)).toEqual(['whsec_third']);
    expect((await store().webhooks.find(contoso, id))?.oldSecretUntil).toBeNull();
  });

  test('what failed first is what it has failed since, and something that arrived ends it', async () => {
    const fault = { code: 'refused', detail: '404' } as const;
    const first = await store().webhooks.failed(contoso, id, fault, 1_000);
    const second = await store().webhooks.failed(contoso, id, fault, 1_000);
    expect(second?.failingSince).toBe(first?.failingSince);
    expect(second).toMatchObject({ lastFault: fault, restsUntil: expect.any(String) });
    await store().webhooks.sent(contoso, id);
    expect(await store().webhooks.find(contoso, id)).toMatchObject({ failingSince: null, lastFault: null, restsUntil: null });
  });

  test('what is removed is gone, with what it was signed with', async () => {
    await change((tx) => tx.webhooks.remove(id));
    expect(await store().webhooks.list(contoso)).toEqual([]);
    expect(await store().webhooks.secrets(contoso, id)).toEqual([]);
  });
});
