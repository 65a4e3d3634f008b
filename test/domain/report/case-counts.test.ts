import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { isOpen, statuses } from '../../../src/domain/case/lifecycle.ts';
import { severities } from '../../../src/domain/catalogue/attributes.ts';
import { deskIds } from '../../../src/domain/catalogue/desks.ts';
import {
  ageBounds,
  ages,
  byAge,
  byDesk,
  byResponse,
  bySeverity,
  type CaseCount,
  countOpen,
  countRecent,
  metShare,
  responses,
} from '../../../src/domain/report/case-counts.ts';

const one: CaseCount = { desk: 'rooms', status: 'new', severity: 'A', response: 'running', age: 'day', recent: true, count: 1 };

const counted: fc.Arbitrary<CaseCount> = fc
  .record({
    desk: fc.constantFrom(...deskIds),
    status: fc.constantFrom(...statuses),
    severity: fc.constantFrom(...severities, null),
    response: fc.constantFrom(...responses),
    age: fc.constantFrom(...ages),
    recent: fc.boolean(),
    count: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map((count) => ({ ...count, age: isOpen(count.status) ? count.age : null }));

const sum = (rows: readonly { readonly total: number }[]) => rows.reduce((all, { total }) => all + total, 0);

test('SLA-1 every case opened in the days at hand is in each table once, and every open case in the table of ages', () => {
  fc.assert(
    fc.property(fc.array(counted, { maxLength: 60 }), (counts) => {
      const recent = countRecent(counts);
      expect([byDesk(counts, deskIds), bySeverity(counts), byResponse(counts, deskIds)].map(sum)).toEqual([recent, recent, recent]);
      expect(sum(byAge(counts))).toBe(countOpen(counts));
      for (const row of [...byDesk(counts, deskIds), ...bySeverity(counts), ...byAge(counts), ...byResponse(counts, deskIds)]) {
        expect(Object.values<number>(row.counts).reduce((all, count) => all + count, 0)).toBe(row.total);
      }
    }),
  );
});

test('SLA-1 rows and columns stand in their own order, also where nothing is counted', () => {
  expect(byDesk([], ['rooms']).map(({ key, total }) => [key, total])).toEqual([['rooms', 0]]);
  expect(Object.keys(byDesk([one], ['rooms'])[0]?.counts ?? {})).toEqual([...statuses]);
  expect(bySeverity([{ ...one, severity: null, status: 'resolved', age: null }]).at(-1)).toEqual({
    ...{ key: null, counts: { open: 0, closed: 1 }, total: 1 },
  });
  expect(byAge([{ ...one, age: 'older', recent: false, count: 3 }]).at(-1)).toMatchObject({ key: 'older', total: 3 });
  expect(byDesk([{ ...one, recent: false }], ['rooms'])[0]?.total).toBe(0);
});

test('SLA-1 the share of first responses in time leaves out what is not over, and is none where nothing is', () => {
  expect(metShare({ met: 3, breached: 1 })).toBe(0.75);
  expect(metShare({ met: 0, breached: 2 })).toBe(0);
  expect(metShare({ met: 0, breached: 0 })).toBeNull();
});

test('there is a bound between each age and the next, and they rise', () => {
  expect(ageBounds).toHaveLength(ages.length - 1);
  expect([...ageBounds].sort((a, b) => a - b)).toEqual([...ageBounds]);
});
