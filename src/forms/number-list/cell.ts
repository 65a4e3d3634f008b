const zeroWidth = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;
const dashes = /[\u2010-\u2015\u2212]/g;
const fullWidth = /[\uff01-\uff5e]/g;
const otherSpaces = /[^\S\r\n]/g;
/** What most numbers are, and nothing would be taken from. */
const withoutNoise = /^\+?\d+(?: \d+)*$/;

/**
 * A cell without the noise that spreadsheets, chats and keyboards put round a number (F-40): invisible marks, full-width and Arabic
 * digits, a text apostrophe, `="…"`, `tel:`. Digits are never added, changed or taken away.
 */
export function plainCell(cell: string): string {
  if (withoutNoise.test(cell)) return cell;
  const text = cell
    .replace(zeroWidth, '')
    .replace(fullWidth, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(otherDigits, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(dashes, '-')
    .replace(otherSpaces, ' ')
    .trim();
  return withoutWrapping(text);
}

function withoutWrapping(text: string): string {
  const formula = /^=\s*"([^"]*)"$/.exec(text)?.[1] ?? /^=\s*(\+[\d\s]+)$/.exec(text)?.[1];
  const bare = (formula ?? text).trim();
  const unquoted = /^(["'])(.*)\1$/s.exec(bare)?.[2] ?? bare;
  return unquoted
    .replace(/^['’‘`]/, '')
    .trim()
    .replace(/^tel:\s*/i, '')
    .trim();
}

/** Digits and the marks between them, nothing else: worth reading as a number. */
export function isWrittenAsNumber(plain: string): boolean {
  return /^\+?[\d ().\-/]+$/.test(plain) && /\d/.test(plain);
}

export function digitsOf(plain: string): string {
  return plain.replace(/\D/g, '');
}

/** `3.31E+10`, `3,31E10`: what a spreadsheet makes of a long number. */
export function isSpreadsheetNotation(plain: string): boolean {
  return /^\+?\d(?:[.,]\d+)?E\+?\d{1,2}$/i.test(plain);
}

/** Whether a cell is likely meant as a telephone number, good or bad: this finds the column, it doesn't judge the number. */
export function looksLikeNumber(cell: string): boolean {
  const plain = plainCell(cell);
  if (isSpreadsheetNotation(plain)) return true;
  const digits = digitsOf(plain).length;
  if (plain.startsWith('+')) return digits >= 4;
  return isWrittenAsNumber(plain) && digits >= 7 && digits <= 17;
}
