import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RoomView } from '../../src/http/contract.ts';
import { contoso, litware } from '../../src/local/organisations.ts';
import { overServer } from '../store/databases.ts';
import { type Api, type Caller, onVersion, startApi } from './api.ts';

describe.each(overServer)('rooms over $name', (engine) => {
  let api: Api;
  let people: Readonly<Record<'camille' | 'thomas' | 'lea' | 'jordan' | 'nadia' | 'sam' | 'priya', Caller>>;
  beforeAll(async () => {
    api = await startApi({ engine });
    const [camille, thomas, lea, jordan, nadia, sam, priya] = (await Promise.all(
      ['Camille', 'Thomas', 'Léa', 'Jordan', 'Nadia', 'Sam', 'Priya'].map((name) => api.as(name)),
    )) as [Caller, Caller, Caller, Caller, Caller, Caller, Caller];
    people = { camille, thomas, lea, jordan, nadia, sam, priya };
  });
  afterAll(() => api.close());

  const add = async (name: string, more: object = {}): Promise<RoomView> =>
    (await people.thomas.done('addRoom', { body: { name, site: 'Paris', ...more } })).body;
  const of = (room: { readonly id: string }) => ({ params: { id: room.id } });
  const report = (who: Caller, rooms: readonly { readonly id: string }[], more: object = {}) =>
    who.done('openCase', {
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: {
        caseType: 'roomIncident',
        input: { title: 'No picture', description: 'The screen stays black.', rooms: rooms.map(({ id }) => id), ...more },
      },
    });
  const uploaded = async (text: string) =>
    (await people.thomas.done('upload', { query: { name: 'rooms.csv' }, headers: { 'content-type': 'text/csv' }, raw: text })).body.id;
  const audited = async (who: Caller) =>
    (await api.deps.store.audit.page(who.tenantId, 0, 1_000)).map(({ action, outcome }) => `${action} ${outcome}`);

  test('RM-5 a room is entered, changed on the version that was seen, and taken out, and each is in the trail', async () => {
    const { thomas } = people;
    const room = await add('Atlas', { email: 'Atlas@Contoso.example', capacity: 12 });
    expect(room).toMatchObject({ name: 'Atlas', site: 'Paris', email: 'atlas@contoso.example', source: 'hand', unhealthySince: null });
    const body = { name: 'Atlas', site: 'Lyon', email: null, capacity: null };
    const changed = (await thomas.done('changeRoom', { ...of(room), ...onVersion(room), body })).body;
    expect(changed).toMatchObject({ site: 'Lyon', version: 2 });
    expect((await thomas.refused('changeRoom', { ...of(room), ...onVersion(room), body })).code).toBe('outdated');
    const taken = (await thomas.done('takeOutRoom', { ...of(room), ...onVersion(changed) })).body;
    expect(taken.takenOutAt).not.toBeNull();
    expect((await thomas.refused('changeRoom', { ...of(room), ...onVersion(taken), body })).code).toBe('notFound');
    const ids = async (query: Record<string, string> = {}) => (await thomas.done('listRooms', { query })).body.items.map(({ id }) => id);
    expect([await ids(), await ids({ takenOut: 'true' })]).toEqual([expect.not.arrayContaining([room.id]), [room.id]]);
    expect(await audited(thomas)).toEqual(expect.arrayContaining(['room.add done', 'room.change done', 'room.takeOut done']));
  });

  test('RM-5 two rooms of a site can’t have one name, and no two one address', async () => {
    await add('Salle du conseil', { email: 'conseil@contoso.example' });
    const again = async (body: object) =>
      (await people.thomas.refused('addRoom', { body })).issues?.map(({ field, code }) => [field, code]);
    expect(await again({ name: 'SALLE DU CONSEIL', site: 'paris' })).toEqual([['name', 'roomTaken']]);
    expect(await again({ name: 'Other', email: 'conseil@contoso.example' })).toEqual([['email', 'roomTaken']]);
    await people.thomas.done('addRoom', { body: { name: 'Salle du conseil', site: 'Lyon' } });
  });

  test('G-9 who manages rooms is a ticket manager or an administrator; members see them, guests and engineers of other desks see none', async () => {
    const { lea, jordan, nadia, sam } = people;
    const room = await add('Petit Prince');
    for (const who of [lea, nadia]) {
      expect((await who.refused('addRoom', { body: { name: 'x' } })).code).toBe('notAllowed');
      expect((await who.refused('importDirectoryRooms', { body: {} })).code).toBe('notAllowed');
    }
    expect((await lea.done('getRoom', of(room))).body.name).toBe('Petit Prince');
    expect((await nadia.done('getRoom', of(room))).body.tenant.name).toBe('Contoso');
    for (const who of [jordan, sam]) expect((await who.refused('getRoom', of(room))).code).toBe('notFound');
    expect((await jordan.refused('changeRoom', { ...of(room), ...onVersion(room), body: { name: 'Mine' } })).code).toBe('notFound');
    expect((await (await api.as('Marco')).send('listRooms')).status).toBe(403);
  });

  test('RM-5 a list is looked at first, with its bad rows named, then taken', async () => {
    const { thomas } = people;
    const file = await uploaded(
      'Salle;Site;Courriel;Places\nAtlas 2;Paris;;8\n;Paris;;\nAtlas 2;Paris;;9\nOrion;Paris;orion@contoso.example;4\n',
    );
    const checked = (await thomas.done('importRooms', { body: { file, check: true } })).body;
    expect(checked).toMatchObject({ new: 2, changed: 0, faultCount: 2, problem: null });
    expect(checked.rooms.map(({ row, name, becomes }) => [row, name, becomes])).toEqual([
      [2, 'Atlas 2', 'new'],
      [5, 'Orion', 'new'],
    ]);
    expect(checked.faults.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'nameMissing'],
      [4, 'repeated'],
    ]);
    const names = async () => (await thomas.done('listRooms', { query: { q: 'orion' } })).body.items.map(({ name }) => name);
    expect(await names()).toEqual([]);
    expect((await thomas.done('importRooms', { body: { file } })).body.new).toBe(2);
    expect(await names()).toEqual(['Orion']);
    expect((await thomas.done('importRooms', { body: { file } })).body).toMatchObject({ new: 0, same: 2 });
    expect((await people.camille.refused('importRooms', { body: { file } })).issues?.[0]?.code).toBe('fileUnknown');
  });

  test('RM-5 rooms come from the organisation’s own directory', async () => {
    const { jordan } = people;
    expect((await jordan.done('importDirectoryRooms', { body: { check: true } })).body).toMatchObject({ new: 3 });
    expect((await jordan.done('importDirectoryRooms', { body: {} })).body).toMatchObject({ new: 3 });
    const { items, total } = (await jordan.done('listRooms')).body;
    expect([total, items.map(({ name, source }) => [name, source])]).toEqual([
      3,
      [
        ['Baker', 'directory'],
        ['Olympus', 'directory'],
        ['Rainier', 'directory'],
      ],
    ]);
  });

  test('RM-1 an incident is critical, names its rooms, and comes first in the queue', async () => {
    const { lea, nadia } = people;
    const room = await add('Iris');
    const view = (await report(lea, [room])).body;
    expect(view).toMatchObject({ severity: 'A', category: 'incident', target: { state: 'running', clock: 'aroundTheClock' } });
    expect(view.details).toContainEqual({ field: 'rooms', label: 'Salles', text: 'Paris · Iris' });
    expect(Date.parse((view.target as { dueAt: string }).dueAt) - Date.parse(view.openedAt)).toBe(4 * 3_600_000);
    const [first] = (await nadia.done('listCases', { query: { list: 'queue' } })).body.items;
    expect(first?.caseType).toBe('roomIncident');
    const none = await lea.refused('openCase', {
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: { caseType: 'roomIncident', input: { title: 'x', description: 'y' } },
    });
    expect(none.issues?.map(({ field, code }) => [field, code])).toEqual([['rooms', 'required']]);
  });

  test('RM-1 rooms may be named in words; another organisation’s, an unknown one and one that was taken out are not there', async () => {
    const { lea, thomas } = people;
    const room = await add('Bellecour', { site: 'Lyon' });
    await add('Bellecour', { site: 'Nantes' });
    const refused = async (...names: string[]) =>
      (
        await lea.refused('openCase', {
          headers: { 'idempotency-key': crypto.randomUUID() },
          body: { caseType: 'roomsQuestion', input: { title: 'x', description: 'y', rooms: names } },
        })
      ).issues?.map(({ code }) => code);
    expect(await refused('Bellecour')).toEqual(['roomAmbiguous']);
    expect(await refused('Rainier')).toEqual(['roomsUnknown']);
    expect((await report(lea, [{ id: 'lyon · BELLECOUR' }])).body.particulars['rooms']).toEqual([
      { id: room.id, name: 'Bellecour', site: 'Lyon' },
    ]);
    await thomas.done('takeOutRoom', { ...of(room), ...onVersion(room) });
    expect(await refused(room.id)).toEqual(['roomsUnknown']);
  });

  test('RM-4 a high impact has its reason, and a question has neither', async () => {
    const { lea } = people;
    const room = await add('Vega');
    const codes = async (caseType: string, more: object) => {
      const input = { title: 'x', description: 'y', rooms: [room.id], ...more };
      const refused = await lea.refused('openCase', { headers: { 'idempotency-key': crypto.randomUUID() }, body: { caseType, input } });
      return refused.issues?.map(({ field, code }) => [field, code]);
    };
    expect(await codes('roomIncident', { highImpact: true })).toEqual([['impactReason', 'required']]);
    expect(await codes('roomIncident', { impactReason: 'The board meets' })).toEqual([['highImpact', 'flagMissing']]);
    expect(await codes('roomsQuestion', { highImpact: true })).toEqual([['highImpact', 'unknownField']]);
    const view = (await report(lea, [room], { highImpact: true, impactReason: 'The board meets' })).body;
    expect(view.details.map(({ text }) => text)).toEqual(expect.arrayContaining(['Oui', 'The board meets']));
    expect((await lea.done('getRoom', of(room))).body.incidents).toMatchObject([{ highImpact: true }]);
  });

  test('RM-2 a room is unhealthy until the last open incident that names it is closed, and its history says from when until when', async () => {
    const { lea, thomas, nadia } = people;
    const [room, other] = [await add('Sirius'), await add('Altair')];
    const [first, second] = [(await report(lea, [room, other])).body, (await report(thomas, [room])).body];
    const seen = async (who: Caller, which = room) => (await who.done('getRoom', of(which))).body;
    expect((await seen(thomas)).unhealthySince).toBe(first.openedAt);
    expect((await seen(thomas)).incidents.map((one) => one.case?.number)).toEqual([first.number, second.number]);
    // A member is told that the room is out, and of no case but their own.
    expect((await seen(lea)).incidents.map((one) => one.case?.number ?? null)).toEqual([first.number, null]);
    const board = (await nadia.done('listRooms', { query: { unhealthy: 'true', q: 'sirius' } })).body;
    expect(board.items.map(({ name, tenant }) => [name, tenant.name])).toEqual([['Sirius', 'Contoso']]);

    expect((await lea.refused('resolve', { ...of(first), ...onVersion(first), body: { reason: 'hardware' } })).code).toBe('notAllowed');
    expect((await thomas.refused('resolve', { ...of(first), ...onVersion(first), body: {} })).issues?.[0]?.code).toBe('required');
    const closed = (await thomas.done('resolve', { ...of(first), ...onVersion(first), body: { reason: 'hardware' } })).body;
    expect(closed.statusText).toContain('équipement réparé');
    expect([(await seen(thomas)).unhealthySince, (await seen(thomas, other)).unhealthySince]).toEqual([second.openedAt, null]);
    const reopened = (await lea.done('reopen', { ...of(first), ...onVersion(closed), body: {} })).body;
    expect((await seen(thomas, other)).unhealthySince).not.toBeNull();
    await thomas.done('resolve', { ...of(first), ...onVersion(reopened), body: { reason: 'network' } });
    await thomas.done('resolve', { ...of(second), ...onVersion(second), body: { reason: 'hardware' } });
    expect((await seen(thomas)).unhealthySince).toBeNull();
    const { items } = (await thomas.done('getRoomHistory', of(room))).body;
    expect(items.map(({ case: it, spans }) => [it?.number, spans.length, spans.every(({ until }) => until !== null)])).toEqual([
      [second.number, 1, true],
      [first.number, 2, true],
    ]);
    const absent = await people.jordan.refused('getRoomHistory', of(room));
    expect([absent.code, absent.detail]).toEqual(['notFound', expect.stringMatching(/^There is no such thing|^Cela n’existe pas/)]);
  });

  test('RM-5 the customer lets a partner look after rooms, by its whole name or id, and ends that at once', async () => {
    const { camille, thomas } = people;
    await people.priya.done('getMe');
    const rooms = [(await add('Deneb')).id, (await add('Rigel')).id];
    const assign = (partner: string) => camille.done('assignRooms', { body: { partner, rooms } });
    expect((await thomas.refused('assignRooms', { body: { partner: litware.name, rooms } })).code).toBe('notAllowed');
    for (const partner of ['Litware', 'Fabrikam', crypto.randomUUID()]) {
      expect((await camille.refused('assignRooms', { body: { partner, rooms } })).issues?.[0]?.code).toBe('notAPartner');
    }
    expect((await camille.refused('assignRooms', { body: { partner: litware.id, rooms: [crypto.randomUUID()] } })).code).toBe('invalid');
    const told = (items: readonly { partner: { name: string }; rooms: readonly { name: string }[] }[]) =>
      items.map((one) => [one.partner.name, ...one.rooms.map(({ name }) => name)]);
    expect(told((await assign('litware services')).body.items)).toEqual([[litware.name, 'Deneb', 'Rigel']]);
    await assign(litware.id);
    const one = await camille.done('unassignRoom', { params: { partnerId: litware.id, roomId: rooms[0] ?? '' } });
    expect(told(one.body.items)).toEqual([[litware.name, 'Rigel']]);
    expect((await camille.done('unassignPartner', { params: { partnerId: litware.id } })).body.items).toEqual([]);
    const trail = (await audited(camille)).filter((row) => /room\.(un)?assign /.test(row));
    expect(trail).toEqual(['room.assign refused', 'room.assign done', 'room.unassign done', 'room.unassign done']);
  });

  test('RM-5 a partner reports incidents of the rooms it looks after and no others, and once that is ended it is over at once, its draft kept', async () => {
    const { camille, priya, lea } = people;
    const [ours, other] = [await add('Mira'), await add('Castor')];
    const body = { partner: litware.id, rooms: [ours.id] };
    await camille.done('assignRooms', { body });
    const draftOf = async (rooms: readonly string[]) => {
      const input = { title: 'No sound', description: 'Nothing is heard.', rooms };
      return (await priya.done('beginDraft', { body: { caseType: 'roomIncident', onBehalfOf: contoso.id, input } })).body;
    };
    const draft = await draftOf([ours.id]);
    const offered = JSON.stringify(draft.form);
    expect([offered.includes('Mira'), offered.includes('Castor')]).toEqual([true, false]);
    const wrong = await priya.refused('submitDraft', { params: { id: (await draftOf([other.id])).id }, body: {} });
    expect(wrong.issues?.map(({ code }) => code)).toEqual(['roomsUnknown']);
    const view = (await priya.done('submitDraft', { params: { id: draft.id }, body: {} })).body;
    expect(view).toMatchObject({ tenant: { id: contoso.id }, onBehalfOf: litware.id, severity: 'A' });
    expect((await lea.done('getRoom', of(ours))).body.unhealthySince).not.toBeNull();
    expect((await priya.done('getCase', { params: { id: view.number } })).body.number).toBe(view.number);

    // The board has the rooms that it looks after, whoever reported what of them, and no others; which case it is, of its own alone.
    const told = { title: 'No picture', description: 'Black.', rooms: [ours.id, other.id] };
    const theirs = await lea.done('openCase', {
      headers: { 'idempotency-key': 'of-lea' },
      body: { caseType: 'roomIncident', input: told },
    });
    const board = (await priya.done('listRooms', { query: { unhealthy: 'true' } })).body;
    expect(board).toMatchObject({ total: 1, unhealthy: 1, items: [{ name: 'Mira', tenant: { id: contoso.id } }] });
    expect(board.items[0]?.incidents.map((one) => one.case?.number ?? null)).toEqual([view.number, null]);
    expect((await priya.done('listRooms', { query: { q: 'cas' } })).body.items).toEqual([]);
    expect((await priya.done('getRoom', of(ours))).body.unhealthySince).toBe(view.openedAt);
    expect((await priya.done('getRoomHistory', of(ours))).body.items.map((one) => one.case?.number)).toEqual([view.number]);
    for (const name of ['getRoom', 'getRoomHistory'] as const) expect((await priya.refused(name, of(other))).code).toBe('notFound');
    await camille.done('cancel', { params: { id: theirs.body.id }, ...onVersion(theirs.body), body: { reason: 'duplicate' } });

    const late = await draftOf([ours.id]);
    await camille.done('unassignPartner', { params: { partnerId: litware.id } });
    expect((await priya.done('listRooms')).body).toMatchObject({ total: 0, items: [] });
    const refused = await priya.refused('submitDraft', { params: { id: late.id }, body: {} });
    expect([refused.code, refused.detail]).toEqual(['notAllowed', expect.stringContaining('none of its rooms')]);
    expect((await priya.done('getDraft', { params: { id: late.id } })).body.input['title']).toBe('No sound');
    expect((await priya.refused('getCase', { params: { id: view.number } })).code).toBe('notFound');
    await camille.done('assignRooms', { body });
    expect((await priya.done('resolve', { ...of(view), ...onVersion(view), body: { reason: 'hardware' } })).body.status).toBe('resolved');
  });

  test('RM-5 of a customer that is suspended a partner sees no room, and of another one all that it looks after', async () => {
    const { camille, jordan, priya } = people;
    const ingrid = await api.as('Ingrid');
    const lyra = (await jordan.done('addRoom', { body: { name: 'Lyra', site: 'Seattle' } })).body;
    await jordan.done('assignRooms', { body: { partner: litware.id, rooms: [lyra.id] } });
    await camille.done('assignRooms', { body: { partner: litware.id, rooms: [(await add('Vega of Paris')).id] } });
    const names = async () => (await priya.done('listRooms')).body.items.map(({ name }) => name);
    expect(await names()).toEqual(expect.arrayContaining(['Lyra', 'Vega of Paris']));
    const of = async () => (await ingrid.done('listTenants', { query: { q: 'Contoso' } })).body.items[0];
    await ingrid.done('suspendTenant', { params: { id: contoso.id }, body: { reason: 'A check' } });
    expect(await names()).toEqual(['Lyra']);
    await ingrid.done('resumeTenant', { params: { id: contoso.id }, body: {} });
    expect([(await of())?.state, (await names()).length > 1]).toEqual(['active', true]);
  });
});
