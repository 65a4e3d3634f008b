import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { beginCorrection } from '../../src/app/cases/begin-correction.ts';
import { draftFor, listDrafts, saveDraft } from '../../src/app/cases/drafts.ts';
import { caseFor } from '../../src/app/cases/queries.ts';
import { sendDraft } from '../../src/app/cases/send-draft.ts';
import { principalOf } from '../../src/app/people/people.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import type { FormInput } from '../../src/domain/catalogue/field.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { overServer } from '../store/databases.ts';
import { deskOver, granted } from './desk.ts';
import { operatorId } from './operator.ts';

const onPage = { files: 'onPage', check: false } as const;
const two = 'number\n+33472000001\n+33472000002\n';

describe.each(overServer)('$name', (engine) => {
  let opened: OpenStore;
  let desk: ReturnType<typeof deskOver>;
  let lea: Principal;
  let thomas: Principal;
  let jordan: Principal;
  let camille: Principal;
  let engineer: Principal;
  beforeAll(async () => {
    opened = await engine.open();
    desk = deskOver(opened);
    const people = await Promise.all(['Léa', 'Thomas', 'Jordan', 'Camille'].map(desk.someone));
    [lea, thomas, jordan, camille] = people as [Principal, Principal, Principal, Principal];
    const [staff] = await desk.deps.directory.engineers('phoneNumbers');
    engineer = (await principalOf(desk.deps, operatorId, staff?.id ?? '')) as Principal;
  });
  afterAll(() => opened.close());

  /** A port order that the carrier rejected. */
  async function rejected(): Promise<string> {
    const [numbers, letter] = await Promise.all([desk.file(lea, 'numbers.csv', two), desk.file(lea, 'letter.pdf', '%PDF-1.7 letter')]);
    const input = { orderName: 'Lyon 1', requestedAt: { local: '2031-08-14T10:00' }, numbers, letterOfAuthorisation: [letter] };
    const { id } = await desk.open(lea, input, 'portIn');
    granted(await desk.act(engineer, id, { do: 'take' }));
    granted(await desk.act(engineer, id, { do: 'setStage', stage: 'error', text: 'The list lacks a number' }));
    return id;
  }
  const begin = async (by: Principal, id: string) => granted(await beginCorrection(desk.deps, by, id, onPage));
  const sending = (id: string, more: FormInput = {}) => sendDraft(desk.deps, lea, id, (kept) => ({ ...kept, ...more }));

  test('PN-13 the form of a rejected order is corrected on the same case, once, with its checks; what was filed stays in the timeline', async () => {
    const id = await rejected();
    const before = await desk.see(lea, id);
    const draft = await begin(lea, id);
    expect(draft).toMatchObject({ caseType: 'portIn', corrects: { caseId: id, number: before.number }, input: { orderName: 'Lyon 1' } });
    expect(draft.uploads).toMatchObject([{ name: 'numbers.csv', report: { good: 2 } }, { name: 'letter.pdf' }]);
    expect(JSON.stringify(draft.form.slice(0, 3))).toContain('The list lacks a number');
    expect((await begin(lea, id)).id).toBe(draft.id);

    expect(await sending(draft.id)).toMatchObject({ error: { code: 'notAllowed', why: 'nothingCorrected' } });
    const late = { orderName: 'Lyon 2', requestedAt: { local: '2020-01-01T10:00' } };
    expect(await sending(draft.id, late)).toMatchObject({ error: { issues: [{ field: 'requestedAt', fault: { is: 'inThePast' } }] } });
    expect(granted(await draftFor(desk.deps, lea, draft.id, onPage)).input).toMatchObject(late);

    const more = { orderName: 'Lyon 2', title: 'Numbers of Lyon', requestedAt: { local: '2031-09-01T10:00' } };
    const numbers = await desk.file(lea, 'all-numbers.csv', `${two}+33472000003\n`);
    const both = await Promise.all([1, 2].map(() => sending(draft.id, { ...more, numbers })));
    expect(both.map((one) => granted(one).repeated).sort()).toEqual([false, true]);
    expect(granted(await sending(draft.id, { ...more, numbers }))).toMatchObject({ caseId: id, repeated: true, corrected: true });
    expect(await sending(draft.id, { ...more, numbers, orderName: 'Lyon 3' })).toMatchObject({ error: { code: 'alreadyUsed' } });

    const after = await desk.see(lea, id);
    expect(after).toMatchObject({ number: before.number, title: 'Numbers of Lyon', stage: 'processing' });
    expect(after.particulars).toMatchObject({ orderName: 'Lyon 2', numbers: { name: 'all-numbers.csv', count: 3 } });
    expect(after.particulars['letterOfAuthorisation']).toEqual(before.particulars['letterOfAuthorisation']);
    expect(after.files.map(({ name }) => name).sort()).toEqual(['all-numbers.csv', 'letter.pdf']);
    const [edited, told] = after.timeline.slice(-2);
    expect([edited?.type, told?.type, told?.files.map(({ name }) => name)]).toEqual(['edited', 'corrected', ['all-numbers.csv']]);
    expect(told?.changes.map(({ field }) => field)).toEqual(['orderName', 'requestedAt', 'numbers']);
    expect(told?.changes[2]).toMatchObject({ from: expect.stringMatching(/^2 /), to: expect.stringMatching(/^3 /) });
    expect(after.permitted).not.toContain('correct');
    expect((await listDrafts(desk.deps, lea)).map((one) => one.id)).not.toContain(draft.id);
  });

  test('PN-13, G-8 a case that changed meanwhile is told of, and the draft kept; asking again goes on from there', async () => {
    const id = await rejected();
    const draft = await begin(lea, id);
    granted(await desk.act(engineer, id, { do: 'comment', text: 'The third one' }));
    expect(await sending(draft.id, { orderName: 'Lyon 2' })).toMatchObject({ error: { code: 'changed', since: [{ type: 'commented' }] } });
    expect((await desk.see(lea, id)).stage).toBe('error');
    expect(await begin(lea, id)).toMatchObject({ id: draft.id, input: { orderName: 'Lyon 2' } });
    granted(await sending(draft.id));
    expect(await desk.see(lea, id)).toMatchObject({ stage: 'processing', particulars: { orderName: 'Lyon 2' } });
  });

  test('PN-13, G-9 only the requester’s side corrects, only while something is rejected, and the refusals are on record', async () => {
    const id = await rejected();
    expect(await beginCorrection(desk.deps, engineer, id, onPage)).toMatchObject({ error: { code: 'notAllowed', action: 'correct' } });
    for (const nobody of [thomas, jordan]) {
      if ((await caseFor(desk.deps, nobody, { id })).ok) continue;
      expect(await beginCorrection(desk.deps, nobody, id, onPage)).toMatchObject({ error: { code: 'notFound' } });
    }
    const draft = await begin(lea, id);
    granted(await desk.act(camille, id, { do: 'transfer', to: thomas.personId }));
    const left = granted(await draftFor(desk.deps, lea, draft.id, onPage));
    expect(left).toMatchObject({ corrects: { number: '' }, uploads: [] });
    expect(await sending(draft.id)).toMatchObject({ error: { code: 'notFound' } });
    granted(await desk.act(camille, id, { do: 'transfer', to: lea.personId }));
    granted(await desk.act(engineer, id, { do: 'setStage', stage: 'contactingCarrier', text: '' }));
    expect(await beginCorrection(desk.deps, lea, id, onPage)).toMatchObject({ error: { why: 'nothingToCorrect' } });
    expect(await sending(draft.id, { orderName: 'Lyon 2' })).toMatchObject({ error: { code: 'changed' } });
    expect(granted(await saveDraft(desk.deps, lea, draft.id, draft.input, onPage)).corrects?.caseId).toBe(id);
    const rows = await desk.deps.store.audit.page(lea.tenantId, 0, 1_000);
    expect(rows.filter(({ caseId, action }) => caseId === id && action === 'case.correct').map(({ outcome }) => outcome)).toContain(
      'refused',
    );
  });
});
