import type { Locale } from '../i18n/locale.ts';
import type { AnnouncementNews, Post } from '../outage/announcement.ts';

/** What is told outside of any case, by mail to one address. Its words stand in `i18n`, its form in `notify`. */
export type LetterContent =
  /** PN-15: whoever can read the mail types the code where they are signed in. */
  | { readonly letter: 'confirmAddress'; readonly name: string; readonly code: string; readonly validMinutes: number }
  /** G-11, F-36: asks an address outside the organisation whether it wants mail about a case. The path is below the desk's own address. */
  | { readonly letter: 'askContact'; readonly organisation: string; readonly path: string; readonly validDays: number }
  /** A webhook of the organisation was switched off: nothing has arrived for days, or it said that it is gone. */
  | { readonly letter: 'webhookStopped'; readonly name: string; readonly webhook: string; readonly why: 'gone' | 'failing' }
  /**
   * G-21: to whoever wrote to the desk by mail. `messageId` is their mail's; `caseNumber` is one that they wrote, whether there is such a case or
   * not. `everyLanguage`: nobody knows which one they read.
   */
  | {
      readonly letter: 'mailNotRead';
      readonly caseNumber: string | null;
      readonly messageId: string | null;
      readonly everyLanguage: boolean;
    }
  /** PS-7: to whoever asked for the pack of somebody who left. `words` are the lead's. */
  | { readonly letter: 'packDecided'; readonly name: string; readonly state: 'approved' | 'declined'; readonly words: string }
  /** CS-12: to whoever follows an outage; `text` are the desk's words. */
  | { readonly letter: 'outageNews'; readonly name: string; readonly outage: string; readonly text: string; readonly over: boolean }
  /** CS-12: to whoever follows what Microsoft announces; `posts` are Microsoft's words, `ends` why no more will come. */
  | {
      readonly letter: 'announcementNews';
      readonly name: string;
      readonly announcement: string;
      readonly id: string;
      readonly posts: readonly Post[];
      readonly ends: AnnouncementNews['ends'];
      readonly timeZone: string;
    }
  /** CS-10: to a partner's technicians; `text` are the lead's words, `dueDay` is `YYYY-MM-DD`. */
  | { readonly letter: 'planAsked'; readonly name: string; readonly text: string; readonly dueDay: string }
  /** AG-5: to whoever checks whether mail goes out. */
  | { readonly letter: 'setUpTest'; readonly name: string };

/** A letter to be delivered, committed with what caused it. `key` is unique in the tenant. */
export interface Letter {
  readonly key: string;
  readonly address: string;
  readonly locale: Locale;
  readonly says: LetterContent;
}
