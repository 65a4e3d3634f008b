import type { Locale } from '../../domain/i18n/index.ts';

/** What stands between cells. */
export type Separator = ',' | ';';

/**
 * Where numbers have a decimal comma, a spreadsheet expects semicolons between cells and would show a line with commas as one cell. A list for
 * people follows their language; what machines read, as the audit trail, has commas for everybody.
 */
export const separators: Readonly<Record<Locale, Separator>> = { en: ',', fr: ';' };

export type Cell = string | number | null;

/**
 * One line of a CSV file that a spreadsheet opens without running anything in it (F-41): quotes where needed, CRLF.
 * What could begin a formula gets an apostrophe before it, also after a semicolon, a tab or a line's end, and between semicolons after a comma: a
 * spreadsheet with another separator cuts there and takes no notice of our quotes.
 */
export const csvLine = (cells: readonly Cell[], separator: Separator = ','): string =>
  `${cells.map((one) => cell(one, separator)).join(separator)}\r\n`;

/** Tells a spreadsheet that the file is UTF-8. */
export const byteOrderMark = '\ufeff';

const formulas: Readonly<Record<Separator, RegExp>> = {
  ',': /(^|[;\t\r\n])(["\s]*)([=+\-@＝＋－＠])/g,
  ';': /(^|[,;\t\r\n])(["\s]*)([=+\-@＝＋－＠])/g,
};

function cell(value: Cell, separator: Separator): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const inert = value.replace(formulas[separator], "$1$2'$3");
  return /[",;\t\r\n]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
