import { reachableIssues } from '../catalogue/professional-support.ts';
import type { Refusal, WhyNot } from '../errors.ts';
import type { Fault } from '../faults.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Case } from './case.ts';
import type { CaseEvent, Happening } from './events.ts';
import { type Closing, isOpen } from './lifecycle.ts';
import { textFault } from './written.ts';

/** PS-6: what is decided of an incident that is closed without its problem being solved. Not charged, it goes back to its pack. */
export const charges = ['charged', 'notCharged'] as const;
export type Charge = (typeof charges)[number];

/** PS-3, PS-6: steps of an incident besides its status. */
export const supportSteps = ['defined', 'agreed', 'notAgreed', 'proposed', 'closeAsked', 'workChanged', ...charges] as const;
export type SupportStep = (typeof supportSteps)[number];

/** How far an incident is. */
export interface SupportState {
  /** The problem as the engineer put it, and what the requester says to that. */
  readonly problem: { readonly text: string; readonly agreed: boolean | null } | null;
  /** How many solutions were proposed. */
  readonly solutions: number;
  readonly closeAsked: boolean;
  readonly charge: Charge | null;
}
const atFirst: SupportState = { problem: null, solutions: 0, closeAsked: false, charge: null };

export const supportCommands = ['defineProblem', 'answerDefinition', 'proposeSolution', 'askToClose', 'changeWork'] as const;
export type SupportCommandName = (typeof supportCommands)[number];
export type SupportCommand =
  | { readonly do: 'defineProblem' | 'proposeSolution' | 'askToClose'; readonly text: string }
  /** Not agreed needs the reason. */
  | { readonly do: 'answerDefinition'; readonly agreed: boolean; readonly text: string }
  | { readonly do: 'changeWork'; readonly aroundTheClock: boolean; readonly reachable: string };

type Supported = Extract<Happening, { type: 'supported' }>;

/** Why a step can't be taken as the incident stands; `undefined` where it can. */
export function whyNotNow(action: SupportCommandName | 'resolve', case_: Pick<Case, 'status' | 'support' | 'desk'>): WhyNot | undefined {
  const { problem, solutions, closeAsked } = case_.support ?? atFirst;
  if (action === 'resolve') return case_.desk === 'professionalSupport' && solutions === 0 && !closeAsked ? 'noSolutionYet' : undefined;
  if (!isOpen(case_.status)) return 'notWhileClosed';
  if (action === 'defineProblem' && problem?.agreed === true) return 'alreadyAgreed';
  if (action === 'answerDefinition' && (problem === null || problem.agreed !== null)) return 'nothingToAnswer';
  return action === 'askToClose' && closeAsked ? 'closeAskedAlready' : undefined;
}

/** PS-3, PS-6: what a command does to an incident. */
export function inSupport(command: SupportCommand, case_: Case): Result<readonly Supported[], Refusal> {
  const why = whyNotNow(command.do, case_);
  if (why) return refuse({ code: 'notAllowed', action: command.do, why });
  if (command.do === 'changeWork') return changeWork(command);
  const fault = textFault(command.text, command.do !== 'answerDefinition' || !command.agreed);
  if (fault) return invalid('text', fault);
  return ok([{ type: 'supported', what: stepOf(command), text: command.text.trim() }]);
}

function stepOf(command: Exclude<SupportCommand, { do: 'changeWork' }>): SupportStep {
  switch (command.do) {
    case 'defineProblem':
      return 'defined';
    case 'proposeSolution':
      return 'proposed';
    case 'askToClose':
      return 'closeAsked';
    case 'answerDefinition':
      return command.agreed ? 'agreed' : 'notAgreed';
  }
}

/** PS-3: until it is closed. */
function changeWork({ aroundTheClock, reachable }: Extract<SupportCommand, { do: 'changeWork' }>): Result<readonly Supported[], Refusal> {
  const fault = textFault(reachable, aroundTheClock);
  if (fault) return invalid('reachable', fault);
  const issues = reachableIssues(aroundTheClock ? 'aroundTheClock' : 'businessHours', reachable);
  if (issues.length > 0) return refuse({ code: 'invalid', issues });
  return ok([{ type: 'supported', what: 'workChanged', text: reachable.trim(), aroundTheClock }]);
}

const invalid = (field: string, fault: Fault) => refuse({ code: 'invalid', issues: [{ field, fault }] } as const);

/**
 * PS-6: an incident is resolved after at least one proposed solution, or early where the requester asked for that; whatever ends it otherwise
 * comes with the operator's decision on charging.
 */
export function supportClosing(
  case_: Case,
  closing: Closing,
  { reason, charge }: { readonly reason: string | null; readonly charge: Charge | null },
): Result<readonly Supported[], Refusal> {
  if (case_.desk !== 'professionalSupport') return charge === null ? ok([]) : invalid('charge', { is: 'unknownField' });
  const { solutions, closeAsked } = case_.support ?? atFirst;
  if (closing === 'resolve') {
    const early = reason === 'closedEarly';
    if (early ? !closeAsked : solutions === 0) {
      return refuse({ code: 'notAllowed', action: 'resolve', why: early ? 'closeNotAsked' : 'noSolutionYet' });
    }
    if (!early && charge === null) return ok([]);
  }
  return charge === null ? invalid('charge', { is: 'required' }) : ok([{ type: 'supported', what: charge, text: '' }]);
}

/** The case after a step of support. What an engineer proposes is an answer to the requester (SLA-1). */
export function supported(case_: Case, event: CaseEvent & Supported): Case {
  const state = after(case_.support ?? atFirst, event);
  const answered = event.actor.side === 'desk' && (event.what === 'defined' || event.what === 'proposed');
  return {
    ...case_,
    support: state,
    firstResponseAt: answered ? (case_.firstResponseAt ?? event.at) : case_.firstResponseAt,
    ...(event.what === 'workChanged' && {
      aroundTheClock: event.aroundTheClock ?? false,
      particulars: { ...case_.particulars, work: event.aroundTheClock ? 'aroundTheClock' : 'businessHours', reachable: event.text },
    }),
  };
}

function after(state: SupportState, { what, text }: Supported): SupportState {
  switch (what) {
    case 'defined':
      return { ...state, problem: { text, agreed: null } };
    case 'agreed':
    case 'notAgreed':
      return { ...state, problem: state.problem && { ...state.problem, agreed: what === 'agreed' } };
    case 'proposed':
      return { ...state, solutions: state.solutions + 1 };
    case 'closeAsked':
      return { ...state, closeAsked: true };
    case 'charged':
    case 'notCharged':
      return { ...state, charge: what };
    case 'workChanged':
      return state;
  }
}
