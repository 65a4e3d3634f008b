import { expect, test } from '@jest/globals';
import { isAcceptable } from '../../../src/domain/numbers/report.ts';
import { correctNumberList } from '../../../src/forms/number-list/correct.ts';
import { maxListRows, numbersOf, readNumberList } from '../../../src/forms/number-list/read.ts';

const bytes = (...rows: string[]) => new TextEncoder().encode(rows.join('\n'));
const numbers = (count: number) => Array.from({ length: count }, (_, i) => `+331${40_000_000 + i}`);

test('PN-5 takes 100,000 rows', async () => {
  const list = bytes('number', ...numbers(maxListRows));
  expect(await readNumberList(list, 'FR')).toMatchObject({ total: 100_000, good: 100_000, faultCount: 0 });
});

test('F-40 refuses one row more, with and without quotes', async () => {
  const plain = numbers(maxListRows + 1);
  expect(await readNumberList(bytes('number', ...plain), 'FR')).toMatchObject({ problem: 'tooManyRows', total: 100_001, good: 0 });
  const quoted = plain.map((number) => `"${number}"`);
  expect(await readNumberList(bytes(...quoted), 'FR')).toMatchObject({ problem: 'tooManyRows', total: 100_001, good: 0 });
});

test('F-40 refuses a million rows', async () => {
  const list = new TextEncoder().encode('+33147203001\n'.repeat(1_000_000));
  expect(await readNumberList(list, 'FR')).toMatchObject({ problem: 'tooManyRows', total: 1_000_000, good: 0 });
});

test('PN-5 serves others while it reads a long list', async () => {
  let served = 0;
  const others = setInterval(() => {
    served += 1;
  }, 0);
  await readNumberList(bytes(...numbers(5_000)), 'FR');
  clearInterval(others);
  expect(served).toBeGreaterThan(5);
});

test('F-40 a quote that swallows the rest of a long list is an unclosed quote', async () => {
  const list = bytes('number', '"+33147203001', ...numbers(20_000));
  expect(await readNumberList(list, 'FR')).toMatchObject({ problem: 'unclosedQuote', total: 0, good: 0 });
});

test('PN-5 lists the first 500 faults and duplicates and counts them all', async () => {
  const faulty = await readNumberList(bytes('number', ...Array.from({ length: 700 }, (_, i) => `extension ${i}`)), 'FR');
  expect(faulty.faultCount).toBe(700);
  expect(faulty.faults).toHaveLength(500);
  const same = await readNumberList(bytes('number', ...Array.from({ length: 701 }, () => '+33147203001')), 'FR');
  expect(same.duplicateCount).toBe(700);
  expect(same.duplicates).toHaveLength(500);
});

test('PN-5 drops no second column of numbers without a word', async () => {
  const both = bytes('Phone,Mobile', '+33147203001,+33612345678', '+33147203002,');
  expect(await readNumberList(both, 'FR')).toMatchObject({ problem: 'severalNumberColumns', good: 0 });
  const told = bytes('Mobile,Numéro', '+33612345678,+33147203001');
  expect(await readNumberList(told, 'FR')).toMatchObject({ total: 1, good: 1, first: '+33147203001' });
  const other = bytes('Phone,Contact,Fax', '+33147203001,+33612345678,+33147203009');
  expect(await readNumberList(other, 'FR')).toMatchObject({ total: 1, good: 1 });
});

test('F-40 takes single quotes round a number off', async () => {
  expect(await readNumberList(bytes("'number'", "'+33147203001'", "'+33147203002"), 'FR')).toMatchObject({ good: 2, faultCount: 0 });
});

test('PN-5 cuts a long value at 100 characters', async () => {
  const { faults } = await readNumberList(bytes('number', 'x'.repeat(3000)), 'FR');
  expect(faults).toEqual([{ row: 2, value: 'x'.repeat(100), reason: 'notANumber' }]);
});

test.each([
  ['the +1 of another region', 'US', '+14165550123', 'CA'],
  ['the +1 of an island', 'US', '+18765551234', 'JM'],
  ['Puerto Rico, asked for as itself', 'US', '+17875550123', 'PR'],
  ['Jersey', 'GB', '+441534888888', 'JE'],
  ['Guernsey', 'GB', '+447781100123', 'GG'],
  ['the Isle of Man', 'GB', '+441624675678', 'IM'],
  ['Kazakhstan', 'RU', '+77012345678', 'KZ'],
  ['Mayotte', 'RE', '+262269601234', 'YT'],
  ['Saint Barthélemy', 'GP', '+590590271234', 'BL'],
])('PN-3 %s goes by region, not by its shared code', async (_, asked, number, home) => {
  expect((await readNumberList(bytes(number), asked)).faults).toEqual([{ row: 1, value: number, reason: 'otherCountry', country: home }]);
  expect(isAcceptable(await readNumberList(bytes(number), home))).toBe(true);
});

