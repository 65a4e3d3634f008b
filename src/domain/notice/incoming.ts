import { readCaseNumber } from '../case/number.ts';
import { type Locale, negotiate } from '../i18n/index.ts';
import { mailboxOf } from './mailbox.ts';

/** What is read of a mail to the desk: its head, and nothing of what it says. */
export interface IncomingMail {
  /** Who handed it in; empty where nobody is to be told of it, as with what comes back undelivered. */
  readonly envelopeFrom: string;
  /** The one address it says it is from; `null` where there is none, or are several. */
  readonly from: string | null;
  readonly subject: string;
  /** Names in lower case. */
  readonly headers: readonly { readonly key: string; readonly value: string }[];
}

/** The one answer to it. */
export interface MailAnswer {
  readonly address: string;
  /** `null`: it doesn't say which of ours its author reads. */
  readonly locale: Locale | null;
  readonly messageId: string | null;
  /** One that the subject names; whether there is such a case was not asked. */
  readonly caseNumber: string | null;
}

/**
 * G-21: whom to answer, and how; `null` where nobody is to be answered: machines, lists, what came back, and the desk itself (RFC 3834).
 *
 * @param own addresses of the desk
 */
export function answerTo(mail: IncomingMail, own: readonly string[]): MailAnswer | null {
  const { from, envelopeFrom, subject } = mail;
  if (from === null || envelopeFrom === '' || !addressable.test(from) || from.length > longestAddress) return null;
  if (own.some((address) => mailboxOf(address) === mailboxOf(from))) return null;
  if (isMachine(from) || isMachine(envelopeFrom) || mail.headers.some(saysMachine)) return null;
  const first = (name: string) => mail.headers.find(({ key }) => key === name)?.value.trim();
  const messageId = first('message-id') ?? '';
  return {
    address: from,
    locale: negotiate(first('accept-language')) ?? negotiate(first('content-language')) ?? null,
    messageId: identifier.test(messageId) ? messageId : null,
    caseNumber: numberIn(subject),
  };
}

const longestAddress = 254;
/** Plain addresses alone: what is quoted, or not ASCII, isn't answered. */
const addressable = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;
/** It goes into a header of the answer (F-32). */
const identifier = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>$/;

const machines =
  /^(?:mailer-daemon|postmaster|daemon|root|no[-_.]?reply|do[-_.]?not[-_.]?reply|ne[-_.]?pas[-_.]?repondre|bounces?|owner-.*|.*-(?:request|owner|bounces?|no-?reply))(?:[-+=_].*)?$/i;
const isMachine = (address: string): boolean => machines.test(address.slice(0, address.lastIndexOf('@')));

function saysMachine({ key, value: written }: { readonly key: string; readonly value: string }): boolean {
  const value = written.trim().toLowerCase();
  switch (key) {
    case 'auto-submitted':
      return !/^no\b/.test(value);
    case 'precedence':
      return /^(?:bulk|list|junk|auto[-_]?reply)\b/.test(value);
    case 'x-auto-response-suppress':
      return value !== 'none';
    case 'return-path':
      return value === '<>';
    case 'content-type':
      return value.startsWith('multipart/report');
    case 'x-spam-flag':
      return value.startsWith('yes');
    case 'x-loop':
    case 'x-autoreply':
    case 'x-autorespond':
    case 'mailing-list':
      return true;
    default:
      return key.startsWith('list-');
  }
}

function numberIn(subject: string): string | null {
  for (const [found] of subject.slice(0, 500).matchAll(/\bCD-[0-9A-Z]{4}-?[0-9A-Z]{4}\b/gi)) {
    const number = readCaseNumber(found);
    if (number.ok) return number.value;
  }
  return null;
}
