import type { Locale } from '../src/domain/i18n/index.ts';

export interface Country {
  readonly code: string;
  readonly name: string;
}

/** Codes that name no place a case could be about: unions, and those kept for private use. */
const noPlaces = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'ZR', 'AN', 'NT', 'CS']);
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const known = new Map<Locale, readonly Country[]>();

/** Every country the browser has a name for, in the order of the reader's alphabet. The server's own list would weigh too much here. */
export function allCountries(locale: Locale): readonly Country[] {
  const kept = known.get(locale);
  if (kept) return kept;
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  const seen = new Map<string, Country>();
  for (const a of letters) {
    for (const b of letters) {
      const name = noPlaces.has(a + b) ? undefined : names.of(a + b);
      // A code that was given up has the name of the one in its place.
      if (name && !seen.has(name)) seen.set(name, { code: a + b, name });
    }
  }
  const { compare } = new Intl.Collator(locale);
  const countries = [...seen.values()].sort((x, y) => compare(x.name, y.name));
  known.set(locale, countries);
  return countries;
}
