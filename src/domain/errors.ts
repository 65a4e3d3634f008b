import type { Action, GeneralAction } from './access/policy.ts';
import type { CaseEvent } from './case/events.ts';
import type { Status, Step } from './case/lifecycle.ts';
import type { DirectedElsewhere } from './catalogue/desk.ts';
import type { ListProblem, RowFault } from './numbers/report.ts';

/** What is wrong with one field of a form. Words for it: `i18n/<language>/faults.ts`. */
export type Fault =
  | { readonly is: 'required' }
  | { readonly is: 'malformed' }
  | { readonly is: 'unreadableText' }
  | { readonly is: 'tooLong'; readonly max: number }
  | { readonly is: 'tooMany'; readonly max: number }
  | { readonly is: 'outOfRange'; readonly min: number; readonly max: number }
  | { readonly is: 'notPrintableAscii' }
  | { readonly is: 'notAnOption' }
  | { readonly is: 'notAnEmail'; readonly value: string }
  | { readonly is: 'notADomain' }
  | { readonly is: 'notATenantId' }
  | { readonly is: 'mustAgree' }
  | { readonly is: 'unknownField' }
  | { readonly is: 'notServedThere'; readonly country: string }
  | { readonly is: 'zoneRequired'; readonly country: string }
  | { readonly is: 'zoneElsewhere'; readonly country: string }
  | { readonly is: 'timeSkipped'; readonly before: string; readonly after: string }
  | { readonly is: 'timeRepeated'; readonly earlier: string; readonly later: string }
  | { readonly is: 'inThePast' }
  | { readonly is: 'sameTenant' }
  | { readonly is: 'neitherYours' }
  | { readonly is: 'fileUnknown' }
  | { readonly is: 'list'; readonly problem: ListProblem }
  | { readonly is: 'rows'; readonly count: number; readonly rows: readonly RowFault[]; readonly otherCountries: readonly string[] };

/** A fault and where it is: `field` is a field's id in the declaration of the case type, or a command's own field such as `text`. */
export interface Issue {
  readonly field: string;
  readonly fault: Fault;
}

/** Why a person may not, where a plain "you may not" would leave them without a next step. */
export type WhyNot = 'onBehalfOfAnother' | 'guest' | 'notOfThisDesk' | 'tooLateToReopen' | 'notAnEngineerOfThisDesk';

/** Every way a command or a question can be refused. The codes are stable: they are the API's problem types. */
export type Refusal =
  | { readonly code: 'notFound' }
  | { readonly code: 'notAllowed'; readonly action: Action | GeneralAction | 'open'; readonly why?: WhyNot }
  | { readonly code: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly code: 'changed'; readonly version: number; readonly since: readonly CaseEvent[] }
  | { readonly code: 'illegalStep'; readonly step: Step; readonly status: Status }
  | { readonly code: 'alreadyUsed' }
  | { readonly code: 'mistypedNumber' }
  | { readonly code: 'directedElsewhere'; readonly subject: DirectedElsewhere }
  | { readonly code: 'limitReached'; readonly limit: 'drafts' | 'files' | 'fileSize' | 'batch'; readonly max: number };
