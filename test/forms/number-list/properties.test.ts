import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { correctNumberList } from '../../../src/forms/number-list/correct.ts';
import { numbersOf, readNumberList } from '../../../src/forms/number-list/read.ts';
import { gathered, manner, numbersFor, numbersOfACountry, writeList } from './lists.ts';

test('PN-5 any list of valid numbers reads back as the same numbers, however it was written down', () =>
  fc.assert(
    fc.asyncProperty(numbersOfACountry, manner, async ({ country, numbers }, how) => {
      const bytes = writeList(numbers, how);
      const report = await readNumberList(bytes, country);
      expect(report).toMatchObject({ total: numbers.length, good: numbers.length, faultCount: 0, duplicateCount: 0, first: numbers[0] });
      expect(report.problem).toBeUndefined();
      expect(await gathered(numbersOf(bytes, country))).toEqual(numbers);
    }),
    { numRuns: 300 },
  ));

test('PN-5 every row is good, a duplicate or a fault: nothing is dropped, whatever the bytes', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.constantFrom(...numbersFor('FR'), ...numbersFor('GB')), fc.string({ unit: 'binary-ascii' }), fc.string()), {
        maxLength: 30,
      }),
      fc.constantFrom('\n', '\r\n', ';', ','),
      async (cells, joint) => {
        const report = await readNumberList(Buffer.from(cells.join(joint)), 'FR');
        if (report.problem) expect(report).toMatchObject({ good: 0, faultCount: 0, duplicateCount: 0 });
        else expect(report.total).toBe(report.good + report.duplicateCount + report.faultCount);
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
      },
    ),
    { numRuns: 500 },
  ));

test('PN-5 survives any bytes', () =>
  fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const report = await readNumberList(bytes, 'US');
      expect(report.good).toBe(0);
    }),
    { numRuns: 500 },
  ));

test('PN-5 a corrected list keeps the good numbers, takes the corrections, and keeps what nobody corrected as a fault', () =>
  fc.assert(
    fc.asyncProperty(fc.subarray([...numbersFor('FR')], { minLength: 3 }), manner, fc.nat(), async (numbers, how, seed) => {
      const at = seed % numbers.length;
      const spoilt = numbers.with(at, 'reception desk');
      const bytes = writeList(spoilt, { ...how, noise: (cell) => cell, header: how.header || 'number' });
      const before = await readNumberList(bytes, 'FR');
      const row = before.faults[0]?.row ?? 0;

      const untouched = await readNumberList(await correctNumberList(bytes, []), 'FR');
      expect(untouched.faults).toEqual([{ row: at + 2, value: 'reception desk', reason: 'notANumber' }]);

      const mended = await correctNumberList(bytes, [{ row, value: numbers[at] ?? null }]);
      expect(await gathered(numbersOf(mended, 'FR'))).toEqual(numbers);

      const removed = await correctNumberList(bytes, [{ row, value: null }]);
      expect(await gathered(numbersOf(removed, 'FR'))).toEqual(numbers.toSpliced(at, 1));
    }),
    { numRuns: 100 },
  ));
