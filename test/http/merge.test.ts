import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseView } from '../../src/http/contract.ts';
import { overServer } from '../store/databases.ts';
import { type Api, type Caller, onVersion, open, startApi } from './api.ts';

describe.each(overServer)('merging over $name', (engine) => {
  let api: Api;
  let [lea, camille, jordan, nadia] = [] as unknown as [Caller, Caller, Caller, Caller];
  beforeAll(async () => {
    api = await startApi({ engine });
    const people = await Promise.all(['Léa', 'Camille', 'Jordan', 'Nadia'].map((name) => api.as(name)));
    [lea, camille, jordan, nadia] = people as [Caller, Caller, Caller, Caller];
  });
  afterAll(() => api.close());

  const seen = async (who: Caller, { id }: { readonly id: string }): Promise<CaseView> =>
    (await who.done('getCase', { params: { id } })).body;
  const merging = async (duplicate: CaseView, into: string, who = nadia) => ({
    params: { id: duplicate.id },
    ...onVersion(await seen(who, duplicate)),
    body: { into, text: 'The same as your other one.' },
  });

  test('AG-4 a duplicate is closed as such and leaves its trace in both, with whoever heard of it', async () => {
    const contacts = ['a@contoso.example', 'b@contoso.example'];
    const [twice, kept] = [await open(lea, { contacts }), await open(camille, { contacts: ['a@contoso.example'] })];
    const done = (await nadia.done('merge', await merging(twice, kept.number))).body;
    expect(done).toMatchObject({ status: 'cancelled', closed: { step: 'cancel', reason: 'duplicate' } });
    expect(done.timeline.map(({ type }) => type)).toEqual(['opened', 'mergedInto', 'commented', 'statusChanged']);
    const other = await seen(nadia, kept);
    expect(other.timeline.at(-1)).toMatchObject({ type: 'mergedFrom', other: { id: twice.id, number: twice.number } });
    expect(other.contacts.map(({ address }) => address)).toEqual(['a@contoso.example', 'b@contoso.example']);
    const followers = await api.deps.store.inTenant(lea.tenantId, (tx) => tx.followers.of(kept.id));
    expect(followers).toEqual([lea.id]);
    // Camille sees all of her organisation's; Léa is a plain member, and the other case is not hers.
    expect((await seen(camille, twice)).timeline[1]?.other).toEqual({ id: kept.id, number: kept.number });
    expect((await seen(lea, twice)).timeline[1]?.other).toEqual({ id: null, number: kept.number });
    const trail = await api.deps.store.audit.page(lea.tenantId, 0, 1_000);
    expect(trail.slice(-2).map(({ action, caseId }) => [action, caseId])).toEqual([
      ['case.mergedFrom', kept.id],
      ['case.merge', twice.id],
    ]);
  });

  test('AG-4 nothing is merged into itself, a closed case, another organisation’s, or one that is not there', async () => {
    const [twice, closed, theirs] = [await open(lea), await open(lea), await open(jordan)];
    await lea.done('cancel', { params: { id: closed.id }, ...onVersion(closed), body: { reason: 'noLongerNeeded' } });
    const codeOf = async (into: string) => (await nadia.refused('merge', await merging(twice, into))).issues?.[0]?.code;
    expect(await codeOf(twice.number)).toBe('sameCase');
    expect(await codeOf(closed.id)).toBe('caseClosed');
    expect(await codeOf(theirs.number)).toBe('otherOrganisation');
    expect(await codeOf(crypto.randomUUID())).toBe('noSuchCase');
    expect(await codeOf('nonsense')).toBe('noSuchCase');
    expect((await lea.refused('merge', await merging(twice, closed.number, lea))).code).toBe('notAllowed');
    expect((await seen(nadia, twice)).timeline).toHaveLength(1);
  });

  test('AG-4 F-22 two cases that are merged into each other at once end as one', async () => {
    const [a, b] = [await open(lea), await open(lea)];
    const [ab, ba] = [await merging(a, b.id), await merging(b, a.id)];
    const answers = await Promise.all([nadia.send('merge', ab), nadia.send('merge', ba)]);
    expect(answers.map(({ status }) => status).sort((x, y) => x - y)[0]).toBe(200);
    const after = [await seen(nadia, a), await seen(nadia, b)].map(({ status }) => status);
    expect(after.sort()).toEqual(['cancelled', 'new']);
  });
});
