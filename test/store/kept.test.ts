import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Profile } from '../../src/app/ports.ts';
import { engines, type TestStore } from './databases.ts';
import { ada, openCase, sampleCase, sampleFile, tenantScope } from './samples.ts';

describe.each(engines)('what people keep, $name', ({ open }) => {
  let it: TestStore;
  const tenantId = randomUUID();
  beforeAll(async () => {
    it = await open();
  });
  afterAll(() => it.close());

  const draft = (change = {}) => ({
    id: randomUUID(),
    tenantId,
    personId: randomUUID(),
    caseType: 'portIn',
    onBehalfOf: null,
    input: {},
    ...change,
  });

  test('G-19 a draft comes back as it was typed, however unusable, to its owner alone', async () => {
    const input = { title: 'a\0b \ud800', order: ['b', 'a'], nested: { z: 1, a: null } };
    const { id, personId } = await it.store.drafts.insert(draft({ input }));
    expect(await it.store.drafts.find(tenantId, personId, id)).toMatchObject({ input, sent: null, caseType: 'portIn' });
    expect(await it.store.drafts.find(tenantId, 'somebody else', id)).toBeUndefined();
    expect(await it.store.drafts.find(randomUUID(), personId, id)).toBeUndefined();
    expect(await it.store.drafts.find(tenantId, personId, 'no id')).toBeUndefined();
  });

  test('G-19 drafts are listed newest change first, saved and removed by their owner', async () => {
    const first = await it.store.drafts.insert(draft());
    const mine = { personId: first.personId };
    const second = await it.store.drafts.insert(draft(mine));
    const saved = await it.store.drafts.save(tenantId, first.personId, first.id, { title: 'later' });
    expect(saved).toMatchObject({ input: { title: 'later' }, createdAt: first.createdAt });
    expect((await it.store.drafts.list(tenantId, first.personId)).map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(await it.store.drafts.save(tenantId, 'somebody else', first.id, {})).toBeUndefined();
    await it.store.drafts.remove(tenantId, 'somebody else', first.id);
    await it.store.drafts.remove(tenantId, first.personId, second.id);
    expect((await it.store.drafts.list(tenantId, first.personId)).map(({ id }) => id)).toEqual([first.id]);
  });

  test('F-4 a draft that was sent is listed no more, can’t be changed or removed, and knows its case', async () => {
    const { id, personId } = await it.store.drafts.insert(draft());
    const case_ = sampleCase(tenantId);
    await it.store.inTenant(tenantId, async (tx) => {
      expect(await tx.lockDraft(personId, id)).toEqual({ sent: null });
      expect(await tx.lockDraft('somebody else', id)).toBeUndefined();
      await tx.insertCase(case_, { answers: { draftId: id, digest: 'd' } });
    });
    expect(await it.store.drafts.list(tenantId, personId)).toEqual([]);
    expect(await it.store.drafts.save(tenantId, personId, id, {})).toBeUndefined();
    await it.store.drafts.remove(tenantId, personId, id);
    expect(await it.store.drafts.find(tenantId, personId, id)).toMatchObject({ sent: { caseId: case_.id, digest: 'd' } });
  });

  test('a file belongs to its owner until a case takes it up, then to the case', async () => {
    const case_ = await openCase(it, tenantId);
    const ownerId = randomUUID();
    const [a, b] = [sampleFile(tenantId, { ownerId }), sampleFile(tenantId, { ownerId })];
    for (const file of [a, b]) await it.store.files.insert(file);
    const ids = [b.id, a.id];
    expect((await it.store.files.findOwn(tenantId, ownerId, [...ids, 'no id', randomUUID()])).map(({ id }) => id)).toEqual(ids);
    expect(await it.store.files.findOwn(tenantId, 'somebody else', ids)).toEqual([]);
    expect(await it.store.files.countOwn(tenantId, ownerId)).toBe(2);
    await it.store.inTenant(tenantId, async (tx) => {
      expect((await tx.lockFiles(ownerId, ids)).map(({ id }) => id)).toEqual(ids);
      expect(await tx.lockFiles('somebody else', ids)).toEqual([]);
      await tx.attachFiles([a.id], case_.id, false);
    });
    await it.store.files.removeOwn(tenantId, ownerId, a.id);
    await it.store.files.removeOwn(tenantId, 'somebody else', b.id);
    expect(await it.store.files.findOfCase(tenantScope(tenantId), case_.id, a.id)).toMatchObject({
      ...a,
      caseId: case_.id,
      internal: false,
    });
    expect((await it.store.files.findOwn(tenantId, ownerId, ids)).map(({ id }) => id)).toEqual([b.id]);
    await it.store.files.removeOwn(tenantId, ownerId, b.id);
    expect(await it.store.files.countOwn(tenantId, ownerId)).toBe(0);
  });

  test('two who take up the same file at once: one gets it', async () => {
    const case_ = await openCase(it, tenantId);
    const file = sampleFile(tenantId, { ownerId: randomUUID() });
    await it.store.files.insert(file);
    const take = () =>
      it.store.inTenant(tenantId, async (tx) => {
        const found = await tx.lockFiles(file.ownerId, [file.id]);
        await tx.attachFiles(
          found.map(({ id }) => id),
          case_.id,
          false,
        );
        return found.length;
      });
    expect((await Promise.all([take(), take()])).sort()).toEqual([0, 1]);
  });

  test('PN-15 a profile and notes are kept per person', async () => {
    const profile: Profile = {
      displayName: 'Ada',
      email: null,
      unconfirmedEmail: 'ada@contoso.example',
      phone: null,
      locale: 'fr',
      timeZone: 'Europe/Paris',
      notices: { chat: true, email: false },
    };
    expect(await it.store.profiles.find(tenantId, ada.id)).toBeUndefined();
    await it.store.inTenant(tenantId, (tx) => tx.profiles.save(ada.id, profile));
    await it.store.inTenant(tenantId, (tx) => tx.profiles.save(ada.id, { ...profile, locale: 'en' }));
    expect(await it.store.profiles.find(tenantId, ada.id)).toEqual({ ...profile, locale: 'en' });
    expect(await it.store.profiles.find(randomUUID(), ada.id)).toBeUndefined();

    await it.store.notes.save(tenantId, ada.id, 'open', { caseId: 'x' });
    await it.store.notes.save(tenantId, ada.id, 'open', ['y']);
    expect(await it.store.notes.find(tenantId, ada.id, 'open')).toEqual(['y']);
    expect(await it.store.notes.find(tenantId, ada.id, 'other')).toBeUndefined();
    await expect(it.store.notes.save(tenantId, ada.id, 'open', 'x'.repeat(10_001))).rejects.toThrow(RangeError);
  });

  test('G-20 feedback is listed newest first, for its tenant alone', async () => {
    const given = {
      personId: ada.id,
      personName: ada.name,
      caseId: null,
      useful: false,
      language: 'fair',
      affectedBy: ['speed'],
      words: '…',
    } as const;
    const ids = [randomUUID(), randomUUID()];
    for (const id of ids) await it.store.inTenant(tenantId, (tx) => tx.insertFeedback({ id, ...given }));
    const listed = await it.store.feedback.list(tenantId, 10);
    expect(listed.map(({ id }) => id)).toEqual(ids.reverse());
    expect(listed[0]).toMatchObject(given);
    expect(await it.store.feedback.list(randomUUID(), 10)).toEqual([]);
  });

  test('F-2 feedback of one id is kept once, however parallel it comes', async () => {
    const id = randomUUID();
    const given = { id, personId: ada.id, personName: ada.name, caseId: null, useful: true, language: null, affectedBy: [], words: '1' };
    const added = await Promise.all([1, 2, 3].map(() => it.store.inTenant(tenantId, (tx) => tx.insertFeedback(given))));
    expect(added.filter((one) => one)).toHaveLength(1);
    expect((await it.store.feedback.list(tenantId, 10)).filter((one) => one.id === id)).toHaveLength(1);
  });
});
