import {
  type CountryCode,
  getCountryCallingCode,
  type NumberType,
  PhoneNumber,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import { countryCodes, isCountry } from '../../domain/catalogue/countries.ts';
import type { NumberKind, RowReason } from '../../domain/numbers/report.ts';
import { digitsOf, isSpreadsheetNotation, isWrittenAsNumber, plainCell } from './cell.ts';

/** No number is written in more characters; longer cells are not searched, so that a hostile one costs nothing. */
const longest = 250;
/** As most are written, and as all are meant to be. */
const bare = /^\+\d{1,20}$/;

export type NumberReading =
  | { readonly ok: true /** E.164 */; readonly number: string; readonly kind: NumberKind }
  | { readonly ok: false; readonly reason: RowReason; readonly country?: string; readonly suggestion?: string };

/** Reads one cell as an E.164 number of the country (PN-3, PN-5). Only what is written with its `+` and country code is good. */
export function readNumber(cell: string, country: string): NumberReading {
  const plain = plainCell(cell);
  const reading = readPlain(plain, country);
  return !reading.ok && holdsSeveral(plain) ? fault('ambiguousRow') : reading;
}

function readPlain(plain: string, country: string): NumberReading {
  if (bare.test(plain)) return readWritten(plain, country) ?? readInternational(plain, country);
  if (plain === '') return fault('missing');
  if (plain.length > longest) return fault('notANumber');
  if (isSpreadsheetNotation(plain)) return fault('spreadsheetNotation', wholeDigits(plain, country));
  if (!isWrittenAsNumber(plain)) {
    const extended = /^(.*\d.*?)[ ,;]*(?:extension|ext\.?=?|poste|x|#) *\d{1,7}$/i.exec(plain)?.[1]?.trim();
    return extended !== undefined && isWrittenAsNumber(extended) ? fault('extension', asMeant(extended, country)) : fault('notANumber');
  }
  return plain.startsWith('+') ? readInternational(`+${digitsOf(plain)}`, country) : fault('notInternational', asMeant(plain, country));
}

/** Several numbers in one cell: `+33 1 47 20 30 01 / +33 1 47 20 30 02`, or one under the other. */
function holdsSeveral(plain: string): boolean {
  const parts = plain
    .slice(0, longest)
    .split(/[;,|&/\n\r]|(?=\+)/)
    .filter((part) => digitsOf(part).length >= 7);
  return parts.length > 1;
}

/**
 * What is good as it is written, as most are: digits need no search for what they mean, which is half of what parsing costs.
 * @param written a `+` and digits
 */
function readWritten(written: string, country: string): NumberReading | undefined {
  const code = callingCodes.get(country);
  if (!code || !written.startsWith(`+${code}`) || written.length <= code.length + 1 || withTrunkDigits.has(country)) return undefined;
  const type = typeIn(new PhoneNumber(written), country);
  return type && good(written, type);
}

/** Where a number may begin with what is also a trunk prefix: only the library's search tells which of both it is. */
const withTrunkDigits: ReadonlySet<string> = new Set(['BY', 'JP']);

const good = (number: string, type: string): NumberReading => ({ ok: true, number, kind: kinds[type] ?? 'other' });

/** @param written a `+` and digits */
function readInternational(written: string, country: string): NumberReading {
  const parsed = parsePhoneNumberFromString(written, { extract: false });
  if (!parsed) return fault(lengthFault(written) ?? 'invalid');
  const home = parsed.country;
  const type = typeIn(parsed, country);
  // The library drops a trunk zero, as in `+33 (0)1 …`: what is stored must be what was written, so that is only suggested.
  if (type && parsed.number !== written) return fault('notInternational', parsed.number);
  if (type) return good(parsed.number, type);
  parsed.country = home as CountryCode;
  if (!parsed.isValid()) return fault(lengthFault(written) ?? 'invalid');
  return home ? { ok: false, reason: 'otherCountry', country: home } : fault('noCountry');
}

/**
 * Which type of number it is in this very region; none where it is not valid there. Regions that share a code also share some numbers (toll-free
 * ones of `+1`, mobile ones of Finland and Åland), and the library then names the largest region: so the question is put for the region at hand.
 * What has a type is valid, and finding the type is most of what there is to validating.
 */
function typeIn(parsed: PhoneNumber, country: string): NumberType | 'unknown' {
  if (parsed.countryCallingCode !== callingCodes.get(country)) return undefined;
  if (parsed.country !== country) parsed.country = country as CountryCode;
  return parsed.getType() ?? (parsed.isValid() ? 'unknown' : undefined);
}

const callingCodes = new Map<string, string>(countryCodes().map((country) => [country, getCountryCallingCode(country)]));

/** What a number without `+` means in the country: written nationally, or with `00` (`011`, `0011`) or nothing for the `+`. */
function asMeant(plain: string, country: string): string | undefined {
  const written = plain.replace(/\.0$/, '');
  const digits = digitsOf(written);
  const international = /^(?:0011|011|00)(.+)$/.exec(digits)?.[1] ?? digits;
  if (!isCountry(country)) return undefined;
  const readings = [parsePhoneNumberFromString(digits, country), parsePhoneNumberFromString(`+${international}`)]
    .filter((parsed) => parsed !== undefined)
    .filter((parsed) => typeIn(parsed, country))
    .map((parsed) => parsed.number);
  return new Set(readings).size === 1 ? readings[0] : undefined;
}

/** `3.3147203001E+10` still has all its digits; `3.31E+10` has lost them. */
function wholeDigits(plain: string, country: string): string | undefined {
  const [mantissa = '', exponent = ''] = plain.toUpperCase().split('E');
  const digits = digitsOf(mantissa);
  return digits.length === Number(exponent) + 1 ? asMeant(digits, country) : undefined;
}

function lengthFault(written: string): RowReason | undefined {
  switch (validatePhoneNumberLength(written)) {
    case 'TOO_SHORT':
      return 'tooShort';
    case 'TOO_LONG':
      return 'tooLong';
    default:
      return undefined;
  }
}

const kinds: Readonly<Partial<Record<string, NumberKind>>> = {
  FIXED_LINE: 'geographic',
  FIXED_LINE_OR_MOBILE: 'geographic',
  TOLL_FREE: 'tollFree',
  MOBILE: 'mobile',
};

function fault(reason: RowReason, suggestion?: string): NumberReading {
  return suggestion === undefined ? { ok: false, reason } : { ok: false, reason, suggestion };
}
