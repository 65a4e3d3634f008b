import type { DeskId } from '../catalogue/desk.ts';
import type { FormValues } from '../catalogue/field.ts';
import type { Actor, FileRef, PersonRef } from './events.ts';
import type { Closing, Status } from './lifecycle.ts';

export type Severity = 'A' | 'B' | 'C';

/** How a case ended: G-7. */
export interface Closed {
  readonly at: string;
  readonly by: Actor;
  readonly step: Closing;
  readonly reason: string | null;
}

/** What every desk's cases have in common, fixed when the case is opened; `null` where the desk does not use it. */
export interface Attributes {
  readonly severity: Severity | null;
  readonly breakFix: boolean | null;
  /** Language tag the desk answers in, such as `fr`. */
  readonly supportLanguage: string;
  readonly aroundTheClock: boolean;
  /** Tenant id of the partner's person who opened it for the customer; `null` when a person of the tenant did. */
  readonly onBehalfOf: string | null;
  readonly stage: string | null;
}

/** A case as it stands. Instants are ISO 8601 in UTC. */
export interface Case extends Attributes {
  readonly id: string;
  readonly number: string;
  readonly tenantId: string;
  readonly desk: DeskId;
  readonly caseType: string;
  readonly title: string;
  readonly description: string;
  readonly country: string | null;
  /** The form's other fields, checked, by field id. */
  readonly particulars: FormValues;
  readonly contacts: readonly string[];
  readonly files: readonly FileRef[];
  readonly status: Status;
  readonly openedBy: PersonRef;
  readonly assignedTo: PersonRef | null;
  readonly openedAt: string;
  /** Of the last change that the requester can see. */
  readonly updatedAt: string;
  readonly closed: Closed | null;
  /** First comment of an engineer that the requester can see: SLA-1. */
  readonly firstResponseAt: string | null;
  readonly firstResponseDueAt: string | null;
  /** `seq` of the last event. */
  readonly version: number;
  /** `seq` of the last event that is not internal: the version everybody but the operator works with. */
  readonly publicVersion: number;
}
