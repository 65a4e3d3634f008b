import type { Status } from '../../case/lifecycle.ts';
import { plural } from './plural.ts';

export const mail = {
  /** What happened, above the entries. */
  received: 'We have your case. Keep its number for questions about it.',
  happened: (count: number) => (count === 1 ? 'This happened on the case:' : plural(count, '', 'things happened on the case:')),
  attached: (names: string) => `Attached: ${names}`,
  labelled: (label: string, text: string) => `${label}: ${text}`,
  next: 'What comes next',
  /** What comes next, for whoever opened the case. */
  forRequester: {
    new: 'The desk will take the case and answer on it. You need do nothing until then.',
    inProgress: 'The desk is working on it. You can add to the case at any time.',
    waitingOnRequester: 'The desk needs your answer before work goes on. Please answer on the case.',
    resolved: 'The case is closed. If there is more to do, open a new case and name this one’s number.',
    cancelled: 'The case is closed, and nothing more will be done on it.',
    closedUnresolved: 'The case is closed. If there is more to do, open a new case and name this one’s number.',
  } satisfies Record<Status, string>,
  reopenUntil: (until: string) => `The case is closed. If there is more to do, reopen it until ${until}.`,
  /** For the engineers of the desk. */
  forDesk: {
    new: 'The case waits for somebody to take it.',
    inProgress: 'The desk is at work on the case.',
    waitingOnRequester: 'The case waits for an answer from whoever opened it.',
    resolved: 'The case is closed.',
    cancelled: 'The case is closed.',
    closedUnresolved: 'The case is closed.',
  } satisfies Record<Status, string>,
  /** For everybody else who is told of it. */
  forOthers: {
    new: 'The desk will take the case and answer on it.',
    inProgress: 'The desk is working on it.',
    waitingOnRequester: 'The desk waits for an answer.',
    resolved: 'The case is closed.',
    cancelled: 'The case is closed, and nothing more will be done on it.',
    closedUnresolved: 'The case is closed.',
  } satisfies Record<Status, string>,
  open: 'Open the case',
  answerOnCase: 'Nobody reads replies to this mail. Answer on the case: the button leads there.',
  choose: 'You choose in your profile in Case Desk which notices you get.',
  /** To somebody named as a contact, who can’t open the case. */
  asContact: (requester: string, organisation: string) =>
    `You get this because ${requester} of ${organisation} named you as a contact for this case.`,
  answerRequester: (requester: string) => `Nobody reads replies to this mail. If there is something to say, write to ${requester}.`,
  stop: 'Stop mail about this case',
  /** The link below a mail, and the page it leads to. */
  unsubscribe: {
    link: 'Get no more of these mails',
    yours: 'your cases',
    of: (organisation: string) => `cases of ${organisation}`,
    title: 'Mail from Case Desk',
    hears: (about: string) => `You get mail about ${about}.`,
    not: (kinds: string) => `Not of these kinds: ${kinds}.`,
    oneOrAll: 'Stop one kind of them, or all.',
    stopKind: (kind: string) => `No more: ${kind}`,
    startKind: (kind: string) => `Again: ${kind}`,
    stop: 'Stop all these mails',
    stoppedTitle: 'You get no more mail',
    stopped: (about: string) => `Nobody writes to you about ${about} any more. What was already on its way may still arrive.`,
    inProfile: 'The cases themselves are in Case Desk in Teams as before; your profile there says which notices you get.',
    start: 'Get them again',
    goneTitle: 'This link does not work',
    gone: 'It may have been cut off. Use the link of a newer mail, or copy the whole of it.',
  },
  confirmAddress: {
    subject: 'Confirm your e-mail address',
    says: (name: string) => `Hello ${name}, this address was entered in your profile in Case Desk. To use it, type this code there:`,
    valid: (minutes: number) => `The code is valid for ${plural(minutes, 'one minute', 'minutes')}.`,
    notYou: 'If that was not you, do nothing: the address will not be used.',
  },
  askContact: {
    subject: (organisation: string) => `May Case Desk write to you about a case of ${organisation}?`,
    says: (organisation: string) =>
      `Somebody at ${organisation} named this address as a contact for a support case. You get mail about it only if you agree.`,
    answer: 'Agree or refuse',
    valid: (days: number) => `The link is valid for ${plural(days, 'one day', 'days')}. If you do nothing, you get no mail.`,
  },
  /** To whoever wrote to the desk by mail. */
  notRead: {
    subject: 'Please use Case Desk: mail to it is not read',
    says: 'Your mail was not read or kept: mail opens no case here, and adds nothing to one.',
    inDesk: 'Open a case, or answer on one of yours, in Case Desk in Teams:',
    onCase: 'Say it on the case, in Case Desk in Teams:',
    openDesk: 'Open Case Desk',
    once: 'A machine answered your mail; it does so once a day at most.',
  },
  notReadLetter: 'Nobody reads replies to this mail.',
};
