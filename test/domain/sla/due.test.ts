import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Calendar } from '../../../src/domain/sla/calendar.ts';
import { dueAt } from '../../../src/domain/sla/due.ts';
import { localIn } from '../../../src/domain/time/local-date-time.ts';

const minute = 60_000;
const never = () => false;
const office = [{ from: '09:00', to: '18:00' }];
const paris: Calendar = { timeZone: 'Europe/Paris', week: [office, office, office, office, office, [], []], closedOn: never };
const hours = (count: number) => ({ hours: count, clock: 'businessHours' }) as const;

describe('hours on the desk’s own clock', () => {
  test('SLA-2 what comes in on a Friday evening is due on Monday', () => {
    expect(dueAt('2026-11-20T16:30:00.000Z', hours(4), paris)).toBe('2026-11-23T11:30:00.000Z');
  });
  test('SLA-2 a holiday counts as closed', () => {
    const calendar = { ...paris, closedOn: (day: string) => day === '2026-11-23' };
    expect(dueAt('2026-11-20T16:30:00.000Z', hours(4), calendar)).toBe('2026-11-24T11:30:00.000Z');
  });
  test('SLA-2 an hour that clocks skip does not count, one that they show twice counts twice', () => {
    const night: Calendar = { ...paris, week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '06:00' }]) };
    expect(localIn(dueAt('2026-03-28T23:00:00.000Z', hours(5), night), 'Europe/Paris')).toBe('2026-03-29T06:00');
    expect(localIn(dueAt('2026-10-24T22:00:00.000Z', hours(7), night), 'Europe/Paris')).toBe('2026-10-25T06:00');
  });
  test('SLA-2 a calendar that never opens is refused instead of waited for', () => {
    const shut: Calendar = { ...paris, week: Array.from({ length: 7 }, () => []) };
    expect(() => dueAt('2026-11-20T16:30:00.000Z', hours(1), shut)).toThrow(RangeError);
  });
});

test('SLA-2 around the clock goes on through nights and holidays', () => {
  const target = { hours: 4, clock: 'aroundTheClock' } as const;
  expect(dueAt('2026-12-24T22:15:00.000Z', target, { ...paris, closedOn: () => true })).toBe('2026-12-25T02:15:00.000Z');
});

describe('working days', () => {
  test.each([
    ['before the desk closes', '2026-11-19T10:00:00.000Z', '2026-11-20T17:00:00.000Z'],
    ['after the desk has closed', '2026-11-19T18:00:00.000Z', '2026-11-23T17:00:00.000Z'],
    ['at a week-end', '2026-11-21T10:00:00.000Z', '2026-11-24T17:00:00.000Z'],
  ])('SLA-2 what comes in %s is due when the next working day after it ends', (_, from, due) => {
    expect(dueAt(from, { businessDays: 1 }, paris)).toBe(due);
  });
});

const zones = [
  'Europe/Paris',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Africa/Casablanca',
  'Pacific/Apia',
  'UTC',
];
const time = (quarter: number) => `${String(quarter >> 2).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
const day = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 4 })
  .map((quarters) => quarters.sort((a, b) => a - b))
  .map((quarters) =>
    Array.from({ length: quarters.length >> 1 }, (_, at) => ({ from: time(quarters[at * 2] ?? 0), to: time(quarters[at * 2 + 1] ?? 0) })),
  );
const calendars = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    week: fc.array(day, { minLength: 7, maxLength: 7 }),
    holiday: fc.integer({ min: 1, max: 7 }),
  })
  .filter(({ week }) => week.flat().length > 0)
  .map(({ timeZone, week, holiday }): Calendar => ({ timeZone, week, closedOn: (date) => Number(date.slice(8)) % 8 === holiday }));
/** Beginnings near changes of the clocks, and anywhere. */
const beginnings = fc
  .oneof(
    fc
      .constantFrom('2026-03-27', '2026-10-23', '2026-03-06', '2026-10-30', '2026-04-03', '2011-12-28', '2026-02-13')
      .map((date) => Date.parse(`${date}T00:00:00Z`)),
    fc.integer({ min: Date.parse('2024-01-01') / minute, max: Date.parse('2028-01-01') / minute }).map((at) => at * minute),
  )
  .chain((at) => fc.integer({ min: 0, max: 4 * 24 * 60 }).map((minutes) => at + minutes * minute));

/** Whether a clock on the desk's wall shows one of its hours: asked of the runtime's own calendar, and of nothing in `sla/`. */
function opener({ timeZone, week, closedOn }: Calendar): (at: number) => boolean {
  const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return (at) => {
    const [date = '', clock = ''] = format.format(at).split(' ');
    if (closedOn(date)) return false;
    const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
    return (week[weekday] ?? []).some(({ from, to }) => from <= clock && clock < to);
  };
}

test('SLA-2 a due time is the one that counting the open minutes one by one ends at, in any calendar and across changes of the clocks', () => {
  fc.assert(
    fc.property(calendars, beginnings, fc.integer({ min: 1, max: 480 }), (calendar, from, minutes) => {
      const isOpen = opener(calendar);
      let at = from;
      for (let left = minutes; left > 0 && at < from + 40 * 24 * 60 * minute; at += minute) if (isOpen(at)) left -= 1;
      fc.pre(at < from + 40 * 24 * 60 * minute);
      expect(dueAt(new Date(from).toISOString(), hours(minutes / 60), calendar)).toBe(new Date(at).toISOString());
    }),
    { numRuns: 150 },
  );
});
