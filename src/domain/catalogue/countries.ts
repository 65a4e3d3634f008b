import { type CountryCode, getCountries, isSupportedCountry } from 'libphonenumber-js/max';

export { type Zone, type ZoneChoice, zoneChoices, zoneIn, zonesOf, zoneWithin } from '../time/zones.ts';
export { type CountryTraits, countriesWith, type TraitOverrides, traitsOf } from './country-traits.ts';

/** Alpha-2 code of a country or region that has telephone numbers of its own (PN-3). */
export type { CountryCode };

export interface CountryChoice {
  readonly code: string;
  readonly name: string;
}

/** Upper case only: a code is data, never typed by a person. */
export function isCountry(code: unknown): code is CountryCode {
  return typeof code === 'string' && isSupportedCountry(code);
}

export function countryCodes(): readonly CountryCode[] {
  return getCountries();
}

/** The name in the reader's language (G-13), or the code where the language has none. */
export function countryName(code: string, locale: string): string {
  return isCountry(code) ? (namesIn(locale).of(code) ?? code) : code;
}

/** Countries to choose from, in the order of the reader's alphabet. Without `codes`, every country. */
export function countryChoices(locale: string, codes: readonly string[] = countryCodes()): readonly CountryChoice[] {
  const { compare } = new Intl.Collator(locale);
  return codes.map((code) => ({ code, name: countryName(code, locale) })).sort((a, b) => compare(a.name, b.name));
}

const names = new Map<string, Intl.DisplayNames>();

function namesIn(locale: string): Intl.DisplayNames {
  const known = names.get(locale) ?? new Intl.DisplayNames([locale], { type: 'region' });
  names.set(locale, known);
  return known;
}
