/**
 * One line of a CSV file that a spreadsheet opens without running anything in it (F-41): commas, quotes where needed, CRLF.
 * What could begin a formula gets an apostrophe before it, also after a semicolon, a tab or a line's end: where the list separator is
 * a semicolon, the spreadsheet cuts there and takes no notice of our quotes.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`;

/** Tells a spreadsheet that the file is UTF-8. */
export const byteOrderMark = '\ufeff';

const formula = /(^|[;\t\r\n])(["\s]*)([=+\-@＝＋－＠])/g;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const inert = value.replace(formula, "$1$2'$3");
  return /[",;\t\r\n]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
