import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InputFault } from '../../src/app/faults.ts';
import type { ListQuery, Scope } from '../../src/app/ports.ts';
import type { Case } from '../../src/domain/case/case.ts';
import { engines, type TestStore } from './databases.ts';
import { ada, deskScope, listOf, openCase, tenantScope } from './samples.ts';

const hour = 3_600_000;
const at = (ms: number) => new Date(Date.parse('2026-11-20T10:00:00.000Z') + ms).toISOString();

describe.each(engines)('lists, $name', ({ open }) => {
  let it: TestStore;
  beforeAll(async () => {
    it = await open();
  });
  afterAll(() => it.close());

  async function titles(scope: Scope, change: Partial<ListQuery>): Promise<string[]> {
    const { items } = await it.store.cases.list(scope, listOf(change));
    return items.map(({ title }) => title);
  }

  async function walk(scope: Scope, query: ListQuery, between: () => Promise<unknown> = async () => {}): Promise<string[]> {
    const ids: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof it.store.cases.list>> = await it.store.cases.list(scope, { ...query, cursor });
      ids.push(...page.items.map(({ id }) => id));
      if (page.next === null) return ids;
      cursor = page.next;
      await between();
    }
  }

  test('G-4 pages hold every case exactly once, in order, with ties, while others are opened', async () => {
    const instants = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(instants, fc.integer({ min: 1, max: 5 }), async (ties, limit) => {
        const tenantId = randomUUID();
        const cases = await Promise.all(ties.map((tie) => openCase(it, tenantId, { openedAt: at(tie) })));
        const newest = [...cases].sort((a, b) => (a.updatedAt < b.updatedAt || (a.updatedAt === b.updatedAt && a.id < b.id) ? 1 : -1));
        const walked = await walk(tenantScope(tenantId), listOf({ limit }), () => openCase(it, tenantId, { openedAt: at(hour) }));
        expect(walked).toEqual(newest.map(({ id }) => id));
      }),
      { numRuns: 15 },
    );
  });

  test('SLA-3 the queue goes by severity, then due time, then age, across tenants and pages', async () => {
    const other = await openQueue(it);
    const walked = await walk(deskScope, listOf({ list: 'queue', state: 'open', country: other.country, limit: 2 }));
    expect(walked).toEqual(other.inOrder);
    const closed = await walk(deskScope, listOf({ list: 'queue', state: 'closed', country: other.country, limit: 2 }));
    expect(closed.some((id) => other.inOrder.includes(id))).toBe(false);
  });

  test('SLA-3 G-4 whoever answers at several desks has all of them in one order, page by page', async () => {
    const tenantId = randomUUID();
    const country = 'IS';
    const scope: Scope = { kind: 'desks', desks: ['phoneNumbers', 'rooms', 'cloudServices'] };
    const desks = ['rooms', 'phoneNumbers', 'cloudServices', 'rooms', 'professionalSupport', 'phoneNumbers'] as const;
    const opened = [];
    for (const [index, desk] of desks.entries()) opened.push(await openCase(it, tenantId, { desk, country, openedAt: at(index) }));
    const ids = opened.filter(({ desk }) => desk !== 'professionalSupport').map(({ id }) => id);
    for (const limit of [1, 2, 5]) {
      expect(await walk(scope, listOf({ list: 'queue', state: 'open', country, limit }))).toEqual(ids);
      expect(await walk(scope, listOf({ country, limit }))).toEqual(ids.toReversed());
    }
    expect(await walk(scope, listOf({ list: 'queue', state: 'open', country, desk: 'rooms' }))).toEqual([ids[0], ids[3]]);
  });

  test('G-4 mine, waiting on me and company, open and closed, by country and status', async () => {
    const tenantId = randomUUID();
    const scope = tenantScope(tenantId);
    await openCase(it, tenantId, { title: 'a', openedAt: at(1) });
    await openCase(it, tenantId, { title: 'b', openedAt: at(2), status: 'waitingOnRequester', country: 'US' });
    await openCase(it, tenantId, { title: 'c', openedAt: at(3), status: 'resolved' });
    await openCase(it, tenantId, { title: 'd', openedAt: at(4), openedBy: { id: 'bo', name: 'Bo' }, status: 'waitingOnRequester' });
    expect(await titles(scope, {})).toEqual(['d', 'c', 'b', 'a']);
    expect(await titles(scope, { state: 'open' })).toEqual(['d', 'b', 'a']);
    expect(await titles(scope, { state: 'closed' })).toEqual(['c']);
    expect(await titles(scope, { list: 'mine' })).toEqual(['c', 'b', 'a']);
    expect(await titles(scope, { list: 'waitingOnMe' })).toEqual(['b']);
    expect(await titles(scope, { country: 'US' })).toEqual(['b']);
    expect(await titles(scope, { status: 'new' })).toEqual(['a']);
    expect(await titles(scope, { status: 'new', state: 'closed' })).toEqual([]);
    expect(await titles(scope, { desk: 'phoneNumbers', limit: 1 })).toEqual(['d']);
    expect(await it.store.cases.countMine(tenantScope(tenantId), ada.id)).toEqual({ open: 2, waiting: 1 });
  });

  test('G-17 what somebody follows is a list of theirs, open and closed, found by words, page by page', async () => {
    const tenantId = randomUUID();
    const scope = tenantScope(tenantId);
    const bo = { id: 'bo', name: 'Bo' };
    const cases = await Promise.all(
      ['North', 'South', 'East', 'West'].map((title, i) =>
        openCase(it, tenantId, { title, openedAt: at(i), openedBy: bo, ...(title === 'South' && { status: 'resolved' }) }),
      ),
    );
    await it.store.inTenant(tenantId, async (tx) => {
      for (const { id, title } of cases) await tx.followers.add(id, title === 'West' ? 'bo' : ada.id);
    });
    expect(await titles(scope, { list: 'followed' })).toEqual(['East', 'South', 'North']);
    expect(await titles(scope, { list: 'followed', state: 'open' })).toEqual(['East', 'North']);
    expect(await titles(scope, { list: 'followed', state: 'closed' })).toEqual(['South']);
    expect(await titles(scope, { list: 'followed', words: 'nor' })).toEqual(['North']);
    expect(await titles(scope, { list: 'followed', words: 'west' })).toEqual([]);
    expect(await titles(tenantScope(randomUUID()), { list: 'followed' })).toEqual([]);
    expect(await walk(scope, listOf({ list: 'followed', limit: 1 }))).toHaveLength(3);
  });

  test('AG-1 assigned to me, unassigned, due soon and waiting', async () => {
    const country = 'AG';
    const me = { id: randomUUID(), name: 'Ingrid' };
    const soon = (ms: number) => new Date(Date.now() + ms).toISOString();
    const tenantId = randomUUID();
    await openCase(it, tenantId, { title: 'mine', country, assignedTo: me, openedAt: at(1) });
    await openCase(it, tenantId, { title: 'due', country, firstResponseDueAt: soon(3 * hour), openedAt: at(2) });
    await openCase(it, tenantId, { title: 'late', country, firstResponseDueAt: soon(-hour), openedAt: at(3) });
    await openCase(it, tenantId, { title: 'far', country, firstResponseDueAt: soon(5 * hour), openedAt: at(4) });
    await openCase(it, tenantId, { title: 'met', country, firstResponseDueAt: soon(hour), firstResponseAt: at(5), openedAt: at(5) });
    await openCase(it, tenantId, { title: 'waits', country, status: 'waitingOnRequester', openedAt: at(6) });
    await openCase(it, tenantId, { title: 'over', country, status: 'resolved', firstResponseDueAt: soon(hour), openedAt: at(7) });
    const engineers = { country, personId: me.id };
    expect(await titles(deskScope, { ...engineers, list: 'assignedToMe' })).toEqual(['mine']);
    expect(await titles(deskScope, { ...engineers, list: 'unassigned', state: 'open' })).toEqual(['waits', 'met', 'far', 'late', 'due']);
    expect(await titles(deskScope, { ...engineers, list: 'dueSoon' })).toEqual(['late', 'due']);
    expect(await titles(deskScope, { ...engineers, list: 'waiting' })).toEqual(['waits']);
    expect(await titles(deskScope, { ...engineers, list: 'dueSoon', words: 'carrier' })).toEqual(['late', 'due']);
  });

  test('a cursor that is none of this list’s is refused, whatever it holds', async () => {
    const tenantId = randomUUID();
    await openCase(it, tenantId);
    await openCase(it, tenantId);
    const scope = tenantScope(tenantId);
    const { next } = await it.store.cases.list(scope, listOf({ limit: 1 }));
    const place = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const id = randomUUID();
    for (const cursor of [
      '',
      '%',
      'null',
      place(),
      place('x', id),
      place(at(0), "' or 1=1"),
      place('0000-01-01T00:00:00.000Z', id),
      place({}, []),
    ]) {
      await expect(it.store.cases.list(scope, listOf({ cursor }))).rejects.toThrow(InputFault);
    }
    await expect(it.store.cases.list(deskScope, listOf({ list: 'queue', state: 'open', cursor: next }))).rejects.toThrow(InputFault);
    await fc.assert(
      fc.asyncProperty(fc.string(), async (cursor) => {
        await expect(it.store.cases.list(scope, listOf({ cursor }))).rejects.toMatchObject({ field: 'cursor' });
      }),
    );
  });

  test('a page holds 1 to 100 cases, whatever is asked for', async () => {
    const tenantId = randomUUID();
    await openCase(it, tenantId);
    for (const limit of [-5, 0, 0.5, 1_000_000, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect((await it.store.cases.list(tenantScope(tenantId), listOf({ limit }))).items).toHaveLength(1);
    }
  });
});

async function openQueue(it: TestStore) {
  const country = 'QA';
  const queued: Partial<Case>[] = [
    { severity: 'A', firstResponseDueAt: at(2 * hour), openedAt: at(5) },
    { severity: 'A', firstResponseDueAt: at(3 * hour), openedAt: at(1) },
    { severity: 'A', openedAt: at(0) },
    { severity: 'B', firstResponseDueAt: at(hour), openedAt: at(1) },
    { severity: null, firstResponseDueAt: at(hour), openedAt: at(3) },
    { severity: null, openedAt: at(2) },
    { severity: null, openedAt: at(3) },
  ];
  const inOrder: string[] = [];
  for (const change of queued) inOrder.push((await openCase(it, randomUUID(), { ...change, country })).id);
  await openCase(it, randomUUID(), { country, severity: 'A', status: 'cancelled' });
  return { country, inOrder };
}
