import type { Attributes, Severity } from '../catalogue/attributes.ts';
import type { DeskId } from '../catalogue/desk.ts';
import type { Calendar, Hours } from './calendar.ts';
import { dueAt, type Target } from './due.ts';

/** What a target is for; what is left out is any. */
export interface TargetRow {
  readonly severity?: Severity;
  readonly breakFix?: boolean;
  /** Language tag the desk answers in. */
  readonly supportLanguage?: string;
  readonly target: Target;
}

/** What a desk promises about time: SLA-1, SLA-2. */
export interface Programme {
  /** The first row that fits a case is its target for the first response; where none does, it has no target. */
  readonly firstResponse: readonly TargetRow[];
  readonly calendar: Calendar;
  /** SLA-3: minutes before a first response is due at which the desk is warned. */
  readonly warnMinutes: number;
  /** RM-6: what the desk asked and nobody answered is closed after so many working days, with a reminder so many before; `null`: never. */
  readonly unanswered: { readonly businessDays: number; readonly remindBefore: number } | null;
}

const office: readonly Hours[] = [{ from: '09:00', to: '17:00' }];

/** Monday to Friday, nine to five, in UTC: for a desk whose operator has not said when it works. */
export const officeHours: Calendar = {
  timeZone: 'UTC',
  week: [office, office, office, office, office, [], []],
  closedOn: () => false,
};

const aroundTheClock = (hours: number): Target => ({ hours, clock: 'aroundTheClock' });
const businessHours = (hours: number): Target => ({ hours, clock: 'businessHours' });

/** What a desk promises; every row of it may be changed by the operator. SLA-1: the phone desk promises nothing, unless configured. */
export const programmes: Readonly<Record<DeskId, Programme>> = {
  phoneNumbers: { firstResponse: [], calendar: officeHours, warnMinutes: 60, unanswered: null },
  // RM-6.
  rooms: {
    firstResponse: [{ target: aroundTheClock(4) }],
    calendar: officeHours,
    warnMinutes: 60,
    unanswered: { businessDays: 3, remindBefore: 1 },
  },
  // CS-8: in English around the clock, in another language within business hours.
  cloudServices: {
    firstResponse: [
      { breakFix: false, target: { businessDays: 1 } },
      { severity: 'A', supportLanguage: 'en', target: aroundTheClock(2) },
      { severity: 'B', supportLanguage: 'en', target: aroundTheClock(4) },
      { severity: 'C', supportLanguage: 'en', target: aroundTheClock(8) },
      { severity: 'A', target: businessHours(2) },
      { severity: 'B', target: businessHours(4) },
      { severity: 'C', target: businessHours(8) },
    ],
    calendar: officeHours,
    warnMinutes: 60,
    unanswered: null,
  },
  // PS-2.
  professionalSupport: {
    firstResponse: [
      { severity: 'A', target: aroundTheClock(2) },
      { severity: 'B', target: businessHours(4) },
      { severity: 'C', target: businessHours(8) },
    ],
    calendar: officeHours,
    warnMinutes: 60,
    unanswered: null,
  },
};

type ForTarget = Pick<Attributes, 'severity' | 'breakFix' | 'supportLanguage' | 'aroundTheClock'>;

/** The target of a case, or none. */
export const targetFor = (case_: ForTarget, { firstResponse }: Programme): Target | undefined =>
  firstResponse.find(
    (row) =>
      (row.severity === undefined || row.severity === case_.severity) &&
      (row.breakFix === undefined || row.breakFix === case_.breakFix) &&
      (row.supportLanguage === undefined || row.supportLanguage === case_.supportLanguage),
  )?.target;

/** SLA-1: by when somebody of the desk must have answered what begins at `from`; `null` where nothing is promised. Nothing pauses it. */
export function firstResponseDue(case_: ForTarget, from: string, programme: Programme): string | null {
  const target = targetFor(case_, programme);
  return target ? dueAt(from, target, programme.calendar) : null;
}

/** Whose hours a target counts. */
export const clockOf = (target: Target): 'aroundTheClock' | 'businessHours' => ('clock' in target ? target.clock : 'businessHours');
