import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OperationName } from '../../src/http/contract.ts';
import { supportForm } from '../app/support-form.ts';
import { overServer } from '../store/databases.ts';
import { type Api, type Caller, onVersion, startApi } from './api.ts';

describe.each(overServer)('professional support over HTTP and $name', (engine) => {
  let api: Api;
  let [ingrid, camille]: Caller[] = [];
  let orders = 0;
  beforeAll(async () => {
    api = await startApi({ engine });
    [ingrid, camille] = await Promise.all(['Ingrid', 'Camille'].map((name) => api.as(name)));
    await as(camille).done('getMe');
  });
  afterAll(() => api.close());

  const as = (caller: Caller | undefined): Caller => caller as Caller;
  const left = async () => (await as(camille).done('listPacks')).body.items.reduce((sum, { remaining }) => sum + remaining, 0);
  async function incident() {
    orders += 1;
    const order = { confirmation: `ORDER-${orders}`, purchasedOn: new Date().toISOString().slice(0, 10) };
    await as(ingrid).done('recordPack', { body: { tenant: as(camille).tenantId, person: as(camille).id, ...order } });
    const body = { caseType: 'supportIncident', input: supportForm() };
    return (await as(camille).done('openCase', { headers: { 'idempotency-key': `support-${orders}` }, body })).body;
  }
  const on = async (who: Caller, id: string, body: unknown) => {
    const { body: view } = await who.done('getCase', { params: { id } });
    return { params: { id }, ...onVersion(view), body };
  };
  const does = async (who: Caller | undefined, name: OperationName, id: string, body: unknown) => {
    const { body: view } = await as(who).done(name, await on(as(who), id, body));
    return view as Awaited<ReturnType<typeof incident>>;
  };
  const refused = async (who: Caller | undefined, name: OperationName, id: string, body: unknown) =>
    as(who).refused(name, await on(as(who), id, body));

  test('PS-1 with too few incidents left the split says so and nothing changes', async () => {
    const { id } = await incident();
    const parts = Array.from({ length: 10 }, (_, one) => `Part ${one}`);
    const before = await does(ingrid, 'proposeSplit', id, { parts });
    const had = await left();
    const why = await refused(camille, 'answerSplit', id, { agreed: true });
    expect(why).toMatchObject({
      status: 409,
      code: 'noIncident',
      detail: expect.stringContaining(`9 incidents de plus, et il en reste ${had}`),
    });
    expect(await left()).toBe(had);
    const { body: same } = await as(camille).done('getCase', { params: { id } });
    expect(same).toMatchObject({ version: before.version, support: { parts: [], split: { yours: true } } });
    expect((await as(camille).refused('answerSplit', { params: { id }, ...onVersion(before), body: { agreed: true } })).code).toBe(
      'noIncident',
    );
  });

  test('PS-6 a definition of the problem is proposed and agreed to, both by name, and not accepted it goes on', async () => {
    const { id } = await incident();
    expect((await refused(camille, 'answerDefinition', id, { agreed: true })).code).toBe('notAllowed');
    const proposed = await does(ingrid, 'defineProblem', id, { text: 'It stops when the backup begins.' });
    expect(proposed).toMatchObject({ status: 'waitingOnRequester', target: { state: 'met' } });
    expect((await refused(camille, 'answerDefinition', id, { agreed: false, text: ' ' })).issues).toMatchObject([{ field: 'text' }]);
    const not = await does(camille, 'answerDefinition', id, { agreed: false, text: 'It stops before the backup.' });
    expect(not).toMatchObject({ status: 'inProgress' });
    await does(ingrid, 'defineProblem', id, { text: 'It stops at two.' });
    const agreed = await does(camille, 'answerDefinition', id, { agreed: true });
    expect(agreed.details).toContainEqual(
      expect.objectContaining({ field: 'problem', text: 'It stops at two. (acceptée par les deux parties)' }),
    );
    const said = agreed.timeline.filter(({ type }) => type === 'supported').map(({ summary }) => summary);
    expect(said).toEqual([
      'Le guichet du support professionnel a proposé une définition du problème',
      'Camille Laurent n’a pas accepté la définition du problème\u00a0; le travail continue',
      'Le guichet du support professionnel a proposé une définition du problème',
      'Camille Laurent a accepté la définition du problème',
    ]);
    expect((await as(ingrid).done('getCase', { params: { id } })).body.timeline.map(({ actor }) => actor.name)).toContain('Ingrid Solberg');
  });

  test('PS-6 an incident is resolved after at least one proposed solution, and before that not even offered', async () => {
    const { id } = await incident();
    const before = (await as(ingrid).done('getCase', { params: { id } })).body;
    expect(before.permitted).not.toContain('resolve');
    expect(before.permitted).toContain('closeUnresolved');
    const why = await refused(ingrid, 'resolve', id, { reason: 'problemSolved' });
    expect(why).toMatchObject({ code: 'notAllowed', detail: expect.stringContaining('No solution was proposed yet') });
    expect((await as(camille).done('getCase', { params: { id } })).body.permitted).not.toContain('resolve');
    await does(ingrid, 'proposeSolution', id, { text: 'Install the update.' });
    expect(await does(ingrid, 'resolve', id, { reason: 'problemSolved' })).toMatchObject({ status: 'resolved' });
  });

  test('PS-6 closing unresolved comes with the decision on charging; not charged, the incident goes back once, and reopening takes none', async () => {
    const { id } = await incident();
    const taken = await left();
    expect((await refused(ingrid, 'closeUnresolved', id, { reason: 'noSolution' })).issues).toMatchObject([
      { field: 'charge', code: 'required' },
    ]);
    await does(ingrid, 'closeUnresolved', id, { reason: 'noSolution', charge: 'notCharged', text: 'Sorry.' });
    expect(await left()).toBe(taken + 1);
    await does(camille, 'reopen', id, {});
    expect(await left()).toBe(taken + 1);
    const again = await does(ingrid, 'closeUnresolved', id, { reason: 'noSolution', charge: 'notCharged' });
    expect(await left()).toBe(taken + 1);
    expect(again.details).toContainEqual(expect.objectContaining({ field: 'charge' }));
  });

  test('PS-7 what is moved to another desk is no incident: it goes back to its pack, once, and coming back it takes none', async () => {
    const { id } = await incident();
    const taken = await left();
    const moved = await does(ingrid, 'move', id, { caseType: 'otherQuestion', text: 'It is about numbers.' });
    expect(moved).toMatchObject({ desk: 'phoneNumbers' });
    expect(await left()).toBe(taken + 1);
    await does(ingrid, 'move', id, { caseType: 'supportIncident', text: 'It was right.' });
    await does(ingrid, 'move', id, { caseType: 'otherQuestion', text: 'Or not.' });
    expect(await left()).toBe(taken + 1);
  });

  test('PS-6 charged, an unresolved incident stays used', async () => {
    const { id } = await incident();
    const taken = await left();
    await does(ingrid, 'closeUnresolved', id, { reason: 'noSolution', charge: 'charged' });
    expect(await left()).toBe(taken);
  });

  test('PS-6 the requester asks to close early, and an engineer confirms with the decision', async () => {
    const { id } = await incident();
    expect((await refused(ingrid, 'resolve', id, { reason: 'closedEarly', charge: 'charged' })).code).toBe('notAllowed');
    await does(camille, 'askToClose', id, { text: 'We found it.' });
    expect((await refused(camille, 'askToClose', id, { text: 'Again.' })).code).toBe('notAllowed');
    expect((await refused(ingrid, 'resolve', id, { reason: 'problemSolved' })).code).toBe('notAllowed');
    expect((await refused(ingrid, 'resolve', id, { reason: 'closedEarly' })).issues).toMatchObject([{ field: 'charge' }]);
    const taken = await left();
    expect(await does(ingrid, 'resolve', id, { reason: 'closedEarly', charge: 'notCharged' })).toMatchObject({ status: 'resolved' });
    expect(await left()).toBe(taken + 1);
  });

  test('PS-3 PS-2 the hours and who can be reached change on the case until it is closed; the target stays', async () => {
    const { id, target } = await incident();
    const wanted = { aroundTheClock: true, reachable: '' };
    expect((await refused(camille, 'changeWork', id, wanted)).issues).toMatchObject([{ field: 'reachable', code: 'required' }]);
    const changed = await does(camille, 'changeWork', id, { ...wanted, reachable: 'Ada Lund, +33 4 72 00 00 00' });
    expect(changed).toMatchObject({
      aroundTheClock: true,
      particulars: { work: 'aroundTheClock', reachable: 'Ada Lund, +33 4 72 00 00 00' },
      target,
    });
    await does(ingrid, 'closeUnresolved', id, { reason: 'noAnswer', charge: 'charged' });
    expect((await refused(camille, 'changeWork', id, { aroundTheClock: false })).code).toBe('notAllowed');
  });

  test('PS-6 G-4 what the desk proposes is among what waits on the requester until it is answered', async () => {
    const { id } = await incident();
    const waiting = async () =>
      (await as(camille).done('listCases', { query: { list: 'waitingOnMe', limit: '100' } })).body.items.some((item) => item.id === id);
    expect(await waiting()).toBe(false);
    await does(ingrid, 'proposeSolution', id, { text: 'Restart it.' });
    expect(await waiting()).toBe(true);
    expect((await does(camille, 'answerSolution', id, { agreed: true })).status).toBe('inProgress');
    expect(await waiting()).toBe(false);
  });

  test('PS-6 a solution is declined with the reason or accepted, and the desk reads which', async () => {
    const { id } = await incident();
    await does(ingrid, 'proposeSolution', id, { text: 'Restart it.' });
    expect((await refused(camille, 'answerSolution', id, { agreed: false })).issues).toMatchObject([{ field: 'text', code: 'required' }]);
    const declined = await does(camille, 'answerSolution', id, { agreed: false, text: 'It stopped again.' });
    expect(declined.support).toMatchObject({
      solutions: 1,
      solution: { text: 'Restart it.', standing: 'notAgreed' },
      decidesCharge: false,
    });
    await does(ingrid, 'proposeSolution', id, { text: 'Install the update.' });
    await does(camille, 'answerSolution', id, { agreed: true });
    const { body: seen } = await as(ingrid).done('getCase', { params: { id } });
    expect(seen.support).toMatchObject({ solutions: 2, solution: { standing: 'agreed' }, decidesCharge: true });
    expect(seen.timeline.filter(({ type }) => type === 'supported').at(-1)?.summary).toBe('Camille Laurent accepted the solution');
  });

  test('PS-1 a split that both sides agreed to makes linked parts that cost as many incidents in total, and hold the whole open', async () => {
    const { id } = await incident();
    const taken = await left();
    await does(camille, 'proposeSplit', id, { parts: ['It stops', 'It is slow', 'It is loud'], text: 'Three things.' });
    const split = await does(ingrid, 'answerSplit', id, { agreed: true });
    expect(await left()).toBe(taken - 2);
    const parts = split.support?.parts ?? [];
    expect(parts.map(({ title, open }) => [title, open])).toEqual([
      ['It stops', true],
      ['It is slow', true],
      ['It is loud', true],
    ]);
    expect(split.timeline.filter(({ type }) => type === 'partMade').map(({ other }) => other?.id)).toEqual(parts.map((part) => part.id));
    const [first] = parts;
    const { body: one } = await as(camille).done('getCase', { params: { id: String(first?.id) } });
    expect(one).toMatchObject({ title: 'It stops', status: 'new', requester: { you: true }, support: { partOf: { id } } });
    expect(one.target.state).toBe('running');
    expect((await refused(ingrid, 'resolve', id, { reason: 'problemSolved' })).detail).toContain('part of it is still open');
    for (const part of parts) await does(ingrid, 'cancel', String(part.id), { reason: 'openedByMistake', charge: 'notCharged' });
    expect(await left()).toBe(taken + 1);
    const resolved = await does(ingrid, 'resolve', id, { reason: 'problemSolved' });
    expect(resolved).toMatchObject({ status: 'resolved', support: { parts: [{ open: false }, { open: false }, { open: false }] } });
  });

  test('PS-1 a part that is reopened opens the whole again', async () => {
    const { id } = await incident();
    await does(ingrid, 'proposeSplit', id, { parts: ['A', 'B'] });
    const { support } = await does(camille, 'answerSplit', id, { agreed: true });
    for (const part of support?.parts ?? [])
      await does(ingrid, 'closeUnresolved', String(part.id), { reason: 'noAnswer', charge: 'charged' });
    await does(ingrid, 'resolve', id, { reason: 'problemSolved' });
    await does(camille, 'reopen', String(support?.parts[0]?.id), {});
    const { body: whole } = await as(camille).done('getCase', { params: { id } });
    expect(whole).toMatchObject({ status: 'inProgress', support: { parts: [{ open: true }, { open: false }] } });
    expect(whole.timeline.slice(-2).map(({ type }) => type)).toEqual(['partReopened', 'statusChanged']);
  });

  test('PS-1 nobody but the requester and the desk splits, and a stranger sees nothing of it', async () => {
    const { id } = await incident();
    const jordan = await api.as('Jordan');
    expect(
      (await as(jordan).refused('proposeSplit', { params: { id }, ...onVersion({ version: 1 }), body: { parts: ['A', 'B'] } })).code,
    ).toBe('notFound');
    expect((await refused(ingrid, 'proposeSplit', id, { parts: ['A', ' '] })).issues).toMatchObject([{ field: 'parts', code: 'tooFew' }]);
  });

  test('PS-1 AG-4 a duplicate is the same problem: merged, its incident goes back', async () => {
    const [twice, kept] = [await incident(), await incident()];
    const taken = await left();
    const merged = await does(ingrid, 'merge', twice.id, { into: kept.number });
    expect(merged).toMatchObject({ status: 'cancelled', support: { charge: 'notCharged' } });
    expect(await left()).toBe(taken + 1);
  });

  test('PS-8 however long it takes and however often both sides write, an incident costs one; as many people as there are can be reached', async () => {
    const { id } = await incident();
    const taken = await left();
    for (let round = 0; round < 3; round++) {
      await does(camille, 'comment', id, { text: `Again, ${round}.` });
      await does(ingrid, 'proposeSolution', id, { text: `Attempt ${round}.` });
    }
    const reachable = Array.from({ length: 60 }, (_, one) => `Ada Lund ${one}, +33 4 72 00 00 00`).join('\n');
    expect(await does(camille, 'changeWork', id, { aroundTheClock: true, reachable })).toMatchObject({ particulars: { reachable } });
    await does(ingrid, 'resolve', id, { reason: 'problemSolved' });
    await does(camille, 'reopen', id, {});
    expect(await left()).toBe(taken);
  });

  test('PS-6 at another desk there is nothing of it', async () => {
    const body = { caseType: 'otherQuestion', input: { title: 'A', description: 'B', country: 'FR' } };
    const { id } = (await as(camille).done('openCase', { headers: { 'idempotency-key': 'other' }, body })).body;
    expect((await refused(ingrid, 'proposeSolution', id, { text: 'X' })).code).toBe('notAllowed');
    expect((await refused(ingrid, 'resolve', id, { charge: 'charged' })).issues).toMatchObject([{ field: 'charge' }]);
  });
});
