/**
 * Shows an instant (ISO 8601) in a zone to a reader (G-13): `18 Nov 2026, 10:00`, `18 nov. 2026, 10:00`. The clock has 24 hours
 * except where the reader's locale names a country that uses another one.
 */
export function formatInstant(instant: string, zone: string, locale: string): string {
  return formatter(locale, zone).format(new Date(instant));
}

/** `10:00` of an instant that is near: the day goes without saying. */
export const formatTime = (instant: string, zone: string, locale: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );

/** Shows a wall-clock time, `YYYY-MM-DDTHH:mm`, as it stands: no zone takes part. */
export function formatLocal(local: string, locale: string): string {
  return formatter(locale, 'UTC').format(new Date(`${local}Z`));
}

/** `18 November 2026` of a `YYYY-MM-DD`, the same everywhere. */
export const formatDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, zone: string): Intl.DateTimeFormat {
  const key = `${locale} ${zone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  formatters.set(key, made);
  return made;
}

/** `2026-11-18 10:00` of an instant in a zone: what a spreadsheet takes for a time in every language. */
export const formatForSheet = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant));
