import type { NoticeKind, Way } from '../../notice/choices.ts';
import type { SummaryDays } from '../../notice/summary-days.ts';
import { plural } from './plural.ts';

/** What a person chooses about being told, and the mail that tells of everything at once. */
export const choices = {
  ways: { chat: 'Chat', email: 'E-mail', feed: 'Activity feed' } satisfies Record<Way, string>,
  kinds: {
    answers: 'Answers and questions',
    status: 'Changes of status',
    closing: 'Closing',
    desk: 'Assignments and targets',
  } satisfies Record<NoticeKind, string>,
  abouts: {
    answers: 'What somebody writes on a case, and what the desk needs to know',
    status: 'Work starts, or the case is reopened',
    closing: 'A case is closed, or is about to be',
    desk: 'A case is assigned to you, or a first answer is due',
  } satisfies Record<NoticeKind, string>,
  toldBy: (way: string) => `Notices (${way.toLowerCase()})`,
  what: 'What',
  everything: (way: string) => `Everything: ${way}`,
  cell: (kind: string, way: string) => `${kind}: ${way}`,
  receipts: 'The receipt for a case that you create always comes.',
  nothing: 'Nothing but receipts',
  all: 'Everything',
  quiet: 'Quiet hours',
  quietHint: 'Notices in the chat wait until the quiet time ends, by the clock of your time zone.',
  quietHintDesk: 'Notices in the chat wait until the quiet time ends. Cases of severity A come at once.',
  quietOn: 'The same hours every day',
  from: 'From',
  to: 'Until',
  quietDays: 'Whole days',
  quietEmail: 'Hold e-mail back as well',
  /** `18:00–08:00` and `Sat, Sun`. */
  hours: (from: string, to: string) => `${from}–${to}`,
  summary: 'E-mail at once, or as a summary',
  summaryEach: 'A mail for each change',
  summaryDays: { daily: 'One mail a day', weekdays: 'One mail a day, Monday to Friday' } satisfies Record<SummaryDays, string>,
  summaryAt: 'At',
  /** In a line of facts. */
  summaryLine: { daily: (at: string) => `every day at ${at}`, weekdays: (at: string) => `Monday to Friday at ${at}` } satisfies Record<
    SummaryDays,
    (at: string) => string
  >,
  mailSummary: 'E-mail summary',
  timing: 'Quiet hours and summary',
  notices: 'Notifications',
  saved: 'Your choice is saved.',
  mail: {
    subject: (cases: number) => `Case Desk: ${plural(cases, 'news of one case', 'cases have news')}`,
    says: (cases: number) =>
      cases === 1 ? 'This happened on one case since the last summary:' : `This happened on ${cases} cases since the last summary:`,
    heading: (number: string, title: string) => `${number} · ${title}`,
    more: (entries: number) => plural(entries, 'One earlier entry is in the case.', 'earlier entries are in the case.'),
    left: (cases: number) =>
      plural(cases, 'One more case has news; find it in Case Desk.', 'more cases have news; find them in Case Desk.'),
  },
};
