import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditTrail } from '../../src/http/schemas/audit.ts';
import { overServer, type TestStore } from '../store/databases.ts';
import { type Api, type Caller, onVersion, open, startApi } from './api.ts';

const english = { 'accept-language': 'en' };

describe.each(overServer)('a person’s data, over $name', (engine) => {
  let api: Api;
  let kept: TestStore;
  let lea: Caller;
  let thomas: Caller;
  let camille: Caller;
  let nadia: Caller;
  beforeAll(async () => {
    api = await startApi({ engine: { ...engine, open: async () => (kept = await engine.open()) } });
    const people = await Promise.all(['Léa', 'Thomas', 'Camille', 'Nadia'].map((name) => api.as(name)));
    [lea, thomas, camille, nadia] = people as [Caller, Caller, Caller, Caller];
  });
  afterAll(() => api.close());

  const trail = async () => auditTrail.parse(JSON.parse((await camille.done('exportAudit')).body)).items;
  const about = (who: { id: string }) => ({ params: { id: who.id }, headers: english });

  test('G-15 everybody exports what is kept of them, an administrator on their behalf, and both leave a trace', async () => {
    const case_ = await open(lea, { title: 'Of Léa’s', contacts: ['lea.moreau@contoso-france.example'] });
    const params = { id: case_.id };
    await lea.done('comment', { params, body: { text: 'My own words.' } });
    await thomas.done('comment', { params, body: { text: 'Words of Thomas.' } });
    await nadia.done('note', { params, body: { text: 'Between engineers.' } });
    await lea.done('beginDraft', { body: { caseType: 'otherQuestion', input: { title: 'Not sent' } } });
    await lea.done('giveFeedback', { body: { useful: true, words: 'Very good.' } });
    const own = await lea.done('exportOwnData');
    expect(own.headers.get('content-disposition')).toMatch(/^attachment; filename="case-desk-person-\d{4}-\d\d-\d\d\.json"/);
    expect(own.headers.get('cache-control')).toContain('no-store');
    expect(JSON.parse(own.body)).toMatchObject({
      tenantId: lea.tenantId,
      personId: lea.id,
      drafts: [{ input: { title: 'Not sent' } }],
      cases: [{ number: case_.number, title: 'Of Léa’s' }],
      entries: [{ type: 'opened' }, { type: 'commented', data: { text: 'My own words.' } }],
      feedback: [{ words: 'Very good.' }],
    });
    for (const others of ['Words of Thomas', 'Between engineers', 'Nadia', thomas.id]) expect(own.body).not.toContain(others);
    const without = ({ at: _, audit: __, ...rest }: Record<string, unknown>) => rest;
    const asked = await camille.done('exportPerson', about(lea));
    expect(without(JSON.parse(asked.body))).toEqual(without(JSON.parse(own.body)));
    const exports = (await trail()).filter(({ action, outcome }) => action === 'person.export' && outcome === 'done');
    expect(exports.map(({ actorId }) => actorId)).toEqual([lea.id, camille.id]);
    expect((await camille.refused('exportPerson', about({ id: crypto.randomUUID() }))).code).toBe('notFound');
    expect((await camille.refused('exportPerson', about(nadia))).code).toBe('notFound');
  });

  test('G-15 an erased person is a former member wherever they acted, in each reader’s language; cases and the trail stay whole', async () => {
    const case_ = await open(lea);
    const params = { id: case_.id };
    await lea.done('comment', { params, body: { text: 'These words stay.' } });
    const now = (await lea.done('getCase', { params })).body;
    await lea.done('resolve', { params, ...onVersion(now), body: {} });
    await camille.done('giveRole', { params: { id: lea.id, role: 'ticketManager' } });
    await lea.done('changeProfile', { body: { displayName: 'Léa M.' } });
    const names = { headers: { 'if-match': '"0"', ...english }, body: { names: 'erased' } };
    expect((await camille.done('setLeaverNames', names)).body).toMatchObject({
      names: 'erased',
      version: 1,
      changed: { by: 'Camille Laurent' },
    });

    expect((await camille.refused('erasePerson', about(camille))).detail).toContain('Ask another administrator');
    const done = await camille.done('erasePerson', about(lea));
    expect(done.body).toMatchObject({ names: 'erased', cases: expect.any(Number) });
    expect(done.body.cases).toBeGreaterThanOrEqual(2);

    const read = async (language: string) => (await camille.done('getCase', { params, headers: { 'accept-language': language } })).body;
    await camille.done('changeProfile', { body: { locale: 'fr' } });
    expect(JSON.stringify(await read('fr'))).toMatch(/Clos par un ancien membre.*Ancien membre a créé le dossier/);
    await camille.done('changeProfile', { body: { locale: 'en' } });
    const view = await read('en');
    expect(view).toMatchObject({ openedBy: { id: lea.id, name: 'Former member' }, closed: { by: { name: 'Former member' } } });
    expect(view.timeline.map(({ text }) => text)).toContain('These words stay.');
    const rows = await trail();
    for (const text of [JSON.stringify(view), JSON.stringify(rows), JSON.stringify((await camille.done('listFeedback')).body)]) {
      expect(text).not.toMatch(/Léa|lea\.moreau/);
    }
    expect(rows.filter(({ actorId }) => actorId === lea.id).map(({ details, actorName }) => [details, actorName])).toEqual(
      rows.filter(({ actorId }) => actorId === lea.id).map(() => [null, null]),
    );
    expect(JSON.parse(rows.findLast(({ action }) => action === 'person.erase')?.details ?? '')).toMatchObject({
      person: lea.id,
      names: 'erased',
    });
    const verdict = await kept.verifyAudit(lea.tenantId);
    expect(verdict).toMatchObject({ ok: true, erased: expect.any(Number) });
    expect(verdict.ok && verdict.erased).toBeGreaterThan(3);
    expect(verdict.ok && verdict.onRecord).toBe(verdict.ok && verdict.erased);

    expect((await lea.done('getMe')).body).toMatchObject({ person: { name: 'Léa Moreau' }, roles: ['member'] });
    expect((await lea.done('listDrafts')).body.items).toEqual([]);
    const again = await open(lea);
    expect(again.openedBy.name).toBe('Léa Moreau');
  });

  test('G-15 an administrator who is erased is not named in the erasures they asked for either', async () => {
    const ines = { id: crypto.randomUUID(), name: 'Inès Avant' };
    const mine = await open(thomas);
    await kept.store.inTenant(thomas.tenantId, async (tx) => {
      const entry = { actorTenantId: thomas.tenantId, actorId: ines.id, action: 'person.erase', outcome: 'done', caseId: null } as const;
      await tx.appendAudit({
        ...entry,
        details: { name: ines.name, person: crypto.randomUUID(), names: 'erased', cases: 0, auditRows: 0 },
      });
      const case_ = await tx.lockCase(mine.id);
      if (case_) await tx.saveCase(case_, { ...case_, openedBy: ines, version: case_.version + 1 });
    });
    expect(JSON.stringify(await trail())).toContain(ines.name);
    expect(Object.keys((await camille.done('erasePerson', about(ines))).body).sort()).toEqual(['auditRows', 'cases', 'names']);
    expect(JSON.stringify(await trail())).not.toContain(ines.name);
    expect(await kept.verifyAudit(thomas.tenantId)).toMatchObject({ ok: true });
  });

  test('G-15 whoever has left the directory is found by what they did, and names stay where the organisation keeps them', async () => {
    await camille.done('setLeaverNames', { headers: { 'if-match': '"1"' }, body: { names: 'kept' } });
    const left = { id: crypto.randomUUID(), name: 'Zoé Partie' };
    const mine = await open(thomas);
    await kept.store.inTenant(thomas.tenantId, async (tx) => {
      const case_ = await tx.lockCase(mine.id);
      if (case_) await tx.saveCase(case_, { ...case_, openedBy: left, version: case_.version + 1 });
    });
    const find = async (leavers: string) => (await camille.done('findPeople', { query: { q: 'zoe', leavers } })).body.items;
    expect([await find('false'), await find('true')]).toEqual([[], [{ ...left, email: '' }]]);
    expect((await camille.done('erasePerson', about(left))).body).toMatchObject({ names: 'kept', cases: 0 });
    expect((await camille.done('getCase', { params: { id: mine.id } })).body.openedBy.name).toBe('Zoé Partie');
  });

  test('G-7 which engineer closed a case is in nobody’s data; which colleague did, is', async () => {
    const [byDesk, byThomas] = [await open(thomas), await open(thomas)];
    const reason = { reason: 'notPossible' };
    await nadia.done('closeUnresolved', { params: { id: byDesk.id }, ...onVersion(byDesk), body: reason });
    await thomas.done('resolve', { params: { id: byThomas.id }, ...onVersion(byThomas), body: {} });
    const data = (await thomas.done('exportOwnData')).body;
    const { cases } = JSON.parse(data) as { cases: { id: string; closed: unknown }[] };
    const closed = (id: string) => cases.find((one) => one.id === id)?.closed;
    expect(closed(byDesk.id)).toMatchObject({ by: { side: 'desk' }, reason: 'notPossible' });
    expect(closed(byThomas.id)).toMatchObject({ by: { id: thomas.id, side: 'customer' } });
    expect(data).not.toContain(nadia.id);
    expect(data).not.toMatch(/Nadia/);
  });
});
