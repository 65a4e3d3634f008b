import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditTrail } from '../../src/http/schemas/audit.ts';
import { overServer } from '../store/databases.ts';
import { type Api, type Caller, onVersion, open, startApi } from './api.ts';

const inEnglish = { headers: { 'accept-language': 'en' } };
const rule = (version: number, body: unknown) => ({ headers: { 'if-match': `"${version}"`, 'accept-language': 'en' }, body });

describe.each(overServer)('an organisation decides for itself, over $name', (engine) => {
  let api: Api;
  let lea: Caller;
  let thomas: Caller;
  let camille: Caller;
  let jordan: Caller;
  let marco: Caller;
  let nadia: Caller;
  beforeAll(async () => {
    api = await startApi({ engine });
    const people = await Promise.all(['Léa', 'Thomas', 'Camille', 'Jordan', 'Marco', 'Nadia'].map((name) => api.as(name)));
    [lea, thomas, camille, jordan, marco, nadia] = people as [Caller, Caller, Caller, Caller, Caller, Caller];
  });
  afterAll(() => api.close());

  const grantTo = (who: { id: string }, role = 'ticketManager') => ({ params: { id: who.id, role }, ...inEnglish });
  const trail = async (who: Caller) => auditTrail.parse(JSON.parse((await who.done('exportAudit')).body)).items;
  const lastOf = async (action: string) => {
    const row = (await trail(camille)).findLast((one) => one.action === action);
    return { outcome: row?.outcome, details: JSON.parse(row?.details ?? 'null') };
  };

  test('ID-3 an administrator finds members by name or address, accents or not; no guest, and nobody of another organisation', async () => {
    const find = async (q: string) => (await camille.done('findPeople', { query: { q } })).body.items.map(({ name }) => name);
    expect(await find('lea')).toEqual(['Léa Moreau']);
    expect(await find('contoso-france')).toEqual(['Léa Moreau']);
    expect(await find('thomas girard')).toEqual(['Thomas Girard']);
    for (const nobody of ['Marco', 'Jordan', 'fabrikam', '%']) expect(await find(nobody)).toEqual([]);
    expect((await camille.refused('findPeople', { query: { q: '' } })).status).toBe(422);
  });

  test('ID-3 F-31 a role given in the app counts at the next action, and is refused at the next one once taken away', async () => {
    const list = { query: { list: 'company' } };
    expect((await lea.refused('listCases', list)).code).toBe('notAllowed');
    const given = await camille.done('giveRole', grantTo(lea));
    expect(given.body.items).toMatchObject([{ person: { id: lea.id, name: 'Léa Moreau' }, role: 'ticketManager', by: 'Camille Laurent' }]);
    expect(await lastOf('grant.give')).toMatchObject({ outcome: 'done', details: { person: lea.id, from: [], to: ['ticketManager'] } });
    expect((await lea.done('getMe')).body).toMatchObject({
      roles: ['member', 'ticketManager'],
      views: ['mine', 'waitingOnMe', 'company', 'followed'],
    });
    const theirs = await open(camille, { title: 'Seen by a manager' });
    const seen = (await lea.done('listCases', list)).body.items.map(({ id }) => id);
    expect(seen).toContain(theirs.id);

    await camille.done('giveRole', grantTo(lea));
    expect((await camille.done('takeRole', grantTo(lea))).body.items).toEqual([]);
    expect(await lastOf('grant.take')).toMatchObject({ outcome: 'done', details: { person: lea.id, from: ['ticketManager'], to: [] } });
    expect((await lea.refused('listCases', list)).code).toBe('notAllowed');
    const cancel = { params: { id: theirs.id }, ...onVersion(theirs), body: { reason: 'duplicate' } };
    expect((await lea.refused('cancel', cancel)).code).toBe('notFound');
    expect((await trail(camille)).filter(({ action }) => action?.startsWith('grant.'))).toHaveLength(2);
  });

  test('ID-3 who counts roles while another gives one waits for it, so that both stay within the limit together', async () => {
    const { store } = api.deps;
    const filler = { id: crypto.randomUUID(), name: 'Filler', email: '' };
    const by = { id: camille.id, name: 'Camille Laurent' };
    const counts: number[] = [];
    const counted = Promise.withResolvers<void>();
    const first = store.inTenant(camille.tenantId, async (tx) => {
      counts.push(await tx.grants.count());
      counted.resolve();
      await new Promise((passed) => setTimeout(passed, 200));
      await tx.grants.insert({ person: filler, role: 'ticketManager', by });
    });
    await counted.promise;
    await store.inTenant(camille.tenantId, async (tx) => void counts.push(await tx.grants.count()));
    await first;
    await store.inTenant(camille.tenantId, (tx) => tx.grants.remove(filler.id, 'ticketManager'));
    expect(counts).toEqual([0, 1]);
  });

  test('ID-3 no role for a guest, for people of another organisation, or for whoever nobody knows; the attempt is recorded', async () => {
    const answers = [
      [marco, /Guests get no role/],
      [jordan, /not a member of your organisation/],
      [{ id: crypto.randomUUID() }, /not a member of your organisation/],
    ] as const;
    for (const [who, says] of answers) {
      const refusal = await camille.refused('giveRole', grantTo(who));
      expect([refusal.code, refusal.detail]).toEqual(['notAllowed', expect.stringMatching(says)]);
      expect(await lastOf('grant.give')).toMatchObject({ outcome: 'refused', details: { code: 'notAllowed' } });
    }
    for (const role of ['tenantAdministrator', 'engineer', 'x']) {
      expect((await camille.refused('giveRole', grantTo(lea, role))).code).toBe('notFound');
    }
    expect((await camille.done('listGrants')).body.items).toEqual([]);
  });

  test('G-9 nobody but a tenant’s administrator decides or looks, and who tried is recorded', async () => {
    const before = (await trail(camille)).length;
    for (const who of [lea, thomas, marco, nadia]) {
      expect((await who.refused('findPeople', { query: { q: 'a' } })).code).toBe('notAllowed');
      expect((await who.refused('listGrants')).code).toBe('notAllowed');
      expect((await who.refused('giveRole', grantTo(who))).code).toBe('notAllowed');
      expect((await who.refused('takeRole', grantTo(thomas))).code).toBe('notAllowed');
      expect((await who.refused('getClosingRule')).code).toBe('notAllowed');
      expect((await who.refused('setClosingRule', rule(0, { who: 'requester' }))).code).toBe('notAllowed');
      expect((await who.refused('setLeaverNames', rule(0, { names: 'erased' }))).code).toBe('notAllowed');
      expect((await who.refused('exportPerson', { params: { id: lea.id } })).code).toBe('notAllowed');
      expect((await who.refused('erasePerson', { params: { id: camille.id } })).code).toBe('notAllowed');
    }
    const tries = (await trail(camille)).slice(before);
    expect(tries.every(({ outcome }) => outcome === 'refused')).toBe(true);
    expect(tries.map(({ actorId }) => actorId)).toEqual([lea, thomas, marco].flatMap(({ id }) => Array(9).fill(id)));
  });

  test('F-28 an administrator sees and decides for their own organisation alone', async () => {
    await jordan.done('setClosingRule', rule(0, { who: 'requester' }));
    expect((await jordan.done('getClosingRule')).body).toMatchObject({ who: 'requester', version: 1, changed: { by: 'Jordan Miller' } });
    expect((await camille.done('getClosingRule')).body).toEqual({ who: 'ticketManagers', people: [], version: 0, changed: null });
    for (const name of ['exportPerson', 'erasePerson'] as const) {
      expect((await jordan.refused(name, { params: { id: lea.id } })).code).toBe('notFound');
    }
  });

  test('G-10 the requester alone closes: a manager has no button, is told who can, and a card from before is refused at the press', async () => {
    const mine = await open(lea);
    const params = { id: mine.id };
    const seen = (await thomas.done('getCase', { params, ...inEnglish })).body;
    expect([seen.permitted, seen.closers]).toEqual([expect.arrayContaining(['resolve', 'cancel']), null]);
    const changed = await camille.done('setClosingRule', rule(0, { who: 'requester' }));
    expect([changed.body.version, changed.headers.get('etag')]).toEqual([1, '"1"']);
    expect(await lastOf('closing.change')).toMatchObject({ details: { from: { who: 'ticketManagers' }, to: { who: 'requester' } } });

    const refusal = await thomas.refused('resolve', { params, headers: { ...onVersion(seen).headers, 'accept-language': 'en' }, body: {} });
    expect(refusal).toMatchObject({ code: 'notAllowed', status: 403, detail: expect.stringContaining('ask Léa Moreau') });
    const now = (await thomas.done('getCase', { params, ...inEnglish })).body;
    expect([now.permitted, now.closers]).toEqual([
      ['view', 'comment', 'follow', 'edit', 'escalate'],
      expect.stringContaining('ask Léa Moreau'),
    ]);
    expect((await nadia.done('getCase', { params })).body).toMatchObject({ closers: null, permitted: expect.arrayContaining(['resolve']) });
    const batch = await thomas.done('changeCases', { body: { do: 'resolve', cases: [{ id: mine.id, version: now.version }] } });
    expect(batch.body.results[0]).toMatchObject({ ok: false, problem: { code: 'notAllowed' } });
    expect((await lea.done('resolve', { params, ...onVersion(seen), body: {} })).body.status).toBe('resolved');
  });

  test('G-10 named people close, whoever opened the case; the desk always does', async () => {
    const people = [thomas.id];
    await camille.done('setClosingRule', rule(1, { who: 'named', people }));
    const [one, two] = [await open(lea), await open(lea)];
    expect(one.permitted).toEqual(['view', 'comment', 'edit', 'escalate']);
    const says = await lea.refused('cancel', {
      params: { id: one.id },
      headers: { ...onVersion(one).headers, 'accept-language': 'en' },
      body: { reason: 'duplicate' },
    });
    expect(says.detail).toContain('ask Thomas Girard');
    const closed = await thomas.done('cancel', { params: { id: one.id }, ...onVersion(one), body: { reason: 'duplicate' } });
    expect(closed.body.status).toBe('cancelled');
    expect((await nadia.done('resolve', { params: { id: two.id }, ...onVersion(two), body: {} })).body.status).toBe('resolved');
  });

  test('G-10 only members can be named, somebody has to be, and of two administrators the second is told', async () => {
    for (const who of [marco, jordan]) {
      expect((await camille.refused('setClosingRule', rule(2, { who: 'named', people: [who.id] }))).code).toBe('notAllowed');
    }
    for (const people of [undefined, []]) {
      const refusal = await camille.refused('setClosingRule', rule(2, { who: 'named', ...(people && { people }) }));
      expect(refusal).toMatchObject({ code: 'invalid', issues: [{ field: 'people', code: 'required' }] });
    }
    const late = await camille.refused('setClosingRule', rule(1, { who: 'ticketManagers' }));
    expect(late).toMatchObject({ status: 412, code: 'outdated', title: 'This has changed' });
    expect(await lastOf('closing.change')).toMatchObject({ outcome: 'refused', details: { code: 'outdated' } });
    expect((await camille.refused('setClosingRule', { body: { who: 'requester' } })).status).toBe(428);
    const both = await Promise.all([2, 2].map((version) => camille.send('setClosingRule', rule(version, { who: 'ticketManagers' }))));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await camille.done('getClosingRule')).body).toMatchObject({ who: 'ticketManagers', version: 3 });
  });
});
