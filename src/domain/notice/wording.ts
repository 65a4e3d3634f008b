import type { Status } from '../case/lifecycle.ts';
import { type Locale, locales, words } from '../i18n/index.ts';
import { formatDay, formatInstant } from '../time/format.ts';
import type { Letter } from './letter.ts';
import type { Block, MailText } from './mail-text.ts';

/** Who reads, and as what: it decides what comes next for them and where they answer. */
export type ReaderOf =
  | { readonly as: 'requester' | 'desk' | 'colleague' }
  /** Named as a contact, and unable to open the case. */
  | { readonly as: 'contact'; readonly requester: string; readonly organisation: string };

/** What is told of one case, as its reader may see it. Instants are ISO 8601 in UTC. */
export interface CaseNotice {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly reader: ReaderOf;
  /** G-1: the receipt for a new case, to whoever opened it. */
  readonly receipt: boolean;
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly subject: string;
  readonly organisation: string;
  readonly status: Status;
  readonly statusText: string;
  /** CS-3: what is unusual about it, in words. */
  readonly exception: string | null;
  readonly reopenableUntil: string | null;
  /** What happened, oldest first. */
  readonly entries: readonly {
    readonly at: string;
    readonly opened: boolean;
    readonly summary: string;
    readonly text: string | null;
    readonly files: readonly string[];
  }[];
  /** Where the button leads; contacts have none (G-11). */
  readonly link: string | null;
  /** Where the reader stops these mails. */
  readonly wayOut: string;
}

/** The same for every mail of a case, so that they stand together in a mailbox, and says nothing of what the case is about. */
export const subjectOf = (number: string): string => `[${number}] Case Desk`;

/** G-11: what happened, who, what comes next, one button. */
export function caseMail(notice: CaseNotice): MailText {
  const { locale, number, title, subject, organisation, statusText, reader, link } = notice;
  const { mail, cases } = words(locale);
  const { attributes } = cases;
  const contact = reader.as === 'contact';
  return {
    locale,
    subject: subjectOf(number),
    blocks: [
      { is: 'title', text: title },
      ...(notice.receipt ? [{ is: 'says', text: mail.received } as const] : happened(notice)),
      {
        is: 'facts',
        rows: [
          { label: attributes.number, text: number },
          { label: attributes.caseType, text: subject },
          { label: attributes.status, text: statusText },
          ...(reader.as === 'desk' ? [{ label: attributes.tenant, text: organisation }] : []),
        ],
      },
      ...(notice.exception === null ? [] : [{ is: 'says', text: notice.exception } as const]),
      { is: 'heading', text: mail.next },
      { is: 'says', text: nextOf(notice) },
      ...(link === null ? [] : [{ is: 'button', text: mail.open, url: link } as const]),
    ],
    wayOut: { text: mail.unsubscribe.link, url: notice.wayOut },
    footer: contact
      ? [mail.asContact(reader.requester, reader.organisation), mail.answerRequester(reader.requester)]
      : [mail.answerOnCase, mail.choose],
  };
}

function happened({ locale, timeZone, entries, description }: CaseNotice): readonly Block[] {
  const { mail } = words(locale);
  return [
    { is: 'says', text: mail.happened(entries.length) },
    ...entries.flatMap(({ at, opened, summary, text, files }): readonly Block[] => {
      const written = opened ? description : text;
      return [
        { is: 'entry', text: summary, at: formatInstant(at, timeZone, locale) },
        ...(written ? [{ is: 'quote', text: written } as const] : []),
        ...(files.length > 0 ? [{ is: 'says', text: mail.attached(files.join(', ')) } as const] : []),
      ];
    }),
  ];
}

/** What comes next, for this reader. */
export function nextOf({
  locale,
  timeZone,
  reader,
  status,
  reopenableUntil,
}: Pick<CaseNotice, 'locale' | 'timeZone' | 'reader' | 'status' | 'reopenableUntil'>): string {
  const { mail } = words(locale);
  if (reader.as === 'desk') return mail.forDesk[status];
  if (reopenableUntil !== null && reader.as !== 'contact') return mail.reopenUntil(formatInstant(reopenableUntil, timeZone, locale));
  return reader.as === 'requester' ? mail.forRequester[status] : mail.forOthers[status];
}

