import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type CustomerStanding, comparePlaces, endsSoon, placeOf } from '../../../src/domain/report/board.ts';

const quiet: CustomerStanding = {
  ...{ id: '1', name: 'Adatum', open: 0, waiting: 0, dueSoon: 0, late: 0, severityA: 0, updatedAt: null, endsAt: null },
};
const few = fc.integer({ min: 0, max: 2 });
const standing: fc.Arbitrary<CustomerStanding> = fc
  .record({ id: fc.uuid(), name: fc.constantFrom('A', 'B'), open: few, waiting: few, dueSoon: few, late: few, severityA: few })
  .map((counts) => ({ ...quiet, ...counts }));

test('G-4 what is late comes first, then severity A, due, waiting, open, then by name', () => {
  const rows = [
    { ...quiet, id: '2', name: 'Zava' },
    quiet,
    { ...quiet, id: '3', open: 9 },
    { ...quiet, id: '4', waiting: 1 },
    { ...quiet, id: '5', dueSoon: 1 },
    { ...quiet, id: '6', severityA: 1 },
    { ...quiet, id: '7', late: 1 },
  ];
  expect(rows.toSorted((a, b) => comparePlaces(placeOf(a), placeOf(b))).map(({ id }) => id)).toEqual(['7', '6', '5', '4', '3', '1', '2']);
});

test('G-4 the board has one order whatever order customers come in: a page neither repeats nor leaves out one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(standing, { selector: ({ id }) => id, maxLength: 12 }), (rows) => {
      const sorted = rows.toSorted((a, b) => comparePlaces(placeOf(a), placeOf(b)));
      expect(rows.toReversed().sort((a, b) => comparePlaces(placeOf(a), placeOf(b)))).toEqual(sorted);
      sorted.forEach((row, index) => {
        expect(sorted.filter((other) => comparePlaces(placeOf(other), placeOf(row)) > 0)).toEqual(sorted.slice(index + 1));
      });
    }),
  );
});

test('G-4 a right to act ends soon in its last thirty days; one without an end does not', () => {
  const now = '2026-06-01T00:00:00.000Z';
  expect([endsSoon('2026-07-01T00:00:00.000Z', now), endsSoon('2026-07-01T00:00:01.000Z', now), endsSoon(null, now)]).toEqual([
    true,
    false,
    false,
  ]);
});
