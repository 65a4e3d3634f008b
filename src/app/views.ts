import type { Action } from '../domain/access/policy.ts';
import type { Role } from '../domain/access/principal.ts';
import type { CaseEvent, Side } from '../domain/case/events.ts';
import type { Closing, Status, Step } from '../domain/case/lifecycle.ts';
import type { Charge, SupportSide } from '../domain/case/support-state.ts';
import type { Severity } from '../domain/catalogue/attributes.ts';
import type { Category, DeskId } from '../domain/catalogue/desk.ts';
import type { FormValues } from '../domain/catalogue/field.ts';
import type { Progress } from '../domain/catalogue/stages.ts';
import type { Locale } from '../domain/i18n/index.ts';
import type { ContactState } from '../domain/notice/contact.ts';
import type { OutageState } from '../domain/outage/outage.ts';

/** What leaves the core: made by the presenters for one reader, in that reader's language. Instants are ISO 8601 in UTC. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly you: boolean;
}

/** An actor as this reader may see them: engineers appear to others under the desk's name (G-7). */
export interface ActorView {
  readonly name: string;
  readonly side: Side;
  readonly you: boolean;
}

export interface FileView {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
}

/** AG-2: what was typed for a form that a case no longer has. */
export interface FiledView {
  readonly desk: DeskId;
  readonly caseType: string;
  /** Of the form, in words. */
  readonly name: string;
  readonly details: readonly DetailView[];
}

