import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type NoticeDeps, tellPerson } from '../../src/app/notices/notices.ts';
import { changeMail } from '../../src/app/notices/unsubscribe.ts';
import { changeProfile } from '../../src/app/people/profile.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import type { Outcome } from '../../src/domain/notice/outcome.ts';
import { operator } from '../../src/local/organisations.ts';
import type { Channel } from '../../src/notify/channel.ts';
import { type EmailOptions, emailChannel } from '../../src/notify/channels/email.ts';
import { summaryChannel } from '../../src/notify/channels/summary.ts';
import { overSmtp } from '../../src/notify/mail-carrier.ts';
import { settlementOf } from '../../src/notify/settle.ts';
import { deskOver, granted } from '../app/desk.ts';
import { overServer, type TestStore } from '../store/databases.ts';
import { type PostOffice, startPostOffice } from './post-office.ts';

/** Long before the database's own clock, so that what waits until later on this day is due at once. */
const monday = '2026-01-05T06:00:00.000Z';
const never = { hours: null, days: [], email: false };
const everything = { chat: true, email: true, feed: true, except: { chat: [], email: [], feed: [] } };

describe.each(overServer)('what a person chooses, $name', ({ open }) => {
  let it: TestStore;
  let desk: ReturnType<typeof deskOver>;
  let notices: NoticeDeps;
  let office: PostOffice;
  let mailing: EmailOptions;
  let channels: Readonly<Record<'email' | 'summary', Channel>>;
  let camille: Principal;
  let thomas: Principal;
  let nadia: Principal;
  beforeAll(async () => {
    it = await open();
    desk = deskOver(it);
    office = await startPostOffice();
    [camille, thomas, nadia] = await Promise.all([desk.someone('Camille'), desk.someone('Thomas'), desk.someone('Nadia')]);
    notices = { ...desk.deps, operatorTenantId: operator.id, now: () => monday };
    mailing = {
      ...{ carry: overSmtp(office.url), from: 'Case Desk <desk@tailspin.example>' },
      ...{ tabLink: (page: string) => `https://teams.example/${page}`, deskUrl: () => 'https://desk.tailspin.example' },
    };
    channels = { email: emailChannel(notices, mailing), summary: summaryChannel(notices, mailing) };
  });
  beforeEach(async () => {
    await drain('email');
    await drain('summary');
    office.mails.length = 0;
    for (const who of [camille, thomas, nadia]) {
      granted(await changeProfile(desk.deps, who, { notices: everything, quiet: never, summary: null }));
    }
  });
  afterAll(async () => {
    await office.close();
    await it.close();
  });

  /** Delivers what is due in one way. @returns what became of each job */
  async function drain(kind: 'email' | 'summary', channel = channels[kind]): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const job of await it.store.outbox.claim(kind, { most: 100, leaseMs: 60_000, gatherMs: 0, together: channel.together })) {
      const send = await channel.prepare(job);
      const outcome: Outcome = send ? await send(AbortSignal.timeout(5_000)) : { is: 'nothingToDo' };
      await it.store.outbox.settle(job, settlementOf(job, outcome, 0.5));
      outcomes.push(outcome);
    }
    return outcomes;
  }
  const mailsTo = (who: Principal) => office.mails.filter(({ to }) => to?.[0]?.address === who.email);
  const chosen = async (who: Principal, change: unknown) => granted(await changeProfile(desk.deps, who, change));

  test('PN-15 only the kinds that are wanted in this way are told, and the receipt always', async () => {
    await chosen(camille, { notices: { chat: true, email: true, except: { email: ['answers', 'status', 'closing'] } } });
    const opened = await desk.open(camille);
    await drain('email');
    expect(mailsTo(camille)).toHaveLength(1);
    granted(await desk.act(nadia, opened.id, { do: 'comment', text: 'We look into it.' }));
    await drain('email');
    expect(mailsTo(camille)).toHaveLength(1);
    await chosen(camille, { notices: { chat: true, email: true, except: { email: ['status'] } } });
    granted(await desk.act(nadia, opened.id, { do: 'comment', text: 'It is done.' }));
    granted(await desk.act(nadia, opened.id, { do: 'resolve', reason: 'problemSolved' }));
    await drain('email');
    expect(mailsTo(camille).at(-1)?.text).toContain('It is done.');
    expect(mailsTo(camille)).toHaveLength(2);
  });

  test('PN-15 a summary is one mail over all cases, newest first, with a button each; receipts do not wait for it', async () => {
    await chosen(camille, { summary: { at: '08:00', days: 'daily' } });
    const cases = [await desk.open(camille, { title: 'Numéros de Lyon' }), await desk.open(camille, { title: 'Numéros <de> Metz' })];
    await drain('email');
    expect(mailsTo(camille)).toHaveLength(2);
    for (const { id } of cases) {
      granted(await desk.act(nadia, id, { do: 'comment', text: `First words on ${id}` }));
      granted(await desk.act(nadia, id, { do: 'ask', text: `Which carrier, ${id}?` }));
    }
    const outcomes = await drain('email');
    expect(outcomes.filter(({ is }) => is === 'instead')).toHaveLength(2);
    expect(await drain('summary')).toEqual([{ is: 'sent' }]);
    const [, , summary, ...others] = mailsTo(camille);
    expect(others).toEqual([]);
    const text = summary?.text ?? '';
    const at = (words: string) => text.indexOf(words);
    const [first, second] = cases;
    expect(summary?.subject).toBe('Case Desk\u00a0: du nouveau sur 2 dossiers');
    expect(at(second?.number ?? '')).toBeGreaterThan(0);
    expect(at(second?.number ?? '')).toBeLessThan(at(first?.number ?? ''));
    expect(at(`Which carrier, ${first?.id}?`)).toBeLessThan(at(`First words on ${first?.id}`));
    for (const { number } of cases) expect(text).toContain(`https://teams.example/case/${number}`);
    expect(summary?.html).toContain('Numéros &lt;de&gt; Metz');
    expect(text).toContain('En attente de votre réponse');
    const out = /unsubscribe\/([\w-]{43})/.exec(summary?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '');
    granted(await changeMail(desk.deps, out?.[1] ?? '', false));
    granted(await desk.act(nadia, first?.id ?? '', { do: 'comment', text: 'More.' }));
    expect((await drain('email')).map(({ is }) => is)).toEqual(['nothingToDo']);
    expect((await desk.deps.store.profiles.find(camille.tenantId, camille.personId))?.summary).toEqual({ at: '08:00', days: 'daily' });
  });

  test('PN-15 an engineer’s summary goes over their customers, and what waits for its hour waits', async () => {
    await chosen(nadia, { summary: { at: '08:00', days: 'daily' } });
    const jordan = await desk.someone('Jordan');
    const [ours, theirs] = [await desk.open(camille), await desk.open(jordan)];
    for (const [who, { id }] of [
      [camille, ours],
      [jordan, theirs],
    ] as const) {
      granted(await desk.act(nadia, id, { do: 'take' }));
      granted(await desk.act(who, id, { do: 'comment', text: 'Any news?' }));
    }
    await drain('email');
    expect(await drain('summary')).toEqual([{ is: 'sent' }]);
    const [summary] = mailsTo(nadia);
    for (const { number } of [ours, theirs]) expect(summary?.text).toContain(number);
    const later = {
      key: 'later',
      caseId: ours.id,
      seq: 2,
      how: 'message',
      channel: 'summary',
      notBefore: '2090-01-01T00:00:00.000Z',
    } as const;
    await it.store.inTenant(camille.tenantId, (tx) =>
      tx.enqueue([{ ...later, to: { kind: 'person', id: nadia.personId, tenantId: nadia.tenantId } }]),
    );
    expect(await drain('summary')).toEqual([]);
  });

  test('PN-15 quiet time holds mail back where it was asked to, until its end; a receipt answers what was just done', async () => {
    await chosen(camille, { quiet: { hours: { from: '06:00', to: '07:30' }, days: [], email: true }, timeZone: 'UTC' });
    const opened = await desk.open(camille);
    await drain('email');
    expect(mailsTo(camille)).toHaveLength(1);
    granted(await desk.act(nadia, opened.id, { do: 'comment', text: 'We look into it.' }));
    expect(await drain('email')).toEqual([{ is: 'held', afterMs: 90 * 60_000 }]);
    expect(await drain('email')).toEqual([]);
    await chosen(camille, { quiet: { hours: { from: '06:00', to: '07:30' }, days: [], email: false } });
    const about = { tenantId: camille.tenantId, caseId: opened.id, notices: [{ id: '1', key: 'k', seq: 2, how: 'message' }] } as const;
    const inChat = await tellPerson(notices, camille.personId, 'chat', about);
    expect(inChat).toEqual({ held: { is: 'held', afterMs: 90 * 60_000 } });
    const other = await desk.open(camille);
    granted(await desk.act(nadia, other.id, { do: 'comment', text: 'We look into it.' }));
    await drain('email');
    expect(mailsTo(camille).at(-1)?.text).toContain('We look into it.');
    await chosen(camille, { timeZone: 'Europe/Paris' });
  });

  test('PN-15 an engineer hears of severity A at once, whatever is quiet; nobody else does', async () => {
    const quiet = { hours: { from: '06:00', to: '06:30' }, days: [1, 2, 3, 4, 5, 6], email: true };
    for (const who of [camille, nadia]) await chosen(who, { quiet, summary: { at: '08:00', days: 'daily' } });
    const opened = await desk.open(camille);
    await it.store.inTenant(camille.tenantId, async (tx) => {
      const case_ = await tx.lockCase(opened.id);
      if (case_) await tx.saveCase(case_, { ...case_, severity: 'A' });
    });
    granted(await desk.act(nadia, opened.id, { do: 'take' }));
    await drain('email');
    office.mails.length = 0;
    granted(await desk.act(thomas, opened.id, { do: 'comment', text: 'Everything is down.' }));
    await drain('email');
    expect(mailsTo(nadia)).toHaveLength(1);
    expect(mailsTo(camille)).toEqual([]);
  });

  test('F-18, G-11 whoever wants the chat alone is told by mail while it is closed, but never once they stopped mail by its link', async () => {
    const closed = emailChannel({ ...notices, reachesInChat: async () => false }, mailing);
    const told = async () => (await drain('email', closed)).map(({ is }) => is);
    await chosen(camille, { notices: { chat: true, email: false } });
    const opened = await desk.open(camille);
    expect(await told()).toEqual(['sent']);
    const link = office.mails.at(-1)?.headers.find(({ key }) => key === 'list-unsubscribe')?.value;
    granted(await changeMail(desk.deps, /unsubscribe\/([\w-]{43})/.exec(link ?? '')?.[1] ?? '', false));
    granted(await desk.act(nadia, opened.id, { do: 'comment', text: 'We look into it.' }));
    await desk.open(camille);
    expect(await told()).toEqual(['nothingToDo', 'nothingToDo']);
    await chosen(camille, { notices: { chat: true, email: true } });
    await desk.open(camille);
    expect(await told()).toEqual(['sent']);
  });

  test('G-17 whoever follows a case is told of it, until they stop or may not see it any more', async () => {
    const opened = await desk.open(camille);
    expect(opened.permitted).not.toContain('follow');
    expect((await desk.see(thomas, opened.id)).permitted).toContain('follow');
    for (const _ of ['once', 'again']) granted(await desk.act(thomas, opened.id, { do: 'follow', version: null }));
    const seen = await desk.see(thomas, opened.id);
    expect(seen.permitted).toContain('unfollow');
    expect(seen.permitted).not.toContain('follow');
    expect([seen.version, seen.timeline.length]).toEqual([opened.version, 1]);
    await drain('email');
    granted(await desk.act(nadia, opened.id, { do: 'comment', text: 'For whoever follows.' }));
    await drain('email');
    expect(mailsTo(thomas).map(({ text }) => text?.includes('For whoever follows.'))).toEqual([true]);

    await it.store.inTenant(camille.tenantId, (tx) => tx.followers.add(opened.id, crypto.randomUUID()));
    // As if she had been a ticket manager once.
    const lea = await desk.someone('Léa');
    await it.store.inTenant(camille.tenantId, (tx) => tx.followers.add(opened.id, lea.personId));
    granted(await desk.act(thomas, opened.id, { do: 'unfollow', version: null }));
    office.mails.length = 0;
    granted(await desk.act(nadia, opened.id, { do: 'comment', text: 'Once more.' }));
    await drain('email');
    expect(office.mails.map(({ to }) => to?.[0]?.address)).toEqual([camille.email]);
  });

  test('G-17 the desk and whoever may not see the case do not follow it', async () => {
    const opened = await desk.open(camille);
    expect(await desk.act(nadia, opened.id, { do: 'follow' })).toMatchObject({ ok: false, error: { code: 'notAllowed' } });
    const jordan = await desk.someone('Jordan');
    expect(await desk.act(jordan, opened.id, { do: 'follow' })).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });
});
