import type { SupportAnswer } from '../../case/support.ts';
import type { Charge } from '../../case/support-state.ts';

/** Steps of a support incident (PS-1, PS-3, PS-6), on cards and pages. */
export const support = {
  /** What is written in each. */
  text: {
    defineProblem: 'The problem, as you understand it',
    proposeSolution: 'The solution',
    proposeSplit: 'Why it is more than one problem, if you like',
    answerDefinition: 'If you do not agree: why',
    answerSolution: 'If it does not solve it: why',
    answerSplit: 'If you do not agree: why',
    askToClose: 'Why it can be closed',
  },
  /** What is asked of whoever answers. */
  answers: {
    answerDefinition: { label: 'Is this your problem?', yes: 'Yes, I agree', no: 'No, not quite' },
    answerSolution: { label: 'Does this solve your problem?', yes: 'Yes, I accept it', no: 'No, it does not' },
    answerSplit: { label: 'Is it to be split like this?', yes: 'Yes, split it', no: 'No, leave it whole' },
  } satisfies Record<SupportAnswer, unknown>,
  chooseAnswer: 'Choose an answer',
  answerNeeded: 'Choose yes or no.',
  partTitles: 'The parts: a title for each, one a line',
  partsNeeded: 'Name two parts at least, one a line.',
  work: { label: 'When we work on it', aroundTheClock: 'Around the clock', businessHours: 'In business hours' },
  reachable: 'Who can be reached at any hour: name and telephone number, one a line',
  charge: 'Charging',
  chargeIfEarly: 'Charging, if it is closed early',
  charges: { charged: 'Charged', notCharged: 'Not charged: the incident goes back to its pack' } satisfies Record<Charge, string>,
  chooseCharge: 'Choose whether it is charged',
  chargeNeeded: 'Decide whether it is charged.',
  abouts: {
    defineProblem: 'The requester agrees, or says why not. Work goes on meanwhile.',
    proposeSolution: 'The requester accepts it or says why not. From the first proposed solution on, the incident can be resolved.',
    proposeSplit: 'Each part becomes an incident of its own once the other side agrees; all parts together cost as many incidents.',
    answerDefinition: 'If you do not accept it, work goes on all the same.',
    answerSolution: 'If you accept it, an engineer closes the incident. If not, work goes on.',
    answerSplit: 'If you agree, each part becomes an incident of its own, and costs one from the requester’s packs.',
    askToClose: 'An engineer confirms it, and decides on charging.',
    changeWork: 'Around the clock needs somebody of yours who can be reached at any hour until it is closed.',
  },
  done: {
    defineProblem: 'The definition was sent.',
    proposeSolution: 'The solution was sent.',
    proposeSplit: 'The split was proposed.',
    answerDefinition: 'Your answer was sent.',
    answerSolution: 'Your answer was sent.',
    answerSplit: 'Your answer was sent.',
    askToClose: 'Closing is asked for.',
    changeWork: 'The hours are changed.',
  },
  problem: 'Definition of the problem',
  solution: 'Last proposed solution',
  standing: { waiting: 'not answered yet', agreed: 'agreed by both sides', notAgreed: 'not accepted' },
  solutions: 'Solutions proposed',
  split: 'Proposed split',
  splitWaits: { desk: 'waits for the desk', requester: 'waits for the requester', you: 'waits for your answer' },
  parts: 'Parts',
  partsOpen: 'It stays open for as long as one of its parts is.',
  partOf: 'Part of',
  part: { open: 'open', closed: 'closed' },
};
