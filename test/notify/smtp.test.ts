import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import type { MailText } from '../../src/domain/notice/mail-text.ts';
import { mailOf } from '../../src/notify/mail-message.ts';
import { mailServerOf } from '../../src/notify/mail-server.ts';
import { mailsTo } from '../../src/notify/smtp-send.ts';
import { type PostOffice, startMute, startPostOffice } from './post-office.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await startPostOffice();
});
beforeEach(() => {
  office.refuse = () => null;
});
afterAll(() => office.close());

const says: MailText = { locale: 'en', subject: '[CD-1] Case Desk', blocks: [{ is: 'says', text: 'Hello' }], footer: ['Bye'] };
const to = 'ada@contoso.example';
const addressing = { from: 'Case Desk <desk@tailspin.example>', to, key: 'one', thread: 'case' };
const send = async (url: string, patience = 5_000) =>
  mailsTo(mailServerOf(url))(await mailOf(says, addressing), AbortSignal.timeout(patience));

test('G-11 a mail that the server takes is sent, in text and HTML', async () => {
  expect(await send(office.url)).toEqual({ is: 'sent' });
  const [mail] = await office.mailsTo(to, 1);
  expect(mail).toMatchObject({ subject: '[CD-1] Case Desk', from: { name: 'Case Desk', address: 'desk@tailspin.example' } });
  expect(mail?.text).toContain('Hello');
  expect(mail?.html).toContain('<p style="margin:0 0 14px">Hello</p>');
});

test('G-11 mails that follow each other go over one connection, and over a new one where the server ended that', async () => {
  const post = mailsTo(mailServerOf(office.url));
  const mail = async (key: string) => post(await mailOf(says, { ...addressing, key }), AbortSignal.timeout(5_000));
  const before = office.connections;
  for (const key of ['first', 'second', 'third']) expect(await mail(key)).toEqual({ is: 'sent' });
  expect(office.connections - before).toBe(1);
  office.hangUp();
  expect(await mail('fourth')).toEqual({ is: 'sent' });
  expect(office.connections - before).toBe(2);
  office.refuse = (at) => (at === 'RCPT' ? 550 : null);
  expect(await mail('fifth')).toMatchObject({ is: 'never' });
});

test.each(['RCPT', 'DATA'] as const)('F-21 4xx at %s is for later, 5xx for good, with what the server said', async (where) => {
  office.refuse = (at) => (at === where ? 451 : null);
  expect(await send(office.url)).toMatchObject({ is: 'later', fault: { code: 'busy', detail: expect.stringContaining('451') } });
  office.refuse = (at) => (at === where ? 550 : null);
  expect(await send(office.url)).toMatchObject({ is: 'never', fault: { code: 'refused', detail: expect.stringContaining('550') } });
});

test('F-21 a sender that is not let in waits for the settings to be mended: the mail is not at fault', async () => {
  office.refuse = (at) => (at === 'MAIL' ? 530 : null);
  expect(await send(office.url)).toMatchObject({ is: 'later', fault: { code: 'signInRefused' } });
});

test.each(['hangsUpAfterData', 'silentAfterData'] as const)('F-16 a server that %s may have taken the mail', async (how) => {
  const mute = await startMute(how);
  expect(await send(mute.url, 300)).toMatchObject({ is: 'maybeSent', fault: { code: 'unreachable' } });
  await mute.close();
});

test.each(['silent', 'hangsUp'] as const)('F-17 a server that is %s has taken nothing, and is given up in time', async (how) => {
  const mute = await startMute(how);
  expect(await send(mute.url, 300)).toMatchObject({ is: 'later', fault: { code: 'unreachable' } });
  await mute.close();
});

test('F-21 where no server is, it is for later', async () => {
  const gone = await startMute('silent');
  await gone.close();
  expect(await send(gone.url)).toMatchObject({ is: 'later', fault: { code: 'unreachable' } });
});

test('F-35 a password goes over TLS alone, except on this machine, and may hold any character', () => {
  const server = mailServerOf('smtp://desk:p%40s%2Fs@mail.contoso.example');
  expect(server).toMatchObject({
    auth: { user: 'desk', pass: 'p@s/s' },
    connection: { host: 'mail.contoso.example', port: 587, requireTLS: true },
  });
  expect(mailServerOf('smtps://mail.contoso.example').connection).toMatchObject({ port: 465, secure: true });
  expect(mailServerOf('smtp://desk:x@127.0.0.1:2525').connection.requireTLS).toBe(false);
});

test('F-32 nothing that a person wrote becomes a header, an address or markup', async () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'x\r\nBcc: evil@evil.example',
      '<script>alert(1)</script>',
      '"><a href="https://evil.example">',
      '=?utf-8?q?=0D=0ABcc:_e@e?=',
    ),
  );
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const { message } = await mailOf(
        {
          locale: 'fr',
          subject: text,
          blocks: [
            { is: 'title', text },
            { is: 'quote', text },
            { is: 'entry', text, at: text },
          ],
          footer: [text],
        },
        { ...addressing, key: text },
      );
      const mail = await PostalMime.parse(message);
      expect(mail.headers.filter(({ key }) => !known.has(key))).toEqual([]);
      expect(mail.to).toEqual([{ address: to, name: '' }]);
      expect(mail.bcc ?? []).toEqual([]);
      expect(
        mail.html?.replaceAll(/<\/?(?:html|head|meta|title|body|div|h1|p|span|strong|blockquote|hr)\b[^<>]*>|<!doctype html>/g, ''),
      ).not.toMatch(/[<>]/);
    }),
  );
});
const known = new Set([
  'from',
  'to',
  'subject',
  'message-id',
  'in-reply-to',
  'references',
  'date',
  'mime-version',
  'content-type',
  'content-language',
  'auto-submitted',
  'x-auto-response-suppress',
]);

test('G-12 the same notice has the same Message-ID, and a case’s mails refer to the same one', async () => {
  const ids = async (key: string, thread: string | null) => {
    const mail = await PostalMime.parse((await mailOf(says, { ...addressing, key, thread })).message);
    return { id: mail.messageId, refers: mail.references ?? null };
  };
  const [one, again, other, elsewhere] = await Promise.all([ids('a', 'c'), ids('a', 'c'), ids('b', 'c'), ids('b', 'd')]);
  expect(again).toEqual(one);
  expect(other.id).not.toBe(one.id);
  expect(other.refers).toBe(one.refers);
  expect(elsewhere.refers).not.toBe(one.refers);
  expect((await ids('a', null)).refers).toBeNull();
});