test('PN-3 a toll-free number of +1 is at home in each country that shares the code', async () => {
  for (const country of ['US', 'CA', 'PR', 'JM']) {
    expect(await readNumberList(bytes('+18005550199'), country)).toMatchObject({ good: 1, types: { tollFree: 1 } });
  }
});

test('PN-3 no number is of a country that does not exist', async () => {
  expect(await readNumberList(bytes('+33147203001', '0147203001'), 'XX')).toMatchObject({
    good: 0,
    faults: [{ reason: 'otherCountry', country: 'FR' }, { reason: 'notInternational' }],
  });
});

test.each([
  ['US', '(312) 555-0123', '+13125550123'],
  ['US', '1-312-555-0123', '+13125550123'],
  ['US', '011 44 20 7946 0958', undefined],
  ['GB', '020 7946 0958', '+442079460958'],
  ['GB', '0044 20 7946 0958', '+442079460958'],
  ['GB', '+44 (0)20 7946 0958', '+442079460958'],
  ['IT', '06 1234 5678', '+390612345678'],
  ['FR', '33147203001.0', '+33147203001'],
  ['FR', '147203001', '+33147203001'],
  ['FR', '12345678', undefined],
])('PN-5 in %s, %s is not E.164; what was meant: %s', async (country, written, meant) => {
  const { faults } = await readNumberList(bytes('number', written), country);
  expect(faults).toEqual([{ row: 2, value: written, reason: 'notInternational', ...(meant && { suggestion: meant }) }]);
});

test.each([
  [['Employee number,Phone', '1234567,+33147203001'], 1],
  [['No,Contact', '1,+33147203001', '2,+33147203002'], 2],
  [['Numéro de commande;SDA', '4500001;+33147203001'], 1],
  [['Line URI\tName', 'tel:+33147203001\tAnne'], 1],
  [['Name;;', 'Anne;+33147203001;'], 1],
])('PN-5 finds the column of numbers in %j', async (rows, good) => {
  expect(await readNumberList(bytes(...rows), 'FR')).toMatchObject({ good, faultCount: 0 });
});

test('PN-5 a first row that is a bad number is a row, not a header', async () => {
  const { faults, good } = await readNumberList(bytes('0147203001', '+33147203002'), 'FR');
  expect(faults).toEqual([{ row: 1, value: '0147203001', reason: 'notInternational', suggestion: '+33147203001' }]);
  expect(good).toBe(1);
});

test('PN-5 a corrected list keeps faulty rows that nobody corrected, and the number of no row is lost', async () => {
  const list = bytes(
    'name;number',
    'A;+33147203001',
    'B;0147203002',
    'C;',
    ';',
    'D;+33147203003 / +33147203004',
    'E;x, "y"',
    'F;+33147203005',
  );
  const mended = await correctNumberList(list, [
    { row: 3, value: ' +33147203002 ' },
    { row: 99, value: '+33147203099' },
  ]);
  expect(new TextDecoder().decode(mended)).toBe(
    'number\r\n+33147203001\r\n+33147203002\r\nC\r\n+33147203003 / +33147203004\r\n"x, ""y"""\r\n+33147203005\r\n',
  );
  expect((await readNumberList(mended, 'FR')).faults.map(({ row, reason }) => [row, reason])).toEqual([
    [4, 'notANumber'],
    [5, 'ambiguousRow'],
    [6, 'notANumber'],
  ]);
});

test('PN-5 a blank correction takes the row out', async () => {
  const mended = await correctNumberList(bytes('number', 'x', 'y', '+33147203001'), [
    { row: 2, value: '  ' },
    { row: 3, value: null },
  ]);
  expect(new TextDecoder().decode(mended)).toBe('number\r\n+33147203001\r\n');
});

test('F-40 a list that can’t be read can’t be corrected, and gives no numbers', async () => {
  for (const list of [bytes('number', '"+33147203001', '+33147203002'), bytes('left,right', '+33147203001,+33147203002')]) {
    expect(await correctNumberList(list, [{ row: 2, value: null }])).toEqual(list);
  }
});

test('PN-5 reading stops early without harm', async () => {
  for await (const number of numbersOf(bytes(...numbers(20_000)), 'FR')) {
    expect(number).toBe('+33140000000');
    break;
  }
});
