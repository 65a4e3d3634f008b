import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execute, executeMany } from '../../src/app/cases/execute.ts';
import { openCase } from '../../src/app/cases/open-case.ts';
import { caseFor, listCases } from '../../src/app/cases/queries.ts';
import { download } from '../../src/app/files/uploads.ts';
import { principalOf } from '../../src/app/people/people.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { engines } from '../store/databases.ts';
import { deskOver, granted } from './desk.ts';
import { operatorId } from './operator.ts';
import { submitAtOnce } from './pack-race.ts';

const all = { state: 'all', words: null, desk: null, country: null, status: null, cursor: null, limit: 50 } as const;

describe.each(engines)('$name', (engine) => {
  let opened: OpenStore;
  let desk: ReturnType<typeof deskOver>;
  let camille: Principal;
  let thomas: Principal;
  let lea: Principal;
  let marco: Principal;
  let jordan: Principal;
  let priya: Principal;
  let engineers: Principal[];

  beforeAll(async () => {
    opened = await engine.open();
    desk = deskOver(opened);
    [camille, thomas, lea, marco, jordan, priya] = (await Promise.all(
      ['Camille', 'Thomas', 'Léa', 'Marco', 'Jordan', 'Priya'].map(desk.someone),
    )) as [Principal, Principal, Principal, Principal, Principal, Principal];
    const staff = await desk.deps.directory.engineers('phoneNumbers');
    engineers = (await Promise.all(staff.map(({ id }) => principalOf(desk.deps, operatorId, id)))) as Principal[];
  });
  afterAll(() => opened.close());
  const engineer = () => engineers[0] as Principal;

  test('G-1 a valid form creates a case with its number at once', async () => {
    const opened = await desk.open(lea);
    expect(opened.number).toMatch(/^CD-\w{4}-\w{4}$/);
    expect(opened).toMatchObject({ status: 'new', tenant: { name: 'Contoso' }, openedBy: { you: true }, target: { state: 'none' } });
  });

  test('F-1, F-2, F-3 the same form sent again, or four times at once, is one case', async () => {
    const request = {
      caseType: 'otherQuestion',
      input: { title: 'Once', description: 'x', country: 'FR' },
      onBehalfOf: null,
      once: { key: 'form-1' },
    };
    const sent = await Promise.all([1, 2, 3, 4].map(() => openCase(desk.deps, lea, request)));
    const again = await openCase(desk.deps, lea, request);
    expect(new Set([...sent, again].map((r) => granted(r).caseId)).size).toBe(1);
  });

  test('F-4 a used nonce with other content is refused and recorded', async () => {
    const request = {
      caseType: 'otherQuestion',
      input: { title: 'Once', description: 'x', country: 'FR' },
      onBehalfOf: null,
      once: { key: 'form-2' },
    };
    granted(await openCase(desk.deps, lea, request));
    const other = await openCase(desk.deps, lea, { ...request, input: { ...request.input, title: 'Twice' } });
    expect(other).toEqual({ ok: false, error: { code: 'alreadyUsed' } });
    expect(await opened.verifyAudit(lea.tenantId)).toMatchObject({ ok: true });
  });

  test('F-28, G-9 another tenant’s case is exactly as if it did not exist', async () => {
    const theirs = await desk.open(lea);
    const absent = await caseFor(desk.deps, jordan, { id: crypto.randomUUID() });
    for (const who of [jordan, marco, priya]) {
      expect(await caseFor(desk.deps, who, { id: theirs.id })).toEqual(absent);
      expect(await caseFor(desk.deps, who, { number: theirs.number })).toEqual(absent);
      expect(await desk.act(who, theirs.id, { do: 'comment', text: 'x' })).toEqual(absent);
    }
    expect(granted(await listCases(desk.deps, jordan, { ...all, list: 'company', words: theirs.number })).items).toEqual([]);
  });

  test('G-4 my cases are mine, company cases are for ticket managers', async () => {
    const mine = await desk.open(lea);
    const ids = async (by: Principal, list: 'mine' | 'company') =>
      granted(await listCases(desk.deps, by, { ...all, list })).items.map((c) => c.id);
    expect(await ids(lea, 'mine')).toContain(mine.id);
    expect(await ids(thomas, 'mine')).not.toContain(mine.id);
    expect(await ids(thomas, 'company')).toContain(mine.id);
    expect(await ids(jordan, 'company')).not.toContain(mine.id);
    expect(await listCases(desk.deps, lea, { ...all, list: 'company' })).toMatchObject({ ok: false, error: { code: 'notAllowed' } });
  });

  test('G-4 search finds a case by its number and by words, and knows a mistyped number', async () => {
    const found = await desk.open(lea, { title: 'Numéros pour l’été à Besançon' });
    const search = (words: string) => listCases(desk.deps, camille, { ...all, list: 'company', words });
    for (const words of [found.number, found.number.toLowerCase().replaceAll('-', ' '), 'besancon', 'ETE numeros', 'besan']) {
      expect([words, granted(await search(words)).items.map((c) => c.id)]).toEqual([words, [found.id]]);
    }
    const wrong = found.number.slice(0, -1) + (found.number.endsWith('A') ? 'C' : 'A');
    expect(await search(wrong)).toEqual({ ok: false, error: { code: 'mistypedNumber' } });
    expect(granted(await search("'; drop table cases; --")).items).toEqual([]);
  });

  test('G-5 one timeline: what everyone wrote and did, internal notes for the desk alone', async () => {
    const { id } = await desk.open(lea);
    granted(await desk.act(engineer(), id, { do: 'take' }));
    granted(await desk.act(engineer(), id, { do: 'note', text: 'Between us' }));
    granted(await desk.act(engineer(), id, { do: 'ask', text: 'Which city?' }));
    granted(await desk.act(lea, id, { do: 'comment', text: 'Lyon' }));
    granted(await desk.act(camille, id, { do: 'resolve' }));
    const types = async (by: Principal) => (await desk.see(by, id)).timeline.map((e) => `${e.type}${e.step ? ` ${e.step}` : ''}`);
    const seen = [
      'opened',
      'assigned',
      'statusChanged start',
      'commented',
      'statusChanged ask',
      'commented',
      'statusChanged answer',
      'statusChanged resolve',
    ];
    expect(await types(lea)).toEqual(seen);
    expect(await types(engineer())).toEqual([...seen.slice(0, 3), 'noted', ...seen.slice(3)]);
    expect(JSON.stringify(await desk.see(lea, id))).not.toContain('Between us');
  });

  test('G-7 a closed case says who closed it: the desk, or a person by name', async () => {
    const byDesk = await desk.open(lea);
    granted(await desk.act(engineer(), byDesk.id, { do: 'closeUnresolved', reason: 'noAnswer' }));
    expect((await desk.see(lea, byDesk.id)).closed?.by).toMatchObject({ name: 'Le guichet des numéros de téléphone', side: 'desk' });
    expect((await desk.see(engineer(), byDesk.id)).closed?.by.name).toBe(engineer().name);
    const byPerson = await desk.open(lea);
    granted(await desk.act(camille, byPerson.id, { do: 'cancel', reason: 'duplicate' }));
    expect((await desk.see(lea, byPerson.id)).closed).toMatchObject({
      by: { name: 'Camille Laurent' },
      summary: expect.stringContaining('doublon'),
    });
  });

  test('G-8, F-22 the second of two who close is told who was first; a comment never loses', async () => {
    const { id, version } = await desk.open(lea);
    const first = await desk.act(camille, id, { do: 'resolve' });
    granted(first);
    const second = await execute(desk.deps, lea, { caseId: id, do: 'cancel', reason: 'duplicate', version, key: 'late' });
    expect(second).toMatchObject({
      ok: false,
      error: { code: 'changed', since: [{ type: 'statusChanged', actor: { name: 'Camille Laurent' } }] },
    });
    const comment = await execute(desk.deps, lea, { caseId: id, do: 'comment', text: 'One more thing', version: null, key: 'comment' });
    expect(comment.ok).toBe(true);
    expect((await desk.see(lea, id)).status).toBe('resolved');
  });

  test('G-8 two who close at the same moment: one wins, the other learns of it', async () => {
    const { id, version } = await desk.open(lea);
    const both = await Promise.all([
      execute(desk.deps, lea, { caseId: id, do: 'cancel', reason: 'duplicate', version, key: 'a' }),
      execute(desk.deps, camille, { caseId: id, do: 'resolve', version, key: 'b' }),
    ]);
    expect(both.filter((r) => r.ok)).toHaveLength(1);
    expect(both.find((r) => !r.ok)).toMatchObject({ error: { code: 'changed' } });
  });

  test('G-8 an internal note makes nobody else’s page stale', async () => {
    const { id, version } = await desk.open(lea);
    granted(await desk.act(engineer(), id, { do: 'note', text: 'Hm' }));
    expect((await desk.see(lea, id)).version).toBe(version);
    granted(await execute(desk.deps, lea, { caseId: id, do: 'resolve', version, key: 'r' }));
  });

  test('G-6 reopening keeps number and timeline', async () => {
    const before = await desk.open(lea);
    granted(await desk.act(lea, before.id, { do: 'resolve' }));
    expect((await desk.see(lea, before.id)).permitted).toContain('reopen');
    granted(await desk.act(lea, before.id, { do: 'reopen', text: 'Not yet' }));
    const after = await desk.see(lea, before.id);
    expect(after).toMatchObject({ number: before.number, status: 'inProgress', closed: null });
    expect(after.timeline).toHaveLength(4);
  });

  test('AG-1 several cases changed at once, each with its own result', async () => {
    const [a, b] = [await desk.open(lea), await desk.open(jordan)];
    granted(await desk.act(camille, a.id, { do: 'resolve' }));
    const cases = [a, b].map(({ id, version }) => ({ caseId: id, version }));
    const results = await executeMany(desk.deps, engineer(), { do: 'take', key: 'many' }, cases);
    expect(results.map(({ result }) => (result.ok ? 'done' : result.error.code))).toEqual(['changed', 'done']);
    const queue = granted(await listCases(desk.deps, engineer(), { ...all, list: 'assignedToMe', state: 'open' })).items;
    expect(queue.map((c) => c.id)).toContain(b.id);
  });

  test('AG-1 a case is assigned only to an engineer of its desk', async () => {
    const { id } = await desk.open(lea);
    expect(await desk.act(engineer(), id, { do: 'assign', to: camille.personId })).toMatchObject({
      error: { why: 'notAnEngineerOfThisDesk' },
    });
    granted(await desk.act(engineer(), id, { do: 'assign', to: engineers[1]?.personId ?? '' }));
    expect((await desk.see(engineer(), id)).assignedTo?.id).toBe(engineers[1]?.personId);
    expect((await desk.see(lea, id)).assignedTo).toBeNull();
  });

  test('PN-1 a case for another organisation is refused, with what to do instead', async () => {
    const input = { title: 'x', description: 'x', country: 'FR' };
    const refused = await openCase(desk.deps, priya, {
      caseType: 'otherQuestion',
      input,
      onBehalfOf: lea.tenantId,
      once: { key: 'p' },
    });
    expect(refused).toMatchObject({ error: { code: 'notAllowed', why: 'onBehalfOfAnother' } });
  });

  test('PN-16 licensing and billing are sent where they belong', async () => {
    for (const caseType of ['licensing', 'billing']) {
      const refused = await openCase(desk.deps, lea, { caseType, input: {}, onBehalfOf: null, once: { key: caseType } });
      expect(refused).toMatchObject({ error: { code: 'directedElsewhere', subject: { id: caseType } } });
    }
  });

  test('PN-5, PN-11, PN-14 files reach the case and its comments, and only those who see them', async () => {
    const numbers = await desk.file(lea, 'numbers.csv', 'number\n+33472400001\n+33472400002\n');
    const letter = await desk.file(lea, '../../CON.pdf', '%PDF-1.4');
    const at = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 16);
    const input = { orderName: 'Lyon', requestedAt: { local: at }, numbers, letterOfAuthorisation: [letter] };
    const opened = await desk.open(lea, input, 'portIn');
    expect(opened.files.map((f) => f.name)).toEqual(['numbers.csv', '_CON.pdf']);
    expect(opened.details.find((d) => d.field === 'numbers')?.text).toContain('2');
    const attached = await desk.file(engineer(), 'answer.txt', 'carrier', opened.id);
    granted(await desk.act(engineer(), opened.id, { do: 'note', text: 'see file', files: [attached] }));
    expect((await download(desk.deps, camille, opened.id, letter)).ok).toBe(true);
    expect((await download(desk.deps, jordan, opened.id, letter)).ok).toBe(false);
    expect((await download(desk.deps, camille, opened.id, attached)).ok).toBe(false);
    expect((await download(desk.deps, engineer(), opened.id, attached)).ok).toBe(true);
    const stolen = await desk.act(camille, opened.id, { do: 'comment', text: 'x', files: [letter] });
    expect(stolen).toMatchObject({ error: { code: 'invalid', issues: [{ field: 'files' }] } });
  });

  test('PS-7 of forty parallel submits on a pack of five exactly five become incidents, and the others are told that it is used up', async () => {
    const { cases, refusedAsUsed, remaining, taken } = await submitAtOnce(opened, 40);
    expect(cases).toHaveLength(5);
    expect(taken).toEqual(cases);
    expect({ refusedAsUsed, remaining }).toEqual({ refusedAsUsed: 35, remaining: 0 });
  });

  test('PS-7 F-3 the same form sent four times at once takes one incident', async () => {
    const { cases, remaining } = await submitAtOnce(opened, 4, () => 'the same');
    expect({ cases: cases.length, remaining }).toEqual({ cases: 1, remaining: 4 });
  });
});
