import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { beginDraft, draftFor, listDrafts, removeDraft, saveDraft } from '../../src/app/cases/drafts.ts';
import { feedbackOf, giveFeedback } from '../../src/app/cases/feedback.ts';
import { openCase } from '../../src/app/cases/open-case.ts';
import { caseFor, openedCaseFor } from '../../src/app/cases/queries.ts';
import { sendDraft } from '../../src/app/cases/send-draft.ts';
import { correctList, listReport } from '../../src/app/files/uploads.ts';
import { me } from '../../src/app/people/me.ts';
import { principalOf } from '../../src/app/people/people.ts';
import { changeProfile, profileOf } from '../../src/app/people/profile.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { overServer } from '../store/databases.ts';
import { deskOver, granted } from './desk.ts';

const onPage = { files: 'onPage', check: false } as const;

describe.each(overServer)('$name', (engine) => {
  let opened: OpenStore;
  let desk: ReturnType<typeof deskOver>;
  let camille: Principal;
  let lea: Principal;
  let jordan: Principal;
  beforeAll(async () => {
    opened = await engine.open();
    desk = deskOver(opened);
    [camille, lea, jordan] = (await Promise.all(['Camille', 'Léa', 'Jordan'].map(desk.someone))) as [Principal, Principal, Principal];
  });
  afterAll(() => opened.close());

  test('G-19 a draft keeps what was typed, is listed, resumed and removed, and is its owner’s alone', async () => {
    const { deps } = desk;
    const begun = granted(await beginDraft(deps, lea, { caseType: 'portIn', onBehalfOf: null }, {}, onPage));
    expect(begun.input).toEqual({ country: 'FR' });
    granted(await saveDraft(deps, lea, begun.id, { country: 'FR', title: 'Half', requestedAt: { local: 'T' } }, onPage));
    expect(granted(await draftFor(deps, lea, begun.id, onPage)).input['title']).toBe('Half');
    expect((await listDrafts(deps, lea)).map((d) => [d.id, d.title])).toEqual([[begun.id, 'Half']]);
    for (const other of [camille, jordan])
      expect(await draftFor(deps, other, begun.id, onPage)).toMatchObject({ error: { code: 'notFound' } });
    await removeDraft(deps, lea, begun.id);
    expect(await listDrafts(deps, lea)).toEqual([]);
  });

  test('G-19 a draft that was sent is no longer listed and changes no more', async () => {
    const { deps } = desk;
    const input = { title: 'Sent', description: 'x', country: 'FR' };
    const { id } = granted(await beginDraft(deps, lea, { caseType: 'otherQuestion', onBehalfOf: null }, input, onPage));
    const sent = granted(await openCase(deps, lea, { caseType: 'otherQuestion', input, onBehalfOf: null, once: { draftId: id } }));
    expect(await listDrafts(deps, lea)).toEqual([]);
    expect(await saveDraft(deps, lea, id, { title: 'Other' }, onPage)).toMatchObject({ error: { code: 'alreadyUsed' } });
    expect(granted(await draftFor(deps, lea, id, onPage)).caseId).toBe(sent.caseId);
  });

  test('F-3 a draft sent from two faces at once becomes one case, and other content under it is refused', async () => {
    const { deps } = desk;
    const input = { title: 'Both', description: 'x', country: 'FR' };
    const { id } = granted(await beginDraft(deps, lea, { caseType: 'otherQuestion', onBehalfOf: null }, {}, onPage));
    const sent = await Promise.all([1, 2, 3].map(() => sendDraft(deps, lea, id, () => input)));
    expect(new Set(sent.map((one) => granted(one).caseId)).size).toBe(1);
    expect(sent.filter((one) => one.ok && one.value.fresh)).toHaveLength(1);
    expect(await sendDraft(deps, lea, id, () => ({ ...input, title: 'Other' }))).toMatchObject({ error: { code: 'alreadyUsed' } });
    expect(await sendDraft(deps, camille, id, (kept) => kept)).toMatchObject({ error: { code: 'notFound' } });
  });

  test('G-19 what was typed into a draft that can’t be sent yet is kept', async () => {
    const { deps } = desk;
    const { id } = granted(await beginDraft(deps, lea, { caseType: 'otherQuestion', onBehalfOf: null }, {}, onPage));
    expect(await sendDraft(deps, lea, id, (kept) => ({ ...kept, title: 'Only a title' }))).toMatchObject({ error: { code: 'invalid' } });
    expect(granted(await draftFor(deps, lea, id, onPage)).input).toMatchObject({ country: 'FR', title: 'Only a title' });
  });

  test('F-1 a form sent again once its files are taken has the same answer', async () => {
    const { deps } = desk;
    const numbers = await desk.file(lea, 'numbers.csv', '+33472400001\r\n');
    const input = { title: 'T', description: 'x', country: 'FR', convertTo: 'userNumbers', unassigned: true, numbers };
    const request = { caseType: 'inventoryTypeChange', input, onBehalfOf: null, once: { key: 'files-taken' } };
    const first = granted(await openCase(deps, lea, request));
    expect(granted(await openCase(deps, lea, request))).toMatchObject({ caseId: first.caseId, repeated: true });
  });

  test('G-1 what is shown of a case just opened is what is read of it afterwards', async () => {
    const { deps } = desk;
    const input = { title: 'Shown', description: 'x', country: 'FR' };
    const opened = granted(await openCase(deps, lea, { caseType: 'otherQuestion', input, onBehalfOf: null, once: { key: 'shown' } }));
    expect(granted(await openedCaseFor(deps, lea, opened))).toEqual(granted(await caseFor(deps, lea, { id: opened.caseId })));
  });

  test('G-2 a checked draft names its faults in its own card, and keeps everything', async () => {
    const { deps } = desk;
    const begun = granted(
      await beginDraft(
        deps,
        jordan,
        { caseType: 'numberAcquisition', onBehalfOf: null },
        { quantity: '12x', title: 'T' },
        { files: 'inChat', check: true },
      ),
    );
    expect(begun.issues.map((i) => i.field)).toContain('quantity');
    expect(JSON.stringify(begun.form)).toContain('fault:quantity');
    expect(begun.input).toMatchObject({ quantity: '12x', country: 'US' });
  });

  test('PN-5 a list is previewed, and put right row by row', async () => {
    const { deps } = desk;
    const id = await desk.file(lea, 'numbers.csv', 'numéro;site\r\n+33472400001;Lyon\r\n0472400002;Lyon\r\nabc;Lyon\r\n');
    const report = granted(await listReport(deps, lea, id, 'FR'));
    expect(report).toMatchObject({ good: 1, faultCount: 2, faults: [{ row: 3, suggestion: '+33472400002' }, { row: 4 }] });
    const corrections = [
      { row: 3, value: '+33472400002' },
      { row: 4, value: null },
    ];
    const corrected = granted(await correctList(deps, lea, id, corrections));
    expect(granted(await listReport(deps, lea, corrected.id, 'FR'))).toMatchObject({ good: 2, faultCount: 0 });
    expect(await listReport(deps, camille, id, 'FR')).toMatchObject({ error: { code: 'notFound' } });
    expect(await listReport(deps, lea, id, 'XX')).toMatchObject({ error: { code: 'invalid' } });
  });

  test('PN-15 a profile’s language and zone are the reader’s; a changed e-mail waits for its confirmation', async () => {
    const { deps } = desk;
    const changed = granted(
      await changeProfile(deps, lea, { locale: 'en', timeZone: 'Asia/Tokyo', email: 'new@contoso.example', displayName: 'Léa M.' }),
    );
    expect(changed).toMatchObject({ locale: 'en', timeZone: 'Asia/Tokyo', email: lea.email, unconfirmedEmail: 'new@contoso.example' });
    const again = await principalOf(deps, lea.tenantId, lea.personId, { locale: 'fr-FR', timeZone: 'Europe/Paris' });
    expect(again).toMatchObject({ name: 'Léa M.', locale: 'en', timeZone: 'Asia/Tokyo', email: lea.email });
    const takenBack = granted(await changeProfile(deps, again ?? lea, { displayName: ' ' }));
    expect(takenBack).toMatchObject({ displayName: lea.name, locale: 'en', timeZone: 'Asia/Tokyo' });
    expect(await profileOf(deps, camille)).toMatchObject({ displayName: 'Camille Laurent', locale: 'fr' });
    for (const wrong of [
      { email: 'x' },
      { timeZone: 'Mars/Base' },
      { locale: 'de' },
      { displayName: 'a\nb' },
      { phone: 'x' },
      { roles: ['engineer'] },
      7,
    ]) {
      expect(await changeProfile(deps, lea, wrong)).toMatchObject({ error: { code: 'invalid' } });
    }
  });

  test('G-20 feedback on the desk and on a closed case is read by the tenant’s administrator alone', async () => {
    const { deps } = desk;
    const { id } = await desk.open(jordan);
    const onCase = { caseId: id, useful: true, language: 'good', affectedBy: ['speed'], words: 'Quick' };
    expect((await giveFeedback(deps, jordan, onCase)).ok).toBe(false);
    granted(await desk.act(jordan, id, { do: 'resolve' }));
    expect((await giveFeedback(deps, jordan, onCase)).ok).toBe(true);
    expect((await giveFeedback(deps, lea, { useful: false })).ok).toBe(true);
    expect(await giveFeedback(deps, lea, onCase)).toMatchObject({ error: { code: 'notFound' } });
    expect(await giveFeedback(deps, lea, {})).toMatchObject({ error: { code: 'invalid', issues: [{ field: 'useful' }] } });
    expect(granted(await feedbackOf(deps, jordan)).map((f) => f.words)).toEqual(['Quick']);
    expect(await feedbackOf(deps, lea)).toMatchObject({ error: { code: 'notAllowed' } });
  });

  test('PN-2 a person learns what they may do here and what waits on them', async () => {
    const { deps } = desk;
    expect(await me(deps, jordan)).toMatchObject({
      views: ['mine', 'waitingOnMe', 'company', 'followed'],
      mayOpen: true,
      counts: { open: 0, waiting: 0 },
    });
    expect((await me(deps, await desk.someone('Marco'))).views).toEqual([]);
    expect((await me(deps, await desk.someone('Marco'))).mayOpen).toBe(false);
  });
});
