import { type Locale, words } from '../i18n/index.ts';
import { formatInstant } from '../time/format.ts';
import type { Block, MailText } from './mail-text.ts';
import type { CaseNotice } from './wording.ts';

/** What a person is told at one go, over cases, as they may see it. */
export interface SummaryNotice {
  readonly locale: Locale;
  readonly timeZone: string;
  /** The one with the latest news first. */
  readonly cases: readonly (Pick<CaseNotice, 'number' | 'title' | 'statusText' | 'entries'> & { readonly link: string })[];
  /** Cases that there was no room for. */
  readonly left: number;
  /** Where the reader stops these mails. */
  readonly wayOut: string;
}

const mostEntries = 10;
const longestText = 500;

/** One mail of everything since the last one: for each case what happened, newest first, and a button to it. */
export function summaryMail({ locale, timeZone, cases, left, wayOut }: SummaryNotice): MailText {
  const { mail, choices } = words(locale);
  const says = choices.mail;
  return {
    locale,
    subject: says.subject(cases.length + left),
    blocks: [
      { is: 'says', text: says.says(cases.length + left) },
      ...cases.flatMap(({ number, title, statusText, entries, link }): readonly Block[] => [
        { is: 'title', text: says.heading(number, title) },
        { is: 'facts', rows: [{ label: words(locale).cases.attributes.status, text: statusText }] },
        ...entries
          .toReversed()
          .slice(0, mostEntries)
          .flatMap(({ at, summary, text }): readonly Block[] => [
            { is: 'entry', text: summary, at: formatInstant(at, timeZone, locale) },
            ...(text ? [{ is: 'quote', text: shortened(text) } as const] : []),
          ]),
        ...(entries.length > mostEntries ? [{ is: 'says', text: says.more(entries.length - mostEntries) } as const] : []),
        { is: 'button', text: mail.open, url: link },
      ]),
      ...(left > 0 ? [{ is: 'says', text: says.left(left) } as const] : []),
    ],
    wayOut: { text: mail.unsubscribe.link, url: wayOut },
    footer: [mail.answerOnCase, mail.choose],
  };
}

const shortened = (text: string): string => (text.length > longestText ? `${text.slice(0, longestText).trimEnd()}…` : text);