/** G-17, AG-2: what became something else, in the reader's words. */
export interface ChangeView {
  /** Of a form (PN-13), or `requester`, `caseType`, `severity`. */
  readonly field: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export interface TimelineEntry {
  readonly seq: number;
  readonly at: string;
  readonly type: CaseEvent['type'];
  readonly actor: ActorView;
  /** The entry in words, without the text that was written. */
  readonly summary: string;
  readonly internal: boolean;
  readonly text: string | null;
  /** AG-3: colleagues an internal note is for. */
  readonly mentions: readonly PersonView[];
  readonly changes: readonly ChangeView[];
  /** AG-4: the case that this one was merged with; without an id for whoever may not see it. */
  readonly other: { readonly number: string; readonly id: string | null } | null;
  readonly files: readonly FileView[];
  readonly step: Step | null;
  readonly status: Status | null;
}

/** G-11: an additional contact. `note` says in the reader's words why it does not hear of the case; `null` where it does. */
export interface ContactView {
  readonly address: string;
  readonly state: ContactState;
  readonly note: string | null;
}

/** One particular of the form, in the reader's words. */
export interface DetailView {
  readonly field: string;
  readonly label: string;
  readonly text: string;
}

/** SLA-1: the target for the first response, by which clock it runs, and how it stands; `near` is running, and soon due. */
export type TargetView =
  | { readonly state: 'none' }
  | {
      readonly state: 'running' | 'near' | 'met' | 'breached';
      readonly dueAt: string;
      /** `null` where the desk's programme no longer says. */
      readonly clock: 'aroundTheClock' | 'businessHours' | null;
    };

export interface ReasonView {
  readonly id: string;
  readonly label: string;
}

export interface CaseSummary {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly title: string;
  readonly desk: DeskId;
  readonly caseType: string;
  readonly caseTypeName: string;
  readonly status: Status;
  readonly statusText: string;
  readonly waitingOnYou: boolean;
  readonly tenant: { readonly id: string; readonly name: string };
  readonly openedBy: PersonView;
  /** Whose it is now: who opened it, until it is transferred (G-17). */
  readonly requester: PersonView;
  /** Since when escalation is asked for, until the desk answers; `null` where it is not (G-17). */
  readonly escalatedAt: string | null;
  readonly assignedTo: PersonView | null;
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly country: { readonly code: string; readonly name: string } | null;
  readonly target: TargetView;
  /** CS-3: the domain by which a partner without a relationship filed it; `null` for every other case. */
  readonly filedByDomain: string | null;
}

/** What a case says of an outage, in the reader's language but for its title. */
export interface OutageNotice {
  readonly id: string | null;
  readonly title: string;
  readonly state: OutageState;
  readonly text: string;
}

export interface StageView {
  readonly id: string;
  readonly name: string;
  readonly state: Progress;
}

/** PS-6: what the desk put to the requester, and how that stands. */
export interface PutView {
  readonly text: string;
  readonly standing: 'waiting' | 'agreed' | 'notAgreed';
}

/** Another case, that one is a part of or that is a part of one. */
export interface PartView {
  /** `null` where the reader may not see it, and then it has no title. */
  readonly id: string | null;
  readonly number: string;
  readonly title: string | null;
  readonly open: boolean;
}

/** PS-1, PS-6: how far a support incident is. */
export interface SupportView {
  readonly problem: PutView | null;
  /** The last one that was proposed. */
  readonly solution: PutView | null;
  /** How many were proposed. */
  readonly solutions: number;
  readonly charge: Charge | null;
  /** Whether closing it is to come with a decision on charging by this reader. */
  readonly decidesCharge: boolean;
  /** A split that is proposed; `yours` to answer for the reader's side. */
  readonly split: { readonly titles: readonly string[]; readonly waitsFor: SupportSide; readonly yours: boolean } | null;
  readonly parts: readonly PartView[];
  readonly partOf: PartView | null;
}

export interface CaseView extends CaseSummary {
  readonly category: Category;
  readonly categoryName: string;
  readonly deskName: string;
  readonly description: string;
  readonly severity: Severity | null;
  readonly breakFix: boolean | null;
  readonly supportLanguage: string;
  readonly aroundTheClock: boolean;
  readonly onBehalfOf: string | null;
  /** The partner that opened it for its organisation, in words. */
  readonly partner: string | null;
  /** CS-3: in words, that and how it is an exception, and for whoever can end it, how. */
  readonly exception: string | null;
  readonly stage: string | null;
  /** PN-13: in order, those beside the path only while the work is there; empty where the type has none. */
  readonly stages: readonly StageView[];
  /** The closing that the stage suggests, where the reader may take it. */
  readonly proposed: Closing | null;
  /** PN-13: the stage keeps everybody from editing and cancelling. */
  readonly locked: boolean;
  /** Of a support incident alone. */
  readonly support: SupportView | null;
  readonly particulars: FormValues;
  readonly details: readonly DetailView[];
  /** AG-2: what was typed for forms that the case had before it was moved, oldest first. */
  readonly filed: readonly FiledView[];
  /** AG-2: for the desk, what its form requires and the case lacks, in words. */
  readonly missing: readonly string[];
  readonly contacts: readonly ContactView[];
  readonly files: readonly FileView[];
  readonly closed: {
    readonly at: string;
    readonly by: ActorView;
    readonly step: Closing;
    readonly reason: string | null;
    /** G-7: who closed it and why, in words. */
    readonly summary: string;
  } | null;
  readonly reopenableUntil: string | null;
  /** Newest last; at most the last hundred, `earlierEntries` counts those before. */
  readonly timeline: readonly TimelineEntry[];
  readonly earlierEntries: number;
  /** G-9: what this reader may do now. */
  readonly permitted: readonly Action[];
  /** G-10: who can close this open case, in words, where the organisation lets somebody else than this reader do it. */
  readonly closers: string | null;
  /** AG-4: the known outage it is part of; which other cases are is told to nobody but engineers, who get its id. */
  readonly outage: OutageNotice | null;
  /** The reasons a closing offers; empty where it asks for none. */
  readonly reasons: Readonly<Record<Closing, readonly ReasonView[]>>;
  /** G-18. */
  readonly actingAs: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export interface MeView {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly tenant: { readonly id: string; readonly name: string };
  readonly roles: readonly Role[];
  /** The desks the reader works for. */
  readonly desks: readonly DeskId[];
  readonly views: readonly ListName[];
  readonly mayOpen: boolean;
  readonly maySeeReports: boolean;
  readonly mayReadFeedback: boolean;
  /** Notices of one's desks that were given up, counted to 100; `null` for whoever is no engineer. */
  readonly undelivered: number | null;
  /** Grants, rules and data of the organisation. */
  readonly mayManageOrganisation: boolean;
  /** G-11: which channels in Teams are told of cases. */
  readonly mayManageChannels: boolean;
  /** ID-1: credentials for the organisation's systems. */
  readonly mayManageMachines: boolean;
  /** The organisations that the desk serves. */
  readonly mayManageTenants: boolean;
  readonly mayCheckSetUp: boolean;
  /** RM-2: rooms and how they are. */
  readonly maySeeRooms: boolean;
  readonly mayManageRooms: boolean;
  readonly mayAssignRooms: boolean;
  /** AG-3: saved replies of the desks they lead. */
  readonly mayWriteReplies: boolean;
  /** CS-3, CS-5: what the desk has on record of one's own organisation, or of every partner. */
  readonly partners: 'own' | 'manages' | null;
  /** PS-7: packs of their own to look at, or to record. */
  readonly packs: 'own' | 'manages' | null;
  /** PS-7: requests for packs that wait for this lead, counted to 100; `null` for everybody else. */
  readonly packRecoveries: number | null;
  readonly locale: Locale;
  readonly timeZone: string;
  /** Open cases of one's own, and how many of them wait on this person. */
  readonly counts: { readonly open: number; readonly waiting: number };
  readonly actingAs: string;
}

export const listNames = [
  'mine',
  'waitingOnMe',
  'company',
  'followed',
  'customers',
  'queue',
  'assignedToMe',
  'unassigned',
  'dueSoon',
  'waiting',
] as const;
/** G-4 and AG-1: the lists there are; the last five are the engineers'. */
export type ListName = (typeof listNames)[number];
