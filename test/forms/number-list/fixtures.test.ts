import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { isAcceptable, type ListProblem } from '../../../src/domain/numbers/report.ts';
import { numbersOf, readNumberList } from '../../../src/forms/number-list/read.ts';
import { gathered } from './lists.ts';

const file = (name: string) => readFile(new URL(`../../fixtures/number-lists/${name}`, import.meta.url));
const four = ['+33147203001', '+33147203002', '+33472000003', '+33612345678'];

test.each([
  'plain.csv',
  'header-lf.csv',
  'header-crlf.csv',
  'header-cr.csv',
  'mixed-line-ends.csv',
  'no-last-line-end.csv',
  'utf8-bom.csv',
  'utf16le-bom.csv',
  'utf16be-bom.csv',
  'utf16le-no-bom.csv',
  'utf16be-no-bom.csv',
  'windows-1252.csv',
  'semicolons.csv',
  'tabs.tsv',
  'excel-sep-line.csv',
  'all-quoted.csv',
  'embedded-line-ends.csv',
  'formula-text.csv',
  'written-many-ways.csv',
  'other-spaces-and-digits.csv',
  'blank-rows.csv',
  'trailing-semicolons.csv',
  'phone-beside-order-number.csv',
  'headerless-with-names.csv',
])('PN-5 reads the four numbers of %s', async (name) => {
  const bytes = await file(name);
  const report = await readNumberList(bytes, 'FR');
  expect(report).toEqual({
    country: 'FR',
    total: 4,
    good: 4,
    faultCount: 0,
    faults: [],
    duplicateCount: 0,
    duplicates: [],
    otherCountries: {},
    first: four[0],
    types: { geographic: 3, tollFree: 0, mobile: 1, other: 0 },
  });
  expect(isAcceptable(report)).toBe(true);
  expect(await gathered(numbersOf(bytes, 'FR'))).toEqual(four);
});

test.each<[string, ListProblem]>([
  ['empty.csv', 'empty'],
  ['only-bom.csv', 'empty'],
  ['only-blank-rows.csv', 'empty'],
  ['header-only.csv', 'headerOnly'],
  ['unclosed-quote.csv', 'unclosedQuote'],
  ['no-number-column.csv', 'noNumberColumn'],
  ['two-number-columns.csv', 'severalNumberColumns'],
  ['workbook.xlsx', 'notText'],
  ['document.pdf', 'notText'],
  ['cut-utf16.csv', 'notText'],
])('F-40 refuses %s whole: %s', async (name, problem) => {
  const report = await readNumberList(await file(name), 'FR');
  expect(report).toMatchObject({ problem, good: 0, faults: [] });
  expect(isAcceptable(report)).toBe(false);
});

test('F-40 names row, value and reason of each faulty row, and the number that was meant where it can be told', async () => {
  const { faults, faultCount, good, total } = await readNumberList(await file('faulty-rows.csv'), 'FR');
  const found = faults.map(({ row, reason, suggestion }) => [row, reason, suggestion]);
  expect(found).toEqual([
    [2, 'notInternational', '+33147203001'],
    [3, 'notInternational', '+33147203002'],
    [4, 'notInternational', '+33147203003'],
    [5, 'notInternational', '+33147203004'],
    [6, 'spreadsheetNotation', undefined],
    [7, 'spreadsheetNotation', '+33147203006'],
    [8, 'tooShort', undefined],
    [9, 'tooLong', undefined],
    [10, 'invalid', undefined],
    [11, 'notANumber', undefined],
    [12, 'missing', undefined],
    [13, 'ambiguousRow', undefined],
    [14, 'extension', '+33147203013'],
    [15, 'noCountry', undefined],
  ]);
  expect(faults[0]?.value).toBe('0147203001');
  expect({ faultCount, good, total }).toEqual({ faultCount: 14, good: 1, total: 15 });
});

test('PN-3 names the rows of other countries and counts them by country', async () => {
  const report = await readNumberList(await file('mixed-countries.csv'), 'FR');
  expect(report.otherCountries).toEqual({ GB: 2, DE: 1 });
  expect(report.faults.map(({ row, reason, country }) => [row, reason, country])).toEqual([
    [3, 'otherCountry', 'GB'],
    [5, 'otherCountry', 'GB'],
    [6, 'otherCountry', 'DE'],
  ]);
  expect(report.good).toBe(2);
  expect(isAcceptable(report)).toBe(false);
});

test('PN-5 reports duplicates, however written, with the row they repeat, and counts each number once', async () => {
  const report = await readNumberList(await file('duplicates.csv'), 'FR');
  expect(report).toMatchObject({ total: 4, good: 2, faultCount: 0, duplicateCount: 2 });
  expect(report.duplicates).toEqual([
    { row: 4, value: '+33 1 47 20 30 01', firstRow: 2 },
    { row: 5, value: '+33147203001', firstRow: 2 },
  ]);
  expect(isAcceptable(report)).toBe(true);
});

test('F-40 refuses a row that holds a second number, and reads one with a remark', async () => {
  const report = await readNumberList(await file('ragged.csv'), 'FR');
  expect(report.faults).toEqual([{ row: 3, value: '+33147203002 ; +33147203003', reason: 'ambiguousRow' }]);
  expect(report.good).toBe(3);
});

test('F-40 refuses two numbers in one cell, one under the other', async () => {
  const report = await readNumberList(await file('number-with-line-end.csv'), 'FR');
  expect(report.faults).toEqual([{ row: 2, value: '+33147203001\n+33147203002', reason: 'ambiguousRow' }]);
});

test('F-41 reads a formula as no number', async () => {
  const report = await readNumberList(await file('formulas.csv'), 'FR');
  expect(report.faults.map(({ reason }) => reason)).toEqual(['notANumber', 'notANumber', 'notANumber']);
  expect(report.good).toBe(1);
});
