import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { ActsFor } from '../../src/domain/access/principal.ts';
import { contoso, fabrikam, litware } from '../../src/local/organisations.ts';
import { overServer } from '../store/databases.ts';
import { type Api, type Caller, onVersion, open, startApi } from './api.ts';

const hour = 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * 24 * hour).toISOString();
const rowsOf = (body: string): readonly Readonly<Record<string, string>>[] => parse(body, { bom: true, columns: true });

describe.each(overServer)('reports over $name', (engine) => {
  let api: Api;
  let people: Readonly<Record<'camille' | 'lea' | 'jordan' | 'nadia' | 'sam' | 'ingrid' | 'priya' | 'emile', Caller>>;
  /** By how much the clock that reports are read by is ahead. */
  let ahead = 0;
  beforeAll(async () => {
    const rights: readonly ActsFor[] = [
      { tenantId: fabrikam.id, name: fabrikam.name, by: 'delegatedRelationship', until: inDays(10) },
      { tenantId: contoso.id, name: contoso.name, by: 'delegatedRelationship', until: inDays(100) },
    ];
    api = await startApi({
      engine,
      change: (deps) => ({
        ...deps,
        now: () => new Date(Date.now() + ahead).toISOString(),
        partners: {
          of: async ({ tenantId }) => (tenantId === litware.id ? rights : []),
          now: async () => () => ({ ok: false, error: 'noRelationship' }),
          throughResellers: async () => [],
          nowThrough: async () => () => ({ ok: false, error: 'noRelationship' }),
        },
      }),
    });
    const names = ['Camille', 'Léa', 'Jordan', 'Nadia', 'Sam', 'Ingrid', 'Priya', 'Émile'];
    const [camille, lea, jordan, nadia, sam, ingrid, priya, emile] = (await Promise.all(names.map((name) => api.as(name)))) as [
      ...[Caller, Caller, Caller, Caller],
      ...[Caller, Caller, Caller, Caller],
    ];
    people = { camille, lea, jordan, nadia, sam, ingrid, priya, emile };
    for (const one of [camille, nadia, sam]) await one.done('changeProfile', { body: { locale: 'en' } });
    await open(lea);
    await open(jordan, { country: 'US' });
  });
  afterAll(() => api.close());

  const later = async <T>(by: number, work: () => Promise<T>): Promise<T> => {
    ahead = by;
    try {
      return await work();
    } finally {
      ahead = 0;
    }
  };
  const addRoom = async (name: string, site: string) => (await people.camille.done('addRoom', { body: { name, site } })).body;
  const reported = async (room: { readonly id: string }, by = people.lea, onBehalfOf?: string) =>
    (
      await by.done('openCase', {
        headers: { 'idempotency-key': crypto.randomUUID() },
        body: { caseType: 'roomIncident', input: { title: 'No picture', description: 'Black.', rooms: [room.id] }, onBehalfOf },
      })
    ).body;
  const report = async (who: Caller, query: Record<string, string> = {}) => (await who.done('getCaseReport', { query })).body;
  const desk = <Row extends { readonly desk: { readonly id: string } }>(rows: readonly Row[], id: string) =>
    rows.find((row) => row.desk.id === id);

  test('SLA-1 first responses: met where an engineer answered in time, missed where nobody did, none at a desk without a target', async () => {
    const { camille, nadia } = people;
    const room = await addRoom('Atlas', 'Paris');
    const answered = await reported(room);
    await nadia.done('comment', { params: { id: answered.id }, body: { text: 'On our way.' } });
    const waits = await reported(room);
    const states = async () => desk((await report(camille)).firstResponse, 'rooms');
    expect(await states()).toMatchObject({ counts: { met: 1, breached: 0, running: 1, none: 0 }, metShare: 1 });
    expect(await later(5 * hour, states)).toMatchObject({ counts: { met: 1, breached: 1, running: 0, none: 0 }, metShare: 0.5 });
    expect(desk((await report(camille)).firstResponse, 'phoneNumbers')).toMatchObject({ counts: { none: 1 }, metShare: null });
    const taken = await nadia.done('take', { params: { id: waits.id }, ...onVersion(waits), body: {} });
    expect(taken.body.status).toBe('inProgress');
    expect(desk((await report(camille)).desks, 'rooms')).toMatchObject({ counts: { new: 0, inProgress: 2 }, total: 2 });
    expect((await report(camille)).severities.find(({ severity }) => severity === 'A')).toMatchObject({ counts: { open: 2, closed: 0 } });
  });

  test('SLA-1 what was closed before its answer was due never misses it, however late one looks; what was closed later has missed it', async () => {
    const { camille } = people;
    const [room] = (await camille.done('listRooms', { query: { q: 'Atlas' } })).body.items;
    if (!room) throw new Error('no room');
    const [soon, late] = [await reported(room), await reported(room)];
    const close = (case_: typeof soon) =>
      camille.done('cancel', { params: { id: case_.id }, ...onVersion(case_), body: { reason: 'openedByMistake' } });
    const states = async () => desk((await report(camille)).firstResponse, 'rooms')?.counts;
    const before = await later(5 * hour, states);
    await close(soon);
    expect((await later(5 * hour, states))?.breached).toBe((before?.breached ?? 0) - 1);
    const seen = async (case_: typeof soon) => (await camille.done('getCase', { params: { id: case_.id } })).body.target.state;
    expect(await later(5 * hour, () => seen(soon))).toBe('none');
    expect(await later(5 * hour, () => seen(late))).toBe('breached');
  });

  test('SLA-1 an open case is counted by its age however far one looks back, and a closed one only in the days it was opened in', async () => {
    const { jordan, nadia } = people;
    const gone = await open(jordan, { country: 'US' });
    const mine = await nadia.done('take', { params: { id: gone.id }, ...onVersion(gone), body: {} });
    await nadia.done('resolve', { params: { id: gone.id }, ...onVersion(mine.body), body: {} });
    expect(desk((await report(jordan)).desks, 'phoneNumbers')).toMatchObject({ counts: { new: 1, resolved: 1 } });
    const aged = (days: number, back: string) => later(days * 24 * hour, () => report(jordan, { days: back }));
    const ageOf = ({ ages }: Awaited<ReturnType<typeof report>>) => ages.filter(({ total }) => total > 0).map(({ age }) => age);
    expect(ageOf(await aged(0, '7'))).toEqual(['day']);
    const old = await aged(8, '7');
    expect([ageOf(old), old.opened, old.open]).toEqual([['month'], 0, 1]);
    const year = await aged(91, '365');
    expect([ageOf(year), year.opened, year.open]).toEqual([['older'], 2, 1]);
    expect((await jordan.refused('getCaseReport', { query: { days: '8' } })).code).toBe('invalid');
  });

  test('G-9 administrators count their organisation’s, engineers their desks’, and nobody else has reports', async () => {
    const { camille, jordan, nadia, sam, lea, priya } = people;
    const [contosos, fabrikams] = [await report(camille, { days: '365' }), await report(jordan, { days: '365' })];
    const all = await report(sam, { days: '365', desk: 'phoneNumbers' });
    expect(desk(all.desks, 'phoneNumbers')?.total).toBe(
      (desk(contosos.desks, 'phoneNumbers')?.total ?? 0) + (desk(fabrikams.desks, 'phoneNumbers')?.total ?? 0),
    );
    expect((await report(sam)).desks.map(({ desk: { id } }) => id)).not.toContain('rooms');
    expect((await report(nadia)).desks.map(({ desk: { id } }) => id)).toEqual(['phoneNumbers', 'rooms']);
    expect((await sam.refused('getCaseReport', { query: { desk: 'rooms' } })).code).toBe('notAllowed');
    for (const who of [lea, priya]) {
      for (const name of ['getCaseReport', 'getRoomReport', 'getPackReport', 'getEscalationReport'] as const) {
        expect((await who.refused(name)).code).toBe('notAllowed');
      }
    }
  });

  test('RM-2 rooms out of order by site for their organisation, by organisation for the desk', async () => {
    const { camille, jordan, nadia, sam } = people;
    const room = await addRoom('Orion', 'Lyon');
    await addRoom('Vega', 'Lyon');
    await reported(room);
    const { items, rooms, unhealthy } = (await camille.done('getRoomReport')).body;
    expect(items.find(({ site }) => site === 'Lyon')).toMatchObject({ rooms: 2, unhealthy: 1, tenant: { name: 'Contoso' } });
    expect([rooms, unhealthy]).toEqual([3, 2]);
    expect((await nadia.done('getRoomReport')).body.items).toEqual([{ tenant: items[0]?.tenant, site: null, rooms: 3, unhealthy: 2 }]);
    for (const who of [jordan, sam]) expect((await who.done('getRoomReport')).body).toEqual({ rooms: 0, unhealthy: 0, items: [] });
  });

  test('PS-7 what is left in packs, until they lapse, for their organisation and for the desk', async () => {
    const { camille, jordan, nadia, sam, ingrid } = people;
    const body = {
      ...{ tenant: contoso.id, person: camille.id, confirmation: 'ORD-1' },
      purchasedOn: new Date(Date.now() - 24 * hour).toISOString().slice(0, 10),
    };
    const { tenant, lastDay } = (await ingrid.done('recordPack', { body })).body;
    const item = { tenant, packs: 1, incidents: 5, left: 5, lastDay };
    for (const who of [camille, sam, ingrid]) expect((await who.done('getPackReport')).body.items).toEqual([item]);
    for (const who of [jordan, nadia]) expect((await who.done('getPackReport')).body.items).toEqual([]);
    await later(366 * 24 * hour, async () => expect((await camille.done('getPackReport')).body.items).toEqual([]));
  });

  test('G-16 each table is there as CSV, with the numbers of the report', async () => {
    const { camille, nadia } = people;
    const csv = async (who: Caller, by: string) => rowsOf((await who.done('exportCaseReport', { query: { by, days: '7' } })).body);
    const { desks, ages, firstResponse } = await report(camille, { days: '7' });
    expect((await csv(camille, 'desk')).map((row) => [row['Desk'], row['Total']])).toEqual(
      desks.map(({ desk: { name }, total }) => [name, String(total)]),
    );
    expect((await csv(camille, 'severity')).map((row) => row['Severity'])).toEqual(['A', 'B', 'C', 'Without severity']);
    expect((await csv(camille, 'age'))[0]).toMatchObject({ 'Open for': 'Under a day', Total: String(ages[0]?.total) });
    expect((await csv(nadia, 'firstResponse')).map((row) => row['In time'])).toContain(
      String(firstResponse.find(({ desk: { id } }) => id === 'rooms')?.counts.met),
    );
    expect(rowsOf((await camille.done('exportRoomReport')).body).map((row) => row['Site'])).toContain('Lyon');
    expect(rowsOf((await camille.done('exportPackReport')).body)).toMatchObject([{ Organisation: 'Contoso', Left: '5', Used: '0' }]);
  });

  test('G-4 the partner’s board has every customer, what is pressing first, and none of their own cases', async () => {
    const { camille, priya, emile, nadia } = people;
    const room = await addRoom('Sirius', 'Nice');
    await camille.done('assignRooms', { body: { partner: litware.id, rooms: [room.id] } });
    const board = async (query: Record<string, string> = {}) => (await priya.done('getCustomerBoard', { query })).body;
    expect((await board()).items.map(({ name, open: still }) => [name, still])).toEqual([
      ['Contoso', 0],
      ['Fabrikam', 0],
    ]);
    const view = await reported(room, priya, contoso.id);
    const asked = await nadia.done('ask', { params: { id: view.id }, ...onVersion(view), body: { text: 'Which cable?' } });
    await reported(room, priya, contoso.id);
    const { items, totals } = await board();
    expect(items[0]).toMatchObject({ id: contoso.id, open: 2, waiting: 1, late: 0, dueSoon: 1, severityA: 2, endsSoon: false });
    expect(Date.parse(items[0]?.updatedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(asked.body.updatedAt));
    expect(items[1]).toMatchObject({ id: fabrikam.id, open: 0, updatedAt: null, endsSoon: true });
    expect(totals).toEqual({ customers: 2, open: 2, waiting: 1, dueSoon: 1, late: 0, severityA: 2, endsSoon: 1 });
    expect((await later(5 * hour, () => board())).items[0]).toMatchObject({ late: 1, dueSoon: 0 });
    const first = await board({ limit: '1' });
    expect((await board({ limit: '1', cursor: first.next ?? '' })).items.map(({ name }) => name)).toEqual(['Fabrikam']);
    expect((await board({ q: 'FABRI' })).items.map(({ name }) => name)).toEqual(['Fabrikam']);
    expect((await priya.refused('getCustomerBoard', { query: { cursor: 'x' } })).code).toBe('invalid');
    expect(rowsOf((await priya.done('exportCustomerBoard')).body)[0]).toMatchObject({ Customer: 'Contoso', Open: '2', 'Severity A': '2' });
    const cases = async (customer: string) =>
      rowsOf((await priya.done('exportCases', { query: { list: 'customers', customer } })).body).length;
    expect([await cases(contoso.id), await cases(fabrikam.id)]).toEqual([2, 0]);
    // CS-3: a technician without a customer may still file by domain.
    expect((await emile.done('getCustomerBoard')).body.items).toEqual([]);
    for (const who of [camille, nadia]) expect((await who.refused('getCustomerBoard')).code).toBe('notAllowed');
  });
});
