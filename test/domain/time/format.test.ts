import { expect, test } from '@jest/globals';
import { formatInstant, formatLocal } from '../../../src/domain/time/format.ts';

test('G-13 shows an instant in the reader’s zone and language', () => {
  const at = '2026-11-18T09:00:00.000Z';
  expect(formatInstant(at, 'Europe/Paris', 'en')).toBe('18 Nov 2026, 10:00');
  expect(formatInstant(at, 'America/New_York', 'en')).toBe('18 Nov 2026, 04:00');
  expect(formatInstant(at, 'Europe/Paris', 'fr')).toBe('18 nov. 2026, 10:00');
  expect(formatInstant('2026-11-18T20:05:00Z', 'Europe/Paris', 'fr')).toBe('18 nov. 2026, 21:05');
});

test('PN-4 shows a local time as it was entered', () => {
  expect(formatLocal('2026-03-29T02:30', 'fr')).toBe('29 mars 2026, 02:30');
  expect(formatLocal('2026-03-29T00:00', 'en')).toBe('29 Mar 2026, 00:00');
});
