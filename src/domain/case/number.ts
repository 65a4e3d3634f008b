import { ok, type Result, refuse } from '../result.ts';

/**
 * G-1: twenty-three characters, a prime, without those that look alike (0 O Q, 1 I L, 5 S, 8 B, 2 Z, U V).
 * Seven are random, the eighth checks them: with a prime modulus and distinct weights, one wrong character or two
 * exchanged ones are always noticed.
 */
export const alphabet = '234679ACDEFGHJKMNPRTWXY';
const length = 7;

/** Check character of seven others: weighted sum modulo 23. */
function check(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum += (i + 1) * alphabet.indexOf(body.charAt(i));
  return alphabet.charAt(sum % alphabet.length);
}

/** A case number such as `CD-7K3M-9YX4` from seven random values, each in 0..1. It says nothing about how many there are. */
export function caseNumber(random: readonly number[]): string {
  const body = Array.from({ length }, (_, i) => alphabet.charAt(Math.floor((random[i] ?? 0) * alphabet.length) % alphabet.length)).join('');
  const whole = body + check(body);
  return `CD-${whole.slice(0, 4)}-${whole.slice(4)}`;
}

const valid = (body: string): boolean =>
  body.length === length + 1 && [...body].every((c) => alphabet.includes(c)) && check(body.slice(0, length)) === body.charAt(length);

/** Without the marks that chats and word processors put in: invisible ones, full-width letters, dashes of every length. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();

/** What somebody typed, with or without dashes, spaces and `CD`: a number, a mistyped one, or no case number at all. */
export function readCaseNumber(typed: string): Result<string, 'mistyped' | 'notANumber'> {
  const text = plain(typed).toUpperCase();
  const prefix = /^CD[\s-]*/.exec(text)?.[0] ?? '';
  const body = text.slice(prefix.length).replace(/[\s.-]/g, '');
  if (valid(body)) return ok(`CD-${body.slice(0, 4)}-${body.slice(4)}`);
  const separated = prefix.length > 'CD'.length && /^[0-9A-Z]{6,10}$/.test(body);
  // Without its `CD` it must be written in one piece: "Lille 881" is a place and a quantity.
  const whole = /^[0-9A-Z]{4}-?[0-9A-Z]{4}$/.test(text) && /\d/.test(body) && /[A-Z]/.test(body);
  return refuse(separated || whole ? 'mistyped' : 'notANumber');
}
