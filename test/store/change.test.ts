import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { InputFault, StoreBusy } from '../../src/app/faults.ts';
import type { Case } from '../../src/domain/case/case.ts';
import { engines, type TestStore } from './databases.ts';
import { ada, engineer, openCase, openedEvent, sampleCase, tenantScope, writeOpened } from './samples.ts';

describe.each(engines)('changes, $name', ({ open }) => {
  let it: TestStore;
  const tenantId = randomUUID();
  beforeAll(async () => {
    it = await open();
  });
  afterAll(() => it.close());

  test('F-22 of twenty changes to one case at once, none is lost: each waits for the one before', async () => {
    const { id } = await openCase(it, tenantId);
    const comment = (text: string) =>
      it.store.inTenant(tenantId, async (tx) => {
        const case_ = await tx.lockCase(id);
        if (!case_) throw new Error('no case');
        const seq = case_.version + 1;
        const after = { ...case_, version: seq, publicVersion: seq, updatedAt: tx.now };
        const commented = { type: 'commented', text, files: [], seq, at: tx.now, actor: engineer } as const;
        await tx.saveCase(case_, after, { events: [commented] });
      });
    const texts = Array.from({ length: 20 }, (_, i) => `comment ${i}`);
    await Promise.all(texts.map(comment));
    const { events } = await it.store.cases.timeline(tenantScope(tenantId), id, { internal: false, before: null, limit: 100 });
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
    expect(events.flatMap((e) => ('text' in e ? [e.text] : [])).sort()).toEqual(texts.sort());
  });

  test('G-8 saving on another version than the one in the database fails and changes nothing', async () => {
    const case_ = await openCase(it, tenantId);
    const commented = { type: 'commented', text: 'too late', files: [], seq: 3, at: case_.openedAt, actor: engineer } as const;
    const notice = { key: 'late', caseId: case_.id, seq: 3, to: { kind: 'person', id: ada.id }, how: 'message', channel: 'email' } as const;
    const timers = [{ kind: 'remind', at: case_.openedAt }] as const;
    const entry = {
      ...{ actorTenantId: tenantId, actorId: ada.id, action: 'case.comment', outcome: 'done' as const },
      ...{ caseId: case_.id, details: {} },
    };
    const rows = async () => (await it.store.audit.page(tenantId, 0, 100)).length;
    const before = await rows();
    const late = it.store.inTenant(tenantId, async (tx) => {
      const stale = { ...case_, version: 2 };
      const change = { events: [commented], notices: [notice], timers };
      await Promise.all([tx.saveCase(stale, { ...stale, title: 'late', version: 3 }, change), tx.appendAudit(entry)]);
    });
    await expect(late).rejects.toMatchObject({ name: 'VersionLost' });
    expect(await rows()).toBe(before);
    await it.store.inTenant(tenantId, async (tx) => {
      expect(await tx.eventsAfter(case_.id, 1)).toEqual([]);
      expect(await tx.timers.at(case_.id, 'remind')).toBeNull();
    });
    expect(await it.store.cases.find(tenantScope(tenantId), { id: case_.id })).toEqual(case_);
  });

  test('F-3 four at once with one key: one does it, three see its receipt', async () => {
    const send = () =>
      it.store.inTenant(tenantId, async (tx) => {
        const earlier = await tx.receipt(ada.id, 'nonce');
        if (earlier) return earlier.caseId;
        const case_ = sampleCase(tenantId);
        await writeOpened(tx, case_);
        await tx.saveReceipt({ personId: ada.id, key: 'nonce', digest: 'd', caseId: case_.id });
        return case_.id;
      });
    const ids = await Promise.all([send(), send(), send(), send()]);
    expect(new Set(ids).size).toBe(1);
    const receipt = await it.store.inTenant(tenantId, (tx) => tx.receipt(ada.id, 'nonce'));
    expect(receipt).toEqual({ personId: ada.id, key: 'nonce', digest: 'd', caseId: ids[0] });
    expect(await it.store.inTenant(tenantId, (tx) => tx.receipt('somebody else', 'nonce'))).toBeUndefined();
    expect(await it.store.inTenant(randomUUID(), (tx) => tx.receipt(ada.id, 'nonce'))).toBeUndefined();
  });

  test('G-1 a number that is taken, by whichever tenant, is noticed and nothing is written with it; the work is done again', async () => {
    const { number } = await openCase(it, tenantId);
    const other = randomUUID();
    const tried: Case[] = [];
    const opening = (next: () => Case) =>
      it.store.inTenant(other, async (tx) => {
        const case_ = next();
        tried.push(case_);
        await tx.insertCase(case_, { events: [openedEvent(case_)], notices: [] });
        await tx.saveReceipt({ personId: ada.id, key: case_.id, digest: 'd', caseId: case_.id });
      });
    await opening(() => sampleCase(other, tried.length === 0 ? { number } : {}));
    const found = await Promise.all(tried.map(({ id }) => it.store.cases.find(tenantScope(other), { id })));
    expect(found.map((one) => one?.id)).toEqual([undefined, tried[1]?.id]);

    await expect(opening(() => sampleCase(other, { number }))).rejects.toThrow(StoreBusy);
    expect(tried).toHaveLength(5);
  });

  test('G-12 a notice with a key that is queued already is the same notice', async () => {
    const case_ = await openCase(it, tenantId);
    const notice = { key: 'once', caseId: case_.id, seq: 1, to: { kind: 'person', id: ada.id }, how: 'receipt', channel: 'email' } as const;
    await it.store.inTenant(tenantId, (tx) => tx.enqueue([notice, { ...notice, key: 'another' }]));
    await it.store.inTenant(tenantId, (tx) => tx.enqueue([notice]));
    await it.store.inTenant(randomUUID(), (tx) => tx.enqueue([notice]));
  });

  test('G-12 a change that fails takes everything it wrote with it', async () => {
    const case_ = sampleCase(tenantId);
    const failing = it.store.inTenant(tenantId, async (tx) => {
      await writeOpened(tx, case_);
      await tx.saveReceipt({ personId: ada.id, key: 'failed', digest: 'd', caseId: case_.id });
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await it.store.cases.find(tenantScope(tenantId), { id: case_.id })).toBeUndefined();
    expect(await it.store.inTenant(tenantId, (tx) => tx.receipt(ada.id, 'failed'))).toBeUndefined();
    expect(await it.verifyAudit(tenantId)).toMatchObject({ ok: true });
  });

  test('F-25 the clock is the database’s, in milliseconds, the same throughout the transaction', async () => {
    await it.store.inTenant(tenantId, async (tx) => {
      expect(tx.now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      const before = tx.now;
      await tx.eventsAfter(randomUUID(), 0);
      expect(tx.now).toBe(before);
    });
  });

  test('a question to the store inside a transaction is refused at once, where it would wait for itself', async () => {
    const nested = it.store.inTenant(tenantId, () => it.store.profiles.find(tenantId, ada.id));
    await expect(nested).rejects.toThrow(/a transaction is open/);
    expect(await it.store.profiles.find(tenantId, ada.id)).toBeUndefined();
  });

  test('a statement that comes when its transaction has ended is refused, where it would be in somebody else’s', async () => {
    let late: Promise<unknown> = Promise.resolve();
    const failing = it.store.inTenant(tenantId, async (tx) => {
      late = pause(20).then(() => tx.lockCase(randomUUID()));
      late.catch(() => {});
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    await expect(late).rejects.toThrow(/has ended/);
  });

  test('F-38 text that PostgreSQL can’t hold is the sender’s fault, not ours', async () => {
    await expect(openCase(it, tenantId, { title: 'a\0b' })).rejects.toThrow(InputFault);
    await expect(openCase(it, tenantId, { particulars: { orderName: 'a\0b' } })).rejects.toThrow(InputFault);
    await expect(openCase(it, tenantId, { particulars: { orderName: 'a\ud800b' } })).rejects.toThrow(InputFault);
    await expect(it.store.inTenant(tenantId, (tx) => tx.receipt(ada.id, '\0'))).rejects.toThrow(InputFault);
  });

  test('what two transactions write at once does not mix', async () => {
    const [one, two] = [sampleCase(tenantId), sampleCase(tenantId)];
    const failing = it.store.inTenant(tenantId, async (tx) => {
      await writeOpened(tx, one);
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new Error('on purpose');
    });
    await Promise.allSettled([failing, it.store.inTenant(tenantId, (tx) => writeOpened(tx, two))]);
    expect(await it.store.cases.find(tenantScope(tenantId), { id: one.id })).toBeUndefined();
    expect(await it.store.cases.find(tenantScope(tenantId), { id: two.id })).toEqual(two);
  });
});
