import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseView, OperationName } from '../../src/http/contract.ts';
import { overServer } from '../store/databases.ts';
import { type Api, type Asked, type Caller, onVersion, open, startApi } from './api.ts';

describe.each(overServer)('over $name', (engine) => {
  let api: Api;
  let lea: Caller;
  let camille: Caller;
  let jordan: Caller;
  let nadia: Caller;
  let marco: Caller;
  let priya: Caller;
  let case_: CaseView;
  let fileId: string;
  beforeAll(async () => {
    api = await startApi({ engine });
    const people = await Promise.all(['Léa', 'Camille', 'Jordan', 'Nadia', 'Marco', 'Priya'].map((name) => api.as(name)));
    [lea, camille, jordan, nadia, marco, priya] = people as [Caller, Caller, Caller, Caller, Caller, Caller];
    case_ = await open(lea, { title: 'Ours alone' });
    const file = await lea.done('upload', { query: { name: 'a.txt', caseId: case_.id }, raw: 'secret' });
    fileId = file.body.id;
    await lea.done('comment', { params: { id: case_.id }, body: { text: 'with a file', files: [fileId] } });
  });
  afterAll(() => api.close());

  /** The answer to the last byte, but for the day and time. */
  async function whole(who: Caller, name: OperationName, asked: Asked): Promise<readonly [number, string, readonly (readonly string[])[]]> {
    const response = await who.send(name, { ...asked, headers: { ...asked.headers, 'x-request-id': 'the-same-for-both' } });
    return [response.status, await response.text(), [...response.headers].filter(([header]) => header !== 'date')];
  }

  test('F-28 another tenant’s case is to the last byte as one that does not exist', async () => {
    const stranger = crypto.randomUUID();
    const version = { 'if-match': '"1"' };
    const asked: readonly (readonly [OperationName, Omit<Asked, 'params'>])[] = [
      ['getCase', {}],
      ['getTimeline', {}],
      ['comment', { body: { text: 'Hello' } }],
      ['note', { body: { text: 'Hello' } }],
      ['ask', { headers: version, body: { text: 'Hello' } }],
      ['take', { headers: version, body: {} }],
      ['cancel', { headers: version, body: { reason: 'duplicate' } }],
      ['resolve', { headers: version, body: {} }],
      ['reopen', { headers: version, body: {} }],
      ['follow', { body: {} }],
      ['unfollow', { body: {} }],
    ];
    for (const who of [jordan, priya, marco]) {
      for (const [name, rest] of asked) {
        const theirs = await whole(who, name, { ...rest, params: { id: case_.id } });
        expect([name, theirs]).toEqual([name, await whole(who, name, { ...rest, params: { id: stranger } })]);
        expect([name, theirs[0]]).toEqual([name, 404]);
      }
    }
  });

  test('F-28 another tenant’s file, upload and draft are as if they did not exist', async () => {
    expect((await jordan.refused('download', { params: { id: case_.id, fileId } })).code).toBe('notFound');
    expect((await jordan.refused('upload', { query: { name: 'x', caseId: case_.id }, raw: 'x' })).code).toBe('notFound');
    const draft = await lea.done('beginDraft', { body: { caseType: 'otherQuestion' } });
    for (const who of [jordan, camille]) {
      expect((await who.refused('getDraft', { params: { id: draft.body.id } })).code).toBe('notFound');
      expect((await who.refused('submitDraft', { params: { id: draft.body.id }, body: {} })).code).toBe('notFound');
      await who.done('removeDraft', { params: { id: draft.body.id } });
    }
    expect((await lea.done('getDraft', { params: { id: draft.body.id } })).body.id).toBe(draft.body.id);
    expect((await jordan.refused('giveFeedback', { body: { caseId: case_.id, useful: true } })).code).toBe('notFound');
  });

  test('F-28 another tenant’s words and numbers find nothing', async () => {
    for (const q of ['Ours alone', case_.number]) {
      for (const list of ['mine', 'company']) {
        expect((await jordan.done('listCases', { query: { list, state: 'all', q } })).body.items).toEqual([]);
      }
    }
    expect((await camille.done('listCases', { query: { list: 'company', q: 'Ours alone' } })).body.items.map((c) => c.id)).toEqual([
      case_.id,
    ]);
  });

  test('F-29 a tenant named in a body that is not one’s own is refused', async () => {
    const refusal = await priya.refused('openCase', {
      headers: { 'idempotency-key': 'for-contoso' },
      body: { caseType: 'otherQuestion', input: { title: 'T', description: 'D', country: 'FR' }, onBehalfOf: camille.tenantId },
    });
    expect(refusal).toMatchObject({ status: 403, code: 'notAllowed' });
  });

  test('G-4 lists are one’s own by default; the company’s is for ticket managers, the queue for engineers', async () => {
    expect((await lea.done('listCases')).body.items.map((c) => c.id)).toContain(case_.id);
    expect((await lea.refused('listCases', { query: { list: 'company' } })).code).toBe('notAllowed');
    expect((await lea.refused('listCases', { query: { list: 'followed' } })).code).toBe('notAllowed');
    expect((await camille.refused('listCases', { query: { list: 'queue' } })).code).toBe('notAllowed');
    expect((await camille.done('listCases')).body.items).toEqual([]);
    const followed = async () => (await camille.done('listCases', { query: { list: 'followed' } })).body.items.map((c) => c.id);
    expect(await followed()).toEqual([]);
    await camille.done('follow', { params: { id: case_.id } });
    expect(await followed()).toEqual([case_.id]);
    await camille.done('unfollow', { params: { id: case_.id } });
    expect(await followed()).toEqual([]);
    expect((await nadia.done('listCases')).body.items.map((c) => c.id)).toContain(case_.id);
    expect((await nadia.refused('listCases', { query: { list: 'mine' } })).code).toBe('notAllowed');
    expect((await marco.refused('listCases')).code).toBe('notAllowed');
  });

  test('G-4 pages follow one another without a gap or a repeat, and a cursor of another list is refused', async () => {
    const opened: string[] = [];
    for (let i = 0; i < 5; i++) opened.unshift((await open(jordan, { title: `Page ${i}`, country: 'US' })).id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query = { list: 'mine', limit: '2', ...(cursor && { cursor }) };
      const page: { items: readonly { id: string }[]; next: string | null } = (await jordan.done('listCases', { query })).body;
      seen.push(...page.items.map((c) => c.id));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(opened);
    const first = await jordan.done('listCases', { query: { list: 'mine', limit: '2' } });
    const refusal = await nadia.refused('listCases', { query: { list: 'queue', cursor: first.body.next ?? '' } });
    expect(refusal).toMatchObject({ status: 422, code: 'invalid', issues: [{ field: 'cursor' }] });
    await jordan.refused('listCases', { query: { cursor: 'not-a-cursor' } });
  });

  test('G-5 an internal note and its file are seen by the desk alone, and make nobody’s page stale', async () => {
    const mine = await open(lea);
    const params = { id: mine.id };
    const file = await nadia.done('upload', { query: { name: 'internal.txt', caseId: mine.id }, raw: 'internal' });
    await nadia.done('note', { params, body: { text: 'between us', files: [file.body.id] } });
    for (const who of [lea, camille]) {
      const seen = await who.send('getCase', { params });
      const text = await seen.text();
      expect(text).not.toContain('between us');
      expect(text).not.toContain('internal.txt');
      expect((await who.done('getTimeline', { params })).body.items.map((e) => e.type)).toEqual(['opened']);
      expect((await who.refused('download', { params: { ...params, fileId: file.body.id } })).code).toBe('notFound');
    }
    expect((await nadia.done('getCase', { params })).body.timeline.at(-1)).toMatchObject({ text: 'between us', internal: true });
    expect((await lea.refused('note', { params, body: { text: 'me too' } })).code).toBe('notAllowed');
    await lea.done('cancel', { params, ...onVersion(mine), body: { reason: 'openedByMistake' } });
  });

  test('G-9 what may be done comes with the case, and nothing else is done', async () => {
    const mine = await open(lea);
    const params = { id: mine.id };
    expect(mine.permitted).toEqual(['view', 'comment', 'resolve', 'cancel', 'edit', 'escalate']);
    const desks = await nadia.done('getCase', { params });
    const ofTheDesk = [
      'view',
      'comment',
      'note',
      'ask',
      'take',
      'assign',
      'resolve',
      'cancel',
      'closeUnresolved',
      'move',
      'merge',
      'linkOutage',
    ];
    expect(desks.body.permitted).toEqual(ofTheDesk);
    for (const name of ['ask', 'take', 'unassign', 'closeUnresolved'] as const) {
      const body = { ask: { text: 'x' }, take: {}, unassign: {}, closeUnresolved: { reason: 'noAnswer' } }[name];
      expect([name, (await lea.refused(name, { params, ...onVersion(mine), body })).code]).toEqual([name, 'notAllowed']);
    }
    expect((await lea.refused('listEngineers', { params: { desk: 'phoneNumbers' } })).code).toBe('notFound');
    expect((await lea.refused('listFeedback')).code).toBe('notAllowed');
    const stranger = { to: lea.id };
    expect((await nadia.refused('assign', { params, ...onVersion(desks.body), body: stranger })).code).toBe('notAllowed');
  });

  test('G-13 a refusal speaks the reader’s language: the profile’s, else the client’s, else the directory’s', async () => {
    const asked = { params: { id: crypto.randomUUID() } };
    expect((await lea.refused('getCase', asked)).title).toBe('Introuvable');
    const english = await lea.refused('getCase', { ...asked, headers: { 'accept-language': 'en-GB,fr;q=0.4' } });
    expect([english.title, english.headers.get('content-language')]).toEqual(['Not found', 'en']);
    await camille.done('changeProfile', { body: { locale: 'en' } });
    expect((await camille.refused('getCase', { ...asked, headers: { 'accept-language': 'fr' } })).title).toBe('Not found');
  });

  test('G-7 an engineer appears under the desk’s name to everybody but the desk', async () => {
    const mine = await open(lea);
    const params = { id: mine.id };
    await nadia.done('comment', { params, body: { text: 'Looking into it' } });
    const text = await (await lea.send('getCase', { params })).text();
    expect(text).not.toContain('Nadia');
    const now = await nadia.done('getCase', { params });
    await nadia.done('resolve', { params, ...onVersion(now.body), body: {} });
    const closed = await lea.done('getCase', { params, headers: { 'accept-language': 'en' } });
    expect(closed.body.closed?.by).toMatchObject({ name: 'The phone-number desk', side: 'desk' });
    const own = await open(camille);
    const cancelled = await camille.done('cancel', { params: { id: own.id }, ...onVersion(own), body: { reason: 'duplicate' } });
    expect(cancelled.body.closed?.by).toMatchObject({ name: 'Camille Laurent', you: true });
  });

  test('AG-1 the desk’s lists show what is one’s own, what nobody has taken and what waits', async () => {
    const [taken, free, waiting] = [await open(lea), await open(lea), await open(lea)];
    const took = await nadia.done('take', { params: { id: taken.id }, ...onVersion(taken), body: {} });
    await nadia.done('ask', { params: { id: waiting.id }, ...onVersion(waiting), body: { text: 'Which site?' } });
    const ids = async (who: Caller, list: string) =>
      (await who.done('listCases', { query: { list, limit: '100' } })).body.items.map((c) => c.id);
    expect(await ids(nadia, 'assignedToMe')).toEqual([taken.id]);
    expect(await ids(nadia, 'unassigned')).toEqual(expect.arrayContaining([free.id, waiting.id]));
    expect(await ids(nadia, 'unassigned')).not.toContain(taken.id);
    expect(await ids(nadia, 'waiting')).toEqual([waiting.id]);
    expect(await ids(lea, 'waitingOnMe')).toEqual([waiting.id]);
    expect((await lea.done('getMe')).body.counts.waiting).toBe(1);
    const sam = await api.as('Sam');
    const handed = await nadia.done('assign', { params: { id: taken.id }, ...onVersion(took.body), body: { to: sam.id } });
    expect(handed.body.assignedTo?.name).toBe('Sam Okafor');
    expect(await ids(sam, 'assignedToMe')).toEqual([taken.id]);
  });
});
