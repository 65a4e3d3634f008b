import type { Case } from './case.ts';
import type { CaseEvent, Happening } from './events.ts';
import { type CaseRef, type Part, type Parted, withParts } from './parts.ts';

/** PS-6: what is decided of an incident that is closed without its problem being solved. Not charged, it goes back to its pack. */
export const charges = ['charged', 'notCharged'] as const;
export type Charge = (typeof charges)[number];

/** PS-1, PS-3, PS-6: steps of an incident besides its status. */
export const supportSteps = [
  'defined',
  'agreed',
  'notAgreed',
  'proposed',
  'accepted',
  'declined',
  'noSolution',
  'closeAsked',
  'workChanged',
  'splitProposed',
  'splitAgreed',
  'splitDeclined',
  ...charges,
] as const;
export type SupportStep = (typeof supportSteps)[number];

/** The two that agree on an incident. */
export type SupportSide = 'desk' | 'requester';

/** What the desk put to the requester, and what they say to that; `null` until they do. */
export interface Put {
  readonly text: string;
  readonly agreed: boolean | null;
}

/** PS-1: a title for each part, proposed by one side and not yet answered by the other. */
export interface Split {
  readonly titles: readonly string[];
  readonly by: SupportSide;
}

/** How far an incident is. */
export interface SupportState {
  readonly problem: Put | null;
  /** The last one that was proposed. */
  readonly solution: Put | null;
  /** How many solutions were proposed. */
  readonly solutions: number;
  readonly closeAsked: boolean;
  readonly charge: Charge | null;
  readonly split: Split | null;
  readonly parts: readonly Part[];
  readonly partOf: CaseRef | null;
}
const atFirst: SupportState = {
  ...{ problem: null, solution: null, solutions: 0, closeAsked: false, charge: null },
  ...{ split: null, parts: [], partOf: null },
};

export const supportOf = ({ support }: Pick<Case, 'support'>): SupportState => ({ ...atFirst, ...support });

export type Supported = Extract<Happening, { type: 'supported' }>;

/** What an engineer writes in these is an answer to the requester (SLA-1, G-17). */
const answers: ReadonlySet<SupportStep> = new Set(['defined', 'proposed', 'splitProposed', 'splitAgreed', 'splitDeclined']);

/** The case after a step of support. */
export function supported(case_: Case, event: CaseEvent & Supported): Case {
  const answered = event.actor.side === 'desk' && answers.has(event.what);
  return {
    ...case_,
    support: after(supportOf(case_), event),
    ...(answered && { firstResponseAt: case_.firstResponseAt ?? event.at, escalatedAt: null }),
    ...(event.what === 'workChanged' && {
      aroundTheClock: event.aroundTheClock ?? false,
      particulars: { ...case_.particulars, work: event.aroundTheClock ? 'aroundTheClock' : 'businessHours', reachable: event.text },
    }),
  };
}

function after(state: SupportState, { what, text, titles = [], actor }: CaseEvent & Supported): SupportState {
  switch (what) {
    case 'defined':
      return { ...state, problem: { text, agreed: null } };
    case 'agreed':
    case 'notAgreed':
      return { ...state, problem: state.problem && { ...state.problem, agreed: what === 'agreed' } };
    case 'proposed':
      return { ...state, solution: { text, agreed: null }, solutions: state.solutions + 1 };
    case 'accepted':
    case 'declined':
      return { ...state, solution: state.solution && { ...state.solution, agreed: what === 'accepted' } };
    case 'closeAsked':
      return { ...state, closeAsked: true };
    case 'charged':
    case 'notCharged':
      return { ...state, charge: what };
    case 'splitProposed':
      return { ...state, split: { titles, by: actor.side === 'desk' ? 'desk' : 'requester' } };
    case 'splitAgreed':
    case 'splitDeclined':
      return { ...state, split: null };
    case 'noSolution':
    case 'workChanged':
      return state;
  }
}

/** PS-1: the case after news of a part of it, or of what it is a part of. */
export const parted = (case_: Case, event: Parted): Case => ({
  ...case_,
  support: withParts(supportOf(case_), event),
});

/** Reopened, it is closed early only where that is asked for again. */
export const reopened = ({ support }: Pick<Case, 'support'>): SupportState | null => support && { ...support, closeAsked: false };
