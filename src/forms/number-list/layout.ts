import { parse } from 'csv-parse/sync';
import type { ListProblem } from '../../domain/numbers/report.ts';
import { digitsOf, isWrittenAsNumber, looksLikeNumber, plainCell } from './cell.ts';
import { namesNumbers } from './header.ts';
import { csvRules } from './rows.ts';

/** Where in a text its numbers stand. */
export interface Layout {
  /** What is left to read: a `sep=;` line is an instruction to the spreadsheet and no row. */
  readonly text: string;
  readonly delimiter: string;
  readonly hasHeader: boolean;
  /** Index of the column with the numbers. */
  readonly column: number;
  /** How many columns the list has. A number beyond them stands there by mistake. */
  readonly width: number;
}

const delimiters = [';', '\t', ','] as const;
const sampleRows = 300;
const sampleSize = 64 * 1024;
const widest = 100;

/** Finds delimiter, header and number column from the first rows (PN-5, F-40). */
export function layoutOf(text: string): Layout | ListProblem {
  const told = /^sep=([;,\t|])(?:\r\n|\n|\r|$)/i.exec(text);
  const rest = text.slice(told?.[0].length ?? 0);
  const sample = cut(rest.replace(/^(?:[^\S\r\n]*[\r\n])*/, ''));
  const delimiter = told?.[1] ?? likeliest(sample);
  const rows = split(sample, delimiter).filter((cells) => cells.some((cell) => plainCell(cell) !== ''));
  const [top, ...below] = rows;
  if (!top) return 'empty';
  const hasHeader = isHeader(top);
  const data = hasHeader ? below : rows;
  if (data.length === 0) return 'headerOnly';
  const found = columnsOf(hasHeader ? top : [], data);
  return typeof found === 'string' ? found : { text: rest, delimiter, hasHeader, ...found };
}

/** The delimiter that leaves the most rows with a clean number in them, then the most with any, then the most rows of one width. */
function likeliest(sample: string): string {
  const marks = delimiters.map((delimiter) => {
    const rows = split(sample, delimiter);
    const having = (passes: (cell: string) => boolean) => rows.filter((cells) => cells.some(passes)).length;
    return { delimiter, mark: [having(isCleanNumber), having(looksLikeNumber), evenness(rows)] };
  });
  const [best] = marks.sort((a, b) => b.mark.map((mark, i) => mark - (a.mark[i] ?? 0)).find((difference) => difference !== 0) ?? 0);
  return best?.delimiter ?? ',';
}

function isCleanNumber(cell: string): boolean {
  return looksLikeNumber(cell) && isWrittenAsNumber(plainCell(cell));
}

function evenness(rows: readonly string[][]): number {
  const widths = rows.map((cells) => cells.length).filter((width) => width > 1);
  const usual = commonest(widths);
  return widths.filter((width) => width === usual).length;
}

function commonest(widths: readonly number[]): number {
  const [first] = [...Map.groupBy(widths, (width) => width)].sort(([, a], [, b]) => b.length - a.length);
  return first?.[0] ?? 0;
}

/** No header has a telephone number in it, and every header has a word. */
function isHeader(cells: readonly string[]): boolean {
  const plain = cells.map(plainCell);
  if (plain.some((cell) => looksLikeNumber(cell) || digitsOf(cell).length >= 7 || /^[=@]/.test(cell))) return false;
  if (!plain.some((cell) => /\p{L}/u.test(cell))) return false;
  return plain.some((cell) => namesNumbers(cell) !== 'no') || plain.every((cell) => !/\d{4}/.test(cell));
}

type Columns = Pick<Layout, 'column' | 'width'>;

function columnsOf(header: readonly string[], data: readonly string[][]): Columns | ListProblem {
  const titled = header.findLastIndex((title) => plainCell(title) !== '') + 1;
  const usual = commonest(data.map((cells) => cells.length));
  const all = Array.from({ length: Math.min(Math.max(titled, usual), widest) }, (_, column) => column);
  const chosen = (column: number): Columns => ({ column, width: column < titled ? titled : Math.max(titled, usual) });
  const alike = all.filter((column) => share(data, column, looksLikeNumber) >= 0.5);
  const plus = alike.filter((column) => share(data, column, (cell) => plainCell(cell).startsWith('+')) >= 0.5);
  const named = (how: 'exactly' | 'surely' | 'perhaps') => all.filter((column) => namesNumbers(header[column] ?? '') === how);
  const both = (one: readonly number[], other: readonly number[]) => one.filter((column) => other.includes(column));

  // A second column of them, so named and so written, would be dropped without a word (PN-5), unless one is titled as people are told to.
  const titledNumbers = plus.filter((column) => namesNumbers(header[column] ?? '') !== 'no');
  const told = titledNumbers.filter((column) => /^(?:number|num[eé]ro)s?$/i.test(plainCell(header[column] ?? '')));
  if (titledNumbers.length > 1 && told.length !== 1) return 'severalNumberColumns';
  const clues = [
    both(named('exactly'), alike),
    both(named('surely'), alike),
    both(named('perhaps'), alike),
    plus,
    alike,
    named('exactly'),
    named('surely'),
    named('perhaps'),
  ];
  for (const [only, another] of clues) if (only !== undefined && another === undefined) return chosen(only);
  if (alike.length > 1) return 'severalNumberColumns';
  const filled = all.filter((column) => share(data, column, (cell) => /\d/.test(cell)) > 0);
  const [only, another] = filled;
  return only !== undefined && another === undefined ? chosen(only) : 'noNumberColumn';
}

/** The part of a column's filled cells that pass. */
function share(data: readonly string[][], column: number, passes: (cell: string) => boolean): number {
  const filled = data.map((cells) => cells[column] ?? '').filter((cell) => plainCell(cell) !== '');
  return filled.length === 0 ? 0 : filled.filter(passes).length / filled.length;
}

function cut(text: string): string {
  if (text.length <= sampleSize) return text;
  const lastEnd = Math.max(text.lastIndexOf('\n', sampleSize), text.lastIndexOf('\r', sampleSize));
  return text.slice(0, lastEnd > 0 ? lastEnd : sampleSize);
}

/** A cut may fall between two quotes, and a quote may be left open: then quotes are left aside, for the sample only. */
function split(sample: string, delimiter: string): string[][] {
  try {
    return parse(sample, { ...csvRules, delimiter, to: sampleRows });
  } catch {
    return parse(sample, { ...csvRules, delimiter, to: sampleRows, quote: false });
  }
}
