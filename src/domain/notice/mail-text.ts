import type { Locale } from '../i18n/locale.ts';

/** A piece of a mail, in words; how it looks is the channel's. */
export type Block =
  /** Our own words. */
  | { readonly is: 'says'; readonly text: string }
  /** Who did what and when. */
  | { readonly is: 'entry'; readonly text: string; readonly at: string }
  /** What a person wrote: shown to the letter. */
  | { readonly is: 'quote'; readonly text: string }
  /** What a person wrote, short: a case's title. */
  | { readonly is: 'title'; readonly text: string }
  | { readonly is: 'facts'; readonly rows: readonly { readonly label: string; readonly text: string }[] }
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'code'; readonly text: string }
  | { readonly is: 'button'; readonly text: string; readonly url: string };

/** A mail in the reader's language. */
export interface MailText {
  readonly locale: Locale;
  /** One line. */
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** A page on which the reader stops mails of this kind. */
  readonly wayOut?: { readonly text: string; readonly url: string };
  /** Why one gets it, and where to answer (G-21). */
  readonly footer: readonly string[];
}
