import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { basePath, operations } from '../../src/http/contract.ts';
import type { Operation } from '../../src/http/operation.ts';
import { engines } from '../store/databases.ts';
import { type Api, type Caller, onVersion, open, startApi, uploadList } from './api.ts';

describe.each(engines)('each operation over $name', (engine) => {
  let api: Api;
  let lea: Caller;
  let camille: Caller;
  let nadia: Caller;
  beforeAll(async () => {
    api = await startApi({ engine });
    [lea, camille, nadia] = await Promise.all([api.as('Léa'), api.as('Camille'), api.as('Nadia')]);
  });
  afterAll(() => api.close());

  test('who one is, what can be filed, and one’s profile', async () => {
    const me = await lea.done('getMe');
    expect(me.body).toMatchObject({ person: { id: lea.id }, tenant: { id: lea.tenantId }, views: ['mine', 'waitingOnMe'], mayOpen: true });
    const { body } = await lea.done('getCatalogue');
    expect(body.desks[0]?.caseTypes).toHaveLength(13);
    expect(body.timeZones).toContain('Europe/Paris');
    const changed = await lea.done('changeProfile', { body: { displayName: 'Léa M.' } });
    expect((await lea.done('getProfile')).body).toEqual(changed.body);
  });

  test('a draft is begun, kept, listed, sent once, and thrown away', async () => {
    const begun = await lea.done('beginDraft', { body: { caseType: 'otherQuestion' } });
    const params = { id: begun.body.id };
    expect(begun.headers.get('location')).toBe(`${basePath}/drafts/${begun.body.id}`);
    const kept = await lea.done('saveDraft', { params, query: { check: 'true' }, body: { card: { title: 'Hello', description: '' } } });
    expect(kept.body.issues.map((i) => [i.field, i.code])).toEqual([['description', 'required']]);
    expect((await lea.done('listDrafts')).body.items.map((d) => [d.id, d.title])).toContainEqual([params.id, 'Hello']);
    expect((await lea.done('getDraft', { params })).body.issues).toEqual([]);
    const sent = await lea.done('submitDraft', { params, body: { card: { description: 'Whole now' }, files: { documents: null } } });
    expect(sent.status).toBe(201);
    expect(sent.headers.get('location')).toBe(`${basePath}/cases/${sent.body.id}`);
    expect((await lea.done('listDrafts')).body.items.map((d) => d.id)).not.toContain(params.id);
    expect((await lea.done('removeDraft', { params })).status).toBe(204);
  });

  test('a case is opened, found, taken, worked on and closed', async () => {
    const opened = await open(lea, { title: 'Zwölf Nummern' });
    const params = { id: opened.id };
    expect((await lea.done('listCases', { query: { list: 'mine', q: 'zwölf' } })).body.items.map((c) => c.id)).toEqual([opened.id]);
    expect((await lea.done('getCase', { params: { id: opened.number } })).body.id).toBe(opened.id);
    const said = await lea.done('comment', { params, body: { text: 'One more thing' } });
    const taken = await nadia.done('take', { params, ...onVersion(said.body), body: {} });
    expect(taken.body).toMatchObject({ status: 'inProgress', assignedTo: { id: nadia.id, you: true } });
    const noted = await nadia.done('note', { params, body: { text: 'Known at the carrier' } });
    const given = await nadia.done('unassign', { params, ...onVersion(noted.body) });
    const engineers = await nadia.done('listEngineers', { params: { desk: 'phoneNumbers' } });
    const sam = engineers.body.items.find((e) => e.name.startsWith('Sam'));
    const assigned = await nadia.done('assign', { params, ...onVersion(given.body), body: { to: sam?.id } });
    const asked = await nadia.done('ask', { params, ...onVersion(assigned.body), body: { text: 'Which site?' } });
    expect(asked.body.status).toBe('waitingOnRequester');
    const answered = await lea.done('comment', { params, body: { text: 'Lyon' } });
    expect(answered.body.status).toBe('inProgress');
    const resolved = await lea.done('resolve', { params, ...onVersion(answered.body), body: {} });
    const reopened = await lea.done('reopen', { params, ...onVersion(resolved.body), body: { text: 'Not yet' } });
    const over = await nadia.done('getCase', { params });
    const closed = await nadia.done('closeUnresolved', { params, ...onVersion(over.body), body: { reason: 'notPossible' } });
    expect(closed.body.status).toBe('closedUnresolved');
    expect(reopened.body.version).toBeLessThan(closed.body.version);
    const timeline = await lea.done('getTimeline', { params, query: { before: '4', limit: '2' } });
    expect(timeline.body.items.map((e) => e.seq)).toEqual([2, 3]);
    expect(timeline.body.earlier).toBe(1);
    const feedback = await lea.done('giveFeedback', { body: { caseId: opened.id, useful: true, affectedBy: ['speed'] } });
    expect((await camille.done('listFeedback')).body.items.map((f) => f.id)).toContain(feedback.body.id);
  });

  test('a file is uploaded, read as a list, put right, taken up by a case and downloaded', async () => {
    const id = await uploadList(lea, 'number\n+33472000001\n0472000002\n');
    const report = await lea.done('readList', { params: { id }, query: { country: 'FR' } });
    expect(report.body).toMatchObject({ good: 1, faultCount: 1 });
    const corrected = await lea.done('correctList', { params: { id }, body: { corrections: [{ row: 3, value: '+33472000002' }] } });
    const again = await lea.done('readList', { params: { id: corrected.body.id }, query: { country: 'FR' } });
    expect(again.body).toMatchObject({ good: 2, faultCount: 0 });
    const opened = await open(lea, { numbers: corrected.body.id });
    const name = 'reçu (1) "é".pdf';
    const receipt = await lea.done('upload', { query: { name, caseId: opened.id }, raw: '%PDF-1.7' });
    await lea.done('comment', { params: { id: opened.id }, body: { text: '', files: [receipt.body.id] } });
    const content = await nadia.done('download', { params: { id: opened.id, fileId: receipt.body.id } });
    expect(content.body).toBe('%PDF-1.7');
    expect((await lea.done('removeUpload', { params: { id } })).status).toBe(204);
    await lea.refused('readList', { params: { id }, query: { country: 'FR' } });
  });

  test('AG-1 several cases are changed at once, each with its own result', async () => {
    const [first, second] = [await open(lea), await open(lea)];
    const cases = [
      { id: first.id, version: first.version },
      { id: second.id, version: 99 },
      { id: crypto.randomUUID(), version: 1 },
    ];
    const { body } = await nadia.done('changeCases', { body: { do: 'take', cases } });
    expect(body.results.map((r) => r.problem?.code ?? r.case?.status)).toEqual(['inProgress', 'changed', 'notFound']);
    expect(body.results[1]?.problem?.current?.id).toBe(second.id);
  });
});

test('every row of the contract is served, and nothing of the API besides', async () => {
  const api = await startApi();
  const routes = Object.values<{ method: string; path: string }>(api.server.getDebugInfo().routes).map(
    (r) => `${r.method.toUpperCase()} ${r.path}`,
  );
  const rows = Object.values<Operation>(operations).map((o) => `${o.method} ${basePath}${o.path.replaceAll(/\{(\w+)\}/g, ':$1')}`);
  await api.close();
  expect(routes.filter((r) => r.includes(basePath)).sort()).toEqual(rows.sort());
});
