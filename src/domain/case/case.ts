import type { Attributes } from '../catalogue/attributes.ts';
import type { DeskId } from '../catalogue/desk.ts';
import type { FormValues } from '../catalogue/field.ts';
import type { Actor, FileRef, PersonRef } from './events.ts';
import type { Improper } from './improper.ts';
import type { Closing, Status } from './lifecycle.ts';
import type { Filed } from './refile.ts';
import type { SupportState } from './support-state.ts';

/** How a case ended: G-7. */
export interface Closed {
  readonly at: string;
  readonly by: Actor;
  readonly step: Closing;
  readonly reason: string | null;
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
  /** AG-2: what was typed for forms that the case had before it was moved, oldest first. */
  readonly filed: readonly Filed[];
  readonly contacts: readonly string[];
  readonly files: readonly FileRef[];
  readonly status: Status;
  /** Who opened it, for ever. */
  readonly openedBy: PersonRef;
  /** Whose it is: who opened it, until it is transferred (G-17). */
  readonly requester: PersonRef;
  readonly assignedTo: PersonRef | null;
  readonly openedAt: string;
  /** Of the last change that the requester can see. */
  readonly updatedAt: string;
  readonly closed: Closed | null;
  /** PS-6: how far a support incident is; `null` before its first step, and at other desks. */
  readonly support: SupportState | null;
  /** When escalation was asked for, until the desk answers or the case is closed (G-17). */
  readonly escalatedAt: string | null;
  /** First comment of an engineer that the requester can see: SLA-1. */
  readonly firstResponseAt: string | null;
  readonly firstResponseDueAt: string | null;
  /** From when the target counts: the opening, or the last reopening. */
  readonly targetFrom: string;
  /** AG-4: the outage it suffers from, which belongs to the operator. */
  readonly outageId: string | null;
  /** CS-10: set while an engineer holds that its partner should not have escalated it. */
  readonly improper: Improper | null;
  /** `seq` of the last event. */
  readonly version: number;
  /** `seq` of the last event that is not internal: the version everybody but the operator works with. */
  readonly publicVersion: number;
}
