import { Temporal } from 'temporal-polyfill';
import { type Calendar, openOn } from './calendar.ts';

/** How long somebody may take: hours on a clock that never stops or on the desk's own, or the desk's working days. */
export type Target =
  | { readonly hours: number; readonly clock: 'aroundTheClock' | 'businessHours' }
  /** Until the desk closes on the last of so many working days after the one at hand. */
  | { readonly businessDays: number };

/** A calendar that opens less than this is not one that somebody waits by. */
const farthest = 3_700;

/**
 * SLA-2: when a target that begins at `from` is due. Both are instants, ISO 8601 in UTC.
 *
 * @throws RangeError where the calendar does not open long enough within ten years
 */
export function dueAt(from: string, target: Target, calendar: Calendar): string {
  if ('businessDays' in target) return iso(closeOfDay(Date.parse(from), target.businessDays, calendar));
  const span = target.hours * 3_600_000;
  return iso(target.clock === 'aroundTheClock' ? Date.parse(from) + span : afterOpenTime(Date.parse(from), span, calendar));
}

/** The instant by which the desk has been open for so many milliseconds since `from`. */
function afterOpenTime(from: number, span: number, calendar: Calendar): number {
  let left = span;
  for (const day of daysFrom(from, calendar)) {
    for (const stretch of openOn(day, calendar)) {
      const opens = Math.max(from, stretch.from);
      const open = stretch.to - opens;
      if (open <= 0) continue;
      if (left <= open) return opens + left;
      left -= open;
    }
  }
  throw new RangeError('the calendar does not open long enough');
}

/** What comes in before the desk closes belongs to that day, anything else to the next working day. */
function closeOfDay(from: number, count: number, calendar: Calendar): number {
  let left = count;
  for (const day of daysFrom(from, calendar)) {
    const close = openOn(day, calendar).at(-1)?.to;
    if (close === undefined || close <= from) continue;
    if (left === 0) return close;
    left -= 1;
  }
  throw new RangeError('the calendar does not open long enough');
}

function* daysFrom(from: number, { timeZone }: Calendar): Iterable<Temporal.PlainDate> {
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).toPlainDate();
  for (let count = 0; count < farthest; count += 1) yield first.add({ days: count });
}

const iso = (at: number): string => new Date(at).toISOString();
