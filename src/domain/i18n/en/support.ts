import type { Charge } from '../../case/support.ts';

/** Steps of a support incident (PS-3, PS-6), on cards and pages. */
export const support = {
  /** What is written in each. */
  text: {
    defineProblem: 'The problem, as you understand it',
    answerDefinition: 'If you do not agree: why',
    proposeSolution: 'The solution',
    askToClose: 'Why it can be closed',
  },
  agreed: { label: 'Is this your problem?', yes: 'Yes, I agree', no: 'No, not quite' },
  work: { label: 'When we work on it', aroundTheClock: 'Around the clock', businessHours: 'In business hours' },
  reachable: 'Who can be reached at any hour: name and telephone number, one a line',
  charge: 'Charging',
  charges: { charged: 'Charged', notCharged: 'Not charged: the incident goes back to its pack' } satisfies Record<Charge, string>,
  chargeNeeded: 'Decide whether it is charged.',
  abouts: {
    defineProblem: 'The requester agrees, or says why not. Work goes on meanwhile.',
    answerDefinition: 'Look at the definition in the timeline. If you do not accept it, work goes on all the same.',
    proposeSolution: 'The requester reads it. From the first proposed solution on, the incident can be resolved.',
    askToClose: 'An engineer confirms it, and decides on charging.',
    changeWork: 'Around the clock needs somebody of yours who can be reached at any hour until it is closed.',
  },
  done: {
    defineProblem: 'The definition was sent.',
    answerDefinition: 'Your answer was sent.',
    proposeSolution: 'The solution was sent.',
    askToClose: 'Closing is asked for.',
    changeWork: 'The hours are changed.',
  },
  problem: 'Definition of the problem',
  standing: { waiting: 'waits for the requester', agreed: 'agreed by both sides', notAgreed: 'not accepted' },
  solutions: 'Solutions proposed',
};
