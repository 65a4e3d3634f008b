import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextSummary } from '../../../src/domain/notice/summary.ts';
import { localIn } from '../../../src/domain/time/local-date-time.ts';

describe('PN-15 the time of a summary', () => {
  test.each([
    ['later on the same day', '2026-11-20T05:00:00.000Z', 'daily', '2026-11-20T07:00:00.000Z'],
    ['the next day, from the very instant on', '2026-11-20T07:00:00.000Z', 'daily', '2026-11-21T07:00:00.000Z'],
    ['not on a weekend, where only weekdays were chosen', '2026-11-20T07:00:00.000Z', 'weekdays', '2026-11-23T07:00:00.000Z'],
    ['an hour earlier in summer', '2026-03-28T07:00:00.000Z', 'daily', '2026-03-29T06:00:00.000Z'],
  ] as const)('PN-15 %s', (_, now, days, next) => {
    expect(nextSummary({ at: '08:00', days }, 'Europe/Paris', now)).toBe(next);
  });

  test('PN-15 it is always still to come, within three days and an hour, and at its time unless clocks skip it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_650 * 1_440 }),
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom('daily' as const, 'weekdays' as const),
        fc.constantFrom('Europe/Paris', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Asia/Tokyo'),
        (minutes, hour, days, zone) => {
          const now = new Date(Date.parse('2015-01-01T00:00Z') + minutes * 60_000).toISOString();
          const at = `${String(hour).padStart(2, '0')}:00`;
          const next = nextSummary({ at, days }, zone, now);
          const wait = Date.parse(next) - Date.parse(now);
          expect(wait).toBeGreaterThan(0);
          expect(wait).toBeLessThanOrEqual(73 * 3_600_000);
          const shown = localIn(next, zone).slice(11);
          expect(shown >= at && shown <= `${String(hour + 1).padStart(2, '0')}:00`).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});
