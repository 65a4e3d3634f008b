import type { Closers } from './access/closing-rule.ts';
import type { Action, GeneralAction } from './access/policy.ts';
import type { TenantState } from './access/tenant.ts';
import type { CaseEvent } from './case/events.ts';
import type { Status, Step } from './case/lifecycle.ts';
import type { DirectedElsewhere } from './catalogue/desk.ts';
import type { NoIncident } from './entitlement/pack.ts';
import type { Issue } from './faults.ts';

/** Why a person may not, where a plain "you may not" would leave them without a next step. */
export type WhyNot =
  | 'onBehalfOfAnother'
  | 'noRelationship'
  | 'lockedByStage'
  /** PN-13. */
  | 'nothingToCorrect'
  | 'nothingCorrected'
  | 'relationshipNotActive'
  | 'relationshipEnded'
  | 'relationshipWithoutRole'
  | 'relationshipNotAssigned'
  | 'relationshipUnreadable'
  | 'guest'
  | 'notOfThisDesk'
  /** CS-1. */
  | 'partnersAlone'
  /** CS-11. */
  | 'deskNotOffered'
  | 'tooLateToReopen'
  | 'notAnEngineerOfThisDesk'
  | 'notOfYourOrganisation'
  | 'guestsGetNoRole'
  | 'notYourself'
  /** PS-6. */
  | 'engineerCloses'
  | 'noSolutionYet'
  | 'closeNotAsked'
  | 'notWhileClosed'
  | 'alreadyAgreed'
  | 'nothingToAnswer'
  | 'closeAskedAlready'
  /** PS-1. */
  | 'partsOpen'
  | 'splitWaits'
  | 'splitAlready'
  | 'alreadyEscalated'
  | 'noSeverityHere'
  | 'alwaysCritical'
  /** CS-3. */
  | 'providerGrantMissing'
  | 'helpdeskOutsideGroup'
  | 'domainUnknown'
  | 'notByDomain'
  /** CS-10. */
  | 'selfHelpFirst'
  /** CS-5. */
  | 'noSupportContract'
  | 'supportContractEnded'
  /** CS-10. */
  | 'openedByNoPartner'
  /** CS-2. */
  | 'noPartnersCase'
  | 'partnerActsHere'
  /** RM-5. */
  | 'noRoomAssigned'
  /** RM-5: the organisation's directory was not opened, or there is none that is asked. */
  | 'placesNotGranted'
  | 'placesOff'
  /** RM-3. */
  | 'monitoringCloses'
  | 'monitoringKeeps';

/** What is not taken in, whatever its name: F-42. */
export type RefusedKind = 'program' | 'script';

/** Every way a command or a question can be refused. The codes are stable: they are the API's problem types. */
export type Refusal =
  | { readonly code: 'notFound' }
  | { readonly code: 'notAllowed'; readonly action: Action | GeneralAction | 'open'; readonly why?: WhyNot; readonly closers?: Closers }
  | { readonly code: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly code: 'changed'; readonly version: number; readonly since: readonly CaseEvent[] }
  | { readonly code: 'outdated' }
  | { readonly code: 'fileRefused'; readonly kind: RefusedKind }
  | { readonly code: 'illegalStep'; readonly step: Step; readonly status: Status }
  | { readonly code: 'tenantState'; readonly state: TenantState }
  | { readonly code: 'exportFirst' }
  | { readonly code: 'alreadyUsed' }
  | { readonly code: 'mistypedNumber' }
  | { readonly code: 'nothingToConfirm' }
  /** `retryAfter` in seconds. */
  | { readonly code: 'tooSoon'; readonly what: 'code' | 'domain'; readonly retryAfter: number }
  /** PS-7. */
  | { readonly code: 'noIncident'; readonly why: NoIncident }
  | { readonly code: 'directedElsewhere'; readonly subject: DirectedElsewhere }
  | {
      readonly code: 'limitReached';
      readonly limit:
        | 'drafts'
        | 'files'
        | 'fileSize'
        | 'batch'
        | 'grants'
        | 'machines'
        | 'channels'
        | 'webhooks'
        | 'followers'
        | 'replies'
        | 'rooms'
        | 'roomAssignments'
        | 'packPeople';
      readonly max: number;
    };
