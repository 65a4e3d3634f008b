import { expect, test } from '@jest/globals';
import { countryCodes, zoneChoices, zonesOf, zoneWithin } from '../../../src/domain/catalogue/countries.ts';
import { isZone } from '../../../src/domain/time/local-date-time.ts';

const winter = '2026-01-15T12:00:00Z';

test('PN-4 every country has a zone, and the runtime knows each of them', () => {
  expect(countryCodes().filter((code) => zonesOf(code).length === 0)).toEqual([]);
  expect(countryCodes().flatMap((code) => zonesOf(code).filter(({ id }) => !isZone(id)))).toEqual([]);
});

test.each([
  ['FR', 1],
  ['GB', 1],
  ['US', 8],
  ['CA', 12],
  ['AU', 7],
  ['BR', 4],
  ['ES', 2],
])('PN-4 %s has %i zones to choose from', (code, count) => {
  expect(zonesOf(code)).toHaveLength(count);
});

test('PN-4 an unknown country has no zones', () => {
  for (const code of ['ZZ', 'fr', '', 'constructor']) expect(zonesOf(code)).toEqual([]);
  expect(zoneChoices('ZZ', 'en', winter)).toEqual([]);
});

test('G-13 names a zone in the reader’s language, with the offset of the day', () => {
  expect(zoneChoices('FR', 'en', winter)).toEqual([{ id: 'Europe/Paris', label: 'Paris (UTC+1)' }]);
  expect(zoneChoices('FR', 'en', '2026-07-15T12:00:00Z')).toEqual([{ id: 'Europe/Paris', label: 'Paris (UTC+2)' }]);
  expect(zoneChoices('GB', 'fr', winter)).toEqual([{ id: 'Europe/London', label: 'Londres (UTC)' }]);
  expect(zoneChoices('BR', 'en', winter).map(({ label }) => label)).toContain('São Paulo (UTC−3)');
  expect(zoneChoices('ES', 'fr', winter).map(({ label }) => label)).toEqual(['Îles Canaries (UTC)', 'Madrid (UTC+1)']);
  expect(zoneChoices('CA', 'en', winter).map(({ label }) => label)).toContain('St. John’s (UTC−3:30)');
  expect(zoneChoices('XK', 'fr', winter)).toEqual([{ id: 'Europe/Belgrade', label: 'Pristina (UTC+1)' }]);
});

test('PN-4 no two choices of a country look alike', () => {
  for (const locale of ['en', 'fr']) {
    for (const code of countryCodes()) {
      const labels = zoneChoices(code, locale, winter).map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
    }
  }
});

test('PN-4 a zone is named where its country has others', () => {
  expect(zoneWithin('AU', 'Australia/Lord_Howe', 'en')).toBe('Lord Howe');
  expect(zoneWithin('US', 'America/Detroit', 'fr')).toBe('Detroit');
  expect(zoneWithin('PT', 'Atlantic/Azores', 'fr')).toBe('Açores');
  expect(zoneWithin('FR', 'Europe/Paris', 'en')).toBeUndefined();
  expect(zoneWithin('AU', 'Europe/Paris', 'en')).toBeUndefined();
});
