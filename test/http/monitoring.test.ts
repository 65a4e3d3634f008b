import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operations } from '../../src/http/contract.ts';
import { contoso } from '../../src/local/organisations.ts';
import { overServer } from '../store/databases.ts';
import { type Api, type Caller, onVersion, request, startApi } from './api.ts';

describe.each(overServer)('RM-3 monitoring over $name', (engine) => {
  let api: Api;
  let thomas: Caller;
  let ingrid: Caller;
  let secret: string;
  let room: string;
  beforeAll(async () => {
    api = await startApi({ engine });
    const camille = await api.as('Camille');
    [thomas, ingrid] = [await api.as('Thomas'), await api.as('Ingrid')];
    const body = { name: 'Room watch', scopes: ['incidents:write'] };
    secret = (await camille.done('createIntegration', { body })).body.secret;
    room = (await thomas.done('addRoom', { body: { name: 'Atlas', site: 'Paris' } })).body.id;
    await thomas.done('addRoom', { body: { name: 'Orion', site: 'Paris' } });
  });
  afterAll(() => api.close());

  const ask = async (name: 'raiseRoomIncident' | 'recoverRoom', body: object, key?: string) => {
    const headers = { authorization: `Bearer ${secret}`, ...(key && { 'idempotency-key': key }) };
    const response = await request(api.url, operations[name], headers, { body });
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  const raise = (more: object = {}, key?: string) =>
    ask('raiseRoomIncident', { signal: 'camera', room: 'Atlas', description: 'The camera is gone.\nSince noon.', ...more }, key);
  const recover = (more: object = {}) => ask('recoverRoom', { signal: 'camera', room: 'Atlas', ...more });
  const healthy = async () => (await thomas.done('getRoom', { params: { id: room } })).body.unhealthySince === null;

  test('RM-3 a signal opens one incident for its room, however often it comes, until it recovers', async () => {
    const first = await raise();
    expect([first.status, first.body.repeated]).toEqual([201, false]);
    const again = await Promise.all([raise(), raise({ room: 'paris · atlas' }), raise({ room, description: 'Still gone.' })]);
    expect(again.map(({ status, body }) => [status, body.number, body.repeated])).toEqual(Array(3).fill([200, first.body.number, true]));
    const other = await raise({ signal: 'screen' });
    expect(other.body.number).not.toBe(first.body.number);
    const view = (await thomas.done('getCase', { params: { id: first.body.number } })).body;
    expect(view).toMatchObject({ title: 'The camera is gone.', severity: 'A', status: 'new', openedBy: { name: 'Room watch' } });
    expect(await healthy()).toBe(false);

    expect((await recover()).body.incident).toMatchObject({ number: first.body.number, open: false });
    expect((await recover()).body).toEqual({ incident: null });
    const closed = (await thomas.done('getCase', { params: { id: first.body.number } })).body;
    expect(closed).toMatchObject({ status: 'resolved', closed: { by: { name: 'Room watch' }, reason: 'recovered' } });
    expect(await healthy()).toBe(false);
    await recover({ signal: 'screen' });
    expect(await healthy()).toBe(true);
    const third = await raise();
    expect([third.status, third.body.number === first.body.number]).toEqual([201, false]);
    await recover();
    const trail = (await api.deps.store.audit.page(contoso.id, 0, 1_000)).filter(({ actorId }) => actorId.startsWith('machine:'));
    expect(trail.map(({ action }) => action)).toEqual([
      'case.open',
      'case.open',
      'case.recover',
      'case.recover',
      'case.open',
      'case.recover',
    ]);
  });

  test('RM-3 no person closes what monitoring raised, and a plain sentence says why; the recovery does', async () => {
    const { number } = (await raise()).body;
    for (const who of [thomas, ingrid]) {
      const view = (await who.done('getCase', { params: { id: number } })).body;
      expect(view.permitted).not.toEqual(expect.arrayContaining(['resolve']));
      expect(view.permitted.some((action) => ['resolve', 'cancel', 'closeUnresolved'].includes(action))).toBe(false);
      const refused = await who.refused('resolve', { params: { id: view.id }, ...onVersion(view), body: { reason: 'hardware' } });
      expect(refused.code).toBe('notAllowed');
      expect(refused.detail).toMatch(/Monitoring reported|supervision/);
      await who.done('comment', { params: { id: view.id }, body: { text: 'Seen.' } });
    }
    const reported = { title: 'No picture', description: 'Since noon.', rooms: [room] };
    const into = (
      await thomas.done('openCase', { headers: { 'idempotency-key': 'told' }, body: { caseType: 'roomIncident', input: reported } })
    ).body;
    for (const [step, body] of [
      ['merge', { into: into.number }],
      ['move', { caseType: 'roomsQuestion', text: 'No incident' }],
    ] as const) {
      const seen = (await ingrid.done('getCase', { params: { id: number } })).body;
      expect(seen.permitted).not.toContain(step);
      expect(await ingrid.refused(step, { params: { id: seen.id }, ...onVersion(seen), body })).toMatchObject({ code: 'notAllowed' });
    }
    await thomas.done('resolve', { params: { id: into.id }, ...onVersion(into), body: { reason: 'hardware' } });
    const view = (await ingrid.done('getCase', { params: { id: number } })).body;
    await ingrid.done('ask', { params: { id: view.id }, ...onVersion(view), body: { text: 'Who can let us in?' } });
    expect((await recover()).body.incident.number).toBe(number);
  });

  test('RM-3 a room that was taken out is still closed by its signal', async () => {
    const { number } = (await raise({ room: 'Orion' })).body;
    const [orion] = (await thomas.done('listRooms', { query: { q: 'Orion' } })).body.items;
    if (!orion) throw new Error('no room');
    await thomas.done('takeOutRoom', { params: { id: orion.id }, ...onVersion(orion) });
    expect((await recover({ room: 'Orion' })).body.incident.number).toBe(number);
    expect((await raise({ room: 'Orion' })).body.issues).toMatchObject([{ field: 'room', code: 'roomsUnknown' }]);
  });

  test('F-1 the same request by its key leads to the same incident even when that is closed; with other content it is refused', async () => {
    const first = await raise({}, 'alert-1');
    await recover();
    expect((await raise({}, 'alert-1')).body).toMatchObject({ number: first.body.number, open: false, repeated: true });
    expect((await raise({ description: 'Else.' }, 'alert-1')).body.code).toBe('alreadyUsed');
  });

  test('ID-1 the routes take no other credential, and the credential opens nothing else', async () => {
    expect((await thomas.send('raiseRoomIncident', { body: {} })).status).toBe(401);
    const response = await request(api.url, operations.listCasesAsMachine, { authorization: `Bearer ${secret}` }, {});
    expect((await response.json()).code).toBe('insufficientScope');
    expect((await raise({ room: 'x' })).status).toBe(422);
  });
});
