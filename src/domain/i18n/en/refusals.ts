import type { Status } from '../../case/lifecycle.ts';
import type { Refusal, WhyNot } from '../../errors.ts';

/** A refusal in words: what can't be done, why, and what to do instead. */
export const refusals = {
  titles: {
    notFound: 'Not found',
    notAllowed: 'You may not do this',
    invalid: 'Something has to be corrected',
    changed: 'The case has changed',
    illegalStep: 'Not possible now',
    alreadyUsed: 'This form was already sent',
    mistypedNumber: 'This number is mistyped',
    directedElsewhere: 'This belongs elsewhere',
    limitReached: 'Too much at once',
  } satisfies Record<Refusal['code'], string>,
  notFound: 'There is no such case, or you may not see it. Check the number, or look in your lists.',
  notAllowed: 'Your role does not allow this. Ask a ticket manager or an administrator of your organisation.',
  why: {
    onBehalfOfAnother:
      'At this desk only people of the customer’s own organisation create cases; nobody can do it for them, partner or not. Ask an administrator there to create it and to add you as a contact.',
    guest: 'Guests can’t create or see cases here. Ask a member of this organisation, or use the app in your own.',
    notOfThisDesk: 'Only members of a customer’s organisation create cases; engineers answer them. Take one from the queue instead.',
    tooLateToReopen: 'This case can no longer be reopened: the time for it is over. Create a new case and give this one’s number in it.',
    notAnEngineerOfThisDesk: 'This person does not work for this desk. Choose one of its engineers.',
  } satisfies Record<WhyNot, string>,
  invalid: 'Please correct what is marked. Everything you entered is kept.',
  changed: 'Somebody changed the case while you had it open. See what changed and decide again; what you typed is kept.',
  illegalStep: (status: Status) =>
    ({
      new: 'The case is new: this step is not possible yet. Open the case to see what is.',
      inProgress: 'The case is in progress: this step is not possible now. Open the case to see what is.',
      waitingOnRequester: 'The case is waiting for an answer: this step is not possible now. Open the case to see what is.',
      resolved: 'The case is already resolved. Reopen it if there is more to do.',
      cancelled: 'The case is already cancelled. Create a new one if you need to.',
      closedUnresolved: 'The case is already closed. Reopen it if there is more to do.',
    })[status],
  alreadyUsed: 'This form was already sent with other content. Start a new form for another case.',
  mistypedNumber: 'A character of this case number is wrong. Compare it with the card or the message you got, or look in your lists.',
  directedElsewhere: 'This question is answered elsewhere, and no case is created here.',
  limits: {
    drafts: (max: number) => `You have ${max} drafts. Send or delete one first.`,
    files: (max: number) => `At most ${max} files. Remove one to add another.`,
    fileSize: (max: number) => `A file may be at most ${Math.floor(max / 1024 / 1024)} MB. Make it smaller, or split it.`,
    batch: (max: number) => `At most ${max} cases at once. Select fewer.`,
  },
  unexpected: 'Something went wrong on our side. Nothing was lost; please try again in a moment.',
  busy: 'The desk is busy or starting. Please try again in a moment.',
};
