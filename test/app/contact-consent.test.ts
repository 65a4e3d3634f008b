import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openCase } from '../../src/app/cases/open-case.ts';
import { answerContact, contactAsked, contactMayHear } from '../../src/app/notices/contact-consent.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import { bareServer } from '../store/bare.ts';
import { type LetterDesk, openDesk } from './letters.ts';

const stranger = 'x@stranger.example';

describe.each(bareServer)('$name', (engine) => {
  let desk: LetterDesk;
  let lea: Principal;
  let thomas: Principal;
  let jordan: Principal;

  beforeAll(async () => {
    desk = await openDesk(engine);
    [lea, thomas, jordan] = [await desk.someone('Léa'), await desk.someone('Thomas'), await desk.someone('Jordan')];
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    for (const table of ['contact_consents', 'outbox'] as const) await desk.db.deleteFrom(table).execute();
  });

  const naming = async (contacts: readonly string[], by = lea) => (await desk.open(by, { contacts })).contacts;
  const states = async (contacts: readonly string[], by = lea) => (await naming(contacts, by)).map(({ state }) => state);
  const tokens = async (address = stranger) =>
    (await desk.letters(address)).map(({ says }) => (says.letter === 'askContact' ? says.path.replace('/contact/', '') : ''));
  const hears = (address = stranger, by = lea) => contactMayHear(desk.deps, by.tenantId, address);
  const later = (days: number) =>
    desk.db
      .updateTable('contact_consents')
      .set({
        asked_at: sql<string>`asked_at - make_interval(days => ${days})`,
        token_expires_at: sql<string>`token_expires_at - make_interval(days => ${days})`,
      })
      .execute();
  const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, i) => `n${from + i}@stranger.example`);

  test('G-11 a contact in a verified domain of the organisation hears at once and is not asked', async () => {
    const own = ['colleague@contoso.example', 'other@Contoso-France.example'];
    expect(await naming(own)).toEqual(own.map((address) => ({ address: address.toLowerCase(), state: 'hears', note: null })));
    expect(await hears('colleague@contoso.example')).toBe(true);
    expect(await tokens('colleague@contoso.example')).toEqual([]);
    expect(await hears('colleague@notcontoso.example')).toBe(false);
    expect(await hears('colleague@contoso.example.evil.example')).toBe(false);
  });

  test('G-11 a contact elsewhere is asked once and hears only after agreeing', async () => {
    const [contact] = await naming([stranger]);
    expect(contact).toMatchObject({ address: stranger, state: 'asked', note: 'n’a pas encore accepté de recevoir des messages' });
    expect(await hears()).toBe(false);
    const [letter] = await desk.letters(stranger);
    expect(letter).toEqual({
      locale: 'fr',
      says: { letter: 'askContact', organisation: 'Contoso', path: expect.stringMatching(/^\/contact\/[\w-]{43}$/), validDays: 14 },
    });
    expect(await states([stranger], thomas)).toEqual(['asked']);
    const [token = '', ...others] = await tokens();
    expect(others).toEqual([]);

    expect(await contactAsked(desk.deps, token)).toMatchObject({ ok: true, value: { organisation: 'Contoso', address: stranger } });
    expect(await hears()).toBe(false);
    expect(await answerContact(desk.deps, token, 'agrees')).toMatchObject({ ok: true });
    expect(await hears()).toBe(true);
    expect(await hears(stranger.toUpperCase())).toBe(true);
    expect(await states([stranger])).toEqual(['hears']);
    expect(await answerContact(desk.deps, token, 'refuses')).toEqual({ ok: false, error: { code: 'notFound' } });
  });

  test('G-11 a contact who stopped their mail by its link is shown so, in the organisation’s own domains too', async () => {
    const own = 'colleague@contoso.example';
    await desk.deps.store.mailRecipients.door(lea.tenantId, { kind: 'email', address: own }, { token: 't'.repeat(43), locale: 'fr' });
    await desk.deps.store.inTenant(lea.tenantId, (tx) => tx.mailRecipients.stop({ kind: 'email', address: own }, true));
    expect(await states([own])).toEqual(['refused']);
    await desk.deps.store.inTenant(lea.tenantId, (tx) => tx.mailRecipients.stop({ kind: 'email', address: own }, false));
    expect(await states([own])).toEqual(['hears']);
  });

  test('G-11, F-28 agreeing with one organisation is not agreeing with another', async () => {
    await naming([stranger]);
    await answerContact(desk.deps, (await tokens())[0] ?? '', 'agrees');
    expect(await hears(stranger, jordan)).toBe(false);
    expect(await states([stranger], jordan)).toEqual(['asked']);
  });

  test('F-36 whoever refused is never asked again, under no name of the same mailbox', async () => {
    await naming([stranger]);
    await answerContact(desk.deps, (await tokens())[0] ?? '', 'refuses');
    await later(400);
    expect(await states([stranger, 'x+again@stranger.example'])).toEqual(['refused', 'notAsked']);
    expect(await tokens('x+again@stranger.example')).toEqual([]);
    expect(await tokens()).toHaveLength(1);
    expect(await hears()).toBe(false);
  });

  test('F-36 whoever does not answer is asked again after thirty days, not before; the old link is dead by then', async () => {
    await naming([stranger]);
    await later(29);
    await naming([stranger]);
    expect(await tokens()).toHaveLength(1);
    await later(2);
    await naming([stranger]);
    const [old = '', fresh = ''] = await tokens();
    expect(await contactAsked(desk.deps, old)).toMatchObject({ ok: false });
    expect(await contactAsked(desk.deps, fresh)).toMatchObject({ ok: true });
  });

  test('G-11 a link works for fourteen days', async () => {
    await naming([stranger]);
    const [token = ''] = await tokens();
    await later(15);
    expect(await contactAsked(desk.deps, token)).toMatchObject({ ok: false });
    expect(await answerContact(desk.deps, token, 'agrees')).toMatchObject({ ok: false });
    expect(await hears()).toBe(false);
  });

  test('F-36 a thousand additional contacts are refused, and nobody is asked', async () => {
    const input = { title: 'T', description: 'D', country: 'FR', contacts: numbered(1_000) };
    const refused = await openCase(desk.deps, lea, { caseType: 'otherQuestion', input, onBehalfOf: null, once: { key: 'many' } });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'invalid', issues: [{ field: 'contacts', fault: { is: 'tooMany', max: 10 } }] },
    });
    expect(await desk.db.selectFrom('outbox').select('id').execute()).toEqual([]);
  });

  test('F-36 a person has ten strangers a day asked and an organisation twenty an hour; beyond, the case is opened and says so', async () => {
    expect(await states(numbered(8))).toEqual(Array(8).fill('asked'));
    const over = await naming(numbered(4, 8));
    expect(over.map(({ state }) => state)).toEqual(['asked', 'asked', 'notAsked', 'notAsked']);
    expect(over[3]?.note).toContain('sera sollicitée avec votre prochain dossier');
    expect(await states(numbered(10, 20), thomas)).toEqual(Array(10).fill('asked'));
    const camille = await desk.someone('Camille');
    expect(await states(numbered(1, 40), camille)).toEqual(['notAsked']);
    expect(await tokens('n40@stranger.example')).toEqual([]);

    await desk.db.updateTable('contact_consents').set({ asked_at: sql<string>`asked_at - interval '61 minutes'` }).execute();
    expect(await states(numbered(1, 40), camille)).toEqual(['asked']);
    expect(await states(numbered(1, 50))).toEqual(['notAsked']);
  });

  test('F-36, F-22 ten cases at once that name one stranger ask once', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, i) => naming([`x+${i}@stranger.example`, stranger], i % 2 ? lea : thomas)));
    const letters = await desk.db.selectFrom('outbox').select('key').where('letter', 'is not', null).execute();
    expect(letters).toHaveLength(1);
  });

  test('F-22 a link that is answered twice at once has one answer', async () => {
    await naming([stranger]);
    const [token = ''] = await tokens();
    const answers = await Promise.all([answerContact(desk.deps, token, 'agrees'), answerContact(desk.deps, token, 'refuses')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await hears()).toBe(answers[0]?.ok);
  });

  test('G-15 who was asked, who was not and what they answered is in the trail', async () => {
    await naming([stranger]);
    await answerContact(desk.deps, (await tokens())[0] ?? '', 'refuses');
    const rows = await desk.deps.store.audit.page(lea.tenantId, 0, 1_000);
    const [opened, answered] = rows.slice(-2);
    expect(JSON.parse(opened?.details?.text ?? '{}')).toMatchObject({ contacts: { asked: [stranger], notAsked: [] } });
    expect(answered).toMatchObject({ action: 'contact.refuse', outcome: 'done', actorId: 'contact' });
  });
});
