import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { alphabet, caseNumber, readCaseNumber } from '../../../src/domain/case/number.ts';

const numbers = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 7, maxLength: 7 }).map(caseNumber);

test('G-1 a number has the same shape always and no characters that look alike', () => {
  fc.assert(fc.property(numbers, (number) => expect(number).toMatch(new RegExp(`^CD-[${alphabet}]{4}-[${alphabet}]{4}$`))));
  expect(alphabet).not.toMatch(/[0158BILOQSUVZ]/);
  expect(new Set(alphabet).size).toBe(23);
});

test('G-1 a number is read back however it is spaced and cased', () => {
  const spacing = fc.constantFrom(
    (n: string) => n,
    (n: string) => n.toLowerCase(),
    (n: string) => n.replaceAll('-', ' '),
    (n: string) => ` ${n.slice(3)} `,
    (n: string) => n.replaceAll('-', '\u2011'),
    (n: string) => `\u2068${n}\u2069\u200b`,
    (n: string) => n.replace(/[A-Z0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  );
  fc.assert(fc.property(numbers, spacing, (number, typed) => expect(readCaseNumber(typed(number))).toEqual({ ok: true, value: number })));
});

test('G-1 one wrong character is recognised as mistyped', () => {
  fc.assert(
    fc.property(numbers, fc.nat(7), fc.constantFrom(...alphabet), (number, at, other) => {
      const position = at < 4 ? 3 + at : 4 + at;
      fc.pre(number.charAt(position) !== other);
      const wrong = number.slice(0, position) + other + number.slice(position + 1);
      expect(readCaseNumber(wrong)).toEqual({ ok: false, error: 'mistyped' });
    }),
  );
});

test('G-1 two exchanged characters are recognised as mistyped', () => {
  fc.assert(
    fc.property(numbers, fc.nat(6), (number, at) => {
      const body = number.slice(3).replace('-', '');
      fc.pre(body.charAt(at) !== body.charAt(at + 1));
      const swapped = body.slice(0, at) + body.charAt(at + 1) + body.charAt(at) + body.slice(at + 2);
      expect(readCaseNumber(`CD-${swapped.slice(0, 4)}-${swapped.slice(4)}`)).toEqual({ ok: false, error: 'mistyped' });
    }),
  );
});

test.each(['port in', 'Lyon', 'Lille 881', 'Lyon 2027', 'transfer', '+33472000000', 'CDs', 'calendar', ''])(
  'G-4 “%s” is words, not a case number',
  (typed) => {
    expect(readCaseNumber(typed)).toEqual({ ok: false, error: 'notANumber' });
  },
);
