import PostalMime, { addressParser } from 'postal-mime';
import type { IncomingMail } from '../../domain/notice/incoming.ts';

/** The mail is none; the sender is told why, in these words. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

/** Octets of a head, lines in it, and octets of one line (RFC 5322). */
const most = { octets: 100 * 1024, lines: 2_000, ofLine: 998 } as const;
const end = Buffer.from('\r\n\r\n');

/**
 * Reads the head of a mail; what comes behind it goes by unread.
 *
 * @throws MailRefused, and what the stream throws when the sender breaks off
 */
export async function readHead(mail: AsyncIterable<Uint8Array>): Promise<Omit<IncomingMail, 'envelopeFrom'>> {
  let head = Buffer.alloc(0);
  let whole = false;
  for await (const piece of mail) {
    // The rest is read all the same: an answer before its end is one that the sender does not wait for.
    if (whole || head.length > most.octets) continue;
    const searched = Math.max(0, head.length - end.length);
    head = Buffer.concat([head, piece]);
    const found = head.indexOf(end, searched);
    if (found < 0) continue;
    head = head.subarray(0, found + 2);
    whole = true;
  }
  const text = textOf(head);
  const { headers, from, subject = '' } = await PostalMime.parse(`${text}\r\n`);
  // Several authors, groups and a second From are nobody to answer.
  const authors = headers.filter(({ key }) => key === 'from').flatMap(({ value }) => addressParser(value, { flatten: true }));
  return {
    from: (authors.length === 1 && from?.address) || null,
    subject,
    headers: headers.map(({ key, value }) => ({ key, value })),
  };
}

function textOf(head: Buffer): string {
  if (head.length > most.octets) throw new MailRefused('The header is too large.');
  const lines = head.toString('latin1').split('\r\n');
  if (lines.length > most.lines) throw new MailRefused('There are too many header fields.');
  if (lines.some((line) => line.length > most.ofLine)) throw new MailRefused('A line of the header is too long.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (lines.some((line) => /[\x00-\x08\x0a-\x1f\x7f]/.test(line))) throw new MailRefused('The header holds control characters.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head);
  } catch {
    throw new MailRefused('The header is neither ASCII nor UTF-8.');
  }
}
