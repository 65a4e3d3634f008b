import { Temporal } from 'temporal-polyfill';
import { type Calendar, type Hours, openOn } from '../sla/calendar.ts';

/** When a person does not want to be disturbed, by the clock on their wall. */
export interface Quiet {
  /** `HH:mm`, the two apart; where `to` is earlier than `from`, over midnight. */
  readonly hours: { readonly from: string; readonly to: string } | null;
  /** Days that are quiet from beginning to end, 1 is Monday; six at most. */
  readonly days: readonly number[];
  /** Whether mail waits too. */
  readonly email: boolean;
}

export const neverQuiet: Quiet = { hours: null, days: [], email: false };

/** Days to look ahead: quiet time that is longer than all of them is none. */
const horizon = 15;

/**
 * The end of the quiet time in which an instant lies, both ISO 8601 in UTC; `null` where it lies in none. Where clocks change, it is what they
 * show that counts.
 */
export function quietUntil(quiet: Quiet, timeZone: string, now: string): string | null {
  if (quiet.hours === null && quiet.days.length === 0) return null;
  const at = Date.parse(now);
  const calendar = calendarOf(quiet, timeZone);
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate();
  let until: number | null = null;
  for (let ahead = 0; ahead < horizon; ahead += 1) {
    for (const { from, to } of openOn(today.add({ days: ahead }), calendar)) {
      if (until === null && at >= to) continue;
      if (from > (until ?? at)) return until === null ? null : new Date(until).toISOString();
      until = to;
    }
  }
  return null;
}

const wholeDay: readonly Hours[] = [{ from: '00:00', to: '24:00' }];

const calendarOf = ({ hours, days }: Quiet, timeZone: string): Calendar => ({
  timeZone,
  week: [1, 2, 3, 4, 5, 6, 7].map((day) => (days.includes(day) ? wholeDay : hours ? hoursOf(hours) : [])),
  closedOn: () => false,
});

const hoursOf = ({ from, to }: NonNullable<Quiet['hours']>): readonly Hours[] =>
  from < to
    ? [{ from, to }]
    : [
        { from: '00:00', to },
        { from, to: '24:00' },
      ].filter((those) => those.from < those.to);
