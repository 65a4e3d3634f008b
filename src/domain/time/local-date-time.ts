import { Temporal } from 'temporal-polyfill';

/** An instant (ISO 8601 in UTC, with milliseconds) and the offset (`+01:00`) that holds there in the zone at hand. */
export interface Moment {
  readonly instant: string;
  readonly offset: string;
}

/** A moment, with the wall clock it shows. */
export interface WallMoment extends Moment {
  /** `YYYY-MM-DDTHH:mm` */
  readonly local: string;
}

/** What a local time comes to in a zone (PN-4, F-24). */
export type LocalResolution =
  | ({ readonly kind: 'instant' } & Moment)
  /** Clocks jump over it: the last minute before the jump and the first one after it. */
  | { readonly kind: 'skipped'; readonly before: WallMoment; readonly after: WallMoment }
  /** Clocks show it twice: the person says which. */
  | { readonly kind: 'repeated'; readonly earlier: Moment; readonly later: Moment }
  | { readonly kind: 'malformed' };

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/**
 * Finds the instant of a wall-clock time (PN-4, F-24). `local` is `YYYY-MM-DDTHH:mm`, `zone` an IANA name (see `isZone`).
 * `which` settles a repeated time and changes nothing else.
 */
export function resolveLocal(local: string, zone: string, which?: 'earlier' | 'later'): LocalResolution {
  const wall = wallOf(local);
  if (!wall || !isZone(zone)) return { kind: 'malformed' };
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochNanoseconds === later.epochNanoseconds) return { kind: 'instant', ...momentOf(earlier) };
  // A skipped time is moved off its place by either disambiguation; a repeated one stays.
  if (!earlier.toPlainDateTime().equals(wall)) return skipped(earlier);
  if (which) return { kind: 'instant', ...momentOf(which === 'earlier' ? earlier : later) };
  return { kind: 'repeated', earlier: momentOf(earlier), later: momentOf(later) };
}

/** Asking the runtime about a name takes a tenth of a millisecond, and nearly every name that is asked about is one of these. */
const listed = new Set(Intl.supportedValuesOf('timeZone'));

/** Whether the runtime knows this IANA name. An offset such as `+02:00` is no zone: it knows no summer. */
export function isZone(zone: string): boolean {
  if (listed.has(zone)) return true;
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The wall clock of a zone at an instant, as `YYYY-MM-DDTHH:mm`. */
export function localIn(instant: string, zone: string): string {
  return wallMomentOf(Temporal.Instant.from(instant).toZonedDateTimeISO(zone)).local;
}

/** The offset of a zone at an instant, as `+01:00`. */
export function offsetAt(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).offset;
}

/** `UTC+2`, `UTC−3:30`, `UTC` from `+02:00`, `-03:30`, `+00:00`. */
export function offsetText(offset: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})/.exec(offset) ?? [];
  if (!sign || (hours === '00' && minutes === '00')) return 'UTC';
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

function wallOf(local: string): Temporal.PlainDateTime | undefined {
  if (!shape.test(local)) return undefined;
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

function skipped(moved: Temporal.ZonedDateTime): LocalResolution {
  const jump = moved.getTimeZoneTransition('next') ?? moved;
  return { kind: 'skipped', before: wallMomentOf(jump.subtract({ minutes: 1 })), after: wallMomentOf(jump) };
}

function momentOf(at: Temporal.ZonedDateTime): Moment {
  return { instant: at.toInstant().toString({ smallestUnit: 'millisecond' }), offset: at.offset };
}

function wallMomentOf(at: Temporal.ZonedDateTime): WallMoment {
  return { local: at.toPlainDateTime().toString({ smallestUnit: 'minute' }), ...momentOf(at) };
}
