import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailText } from '../domain/notice/mail-text.ts';
import { htmlMail } from './mail-html.ts';
import { plainMail } from './mail-plain.ts';
import type { Mail } from './smtp-send.ts';

export interface Addressing {
  /** `desk@contoso.com`, or `Case Desk <desk@contoso.com>`. */
  readonly from: string;
  readonly to: string;
  /** The same for a repeat, so that a receiver can recognise it (G-12). */
  readonly key: string;
  /** What stands together in a mailbox: the same for every mail of a case. */
  readonly thread: string | null;
  /** A mail that this one answers, `null` where it has no name; left out where it answers none. */
  readonly answers?: string | null;
}

/** The mail as it goes over the wire. Line ends in what becomes a header are taken out by the composer (F-32). */
export async function mailOf(text: MailText, { from, to, key, thread, answers }: Addressing): Promise<Mail> {
  const sender = senderOf(from);
  const idOf = (name: string) => `<${createHash('sha256').update(name).digest('hex').slice(0, 32)}@${sender.split('@')[1]}>`;
  // Nobody sent the mail that all of a case refer to: so the order in which they come does not matter.
  const first = thread === null ? answers : idOf(thread);
  const message = await new MailComposer({
    from,
    to: { name: '', address: to },
    subject: text.subject,
    text: plainMail(text),
    html: htmlMail(text),
    messageId: idOf(key),
    ...(first && { inReplyTo: first, references: first }),
    // Nobody's absence is to be told to the desk, and no machine is to answer it.
    headers: {
      'Auto-Submitted': answers === undefined ? 'auto-generated' : 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': text.locale,
      ...(text.wayOut && oneClick(text.wayOut.url)),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  return { from: sender, to, message };
}

/** `desk@contoso.com` of `Case Desk <desk@contoso.com>`. */
export const senderOf = (from: string): string => /<([^<>]+)>$/.exec(from)?.[1] ?? from;

/** RFC 8058: mail programs offer to stop such mail with one click. */
const oneClick = (url: string) => ({ 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
