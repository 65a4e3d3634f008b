import type { DeskId } from '../catalogue/desk.ts';
import { reachableIssues } from '../catalogue/professional-support.ts';
import type { Refusal, WhyNot } from '../errors.ts';
import type { Fault } from '../faults.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Case } from './case.ts';
import { type Closing, isOpen } from './lifecycle.ts';
import { partsOpen } from './parts.ts';
import { splitIssues, titlesIn } from './split.ts';
import {
  type Charge,
  type Put,
  type Supported,
  type SupportSide,
  type SupportState,
  type SupportStep,
  supportOf,
} from './support-state.ts';
import { textFault } from './written.ts';

/** What the requester agrees to or not, with the steps that follow from it. */
const answered = {
  answerDefinition: { yes: 'agreed', no: 'notAgreed' },
  answerSolution: { yes: 'accepted', no: 'declined' },
  answerSplit: { yes: 'splitAgreed', no: 'splitDeclined' },
} as const satisfies Readonly<Record<string, { readonly yes: SupportStep; readonly no: SupportStep }>>;
export const supportAnswers = ['answerDefinition', 'answerSolution', 'answerSplit'] as const satisfies readonly (keyof typeof answered)[];
export type SupportAnswer = (typeof supportAnswers)[number];

const written = { defineProblem: 'defined', proposeSolution: 'proposed', askToClose: 'closeAsked' } as const;

export const supportCommands = ['defineProblem', 'proposeSolution', 'proposeSplit', ...supportAnswers, 'askToClose', 'changeWork'] as const;
export type SupportCommandName = (typeof supportCommands)[number];
export type SupportCommand =
  | { readonly do: keyof typeof written; readonly text: string }
  /** Not agreed needs the reason. */
  | { readonly do: SupportAnswer; readonly agreed: boolean; readonly text: string }
  /** PS-1: a title for each part. */
  | { readonly do: 'proposeSplit'; readonly parts: readonly string[]; readonly text: string }
  | { readonly do: 'changeWork'; readonly aroundTheClock: boolean; readonly reachable: string };

/** Why a step can't be taken as the incident stands; `undefined` where it can. @param side who would take it */
export function whyNotNow(action: SupportCommandName, case_: Pick<Case, 'status' | 'support'>, side: SupportSide): WhyNot | undefined {
  if (!isOpen(case_.status)) return 'notWhileClosed';
  const { problem, solution, closeAsked, split, parts } = supportOf(case_);
  const unlessWaiting = (put: Put | null) => (put?.agreed === null ? undefined : 'nothingToAnswer');
  switch (action) {
    case 'defineProblem':
      return problem?.agreed ? 'alreadyAgreed' : undefined;
    case 'answerDefinition':
      return unlessWaiting(problem);
    case 'answerSolution':
      return unlessWaiting(solution);
    case 'proposeSplit':
      if (parts.length > 0) return 'splitAlready';
      return split && split.by !== side ? 'splitWaits' : undefined;
    case 'answerSplit':
      return split && split.by !== side ? undefined : 'nothingToAnswer';
    case 'askToClose':
      return closeAsked ? 'closeAskedAlready' : undefined;
    default:
      return undefined;
  }
}

/** PS-1, PS-3, PS-6: what a command does to an incident. */
export function inSupport(command: SupportCommand, case_: Case, side: SupportSide): Result<readonly Supported[], Refusal> {
  const why = whyNotNow(command.do, case_, side);
  if (why) return refuse({ code: 'notAllowed', action: command.do, why });
  switch (command.do) {
    case 'changeWork':
      return changeWork(command);
    case 'proposeSplit':
      return proposeSplit(command);
    case 'answerDefinition':
    case 'answerSolution':
    case 'answerSplit':
      return saying(answered[command.do][command.agreed ? 'yes' : 'no'], command.text, !command.agreed);
    default:
      return saying(written[command.do], command.text, true);
  }
}

function saying(what: SupportStep, text: string, needed: boolean): Result<readonly Supported[], Refusal> {
  const fault = textFault(text, needed);
  return fault ? invalid('text', fault) : ok([{ type: 'supported', what, text: text.trim() }]);
}

/** PS-3: until it is closed. */
function changeWork({ aroundTheClock, reachable }: Extract<SupportCommand, { do: 'changeWork' }>): Result<readonly Supported[], Refusal> {
  const fault = textFault(reachable, aroundTheClock);
  if (fault) return invalid('reachable', fault);
  const issues = reachableIssues(aroundTheClock ? 'aroundTheClock' : 'businessHours', reachable);
  if (issues.length > 0) return refuse({ code: 'invalid', issues });
  return ok([{ type: 'supported', what: 'workChanged', text: reachable.trim(), aroundTheClock }]);
}

