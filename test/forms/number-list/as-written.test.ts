import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/max/metadata';
import { readNumber } from '../../../src/forms/number-list/read-number.ts';

/** Where the library's metadata have what: a country's code, its numbers' pattern, trunk prefix (simple, or as a pattern) and types. */
const [codeAt, patternAt, prefixAt, prefixPatternAt, typesAt] = [0, 2, 5, 7, 11];

const countries = Object.keys(metadata.countries) as CountryCode[];
const planOf = (country: CountryCode) => metadata.countries[country] ?? [];

test('PN-5 a number is good as written where the library, having searched it for trunk prefixes, leaves it as it is: in every country', () => {
  for (const country of countries) {
    for (const written of samplesOf(country)) {
      const parsed = parsePhoneNumberFromString(written, { extract: false });
      if (parsed) parsed.country = country;
      const good = parsed?.isValid() === true && parsed.number === written;
      const reading = readNumber(written, country);
      if (reading.ok !== good || (reading.ok && reading.number !== written)) expect({ country, written, reading }).toBe(parsed?.number);
    }
  }
});

test.each([
  ['BY', '+3758100076746', '+375100076746'],
  ['JP', '+81003768736516355', '+81736516355'],
])('PN-5 in %s %s is valid with its trunk prefix and without, and the library takes it off', (country, written, number) => {
  expect(parsePhoneNumberFromString(written)?.number).toBe(number);
  expect(readNumber(written, country)).toMatchObject({ ok: false });
});

/** Numbers by all patterns of the country, with and without what its trunk prefix may be. */
function samplesOf(country: CountryCode): string[] {
  const plan = planOf(country);
  const code: string = plan[codeAt];
  const [main = country] = metadata.country_calling_codes[code] ?? [];
  const prefix = fc.stringMatching(new RegExp(`^(?:${planOf(main)[prefixPatternAt] || planOf(main)[prefixAt] || '0'})$`));
  const patterns: string[] = [plan[patternAt], ...(plan[typesAt] || []).filter(Array.isArray).map(([of]: string[]) => of)].filter(Boolean);
  return patterns.flatMap((pattern) => {
    const number = fc.stringMatching(new RegExp(`^(?:${pattern})$`));
    const prefixed = fc.tuple(prefix, number).map((parts) => parts.join(''));
    return [number, prefixed].flatMap((digits) => fc.sample(digits, { numRuns: 4, seed: 1 }).map((sample) => `+${code}${sample}`));
  });
}
