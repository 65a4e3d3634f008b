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
      'At this desk only a person of the customer’s own organisation opens a case, partner or not. Ask an administrator there to open it and to add you as a contact.',
    guest: 'Guests can’t open or see cases here. Ask a person of the organisation, or use the app in your own organisation.',
    notOfThisDesk: 'Only members of an organisation open cases. Engineers answer them.',
    tooLateToReopen: 'The time in which this case could be reopened is over. Open a new case and name this one in it.',
    notAnEngineerOfThisDesk: 'This person does not work for this desk. Choose one of its engineers.',
  } satisfies Record<WhyNot, string>,
  invalid: 'Please correct what is marked. Everything you entered is kept.',
  changed: 'Somebody changed the case while you had it open. See what changed and decide again; what you typed is kept.',
  illegalStep: (status: Status) =>
    ({
      new: 'The case is new: this step is not possible yet.',
      inProgress: 'The case is in progress: this step is not possible now.',
      waitingOnRequester: 'The case is waiting for an answer: this step is not possible now.',
      resolved: 'The case is already resolved.',
      cancelled: 'The case is already cancelled. Open a new one if you need to.',
      closedUnresolved: 'The case is already closed.',
    })[status],
  alreadyUsed: 'This form was already sent with other content. Open a new form for another case.',
  mistypedNumber: 'A character of this case number is wrong. Compare it with your receipt.',
  directedElsewhere: 'This question is answered elsewhere, and no case is opened here.',
  limits: {
    drafts: (max: number) => `You have ${max} drafts. Send or delete one first.`,
    files: (max: number) => `At most ${max} files.`,
    fileSize: (max: number) => `A file may be at most ${Math.floor(max / 1024 / 1024)} MB.`,
    batch: (max: number) => `At most ${max} cases at once.`,
  },
  unexpected: 'Something went wrong on our side. Nothing was lost; please try again in a moment.',
  busy: 'The desk is busy or starting. Please try again in a moment.',
};
