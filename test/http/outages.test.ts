import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { postUpdate } from '../../src/app/outages/update.ts';
import { principalOf } from '../../src/app/people/people.ts';
import type { Store } from '../../src/app/ports.ts';
import type { CaseView, OutageView } from '../../src/http/contract.ts';
import { overServer } from '../store/databases.ts';
import { type Api, type Caller, onVersion, open, startApi } from './api.ts';

describe.each(overServer)('outages over $name', (engine) => {
  let api: Api;
  let [lea, camille, jordan, nadia, ingrid] = [] as unknown as [Caller, Caller, Caller, Caller, Caller];
  beforeAll(async () => {
    api = await startApi({ engine });
    const people = await Promise.all(['Léa', 'Camille', 'Jordan', 'Nadia', 'Ingrid'].map((name) => api.as(name)));
    [lea, camille, jordan, nadia, ingrid] = people as [Caller, Caller, Caller, Caller, Caller];
  });
  afterAll(() => api.close());

  const key = () => ({ 'idempotency-key': crypto.randomUUID() });
  const seen = async (who: Caller, { id }: { readonly id: string }): Promise<CaseView> =>
    (await who.done('getCase', { params: { id } })).body;
  const commentsOn = async (who: Caller, of: CaseView, text: string) =>
    (await seen(who, of)).timeline.filter((entry) => entry.text === text);

  /** An outage with two organisations' cases, linked at once from the queue. */
  async function outage(title = 'Carrier down'): Promise<{ it: OutageView; ours: CaseView; theirs: CaseView }> {
    const { body: it } = await nadia.done('openOutage', { body: { desk: 'phoneNumbers', title, description: 'Ticket 4711 there' } });
    const [ours, theirs] = [await open(lea), await open(jordan)];
    const cases = await Promise.all([ours, theirs].map((one) => seen(nadia, one)));
    const { body } = await nadia.done('changeCases', {
      headers: key(),
      body: { do: 'linkOutage', outage: it.id, cases: cases.map(({ id, version }) => ({ id, version })) },
    });
    expect(body.results.map(({ ok }) => ok)).toEqual([true, true]);
    return { it, ours, theirs };
  }

  test('AG-4 a customer reads on their case that the outage is known, and nothing of anybody else’s', async () => {
    const { it, ours, theirs } = await outage();
    const mine = await seen(lea, ours);
    expect(mine.outage).toEqual({
      ...{ id: null, title: 'Carrier down', state: 'open' },
      text: 'Ce dossier relève d’une panne connue, en cours de résolution.',
    });
    expect((await seen(nadia, ours)).outage?.id).toBe(it.id);
    const all = JSON.stringify([mine, await seen(camille, ours)]);
    for (const hidden of [theirs.id, theirs.number, 'Fabrikam', '4711', 'Nadia']) expect(all).not.toContain(hidden);
    for (const name of ['getOutage', 'sendOutageUpdate'] as const) {
      expect((await lea.refused(name, { params: { id: it.id, updateId: it.id } })).code).toBe('notFound');
    }
    expect((await lea.refused('listOutages')).code).toBe('notAllowed');
    const onCase = { params: { id: ours.id }, ...onVersion(mine) };
    expect((await lea.refused('linkOutage', { ...onCase, body: { outage: it.id } })).code).toBe('notAllowed');
    expect((await nadia.done('getOutage', { params: { id: it.id } })).body.linked.map(({ id }) => id).sort()).toEqual(
      [ours.id, theirs.id].sort(),
    );
  });

  test('AG-4 one update is one comment on every linked open case, with each result, however often it is sent', async () => {
    const { it, ours, theirs } = await outage();
    const closed = await open(lea);
    const fresh = await seen(nadia, closed);
    await nadia.done('linkOutage', { params: { id: closed.id }, ...onVersion(fresh), body: { outage: it.id } });
    await lea.done('cancel', { params: { id: closed.id }, ...onVersion(await seen(lea, closed)), body: { reason: 'noLongerNeeded' } });
    const asked = { params: { id: it.id }, headers: key(), body: { text: 'A team is on its way.' } };
    const { body } = await nadia.done('postOutageUpdate', asked);
    expect(body.updates[0]).toMatchObject({ text: 'A team is on its way.', pending: 0, by: { you: true } });
    expect(body.updates[0]?.results.map(({ caseNumber, outcome }) => [caseNumber, outcome]).sort()).toEqual(
      [ours, theirs].map(({ number }) => [number, 'done']).sort(),
    );
    expect((await nadia.done('postOutageUpdate', asked)).body.updates).toHaveLength(1);
    expect((await nadia.refused('postOutageUpdate', { ...asked, body: { text: 'Other' } })).code).toBe('alreadyUsed');
    for (const [who, of] of [
      [lea, ours],
      [jordan, theirs],
    ] as const) {
      expect(await commentsOn(who, of, 'A team is on its way.')).toHaveLength(1);
    }
    expect(await commentsOn(lea, closed, 'A team is on its way.')).toEqual([]);
    expect((await nadia.refused('postOutageUpdate', { ...asked, headers: key(), body: { text: ' ' } })).code).toBe('invalid');
  });

  test('AG-4 F-7 whoever goes on after a process has died reaches the rest, each case once and in its author’s name', async () => {
    const { it, ours, theirs } = await outage();
    const by = await principalOf(api.deps, nadia.tenantId, nadia.id);
    if (!by) throw new Error('Nadia is gone');
    // It dies when the first case has its comment and the update does not know of it yet.
    let operators = 0;
    const dying: Store['inTenant'] = (tenantId, work) => {
      if (tenantId === nadia.tenantId) operators += 1;
      if (operators > 1) throw new Error('killed');
      return api.deps.store.inTenant(tenantId, work);
    };
    const deps = { ...api.deps, store: { ...api.deps.store, inTenant: dying } };
    await expect(postUpdate(deps, by, it.id, { text: 'Half way', key: 'k-half' })).rejects.toThrow('killed');
    const left = (await ingrid.done('getOutage', { params: { id: it.id } })).body.updates[0];
    expect(left?.pending).toBe(2);
    const { body } = await ingrid.done('sendOutageUpdate', { params: { id: it.id, updateId: left?.id ?? '' } });
    expect(body.updates[0]?.pending).toBe(0);
    for (const one of [ours, theirs]) {
      expect((await commentsOn(ingrid, one, 'Half way')).map(({ actor }) => actor.name)).toEqual(['Nadia Benali']);
    }
  });

  test('AG-4 an outage that is over resolves its cases by the desk’s own rules, or leaves them open', async () => {
    const { it, ours, theirs } = await outage('Done with');
    const params = { id: it.id };
    const wrong = { params, headers: { ...onVersion(it).headers, ...key() }, body: { text: '', cases: { reason: 'duplicate' } } };
    expect((await nadia.refused('resolveOutage', wrong)).code).toBe('invalid');
    const { body } = await nadia.done('resolveOutage', { ...wrong, body: { text: 'Mended.', cases: { reason: null } } });
    expect(body).toMatchObject({ state: 'resolved', cases: { open: 0, total: 2 } });
    expect(await seen(lea, ours)).toMatchObject({ status: 'resolved', outage: { state: 'resolved' }, closed: { reason: 'problemSolved' } });
    expect((await seen(jordan, theirs)).status).toBe('resolved');
    const stale = { params, headers: { ...onVersion(it).headers, ...key() }, body: { text: '', cases: null } };
    expect((await nadia.refused('resolveOutage', stale)).code).toBe('outdated');

    const other = await outage('Left open');
    const on = { params: { id: other.it.id }, headers: { ...onVersion(other.it).headers, ...key() } };
    await nadia.done('resolveOutage', { ...on, body: { text: 'Look again, please.', cases: null } });
    expect((await seen(lea, other.ours)).status).toBe('inProgress');
    expect(await commentsOn(lea, other.ours, 'Look again, please.')).toHaveLength(1);
    const late = await open(lea);
    const asked = { params: { id: late.id }, ...onVersion(await seen(nadia, late)), body: { outage: it.id } };
    expect((await nadia.refused('linkOutage', asked)).issues?.[0]?.code).toBe('outageOver');
  });

  test('AG-4 a case that is unlinked says nothing of the outage any more', async () => {
    const { ours } = await outage();
    await nadia.done('unlinkOutage', { params: { id: ours.id }, ...onVersion(await seen(nadia, ours)), body: {} });
    const after = await seen(lea, ours);
    expect(after.outage).toBeNull();
    expect(after.timeline.map(({ type }) => type)).toEqual(['opened', 'outageLinked', 'outageUnlinked']);
  });

  test('G-8 the words of an outage are changed on the version that was seen', async () => {
    const { it, ours } = await outage();
    const asked = { params: { id: it.id }, ...onVersion(it), body: { title: 'Carrier down in Lyon', description: '' } };
    expect((await nadia.done('changeOutage', asked)).body.version).toBe(2);
    expect((await nadia.refused('changeOutage', asked)).code).toBe('outdated');
    expect((await seen(lea, ours)).outage?.title).toBe('Carrier down in Lyon');
  });
});
