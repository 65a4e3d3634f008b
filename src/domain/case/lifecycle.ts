/** G-6: where a case stands. */
export const statuses = ['new', 'inProgress', 'waitingOnRequester', 'resolved', 'cancelled', 'closedUnresolved'] as const;
export type Status = (typeof statuses)[number];

/** What moves it. `start` and `answer` follow from a comment; the others are asked for. */
export const steps = ['start', 'ask', 'answer', 'resolve', 'cancel', 'closeUnresolved', 'reopen'] as const;
export type Step = (typeof steps)[number];

/** The steps that end a case. */
export const closings = ['resolve', 'cancel', 'closeUnresolved'] as const satisfies readonly Step[];
export type Closing = (typeof closings)[number];

/** G-6: the legal steps, status × step. What is not in the table can't happen. */
export const lifecycle: Readonly<Record<Status, Readonly<Partial<Record<Step, Status>>>>> = {
  new: {
    start: 'inProgress',
    ask: 'waitingOnRequester',
    resolve: 'resolved',
    cancel: 'cancelled',
    closeUnresolved: 'closedUnresolved',
  },
  inProgress: {
    ask: 'waitingOnRequester',
    resolve: 'resolved',
    cancel: 'cancelled',
    closeUnresolved: 'closedUnresolved',
  },
  waitingOnRequester: {
    answer: 'inProgress',
    start: 'inProgress',
    ask: 'waitingOnRequester',
    resolve: 'resolved',
    cancel: 'cancelled',
    closeUnresolved: 'closedUnresolved',
  },
  resolved: { reopen: 'inProgress' },
  cancelled: {},
  closedUnresolved: { reopen: 'inProgress' },
};

export const openStatuses = ['new', 'inProgress', 'waitingOnRequester'] as const satisfies readonly Status[];
export const isOpen = (status: Status): boolean => (openStatuses as readonly Status[]).includes(status);
export const isClosing = (step: Step): step is Closing => (closings as readonly Step[]).includes(step);
