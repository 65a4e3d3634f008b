import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { overServer } from '../store/databases.ts';
import { type Api, type Caller, onVersion, open, startApi } from './api.ts';

describe.each(overServer)('over $name', (engine) => {
  let api: Api;
  let lea: Caller;
  let camille: Caller;
  let nadia: Caller;
  beforeAll(async () => {
    api = await startApi({ engine });
    [lea, camille, nadia] = await Promise.all([api.as('Léa'), api.as('Camille'), api.as('Nadia')]);
  });
  afterAll(() => api.close());

  const key = (value: string) => ({ 'idempotency-key': value });
  const question = (title: string) => ({ caseType: 'otherQuestion', input: { title, description: 'D', country: 'FR' } });

  test('G-8 a change without a version is asked for one, and one that is no version is refused', async () => {
    const params = { id: (await open(lea)).id };
    const missing = await lea.refused('cancel', { params, body: { reason: 'duplicate' } });
    expect(missing).toMatchObject({ status: 428, code: 'preconditionRequired' });
    for (const tag of ['1', '*', 'W/"1"', '"one"']) {
      const refusal = await lea.refused('cancel', { params, headers: { 'if-match': tag }, body: { reason: 'duplicate' } });
      expect([tag, refusal.status, refusal.code]).toEqual([tag, 400, 'malformedRequest']);
    }
  });

  test('G-8 a stale change loses, and is shown the case as it is and what happened, by whom', async () => {
    const opened = await open(lea);
    const params = { id: opened.id };
    const closed = await camille.done('cancel', {
      params,
      ...onVersion(opened),
      body: { reason: 'duplicate', text: 'I have one already' },
    });
    expect(closed.headers.get('etag')).toBe(`"${closed.body.version}"`);
    const refusal = await lea.refused('resolve', { params, ...onVersion(opened), body: {} });
    expect(refusal).toMatchObject({ status: 412, code: 'changed', current: { id: opened.id, status: 'cancelled' } });
    expect(refusal.since?.map((e) => [e.type, e.actor.name])).toEqual([
      ['commented', 'Camille Laurent'],
      ['statusChanged', 'Camille Laurent'],
    ]);
    expect((await lea.done('getCase', { params })).body.closed?.step).toBe('cancel');
  });

  test('G-8 a comment never loses to a status change', async () => {
    const opened = await open(lea);
    const params = { id: opened.id };
    await camille.done('cancel', { params, ...onVersion(opened), body: { reason: 'duplicate' } });
    const said = await lea.done('comment', { params, body: { text: 'Still, thank you' } });
    expect(said.body.timeline.at(-1)).toMatchObject({ type: 'commented', text: 'Still, thank you' });
  });

  test('F-22 of two who close at once one wins, and the other sees who and why', async () => {
    const opened = await open(lea);
    const params = { id: opened.id };
    const answers = await Promise.all([
      lea.send('cancel', { params, ...onVersion(opened), body: { reason: 'duplicate' } }),
      camille.send('resolve', { params, ...onVersion(opened), body: {} }),
    ]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 412]);
    const lost = await answers.find((a) => a.status === 412)?.json();
    expect(lost.current.closed.summary.length).toBeGreaterThan(0);
  });

  test('F-1 the same key with the same content is one case and the same answer', async () => {
    const asked = { headers: key('f-1'), body: question('Once') };
    const first = await lea.done('openCase', asked);
    const again = await lea.done('openCase', asked);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    const otherOrder = { ...asked, body: { input: { country: 'FR', description: 'D', title: 'Once' }, caseType: 'otherQuestion' } };
    expect((await lea.done('openCase', otherOrder)).body.id).toBe(first.body.id);
    expect((await camille.done('openCase', asked)).body.id).not.toBe(first.body.id);
  });

  test('F-2 F-3 four parallel submits of one form are one case', async () => {
    const draft = await lea.done('beginDraft', { body: { caseType: 'otherQuestion', input: { title: 'Four times', description: 'D' } } });
    const params = { id: draft.body.id };
    const answers = await Promise.all(Array.from({ length: 4 }, () => lea.done('submitDraft', { params, body: {} })));
    expect(new Set(answers.map((a) => a.body.id)).size).toBe(1);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 200, 200, 201]);
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => lea.done('openCase', { headers: key('f-3'), body: question('Also') })),
    );
    expect(new Set(opened.map((a) => a.body.number)).size).toBe(1);
    const list = await lea.done('listCases', { query: { q: 'Four times' } });
    expect(list.body.items).toHaveLength(1);
  });

  test('F-4 a used key with other content is refused', async () => {
    await lea.done('openCase', { headers: key('f-4'), body: question('First') });
    expect(await lea.refused('openCase', { headers: key('f-4'), body: question('Second') })).toMatchObject({
      status: 409,
      code: 'alreadyUsed',
    });
    const draft = await lea.done('beginDraft', { body: { caseType: 'otherQuestion', input: question('First').input } });
    const params = { id: draft.body.id };
    await lea.done('submitDraft', { params, body: {} });
    expect((await lea.refused('submitDraft', { params, body: { card: { title: 'Second' } } })).code).toBe('alreadyUsed');
    expect((await lea.refused('saveDraft', { params, body: { input: {} } })).code).toBe('alreadyUsed');
  });

  test('F-1 the same comment under the same key is said once', async () => {
    const params = { id: (await open(lea)).id };
    const asked = { params, headers: key('said-once'), body: { text: 'Once' } };
    await lea.done('comment', asked);
    const again = await lea.done('comment', asked);
    expect(again.body.timeline.filter((e) => e.text === 'Once')).toHaveLength(1);
    expect((await lea.refused('comment', { ...asked, body: { text: 'Twice' } })).code).toBe('alreadyUsed');
  });

  test.each(['', 'a b', 'é', 'x'.repeat(201)])('a key that is %j is refused', async (value) => {
    const headers: Record<string, string> = value === '' ? {} : { 'idempotency-key': encodeLatin(value) };
    const refusal = await lea.refused('openCase', { headers, body: question('No key') });
    expect(refusal).toMatchObject({ status: 400, code: 'malformedRequest', issues: [{ field: 'idempotency-key' }] });
  });

  test('G-6 each closing’s reason is picked, fixed or refused, and no path skips it', async () => {
    const params = { id: (await open(lea)).id };
    const headers = { 'if-match': '"1"' };
    const refusals = [
      await lea.refused('cancel', { params, headers, body: {} }),
      await lea.refused('cancel', { params, headers, body: { reason: 'because' } }),
      await lea.refused('resolve', { params, headers, body: { reason: 'duplicate' } }),
      await nadia.refused('closeUnresolved', { params, headers, body: { reason: null } }),
    ];
    expect(refusals.map((r) => [r.status, r.issues?.[0]?.field, r.issues?.[0]?.code])).toEqual([
      [422, 'reason', 'required'],
      [422, 'reason', 'notAnOption'],
      [422, 'reason', 'notAnOption'],
      [422, 'reason', 'required'],
    ]);
    const batch = await nadia.done('changeCases', { body: { do: 'cancel', cases: [{ id: params.id, version: 1 }] } });
    expect(batch.body.results[0]?.problem?.code).toBe('invalid');
  });

  test('G-6 a closed case takes no step but reopening, and keeps its number and timeline through it', async () => {
    const opened = await open(lea);
    const params = { id: opened.id };
    const resolved = await lea.done('resolve', { params, ...onVersion(opened), body: { text: 'It works' } });
    expect(resolved.body.permitted).toContain('reopen');
    expect((await lea.refused('cancel', { params, ...onVersion(resolved.body), body: { reason: 'duplicate' } })).code).toBe('illegalStep');
    const reopened = await lea.done('reopen', { params, ...onVersion(resolved.body), body: { text: 'No, it does not' } });
    expect(reopened.body).toMatchObject({ number: opened.number, status: 'inProgress', closed: null });
    expect(reopened.body.timeline.map((e) => e.step ?? e.type)).toEqual(['opened', 'commented', 'resolve', 'commented', 'reopen']);
    const cancelled = await lea.done('cancel', { params, ...onVersion(reopened.body), body: { reason: 'duplicate' } });
    expect((await lea.refused('reopen', { params, ...onVersion(cancelled.body), body: {} })).code).toBe('illegalStep');
  });

  test('AG-1 too many cases at once are refused whole', async () => {
    const cases = Array.from({ length: 51 }, () => ({ id: crypto.randomUUID(), version: 1 }));
    expect((await nadia.refused('changeCases', { body: { do: 'take', cases } })).code).toBe('limitReached');
  });
});

/** Header values go out as Latin-1. */
const encodeLatin = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
