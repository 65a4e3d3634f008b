import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tellPerson } from '../../src/app/notices/notices.ts';
import { isTakenBack } from '../../src/app/rooms/taken-back.ts';
import type { RoomView } from '../../src/http/contract.ts';
import { contoso, litware, operator } from '../../src/local/organisations.ts';
import { overServer } from '../store/databases.ts';
import { type Api, type Caller, onVersion, startApi } from './api.ts';

describe.each(overServer)('rooms taken back from a partner, over $name', (engine) => {
  let api: Api;
  let people: Readonly<Record<'camille' | 'nadia' | 'priya', Caller>>;
  beforeAll(async () => {
    api = await startApi({ engine });
    const [camille, nadia, priya] = (await Promise.all(['Camille', 'Nadia', 'Priya'].map((name) => api.as(name)))) as [
      Caller,
      Caller,
      Caller,
    ];
    people = { camille, nadia, priya };
    await priya.done('getMe');
  });
  afterAll(() => api.close());

  const add = async (name: string): Promise<RoomView> => (await people.camille.done('addRoom', { body: { name, site: 'Paris' } })).body;
  const of = (one: { readonly id: string }) => ({ params: { id: one.id } });

  test('RM-5 a room that is taken back takes its cases with it at once, while others stay let: one room taken back hides a case of several', async () => {
    const { camille, nadia, priya } = people;
    const [kept, ended] = [await add('Capella'), await add('Procyon')];
    await camille.done('assignRooms', { body: { partner: litware.id, rooms: [kept.id, ended.id] } });
    const file = async (...rooms: readonly { readonly id: string }[]) =>
      (
        await priya.done('openCase', {
          headers: { 'idempotency-key': crypto.randomUUID() },
          body: {
            ...{ caseType: 'roomIncident', onBehalfOf: contoso.id },
            input: { title: 'No echo', description: 'Nothing is heard.', rooms: rooms.map(({ id }) => id) },
          },
        })
      ).body;
    const [ofKept, ofEnded, ofBoth] = [await file(kept), await file(ended), await file(kept, ended)];
    const numbers = async (query: Record<string, string>) =>
      (await priya.done('listCases', { query: { state: 'all', ...query } })).body.items.map(({ number }) => number);
    const asking: readonly Record<string, string>[] = [{ list: 'customers' }, { list: 'mine' }, { list: 'customers', q: 'echo' }];
    const open = async () => (await priya.done('getMe')).body.counts.open;
    const before = await open();
    await camille.done('unassignRoom', { params: { partnerId: litware.id, roomId: ended.id } });
    for (const query of asking) {
      const found = await numbers(query);
      expect([ofKept, ofEnded, ofBoth].map(({ number }) => found.includes(number))).toEqual([true, false, false]);
    }
    expect([await numbers({ list: 'customers', q: ofBoth.number }), await open()]).toEqual([[], before - 2]);
    const told = async (view: typeof ofKept) => {
      const asked = (await nadia.done('ask', { ...of(view), ...onVersion(view), body: { text: 'Since when?' } })).body;
      const notices = [{ id: '1', key: 'k', seq: asked.version, how: 'message' }] as const;
      const about = { tenantId: contoso.id, caseId: view.id, notices };
      return (await tellPerson({ ...api.deps, operatorTenantId: operator.id }, view.requester.id, 'chat', about)) !== null;
    };
    expect(await told(ofKept)).toBe(true);
    for (const gone of [ofEnded, ofBoth]) {
      for (const id of [gone.id, gone.number]) expect((await priya.refused('getCase', { params: { id } })).code).toBe('notFound');
      const body = { text: 'Still silent.' };
      const params = { id: gone.id };
      const headers = { 'idempotency-key': crypto.randomUUID() };
      expect((await priya.refused('comment', { params, headers, body })).code).toBe('notFound');
      expect((await priya.refused('cancel', { params, ...onVersion(gone), body: { reason: 'duplicate' } })).code).toBe('notFound');
      expect(await told(gone)).toBe(false);
      expect((await camille.done('getCase', { params })).body.number).toBe(gone.number);
    }
    // A contact at the partner loses it too; anybody else whom it names is the customer's to answer for.
    const lost = async ({ id }: typeof ofKept, address: string) => {
      const case_ = await api.deps.store.cases.find({ kind: 'tenant', tenantId: contoso.id }, { id });
      return case_ && isTakenBack(api.deps, case_, address);
    };
    for (const [view, address, expected] of [
      [ofKept, 'colleague@litware.example', false],
      [ofBoth, 'colleague@litware.example', true],
      [ofBoth, 'installer@elsewhere.example', false],
    ] as const)
      expect(await lost(view, address)).toBe(expected);
    const board = (await priya.done('getRoom', of(kept))).body;
    expect(board.incidents.map((one) => one.case?.number ?? null)).toEqual([ofKept.number, null]);
    const csv = await priya.done('exportCases', { query: { list: 'customers', state: 'all' } });
    expect(JSON.stringify(csv.body).includes(ofEnded.number)).toBe(false);
    await camille.done('unassignPartner', { params: { partnerId: litware.id } });
  });
});
