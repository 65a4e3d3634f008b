import type { Temporal } from 'temporal-polyfill';

/** Opening hours on one local day: from `from` until, and without, `to`. `HH:mm`; `24:00` is the day's end. */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** SLA-2: when a desk works. */
export interface Calendar {
  /** IANA name of the zone that the hours are read in. */
  readonly timeZone: string;
  /** Seven days, Monday first; each day's hours in their order and apart from each other. */
  readonly week: readonly (readonly Hours[])[];
  /** Whether the desk is closed on that local day, `YYYY-MM-DD`, for a holiday. */
  readonly closedOn: (day: string) => boolean;
}

/** A stretch of time, milliseconds since 1970: from `from` until, and without, `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * When the desk is open on a local day: every instant at which a clock on its wall shows one of its hours. Where clocks change, an hour that
 * they skip is not there, and one that they show twice is there twice.
 */
export function openOn(day: Temporal.PlainDate, { timeZone, week, closedOn }: Calendar): readonly Stretch[] {
  const hours = week[day.dayOfWeek - 1] ?? [];
  if (hours.length === 0 || closedOn(day.toString())) return [];
  const midnight = wallClock(day, '00:00');
  return segmentsOf(day, timeZone).flatMap(({ from, to, offset }) =>
    hours.flatMap((those) => {
      const opens = Math.max(from, midnight + minutesOf(those.from) * minute - offset);
      const closes = Math.min(to, midnight + minutesOf(those.to) * minute - offset);
      return opens < closes ? [{ from: opens, to: closes }] : [];
    }),
  );
}

const minute = 60_000;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** What a clock without a zone shows, as if it were UTC. */
const wallClock = (day: Temporal.PlainDate, time: string): number => Date.parse(`${day.toString()}T${time}:00Z`);

/** The parts of a local day between changes of the clocks, each with its offset in milliseconds. */
function segmentsOf(day: Temporal.PlainDate, timeZone: string): readonly (Stretch & { readonly offset: number })[] {
  const end = day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  const segments: (Stretch & { offset: number })[] = [];
  for (let at = day.toZonedDateTime(timeZone); at.epochMilliseconds < end; ) {
    const change = at.getTimeZoneTransition('next');
    const to = Math.min(end, change?.epochMilliseconds ?? end);
    segments.push({ from: at.epochMilliseconds, to, offset: at.offsetNanoseconds / 1e6 });
    if (!change) break;
    at = change;
  }
  return segments;
}
