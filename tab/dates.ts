import type { Locale } from '../src/domain/i18n/index.ts';
import { formatInstant } from '../src/domain/time/format.ts';

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const relative = new Map<Locale, Intl.RelativeTimeFormat>();
const days = new Map<string, Intl.DateTimeFormat>();

/** `12 minutes ago`, `yesterday`; the date itself when it is more than a week away. Days are those of the reader's zone. */
export function formatWhen(instant: string, now: number, zone: string, locale: Locale): string {
  const seconds = Math.round((Date.parse(instant) - now) / 1000);
  // Most rows of a long list are old: nobody needs to count their days.
  if (Math.abs(seconds) > 9 * 86_400) return dateOf(instant, zone, locale);
  const apart = dayNumber(instant, zone) - dayNumber(new Date(now).toISOString(), zone);
  if (Math.abs(apart) > 7) return dateOf(instant, zone, locale);
  const format = relative.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  relative.set(locale, format);
  if (Math.abs(seconds) < 45) return format.format(0, 'second');
  if (apart !== 0 && Math.abs(seconds) > 6 * 3_600) return format.format(apart, 'day');
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? (['minute', 60] as const);
  return format.format(Math.trunc(seconds / size) || Math.sign(seconds), unit);
}

/** `18 Nov 2026`. */
export function dateOf(instant: string, zone: string, locale: Locale): string {
  return formatterOf(locale, zone, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(instant));
}

/** `18 Nov 2026, 10:00` in the reader's zone (G-13). */
export const momentOf = (instant: string, zone: string, locale: Locale): string => formatInstant(instant, zone, locale);

/** Days since 1970 of the date that the instant has in a zone. */
function dayNumber(instant: string, zone: string): number {
  const parts = formatterOf('en', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date(instant));
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value ?? 0);
  return Date.UTC(part('year'), part('month') - 1, part('day')) / 86_400_000;
}

function formatterOf(locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${Object.keys(options).length} ${options.month}`;
  const known = days.get(key) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...options, timeZone });
  days.set(key, known);
  return known;
}

/** `2.4 MB`, `812 KB`. */
export function sizeOf(bytes: number, locale: Locale): string {
  const [value, unit] = bytes < 1_000 ? [bytes, 'byte'] : bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: unit as string,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: (value as number) < 10 && unit !== 'byte' ? 1 : 0,
  }).format(value as number);
}
