import type { Action, GeneralAction } from './access/policy.ts';
import type { CaseEvent } from './case/events.ts';
import type { Status, Step } from './case/lifecycle.ts';
import type { DirectedElsewhere } from './catalogue/desk.ts';
import type { Issue } from './faults.ts';

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
