import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { confirmAddress, sendCodeAgain } from '../../src/app/people/confirmation.ts';
import { principalOf } from '../../src/app/people/people.ts';
import { changeProfile, profileOf } from '../../src/app/people/profile.ts';
import { refusalText } from '../../src/app/refusal-text.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import { bareServer } from '../store/bare.ts';
import { granted } from './desk.ts';
import { type LetterDesk, openDesk } from './letters.ts';

const home = 'Lea@home.example';

describe.each(bareServer)('$name', (engine) => {
  let desk: LetterDesk;
  let lea: Principal;
  let thomas: Principal;

  beforeAll(async () => {
    desk = await openDesk(engine);
    [lea, thomas] = [await desk.someone('Léa'), await desk.someone('Thomas')];
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    for (const table of ['confirmations', 'profiles', 'outbox'] as const) await desk.db.deleteFrom(table).execute();
  });

  const ask = (email: string, by = lea) => changeProfile(desk.deps, by, { email });
  const confirm = (code: string, by = lea) => confirmAddress(desk.deps, by, code);
  const codes = async (address = home) =>
    (await desk.letters(address)).map(({ says }) => (says.letter === 'confirmAddress' ? says.code : ''));
  const now = async (by = lea) => (await principalOf(desk.deps, by.tenantId, by.personId)) as Principal;
  const fault = (is: object) => ({ ok: false, error: { code: 'invalid', issues: [{ field: 'code', fault: is }] } });
  const other = (code: string) => (code === '00000000' ? '11111111' : '00000000');
  const later = (minutes: number) =>
    desk.db
      .updateTable('confirmations')
      .set({
        sent_at: sql<string>`sent_at - make_interval(mins => ${minutes})`,
        expires_at: sql<string>`expires_at - make_interval(mins => ${minutes})`,
      })
      .execute();

  test('PN-15 a changed address is used only once the code that was sent to it is typed', async () => {
    const changed = granted(await ask(home));
    expect(changed).toMatchObject({ email: lea.email, unconfirmedEmail: home });
    expect(Date.parse(changed.codeWorksUntil ?? '')).toBeGreaterThan(Date.now() + 29 * 60_000);
    const [letter] = await desk.letters(home);
    expect(letter).toEqual({
      locale: 'fr',
      says: { letter: 'confirmAddress', name: lea.name, code: expect.any(String), validMinutes: 30 },
    });
    expect(await now()).toMatchObject({ email: lea.email });

    const [code = ''] = await codes();
    expect(code).toMatch(/^\d{8}$/);
    expect(granted(await confirm(` ${code.slice(0, 4)} ${code.slice(4)} `))).toMatchObject({ email: home, unconfirmedEmail: null });
    expect(await now()).toMatchObject({ email: home });
    expect(await confirm(code)).toEqual({ ok: false, error: { code: 'nothingToConfirm' } });
  });

  test('PN-15 the code stands nowhere beside the letter that carries it', async () => {
    granted(await ask(home));
    const [code = ''] = await codes();
    const kept = await Promise.all(
      (['confirmations', 'profiles', 'audit', 'audit_details'] as const).map((table) => desk.db.selectFrom(table).selectAll().execute()),
    );
    expect(JSON.stringify(kept)).not.toContain(code);
  });

  test('PN-15 five wrong codes end it, the right one included, until a new one is sent', async () => {
    granted(await ask(home));
    const [code = ''] = await codes();
    for (const left of [4, 3, 2, 1]) expect(await confirm(other(code))).toEqual(fault({ is: 'wrongCode', left }));
    expect(await confirm(other(code))).toEqual(fault({ is: 'codeSpent', tries: 5 }));
    expect(await confirm(code)).toEqual(fault({ is: 'codeSpent', tries: 5 }));
    expect((await profileOf(desk.deps, lea)).codeWorksUntil).toBeNull();
    granted(await sendCodeAgain(desk.deps, lea));
    expect(await confirm(code)).toEqual(fault({ is: 'wrongCode', left: 4 }));
    granted(await confirm((await codes())[1] ?? ''));
  });

  test('PN-15 what is no code costs no try', async () => {
    granted(await ask(home));
    for (const typed of ['', '1234', '123456789', 'abcdefgh']) expect(await confirm(typed)).toEqual(fault({ is: 'notACode', digits: 8 }));
    expect(await confirm(other((await codes())[0] ?? ''))).toEqual(fault({ is: 'wrongCode', left: 4 }));
  });

  test('PN-15 a code works for thirty minutes', async () => {
    granted(await ask(home));
    await later(31);
    expect(await confirm((await codes())[0] ?? '')).toEqual(fault({ is: 'codeExpired', minutes: 30 }));
    expect(await profileOf(desk.deps, lea)).toMatchObject({ unconfirmedEmail: home, codeWorksUntil: null });
  });

  test('F-36 three codes an hour for a person, and the fourth is told how long to wait', async () => {
    for (const address of ['one@home.example', 'two@home.example', 'three@home.example']) granted(await ask(address));
    const refused = { ok: false, error: { code: 'tooSoon', what: 'code', retryAfter: expect.any(Number) } };
    expect(await ask('four@home.example')).toEqual(refused);
    expect(await sendCodeAgain(desk.deps, lea)).toEqual(refused);
    expect(await profileOf(desk.deps, lea)).toMatchObject({ unconfirmedEmail: 'three@home.example' });
    expect(await desk.letters('four@home.example')).toEqual([]);
    await later(40);
    const waits = await sendCodeAgain(desk.deps, lea);
    const seconds = !waits.ok && waits.error.code === 'tooSoon' ? waits.error.retryAfter : 0;
    expect(Math.ceil(seconds / 60)).toBe(20);
    await later(21);
    granted(await sendCodeAgain(desk.deps, lea));
  });

  test('F-36 eight codes a day, whatever is left of the hour', async () => {
    granted(await ask(home));
    for (let sent = 1; sent < 8; sent++) {
      await later(61);
      granted(await sendCodeAgain(desk.deps, lea));
    }
    await later(61);
    const refused = await sendCodeAgain(desk.deps, lea);
    const { detail } = refused.ok ? { detail: '' } : refusalText(refused.error, 'en');
    expect(detail).toMatch(/The next one can be sent in 16 hours\./);
  });

  test('F-36 three codes an hour for a mailbox, whoever names it and whatever follows its plus', async () => {
    granted(await ask('stranger+a@home.example'));
    granted(await ask('Stranger+b@home.example'));
    granted(await ask('stranger@home.example', thomas));
    expect(await ask('stranger+c@home.example', thomas)).toMatchObject({ ok: false, error: { code: 'tooSoon' } });
    granted(await ask('thomas@home.example', thomas));
  });

  test('F-36 a stranger reads the name the directory has, not one the person chose', async () => {
    granted(await changeProfile(desk.deps, lea, { displayName: 'Win at evil.example' }));
    granted(await ask(home, await now()));
    expect((await desk.letters(home))[0]?.says).toMatchObject({ name: lea.name });
  });

  test('PN-15 the address in use takes the waiting one back, and the directory’s own needs no code', async () => {
    granted(await ask(home));
    const [code = ''] = await codes();
    expect(granted(await ask(lea.email.toUpperCase()))).toMatchObject({ email: lea.email, unconfirmedEmail: null });
    expect(await confirm(code)).toEqual({ ok: false, error: { code: 'nothingToConfirm' } });
    granted(await ask(home));
    granted(await confirm((await codes())[1] ?? ''));
    expect(granted(await ask(lea.email, await now()))).toMatchObject({ email: lea.email, unconfirmedEmail: null });
    expect(await desk.letters(lea.email)).toEqual([]);
  });

  test('PN-15 a code of the address before last confirms nothing', async () => {
    granted(await ask(home));
    const [code = ''] = await codes();
    granted(await ask('new@home.example'));
    expect(await confirm(code)).toMatchObject({ ok: false });
    expect(await now()).toMatchObject({ email: lea.email });
  });

  test('F-22 a code typed twice at once confirms once; typed while the address changes, it never confirms the other one', async () => {
    granted(await ask(home));
    const [code = ''] = await codes();
    const results = await Promise.all([confirm(code), confirm(code)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await now()).toMatchObject({ email: home });

    granted(await ask('next@home.example'));
    const [next = ''] = await codes('next@home.example');
    await Promise.all([confirm(next), ask('third@home.example')]);
    const after = await profileOf(desk.deps, await now());
    expect([home, 'next@home.example']).toContain(after.email);
    expect(after.unconfirmedEmail).toBe('third@home.example');
  });

  test('G-12 the letter leaves with the change or not at all', async () => {
    await expect(
      desk.deps.store.inTenant(lea.tenantId, async (tx) => {
        const says = { letter: 'confirmAddress', name: 'x', code: '1', validMinutes: 1 } as const;
        await tx.post({ key: 'k', address: home, locale: 'en', says });
        throw new Error('cut off');
      }),
    ).rejects.toThrow('cut off');
    expect(await desk.letters(home)).toEqual([]);
  });

  test('G-15 changes and refused codes are in the trail, without the address outside its details', async () => {
    granted(await ask(home));
    await confirm(other((await codes())[0] ?? ''));
    granted(await confirm((await codes())[0] ?? ''));
    const rows = await desk.deps.store.audit.page(lea.tenantId, 0, 1_000);
    expect(rows.slice(-3).map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'profile.change done',
      'profile.confirmAddress refused',
      'profile.confirmAddress done',
    ]);
    expect(JSON.stringify(rows.map(({ details: _, ...facts }) => facts))).not.toContain('home.example');
  });
});
