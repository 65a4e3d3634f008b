import type { Locale } from '../src/domain/i18n/index.ts';

export interface Country {
  readonly code: string;
  readonly name: string;
}

/** Codes that name no place a case could be about: unions, and those kept for private use. */
const noPlaces = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
/** A code that was given up leads to the one in its place. */
const isCurrent = (code: string): boolean => new Intl.Locale(`und-${code}`).region === code;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const known = new Map<Locale, readonly Country[]>();

/** A country by its code; by the code itself where the browser knows no name for it. */
export const countryName = (locale: Locale, code: string): string => {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
};

/** Every country the browser has a name for, in the order of the reader's alphabet. The server's own list would weigh too much here. */
export function allCountries(locale: Locale): readonly Country[] {
  const kept = known.get(locale);
  if (kept) return kept;
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  const countries: Country[] = [];
  for (const a of letters) {
    for (const b of letters) {
      const code = a + b;
      const name = noPlaces.has(code) ? undefined : names.of(code);
      if (name && isCurrent(code)) countries.push({ code, name });
    }
  }
  const { compare } = new Intl.Collator(locale);
  countries.sort((x, y) => compare(x.name, y.name));
  known.set(locale, countries);
  return countries;
}
