import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine } from '../../src/app/exports/csv.ts';

const rowsOf = (text: string, delimiter: string): readonly string[][] => parse(text, { delimiter, relaxColumnCount: true, quote: '"' });
const formula = /^["\s]*[=+\-@＝＋－＠]/;

test('F-41 a formula in any cell is inert', () => {
  expect(csvLine(['=1+1', '@SUM(A1)', '-2+3', '+33472000001', '\t=1', ' =1'])).toBe(
    `'=1+1,'@SUM(A1),'-2+3,'+33472000001,"\t'=1"," '=1"\r\n`,
  );
});

test('F-41 a formula is inert where the spreadsheet’s own separator is a semicolon, too', () => {
  const line = csvLine(['Eve;=cmd|calc', 'Mallory";"=1', 'line\n=2']);
  for (const cell of line.split(/[;\t\r\n]/)) expect(cell).not.toMatch(formula);
});

test('F-41 whatever stands in a cell, it comes back in one cell and begins no formula', () => {
  const text = fc.string({ unit: fc.constantFrom(...'=+-@＝;,"\t\r\n \'aé') });
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), fc.constantFrom(',' as const, ';' as const), (cells, separator) => {
      const line = csvLine(cells, separator);
      const [row = [], ...more] = rowsOf(line, separator);
      expect(more).toEqual([]);
      expect(row).toHaveLength(cells.length);
      for (const [i, cell] of row.entries()) {
        expect(cell).not.toMatch(formula);
        expect(cell.replaceAll("'", '')).toBe((cells[i] ?? '').replaceAll("'", ''));
      }
      // Wherever another spreadsheet may cut.
      const cuts = separator === ';' ? /[,;\t\r\n]/ : /[;\t\r\n]/;
      for (const cell of line.split(cuts)) expect(cell).not.toMatch(formula);
    }),
  );
});
