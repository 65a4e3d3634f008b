import fc from 'fast-check';
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';

/** Valid numbers of a country, in E.164: its example with other last digits, as the numbering plan allows. */
export function numbersFor(country: string): readonly string[] {
  const example = getExampleNumber(country as 'FR', examples)?.number ?? '';
  return Array.from({ length: 100 }, (_, i) => example.slice(0, -2) + String(i).padStart(2, '0')).filter((number) => {
    const parsed = parsePhoneNumberFromString(number);
    return parsed?.isValid() && parsed.country === country && parsed.number === number;
  });
}

/** What `numbersOf` gives, at once. */
export async function gathered(numbers: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const number of numbers) all.push(number);
  return all;
}

/** A country with some of its numbers. */
export const numbersOfACountry = fc
  .constantFrom(...getCountries().filter((country) => numbersFor(country).length > 10))
  .chain((country) =>
    fc.record({ country: fc.constant(country), numbers: fc.subarray([...numbersFor(country)], { minLength: 1, maxLength: 20 }) }),
  );

type Encoding = 'utf-8' | 'utf-8 with BOM' | 'utf-16le' | 'utf-16le with BOM' | 'utf-16be' | 'utf-16be with BOM' | 'windows-1252';

/** How a spreadsheet, a telephone system or a person may have written a list down. */
export const manner = fc.record({
  encoding: fc.constantFrom<Encoding>(
    'utf-8',
    'utf-8 with BOM',
    'utf-16le',
    'utf-16le with BOM',
    'utf-16be',
    'utf-16be with BOM',
    'windows-1252',
  ),
  delimiter: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  lastLineEnd: fc.boolean(),
  header: fc.constantFrom('', 'number', 'Phone number', 'Numéro de téléphone', 'Téléphone', 'E.164', 'TEL'),
  quotes: fc.boolean(),
  beside: fc.constantFrom<readonly string[]>([], ['Hélène'], ['Dupont; Jean, "l’aîné"'], ['1, rue X\n75002 Paris', '12']),
  before: fc.boolean(),
  noise: fc.constantFrom<(number: string) => string>(
    (number) => number,
    (number) => `'${number}`,
    (number) => `="${number}"`,
    (number) => `tel:${number}`,
    (number) => `${number.slice(0, 3)}\u00a0${number.slice(3)}`,
    (number) => ` ${number.slice(0, 4)}-${number.slice(4, 7)} (${number.slice(7)}) `,
  ),
});
export type Manner = typeof manner extends fc.Arbitrary<infer M> ? M : never;

export function writeList(numbers: readonly string[], how: Manner): Uint8Array {
  const row = (cell: string, beside: readonly string[]) =>
    (how.before ? [...beside, cell] : [cell, ...beside]).map((text) => written(text, how)).join(how.delimiter);
  const rows = numbers.map((number) => row(how.noise(number), how.beside));
  if (how.header) {
    rows.unshift(
      row(
        how.header,
        how.beside.map((_, i) => `Column ${i}`),
      ),
    );
  }
  return encode(rows.join(how.lineEnd) + (how.lastLineEnd ? how.lineEnd : ''), how.encoding);
}

function written(text: string, { quotes, delimiter }: Manner): string {
  const must = text.includes(delimiter) || /["\n]/.test(text.replace(/^="(.*)"$/, ''));
  return quotes || must ? `"${text.replaceAll('"', '""')}"` : text;
}

function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8 with BOM':
      return Buffer.from(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16le with BOM':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'utf-16be with BOM':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'windows-1252':
      return Buffer.from(text.replaceAll('’', '\u0092'), 'latin1');
  }
}
