import type { Operation } from '../operation.ts';
import * as setUp from '../schemas/set-up.ts';
import { writing } from './writing.ts';

/** AG-5, ID-4: whether the desk is set up; for the operator's leads. */
export const setUpOperations = {
  checkSetUp: {
    method: 'GET',
    path: '/set-up',
    summary: 'Asks the desk’s neighbours, each for ten seconds at most, and says what to do about what isn’t well',
    action: 'checkSetUp',
    answers: { 200: setUp.setUpView },
    problems: ['notAllowed'],
  },
  sendTestNotice: {
    method: 'POST',
    path: '/set-up/test-notice',
    summary: 'Sends a test notice to oneself',
    action: 'checkSetUp',
    body: setUp.testAsked,
    answers: { 200: setUp.testAnswer },
    problems: [...writing, 'notAllowed'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
