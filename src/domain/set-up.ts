/** AG-5: what the set-up check looks at, and why each may not be well. A reason is all that is told of a fault: it has its cure in `i18n`. */
export const setUpReasons = {
  database: ['noAnswer'],
  queue: ['noAnswer', 'overdue', 'givenUp'],
  channel: ['refused', 'noAnswer'],
  mail: ['switchedOff', 'refused', 'notGranted', 'noMailbox', 'noAnswer'],
  consent: ['switchedOff', 'refused', 'noAnswer'],
  graph: ['switchedOff', 'refused', 'noAnswer'],
} as const;

export type CheckName = keyof typeof setUpReasons;
export type ReasonOf<C extends CheckName> = (typeof setUpReasons)[C][number];
export const checkNames = Object.keys(setUpReasons) as readonly CheckName[];

/** `notSetUp`: nobody has done it yet, which may be as it is meant to be. `failed`: it was done, and does not work. */
export const checkStates = ['ok', 'notSetUp', 'failed'] as const;
export type CheckOutcome<C extends CheckName> =
  | { readonly state: 'ok' }
  | { readonly state: 'notSetUp' | 'failed'; readonly reason: ReasonOf<C> };

/** How a person can be sent a test notice. */
export const testWays = ['chat', 'channel', 'email'] as const;
export type TestWay = (typeof testWays)[number];
/** What came of it; mail is handed to the queue, whose worker sends it. */
export const testResults = ['sent', 'queued', 'notInstalled', 'switchedOff', 'failed'] as const;
export type TestResult = (typeof testResults)[number];
