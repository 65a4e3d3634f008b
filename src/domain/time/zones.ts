import { rawTimeZones } from '@vvo/tzdb';
import { offsetAt, offsetText } from './local-date-time.ts';
import { zoneName } from './zone-names.ts';

/** A choice of zone within a country: places that keep the same time all year. */
export interface Zone {
  /** IANA name. */
  readonly id: string;
  /** Larger cities that keep this time, in English. */
  readonly cities: readonly string[];
}

export interface ZoneChoice {
  readonly id: string;
  readonly label: string;
}

const byCountry = Map.groupBy(rawTimeZones, (zone) => zone.countryCode);

/** Other IANA names, and other places, with the time of a zone. */
const alike: ReadonlyMap<string, readonly string[]> = new Map(rawTimeZones.map(({ name, group }) => [name, group]));

/* Numbering regions that the table of zones counts with a neighbour; people there look for their own town. */
const keptBy: ReadonlyMap<string, Zone> = new Map([
  ['AC', { id: 'Atlantic/St_Helena', cities: ['Georgetown'] }],
  ['TA', { id: 'Atlantic/St_Helena', cities: ['Edinburgh of the Seven Seas'] }],
  ['XK', { id: 'Europe/Belgrade', cities: ['Pristina'] }],
]);

/** The zones of a country, from west to east; none for an unknown code. A form asks for the zone where there are several (PN-4). */
export function zonesOf(code: string): readonly Zone[] {
  const kept = keptBy.get(code);
  if (kept) return [kept];
  return (byCountry.get(code) ?? []).map((zone) => ({ id: zone.name, cities: zone.mainCities }));
}

/** The choice that a zone of the country belongs to: `Australia/Melbourne` keeps the time of `Australia/Sydney`. */
export const zoneIn = (code: string, id: string): Zone | undefined =>
  zonesOf(code).find((zone) => zone.id === id || alike.get(zone.id)?.includes(id));

/** What tells a zone from the country's others, in the reader's language: `Perth`. Nothing where the country has but one. */
export function zoneWithin(code: string, id: string, locale: string): string | undefined {
  const zone = zonesOf(code).length > 1 ? zoneIn(code, id) : undefined;
  return zone && zoneName(id, zone.cities, locale);
}

/** Zones to choose from, named in the reader's language with the offset that holds at the instant `at`: `Londres (UTC+1)`. */
export function zoneChoices(code: string, locale: string, at: string): readonly ZoneChoice[] {
  return zonesOf(code).map((zone) => {
    const name = keptBy.get(code)?.cities[0] ?? zoneName(zone.id, zone.cities, locale);
    return { id: zone.id, label: `${name} (${offsetText(offsetAt(at, zone.id))})` };
  });
}