/** PS-1: the timeline tells the parts with the reason. */
function proposeSplit({ parts, text }: Extract<SupportCommand, { do: 'proposeSplit' }>): Result<readonly Supported[], Refusal> {
  const titles = titlesIn(parts);
  const issues = splitIssues(titles);
  if (issues.length > 0) return refuse({ code: 'invalid', issues });
  const fault = textFault(text, false);
  if (fault) return invalid('text', fault);
  const told = [titles.map((title) => `– ${title}`).join('\n'), text.trim()].filter(Boolean).join('\n\n');
  return ok([{ type: 'supported', what: 'splitProposed', text: told, titles }]);
}

const invalid = (field: string, fault: Fault) => refuse({ code: 'invalid', issues: [{ field, fault }] } as const);

/** Why it can't be closed so, whatever the reason; `undefined` where it can. */
export function whyNotClose(closing: Closing, case_: Pick<Case, 'support' | 'desk'>): WhyNot | undefined {
  if (partsOpen(case_)) return 'partsOpen';
  const { solutions, closeAsked, parts } = supportOf(case_);
  const solved = case_.desk !== 'professionalSupport' || solutions > 0 || closeAsked || parts.length > 0;
  return closing === 'resolve' && !solved ? 'noSolutionYet' : undefined;
}

/** PS-1, PS-6: parts are charged each by itself, and what went back to its pack is charged no more. */
export const decidesCharge = ({ parts, charge }: Pick<SupportState, 'parts' | 'charge'>): boolean =>
  parts.length === 0 && charge !== 'notCharged';

/** PS-6: what ends without the requester's problem being solved. @param declined whether they declined the last solution */
export const chargeNeeded = (closing: Closing, reason: string | null, declined: boolean): boolean =>
  closing !== 'resolve' || reason === 'closedEarly' || declined;

interface Ending {
  readonly reason: string | null;
  readonly charge: Charge | null;
}

/**
 * PS-6: an incident is resolved after at least one proposed solution, or early where the requester asked for that; whatever ends it otherwise
 * comes with the operator's decision on charging, and where no solution was ever proposed it says so. PS-1: never before its parts.
 */
export function supportClosing(case_: Case, closing: Closing, { reason, charge }: Ending): Result<readonly Supported[], Refusal> {
  const state = supportOf(case_);
  const ours = case_.desk === 'professionalSupport';
  const why = whyNotClose(closing, case_) ?? (ours && closing === 'resolve' ? whyNotFor(reason, state) : undefined);
  if (why) return refuse({ code: 'notAllowed', action: closing, why });
  if (!ours) return charge === null ? ok([]) : invalid('charge', { is: 'unknownField' });
  const unsolved = closing === 'closeUnresolved' && state.solutions === 0 && state.parts.length === 0;
  const told: readonly Supported[] = unsolved ? [{ type: 'supported', what: 'noSolution', text: '' }] : [];
  if (!decidesCharge(state)) return charge === null || charge === state.charge ? ok(told) : invalid('charge', { is: 'notAnOption' });
  if (charge !== null) return ok([...told, { type: 'supported', what: charge, text: '' }]);
  return chargeNeeded(closing, reason, state.solution?.agreed === false) ? invalid('charge', { is: 'required' }) : ok(told);
}

const notCharged = (case_: Case): readonly Supported[] =>
  case_.desk === 'professionalSupport' && decidesCharge(supportOf(case_)) ? [{ type: 'supported', what: 'notCharged', text: '' }] : [];

/** PS-1: one problem is one incident, so what was taken for its duplicate goes back. */
export const supportMerging = (case_: Case, into: Case): readonly Supported[] => (into.desk === case_.desk ? notCharged(case_) : []);

/** PS-7: what another desk answers is no incident, so what was taken for it goes back. */
export const supportLeaving = (case_: Case, to: DeskId): readonly Supported[] => (to === case_.desk ? [] : notCharged(case_));

/** The reasons of a resolving that say how. */
function whyNotFor(reason: string | null, { solutions, closeAsked, parts }: SupportState): WhyNot | undefined {
  if (reason === 'closedEarly') return closeAsked ? undefined : 'closeNotAsked';
  return solutions > 0 || parts.length > 0 ? undefined : 'noSolutionYet';
}
