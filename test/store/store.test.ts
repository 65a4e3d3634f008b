import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines, type TestStore } from './databases.ts';
import { ada, deskScope, engineer, listOf, openCase, openedEvent, sampleCase, tenantScope } from './samples.ts';

describe.each(engines)('the store, $name', ({ open }) => {
  let it: TestStore;
  beforeAll(async () => {
    it = await open();
  });
  afterAll(() => it.close());

  test('gives a case back as it was written', async () => {
    const tenantId = randomUUID();
    const case_ = await openCase(it, tenantId, {
      title: 'Émoji 🇫🇷 e\u0301 "quotes" \\ ‏עברית',
      severity: 'A',
      breakFix: true,
      onBehalfOf: randomUUID(),
      assignedTo: { id: 'e', name: 'Émile' },
      files: [{ id: randomUUID(), name: 'a.csv', contentType: 'text/csv', size: 3, sha256: 'b'.repeat(64) }],
      firstResponseDueAt: '2026-11-20T12:00:00.123Z',
    });
    expect(await it.store.cases.find(tenantScope(tenantId), { id: case_.id })).toEqual(case_);
    expect(await it.store.cases.find(tenantScope(tenantId), { number: case_.number })).toEqual(case_);
    expect(await it.store.cases.find(deskScope, { id: case_.id })).toEqual(case_);
    expect(await it.store.cases.find(tenantScope(tenantId), { id: 'no id at all' })).toBeUndefined();
  });

  test('gives events back in order, and counts those before', async () => {
    const tenantId = randomUUID();
    const case_ = await openCase(it, tenantId);
    const comments = Array.from({ length: 12 }, (_, i) => ({
      type: i % 3 === 0 ? ('noted' as const) : ('commented' as const),
      text: `words ${i}`,
      files: [],
      seq: i + 2,
      at: case_.openedAt,
      actor: engineer,
    }));
    await it.store.inTenant(tenantId, async (tx) => {
      expect(await tx.lockCase(case_.id)).toEqual(case_);
      await tx.saveCase(case_, { ...case_, version: 13, publicVersion: 13 }, { events: comments });
      expect(await tx.eventsAfter(case_.id, 11)).toEqual(comments.slice(10));
    });
    const all = await it.store.cases.timeline(deskScope, case_.id, { internal: true, before: null, limit: 100 });
    expect(all).toEqual({ events: [openedEvent(case_), ...comments], earlier: 0 });
    const theirs = await it.store.cases.timeline(tenantScope(tenantId), case_.id, { internal: true, before: 12, limit: 3 });
    expect(theirs.events.map(({ seq }) => seq)).toEqual([7, 9, 10].map((seq) => seq));
    expect(theirs.earlier).toBe(4);
  });

  test('lists a tenant’s cases, newest change first', async () => {
    const tenantId = randomUUID();
    const old = await openCase(it, tenantId, { openedAt: '2026-01-01T00:00:00.000Z' });
    const recent = await openCase(it, tenantId, { openedBy: { id: 'bo', name: 'Bo' } });
    const { items, next } = await it.store.cases.list(tenantScope(tenantId), listOf());
    expect(items.map(({ id }) => id)).toEqual([recent.id, old.id]);
    expect(next).toBeNull();
    const mine = await it.store.cases.list(tenantScope(tenantId), listOf({ list: 'mine', state: 'open' }));
    expect(mine.items.map(({ id }) => id)).toEqual([old.id]);
    expect(await it.store.cases.countMine(tenantScope(tenantId), ada.id)).toEqual({ open: 1, waiting: 0 });
    const found = await it.store.cases.list(tenantScope(tenantId), listOf({ words: 'PORT carr' }));
    expect(found.items.map(({ id }) => id)).toEqual([recent.id, old.id]);
    const queue = await it.store.cases.list(deskScope, listOf({ list: 'queue' }));
    expect(queue.items.map(({ id }) => id)).toContain(recent.id);
  });

  test('refuses a case that is of another tenant', async () => {
    await expect(it.store.inTenant(randomUUID(), (tx) => tx.insertCase(sampleCase(randomUUID())))).rejects.toThrow(TypeError);
  });
});
