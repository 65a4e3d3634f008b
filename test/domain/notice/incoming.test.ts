import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { caseNumber } from '../../../src/domain/case/number.ts';
import { answerTo, type IncomingMail } from '../../../src/domain/notice/incoming.ts';
import { anyText } from '../../any-text.ts';

const own = ['desk@tailspin.example'];
const number = caseNumber([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
const mail = (changes: Partial<IncomingMail> = {}): IncomingMail => ({
  envelopeFrom: 'ada@contoso.example',
  from: 'ada@contoso.example',
  subject: 'Our numbers',
  headers: [],
  ...changes,
});
const says = (key: string, value: string) => mail({ headers: [{ key, value }] });

test('G-21 a person’s mail is answered, under its own name', () => {
  const answered = { address: 'ada@contoso.example', locale: null, messageId: null, caseNumber: null };
  expect(answerTo(mail(), own)).toEqual(answered);
  expect(answerTo(says('message-id', ' <a.1@contoso.example>'), own)).toEqual({ ...answered, messageId: '<a.1@contoso.example>' });
  expect(answerTo(says('auto-submitted', 'no'), own)).toEqual(answered);
  expect(answerTo(says('x-auto-response-suppress', 'None'), own)).toEqual(answered);
});

test.each([
  ['accept-language', 'fr-FR, en;q=0.5', 'fr'],
  ['content-language', 'en-GB', 'en'],
  ['accept-language', 'de-DE', null],
] as const)('G-21 %s: %s is answered in %p', (key, value, locale) => {
  expect(answerTo(says(key, value), own)).toMatchObject({ locale });
});

test('G-21 a case number in the subject is taken from it where it can be one', () => {
  expect(answerTo(mail({ subject: `RE: [${number.toLowerCase()}] Case Desk` }), own)).toMatchObject({ caseNumber: number });
  expect(answerTo(mail({ subject: 'CD-AAAA-AAAA, then nothing' }), own)).toMatchObject({ caseNumber: null });
});

test.each([
  ['auto-submitted', 'auto-generated'],
  ['auto-submitted', 'auto-replied; owner-email="x@y.example"'],
  ['precedence', 'Bulk'],
  ['precedence', 'list'],
  ['list-id', '<people.contoso.example>'],
  ['list-unsubscribe', '<https://contoso.example>'],
  ['x-auto-response-suppress', 'OOF, AutoReply'],
  ['return-path', '<>'],
  ['content-type', 'multipart/report; report-type=delivery-status'],
  ['x-spam-flag', 'YES'],
])('G-21 a mail with %s: %s is never answered', (key, value) => {
  expect(answerTo(says(key, value), own)).toBeNull();
});

test.each([
  'MAILER-DAEMON@contoso.example',
  'postmaster@contoso.example',
  'no-reply@contoso.example',
  'noreply+7@contoso.example',
  'ne-pas-repondre@contoso.example',
  'owner-people@contoso.example',
  'people-request@contoso.example',
  'Desk@tailspin.example',
  'desk+cases@tailspin.example',
  '"a b"@contoso.example',
  'ada@localhost',
  'ada@[192.0.2.1]',
  `${'a'.repeat(250)}@contoso.example`,
])('G-21 %s is nobody to answer', (from) => {
  expect(answerTo(mail({ from }), own)).toBeNull();
});

test('G-21 what came back, what machines handed in and what has no one author is nobody’s to be answered', () => {
  expect(answerTo(mail({ envelopeFrom: '' }), own)).toBeNull();
  expect(answerTo(mail({ envelopeFrom: 'bounces+1@contoso.example' }), own)).toBeNull();
  expect(answerTo(mail({ from: null }), own)).toBeNull();
});

test('F-32 whatever a mail says, nothing of it that goes into a header of the answer can end that header', () => {
  const text = anyText();
  const id = fc.tuple(text, text).map(([a, b]) => `<${a}@${b}>`);
  fc.assert(
    fc.property(fc.oneof(text, id), fc.oneof(text, fc.emailAddress()), text, (messageId, from, subject) => {
      const answer = answerTo(mail({ from, subject, headers: [{ key: 'message-id', value: messageId }] }), own);
      expect(`${answer?.messageId ?? ''}${answer?.address ?? ''}${answer?.caseNumber ?? ''}`).toMatch(/^[\x21-\x7e]*$/);
    }),
  );
});
