import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Email } from 'postal-mime';
import { changeMail } from '../../src/app/notices/unsubscribe.ts';
import { changeProfile } from '../../src/app/people/profile.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import { operator } from '../../src/local/organisations.ts';
import { emailChannel } from '../../src/notify/channels/email.ts';
import { overSmtp } from '../../src/notify/mail-carrier.ts';
import { startWorker, type Worker } from '../../src/notify/worker.ts';
import { deskOver } from '../app/desk.ts';
import { server, type TestStore } from '../store/databases.ts';
import { addEvents } from '../store/samples.ts';
import { type PostOffice, startPostOffice } from './post-office.ts';
import { silence } from './silence.ts';

const inside = 'accueil@contoso-france.example';
const outside = 'carrier@telecom.example';

describe('mail about a case', () => {
  let it: TestStore;
  let desk: ReturnType<typeof deskOver>;
  let office: PostOffice;
  let worker: Worker;
  let camille: Principal;
  let thomas: Principal;
  let nadia: Principal;
  beforeAll(async () => {
    it = await server.open();
    desk = deskOver(it);
    office = await startPostOffice();
    [camille, thomas, nadia] = await Promise.all([desk.someone('Camille'), desk.someone('Thomas'), desk.someone('Nadia')]);
    const mail = { carry: overSmtp(office.url), from: 'Case Desk <desk@tailspin.example>' };
    const links = { tabLink: (page: string) => `https://teams.example/${page}`, deskUrl: () => 'https://desk.tailspin.example' };
    const notices = { ...desk.deps, operatorTenantId: operator.id };
    const channels = { ...silence, email: emailChannel(notices, { ...mail, ...links, gatherMs: 700 }) };
    worker = startWorker({ outbox: it.store.outbox, channels, log: pino({ level: 'silent' }), pollMs: 100 });
  });
  beforeEach(() => {
    office.mails.length = 0;
  });
  afterAll(async () => {
    await worker.close();
    await office.close();
    await it.close();
  });

  const text = (mail: Email | undefined) => mail?.text ?? '';
  const settled = async () => {
    for (;;) {
      const backlog = await it.store.outbox.backlog();
      if (backlog.every(({ waiting }) => waiting === 0)) return office.mails;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  test('G-11, G-13 the receipt comes to its author in their language, and contacts get words meant for them, without a way in', async () => {
    const opened = await desk.open(camille, { title: 'Nos numéros', contacts: [inside, outside] });
    const mails = await settled();
    const [receipt] = mails.filter(({ to }) => to?.[0]?.address === camille.email);
    expect(receipt?.subject).toBe(`[${opened.number}] Case Desk`);
    expect(text(receipt)).toContain('Nous avons bien reçu votre dossier');
    expect(text(receipt)).toContain(`https://teams.example/case/${opened.number}`);
    expect(text(receipt)).toContain('Les réponses à ce message ne sont pas lues');
    const [contact] = mails.filter(({ to }) => to?.[0]?.address === inside);
    expect(text(contact)).toContain('Camille Laurent (Contoso) vous a indiqué comme contact');
    expect(text(contact)).toContain('Which numbers?');
    expect(text(contact)).not.toContain('https://teams.example');
    // The stranger is asked, and told nothing yet (F-36).
    const asked = mails.filter(({ to }) => to?.[0]?.address === outside);
    expect(asked.map(({ subject }) => subject)).toEqual([expect.stringContaining('Contoso')]);
    expect(text(asked[0])).not.toContain('Nos numéros');
    expect(text(asked[0])).toMatch(/https:\/\/desk\.tailspin\.example\/\S+/);
  });

  test('G-11 several things at once are one mail that says all of them, threaded with the case’s others', async () => {
    const opened = await desk.open(camille);
    await settled();
    await desk.act(nadia, opened.id, { do: 'take' });
    await desk.act(nadia, opened.id, { do: 'comment', text: 'We look into it.' });
    await desk.act(nadia, opened.id, { do: 'ask', text: 'Which carrier?' });
    const mails = (await settled()).filter(({ to }) => to?.[0]?.address === camille.email);
    expect(mails).toHaveLength(2);
    const [receipt, news] = mails;
    expect(text(news)).toContain('| We look into it.');
    expect(text(news)).toContain('| Which carrier?');
    expect(text(news)).toContain('Le guichet a besoin de votre réponse');
    // G-7: engineers act under their desk's name.
    expect(text(news)).not.toContain(nadia.name);
    expect(news).toMatchObject({ subject: receipt?.subject, references: receipt?.references });
    expect(news?.messageId).not.toBe(receipt?.messageId);
    expect(news?.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }));
  });

  test('G-11 closing is told too, with who and why and until when it can be reopened; nobody hears of their own change', async () => {
    const opened = await desk.open(camille);
    await desk.act(nadia, opened.id, { do: 'take' });
    await settled();
    office.mails.length = 0;
    await desk.act(thomas, opened.id, { do: 'resolve' });
    const mails = await settled();
    expect(mails.map(({ to }) => to?.[0]?.address).sort()).toEqual([camille.email, nadia.email].sort());
    const [mail] = mails.filter(({ to }) => to?.[0]?.address === camille.email);
    expect(text(mail)).toContain('Thomas Girard l’a résolu');
    expect(text(mail)).toMatch(/vous pouvez le rouvrir jusqu’au \d+ \p{L}+\.? 20\d\d/u);
  });

  test('G-5 that there is an internal note is told to the engineer who holds the case, and what it says to nobody', async () => {
    const opened = await desk.open(camille, { contacts: [inside] });
    const ingrid = await desk.someone('Ingrid');
    await desk.act(nadia, opened.id, { do: 'take' });
    await settled();
    office.mails.length = 0;
    await desk.act(ingrid, opened.id, { do: 'note', text: 'a suspicious carrier' });
    const mails = await settled();
    expect(mails.map(({ to }) => to?.[0]?.address)).toEqual([nadia.email]);
    expect(mails.map(({ text: plain, html }) => `${plain}${html}`).join()).not.toContain('suspicious');
  });

  test('PN-15 whoever wants no mail gets none', async () => {
    await changeProfile(desk.deps, camille, { notices: { chat: true, email: false } });
    await desk.open(camille);
    expect(await settled()).toEqual([]);
    await changeProfile(desk.deps, camille, { notices: { chat: true, email: true } });
  });

  test('F-28, F-31 who may not see the case any more is told nothing', async () => {
    const opened = await desk.open(camille);
    await settled();
    office.mails.length = 0;
    const jordan = await desk.someone('Jordan');
    const notice = { caseId: opened.id, seq: 1, how: 'message', channel: 'email' } as const;
    await it.store.inTenant(camille.tenantId, (tx) =>
      tx.enqueue([
        { ...notice, key: 'to another tenant', to: { kind: 'person', id: jordan.personId } },
        { ...notice, key: 'to nobody', to: { kind: 'person', id: crypto.randomUUID() } },
        { ...notice, key: 'to no contact', to: { kind: 'email', address: inside } },
      ]),
    );
    await it.store.inTenant(jordan.tenantId, (tx) =>
      tx.enqueue([{ ...notice, key: 'from another tenant', to: { kind: 'person', id: jordan.personId } }]),
    );
    expect(await settled()).toEqual([]);
  });

  test('F-32 a title and a text are shown to the letter', async () => {
    const title = '[Approved](https://evil.example) <b>now</b>';
    await desk.open(camille, { title, description: '<script>alert(1)</script>\nBcc: a@b.example', contacts: [inside] });
    const [mail] = (await settled()).filter(({ to }) => to?.[0]?.address === inside);
    expect(mail?.html).toContain('&lt;b&gt;now&lt;/b&gt;');
    expect(mail?.html).toContain('&lt;script&gt;');
    expect(mail?.html).not.toMatch(/<b>|<script|href="https:\/\/evil/);
    expect(text(mail)).toContain(title);
    expect(mail?.subject).not.toContain('Approved');
  });

  test('G-12 what happened is told however much has happened since', async () => {
    const opened = await desk.open(camille, { contacts: [inside] });
    await settled();
    office.mails.length = 0;
    await it.store.inTenant(camille.tenantId, async (tx) => {
      const actor = { tenantId: nadia.tenantId, id: nadia.personId, name: nadia.name, side: 'desk' } as const;
      const comments = Array.from(
        { length: 102 },
        (_, i) => ({ type: 'commented', text: `Line ${i + 2}.`, files: [], seq: i + 2, at: tx.now, actor }) as const,
      );
      await addEvents(tx, opened.id, comments);
      const notice = { caseId: opened.id, seq: 2, how: 'message', channel: 'email' } as const;
      await tx.enqueue([
        { ...notice, key: 'old:camille', to: { kind: 'person', id: camille.personId } },
        { ...notice, key: 'old:contact', to: { kind: 'email', address: inside } },
      ]);
    });
    const mails = await settled();
    expect(mails.map(({ to }) => to?.[0]?.address).sort()).toEqual([inside, camille.email].sort());
    for (const mail of mails) {
      expect(text(mail)).toContain('| Line 2.');
      expect(text(mail)).not.toContain('Line 103.');
    }
  });

  test('G-12 a letter that waited when its organisation was suspended is not sent', async () => {
    const jordan = await desk.someone('Jordan');
    const standing = async (state: 'active' | 'suspended') => {
      await it.store.tenants.change(operator.id, async (tx) => {
        const tenant = await tx.lock(jordan.tenantId);
        if (tenant) await tx.save({ ...tenant, state });
      });
      desk.deps.gate.forget(jordan.tenantId);
    };
    const letter = (key: string) =>
      it.store.inTenant(jordan.tenantId, (tx) =>
        tx.post({
          ...{ key, address: 'jordan@home.example', locale: 'en' },
          says: { letter: 'confirmAddress', name: 'Jordan', code: '428517', validMinutes: 15 },
        }),
      );
    await standing('suspended');
    await letter('suspended');
    expect(await settled()).toEqual([]);
    await standing('active');
    await letter('active');
    expect(await settled()).toHaveLength(1);
  });

  test('PN-15 a letter with a code goes out at once, in its own language', async () => {
    await it.store.inTenant(camille.tenantId, (tx) =>
      tx.post({
        key: 'letter',
        address: 'camille@home.example',
        locale: 'fr',
        says: { letter: 'confirmAddress', name: 'Camille', code: '428517', validMinutes: 15 },
      }),
    );
    const [mail] = await office.mailsTo('camille@home.example', 1);
    expect(mail?.subject).toBe('Confirmez votre adresse e-mail');
    expect(text(mail)).toContain('428517');
    expect(mail?.references).toBeUndefined();
  });

  test('G-11 whoever is written to stops it with one click and without signing in: a person in their profile, a contact for the organisation', async () => {
    await desk.open(camille, { contacts: [inside] });
    const mails = [...(await settled())];
    const tokenIn = (mail: Email | undefined): string => {
      const header = (key: string) => mail?.headers.find((one) => one.key === key)?.value;
      expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
      const url = /^<(https:\/\/desk\.tailspin\.example\/unsubscribe\/([\w-]{43}))>$/.exec(header('list-unsubscribe') ?? '');
      expect(text(mail)).toContain(url?.[1]);
      return url?.[2] ?? '';
    };
    for (const address of [camille.email, inside]) {
      const token = tokenIn(mails.find(({ to }) => to?.[0]?.address === address));
      expect(await changeMail(desk.deps, token, false)).toMatchObject({ ok: true, value: { hears: false, organisation: 'Contoso' } });
    }
    expect((await desk.deps.store.profiles.find(camille.tenantId, camille.personId))?.notices).toEqual({ chat: true, email: false });
    office.mails.length = 0;
    const next = await desk.open(camille, { contacts: [inside] });
    expect(await settled()).toEqual([]);
    const token = tokenIn(mails.find(({ to }) => to?.[0]?.address === inside));
    await changeMail(desk.deps, token, true);
    await desk.act(thomas, next.id, { do: 'comment', text: 'Hello again' });
    expect((await settled()).map(({ to }) => to?.[0]?.address)).toEqual([inside]);
    await changeProfile(desk.deps, camille, { notices: { chat: true, email: true } });
  });
});
