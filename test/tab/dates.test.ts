import { expect, test } from '@jest/globals';
import { formatWhen, sizeOf } from '../../tab/dates.ts';

const now = Date.parse('2026-11-20T08:00:00Z');
const when = (instant: string, zone = 'Europe/Paris', locale: 'en' | 'fr' = 'en') => formatWhen(instant, now, zone, locale);

test.each([
  ['2026-11-20T07:59:40Z', 'now', 'maintenant'],
  ['2026-11-20T07:59:10Z', '1 minute ago', 'il y a 1 minute'],
  ['2026-11-20T07:48:00Z', '12 minutes ago', 'il y a 12 minutes'],
  ['2026-11-20T05:10:00Z', '2 hours ago', 'il y a 2 heures'],
  ['2026-11-19T09:00:00Z', 'yesterday', 'hier'],
  ['2026-11-16T09:00:00Z', '4 days ago', 'il y a 4 jours'],
  ['2026-10-01T09:00:00Z', '1 Oct 2026', '1 oct. 2026'],
  ['2026-11-20T10:00:00Z', 'in 2 hours', 'dans 2 heures'],
  ['2026-11-21T10:00:00Z', 'tomorrow', 'demain'],
])('G-13 says when %s was in the reader’s language', (instant, english, french) => {
  expect(when(instant)).toBe(english);
  expect(when(instant, 'Europe/Paris', 'fr')).toBe(french);
});

test('G-13 yesterday is yesterday where the reader is', () => {
  expect(when('2026-11-20T01:00:00Z', 'America/Los_Angeles')).toBe('yesterday');
  expect(when('2026-11-20T01:00:00Z', 'Europe/Paris')).toBe('7 hours ago');
});

test('says a size in the reader’s units', () => {
  expect(sizeOf(2_400_000, 'en')).toBe('2.4 MB');
  expect(sizeOf(812_000, 'en')).toBe('812 kB');
  expect(sizeOf(2_400_000, 'fr').replace(/\s/g, ' ')).toBe('2,4 Mo');
});