/** @param deskUrl where letters lead, without a slash at its end; `tabLink` leads into the tab */
export function letterMail(
  { locale, says }: Pick<Letter, 'locale' | 'says'>,
  { deskUrl, tabLink }: { readonly deskUrl: string; readonly tabLink: (subPage: string) => string },
): MailText {
  const { mail } = words(locale);
  switch (says.letter) {
    case 'confirmAddress': {
      const { subject, says: text, valid, notYou } = mail.confirmAddress;
      return {
        locale,
        subject,
        blocks: [
          { is: 'says', text: text(says.name) },
          { is: 'code', text: says.code },
          { is: 'says', text: valid(says.validMinutes) },
          { is: 'says', text: notYou },
        ],
        footer: [mail.notReadLetter],
      };
    }
    case 'setUpTest': {
      const { subject, says: text } = words(locale).setUp.test;
      return { locale, subject, blocks: [{ is: 'says', text: text(says.name) }], footer: [mail.notReadLetter] };
    }
    case 'packDecided': {
      const { subject, says: text, open } = words(locale).packs.letter;
      return {
        locale,
        subject,
        blocks: [
          { is: 'says', text: text[says.state](says.name) },
          ...(says.words ? [{ is: 'quote', text: says.words } as const] : []),
          { is: 'button', text: open, url: tabLink('packs') },
        ],
        footer: [mail.notReadLetter],
      };
    }
    case 'outageNews': {
      const { subject, news, over } = words(locale).health.letter;
      return {
        locale,
        subject: subject(says.outage),
        blocks: [
          { is: 'says', text: (says.over ? over : news)(says.name, says.outage) },
          ...(says.text ? [{ is: 'quote', text: says.text } as const] : []),
        ],
        footer: [mail.notReadLetter],
      };
    }
    case 'announcementNews': {
      const { subject, announced } = words(locale).health.letter;
      const { name, announcement, id, posts, ends, timeZone } = says;
      return {
        locale,
        subject: subject(announcement),
        blocks: [
          { is: 'says', text: announced[ends ?? 'news'](name, announcement, id) },
          ...posts.flatMap(({ at, text }): readonly Block[] => [
            { is: 'entry', text: announced.says, at: formatInstant(at, timeZone, locale) },
            { is: 'quote', text },
          ]),
        ],
        footer: [mail.notReadLetter],
      };
    }
    case 'planAsked': {
      const { subject, says: text, due, open } = words(locale).partners.planLetter;
      return {
        locale,
        subject,
        blocks: [
          { is: 'says', text: text(says.name) },
          { is: 'quote', text: says.text },
          { is: 'says', text: due(formatDay(says.dueDay, locale)) },
          { is: 'button', text: open, url: tabLink('partners') },
        ],
        footer: [mail.notReadLetter],
      };
    }
    case 'webhookStopped': {
      const { subject, says: text, why, onAgain } = words(locale).webhooks.stoppedLetter;
      return {
        locale,
        subject,
        blocks: [
          { is: 'says', text: text(says.name) },
          { is: 'quote', text: says.webhook },
          { is: 'says', text: why[says.why] },
          { is: 'says', text: onAgain },
        ],
        footer: [mail.notReadLetter],
      };
    }
    case 'mailNotRead': {
      const { caseNumber, everyLanguage } = says;
      const inWords = [locale, ...(everyLanguage ? locales.filter((other) => other !== locale) : [])].map((spoken) => words(spoken).mail);
      return {
        locale,
        subject: inWords.map(({ notRead }) => notRead.subject).join(' / '),
        blocks: inWords.flatMap(({ notRead, open }): readonly Block[] => [
          { is: 'says', text: notRead.says },
          { is: 'says', text: caseNumber === null ? notRead.inDesk : notRead.onCase },
          caseNumber === null
            ? { is: 'button', text: notRead.openDesk, url: tabLink('') }
            : { is: 'button', text: open, url: tabLink(`case/${caseNumber}`) },
        ]),
        footer: inWords.map(({ notRead }) => notRead.once),
      };
    }
    case 'askContact': {
      const { subject, says: text, answer, valid } = mail.askContact;
      return {
        locale,
        subject: subject(says.organisation),
        blocks: [
          { is: 'says', text: text(says.organisation) },
          { is: 'button', text: answer, url: deskUrl + says.path },
          { is: 'says', text: valid(says.validDays) },
        ],
        footer: [mail.notReadLetter],
      };
    }
  }
}
