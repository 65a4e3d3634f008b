import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Quiet, quietUntil } from '../../../src/domain/notice/quiet.ts';
import { localIn } from '../../../src/domain/time/local-date-time.ts';

const minute = 60_000;
const zones = ['Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'UTC', 'Pacific/Apia'];

/** The same, said of one instant at a time. */
function isQuiet({ hours, days }: Quiet, zone: string, at: number): boolean {
  const [day = '', time = ''] = localIn(new Date(at).toISOString(), zone).split('T');
  const weekday = ((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7) + 1;
  if (days.includes(weekday)) return true;
  if (!hours) return false;
  return hours.from < hours.to ? time >= hours.from && time < hours.to : time >= hours.from || time < hours.to;
}

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const quiet: fc.Arbitrary<Quiet> = fc.record({
  hours: fc.option(
    fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to),
    { nil: null },
  ),
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
  email: fc.boolean(),
});
/** Near a change of clocks somewhere, more often than not. */
const instant = fc.oneof(
  ...['2026-03-28', '2026-10-24', '2026-03-07', '2026-10-31', '2026-04-04'].map((day) =>
    fc.integer({ min: 0, max: 3 * 1_440 }).map((minutes) => Date.parse(`${day}T00:00Z`) + minutes * minute),
  ),
  fc.integer({ min: 0, max: 3_650 * 1_440 }).map((minutes) => Date.parse('2024-01-01T00:00Z') + minutes * minute),
);
const release = (those: Quiet, zone: string, at: number): number => {
  const until = quietUntil(those, zone, new Date(at).toISOString());
  return until === null ? at : Date.parse(until);
};

describe('PN-15 quiet time', () => {
  test('PN-15 what comes in quiet time is told at its end, not a minute earlier or later, and outside of it at once', () => {
    fc.assert(
      fc.property(quiet, fc.constantFrom(...zones), instant, (those, zone, at) => {
        let end = at;
        while (isQuiet(those, zone, end)) end += minute;
        expect(release(those, zone, at)).toBe(end);
      }),
      { numRuns: 150 },
    );
  });

  test('PN-15 what came first is never told later than what came after it', () => {
    fc.assert(
      fc.property(quiet, fc.constantFrom(...zones), instant, fc.integer({ min: 1, max: 1_440 }), (those, zone, at, later) => {
        expect(release(those, zone, at)).toBeLessThanOrEqual(release(those, zone, at + later * minute));
      }),
      { numRuns: 150 },
    );
  });

  test('F-24 the night in which clocks jump is an hour shorter, and the one in which they go back is longer', () => {
    const night = { hours: { from: '22:00', to: '08:00' }, days: [], email: false };
    expect(quietUntil(night, 'Europe/Paris', '2026-03-28T21:00:00.000Z')).toBe('2026-03-29T06:00:00.000Z');
    expect(quietUntil(night, 'Europe/Paris', '2026-10-24T20:00:00.000Z')).toBe('2026-10-25T07:00:00.000Z');
    expect(quietUntil(night, 'Europe/Paris', '2026-10-24T19:59:59.999Z')).toBeNull();
  });

  test('PN-15 quiet days go over into the quiet night before and after them', () => {
    const weekend = { hours: { from: '18:00', to: '08:00' }, days: [6, 7], email: false };
    expect(quietUntil(weekend, 'UTC', '2026-11-20T18:00:00.000Z')).toBe('2026-11-23T08:00:00.000Z');
  });
});
