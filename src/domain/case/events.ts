import type { Severity } from '../catalogue/attributes.ts';
import type { Corrections } from './correct.ts';
import type { Changes } from './edit.ts';
import type { Status, Step } from './lifecycle.ts';
import type { Place } from './refile.ts';
import type { SupportStep } from './support-state.ts';

/** Whose side somebody acts on. `service` is Case Desk itself: a timer, a rule. */
export type Side = 'customer' | 'partner' | 'desk' | 'service';

export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

/** Who did it, as it was when they did it: the timeline stays true when a name or a role changes. */
export interface Actor extends PersonRef {
  readonly tenantId: string;
  readonly side: Side;
}

/** A stored file as a case names it. `sha256` finds the content; nobody outside sees it. */
export interface FileRef {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** What happened to a case (G-5). An event that is `internal` never leaves the operator. */
export type Happening =
  | { readonly type: 'opened'; readonly files: readonly FileRef[] }
  | { readonly type: 'commented'; readonly text: string; readonly files: readonly FileRef[] }
  | {
      readonly type: 'noted';
      readonly text: string;
      readonly files: readonly FileRef[];
      /** AG-3: colleagues of the desk; left out where there are none. */
      readonly mentions?: readonly PersonRef[];
    }
  /** CS-8: the desk called; what was said. */
  | { readonly type: 'called'; readonly text: string }
  | { readonly type: 'assigned'; readonly from: PersonRef | null; readonly to: PersonRef | null }
  | {
      readonly type: 'statusChanged';
      readonly step: Step;
      readonly from: Status;
      readonly to: Status;
      readonly reason: string | null;
      /** Of a reopening: its own target for the first response (SLA-1). */
      readonly firstResponseDueAt?: string | null;
    }
  /** G-17. */
  | { readonly type: 'edited'; readonly changes: Changes }
  | { readonly type: 'escalated'; readonly text: string }
  | { readonly type: 'transferred'; readonly from: PersonRef; readonly to: PersonRef }
  /** AG-2, each with the reason and the target from then on (SLA-1). */
  | {
      readonly type: 'moved';
      readonly from: Place;
      readonly to: Place;
      readonly text: string;
      readonly firstResponseDueAt: string | null;
    }
  | {
      readonly type: 'severityChanged';
      readonly from: Severity | null;
      readonly to: Severity;
      readonly text: string;
      readonly firstResponseDueAt: string | null;
      /** CS-4: left out where it stayed as it was. */
      readonly contactPhone?: { readonly from: string | null; readonly to: string };
    }
  /** AG-4: this case is a duplicate, and goes on as the other one. */
  | { readonly type: 'mergedInto'; readonly caseId: string; readonly number: string }
  /** AG-4: a duplicate's contacts hear of this case now, but for as many as it has no room for. */
  | {
      readonly type: 'mergedFrom';
      readonly caseId: string;
      readonly number: string;
      readonly contacts: readonly string[];
      readonly left: number;
    }
  /** AG-4: what the case suffers from is known, under this title, or is something else after all. */
  | { readonly type: 'outageLinked' | 'outageUnlinked'; readonly outageId: string; readonly title: string }
  /** CS-10: `partner` is its tenant id. */
  | { readonly type: 'improperMarked'; readonly partner: string; readonly text: string }
  | { readonly type: 'improperUnmarked' }
  /** PN-13. */
  | { readonly type: 'staged'; readonly from: string | null; readonly to: string; readonly text: string }
  /** PN-13: by its requester's side, in the form of that type, from stage to stage. `before`: files that were named there; `files`: new ones. */
  | {
      readonly type: 'corrected';
      readonly caseType: string;
      readonly details: Corrections;
      readonly before: readonly FileRef[];
      readonly files: readonly FileRef[];
      readonly from: string | null;
      readonly to: string | null;
    }
  /** PS-1, PS-3, PS-6: a step of a support incident, with what was written. */
  | {
      readonly type: 'supported';
      readonly what: SupportStep;
      readonly text: string;
      /** Of a change of the hours. */
      readonly aroundTheClock?: boolean;
      /** Of a proposed split: what each part is called. */
      readonly titles?: readonly string[];
    }
  /** PS-1: a part was split off this case and stands as a case of its own, or was closed or reopened; or the case is a part of that one. */
  | { readonly type: 'partMade' | 'partOf' | 'partClosed' | 'partReopened'; readonly caseId: string; readonly number: string }
  /** SLA-3: the first response is soon due, or was due. */
  | { readonly type: 'targetNear'; readonly dueAt: string }
  | { readonly type: 'targetMissed'; readonly dueAt: string }
  /** RM-6: the requester was told that the case is closed unless they answer. */
  | { readonly type: 'reminded'; readonly closesAt: string };

/** One entry of the timeline. `seq` counts from 1 within the case and is the case's version after it. */
export type CaseEvent = Happening & {
  readonly seq: number;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly actor: Actor;
};

/** Case Desk itself, as it acts on a case by a timer. */
export const service = (tenantId: string): Actor => ({ tenantId, id: 'service', name: 'Case Desk', side: 'service' });

/** G-5: the kinds of event that only the operator's people see. */
export const internalHappenings: ReadonlySet<Happening['type']> = new Set(['noted', 'targetNear', 'targetMissed']);
export const isInternal = (event: Pick<Happening, 'type'>): boolean => internalHappenings.has(event.type);
