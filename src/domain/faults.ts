import type { ListProblem, RowFault } from './numbers/report.ts';

/** What is wrong with one field of a form. Words for it: `i18n/<language>/faults.ts`. */
export type Fault =
  | { readonly is: 'required' }
  | { readonly is: 'malformed' }
  | { readonly is: 'unreadableText' }
  | { readonly is: 'tooLong'; readonly max: number }
  | { readonly is: 'tooMany'; readonly max: number }
  | { readonly is: 'tooFew'; readonly min: number }
  | { readonly is: 'outOfRange'; readonly min: number; readonly max: number }
  | { readonly is: 'notPrintableAscii' }
  | { readonly is: 'notAnOption' }
  /** A change to what already is. */
  | { readonly is: 'asItIs' }
  | { readonly is: 'notAnEmail'; readonly value: string }
  | { readonly is: 'notADomain' }
  | { readonly is: 'notACode'; readonly digits: number }
  | { readonly is: 'wrongCode'; readonly left: number }
  | { readonly is: 'codeExpired'; readonly minutes: number }
  | { readonly is: 'codeSpent'; readonly tries: number }
  | { readonly is: 'notATenantId' }
  | { readonly is: 'notHttps' }
  | { readonly is: 'notPublic' }
  | { readonly is: 'noSuchHost' }
  | { readonly is: 'mustAgree' }
  | { readonly is: 'unknownField' }
  | { readonly is: 'notServedThere'; readonly country: string }
  | { readonly is: 'zoneRequired'; readonly country: string }
  | { readonly is: 'zoneElsewhere'; readonly country: string }
  | { readonly is: 'timeSkipped'; readonly before: string; readonly after: string }
  | { readonly is: 'timeRepeated'; readonly earlier: string; readonly later: string }
  | { readonly is: 'inThePast' }
  | { readonly is: 'dayInThePast' }
  /** PS-4: the last day on which it was supported. */
  | { readonly is: 'outOfLifecycle'; readonly product: string; readonly until: string }
  /** PS-5, PS-9. */
  | { readonly is: 'directedElsewhere'; readonly subject: string; readonly url: string }
  /** PS-3. */
  | { readonly is: 'notReachable' }
  /** PS-7. */
  | { readonly is: 'inFuture' }
  | { readonly is: 'notThere' }
  | { readonly is: 'recordedBefore' }
  | { readonly is: 'yoursAlready' }
  | { readonly is: 'askedBefore' }
  | { readonly is: 'sameTenant' }
  | { readonly is: 'neitherYours' }
  /** CS-4: the primary contact is the partner's. */
  | { readonly is: 'customersAddress' }
  /** CS-3: a customer is somebody else. */
  | { readonly is: 'ownDomain' }
  /** CS-4: severity A. */
  | { readonly is: 'phoneForSeverityA' }
  /** CS-4: the same, where an engineer raises it. */
  | { readonly is: 'phoneToRaise' }
  | { readonly is: 'notAPhone' }
  /** CS-3, CS-6: on whose plan a problem is worked on. */
  | { readonly is: 'planOfPartner' }
  | { readonly is: 'planOfOwnTenant' }
  /** RM-5: another room has this name at this site, or this address. */
  | { readonly is: 'roomTaken' }
  | { readonly is: 'roomsUnknown'; readonly names: readonly string[] }
  /** Several rooms have this name. */
  | { readonly is: 'roomAmbiguous'; readonly name: string }
  /** RM-4: a reason for what is not asked for. */
  | { readonly is: 'flagMissing' }
  | { readonly is: 'notAPartner' }
  | { readonly is: 'fileUnknown' }
  | { readonly is: 'fileEmpty' }
  /** AG-4: the case that another is to be merged into. */
  | { readonly is: 'noSuchCase' | 'sameCase' | 'otherOrganisation' | 'caseClosed' }
  /** PS-1. */
  | { readonly is: 'itsWhole' }
  /** AG-4. */
  | { readonly is: 'noSuchOutage' | 'outageOver' }
  /** AG-3: people that a note mentions. */
  | { readonly is: 'notOfTheDesk'; readonly names: readonly string[] }
  /** G-17. */
  | { readonly is: 'cannotFollow'; readonly names: readonly string[] }
  /** AG-3. */
  | { readonly is: 'unknownPlaceholder'; readonly names: readonly string[]; readonly known: readonly string[] }
  | { readonly is: 'list'; readonly problem: ListProblem }
  | { readonly is: 'rows'; readonly count: number; readonly rows: readonly RowFault[]; readonly otherCountries: readonly string[] };

/** A fault and where it is: `field` is a field's id in the declaration of the case type, or a command's own field such as `text`. */
export interface Issue {
  readonly field: string;
  readonly fault: Fault;
}
