import { CsvError, parse } from 'csv-parse';

/** Bytes between two pauses in which the process serves others: a few milliseconds' work, and few more where each row is a fault. */
const pieceSize = 1024;
const separators = new Set([...' \t;,|"\u00a0'].map((mark) => mark.charCodeAt(0)));

export interface Row {
  /** As a spreadsheet counts: every record is a row, a blank one too, and line ends within quotes are not. From 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Separates cells and rows as spreadsheets do: any line end, in any mixture; a stray quote within a cell is a character. */
export const csvRules = {
  relax_quotes: true,
  relax_column_count: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  max_record_size: 128 * 1024,
};

export class UnclosedQuote extends Error {}

/** The rows of a text, some hundred at a time, with pauses between. Throws `UnclosedQuote` after the last whole row. */
export async function* rowsOf(text: string, delimiter: string): AsyncGenerator<readonly Row[]> {
  const parser = parse({ ...csvRules, delimiter });
  const ended = new Promise((resolve, reject) => parser.on('error', reject).on('end', resolve));
  // It is waited for at the end, or nobody wants to know any more.
  ended.catch(() => {});
  const bytes = new TextEncoder().encode(text);
  let row = 0;
  const read = (): readonly Row[] => {
    const rows: Row[] = [];
    for (let cells = parser.read(); cells !== null; cells = parser.read()) rows.push({ row: ++row, cells });
    return rows;
  };
  try {
    for (let at = 0; at < bytes.length && !parser.destroyed; at += pieceSize) {
      parser.write(bytes.subarray(at, at + pieceSize));
      yield read();
      await pause();
    }
    parser.on('readable', () => {}).end();
    await pause();
    yield read();
    await ended;
  } catch (fault) {
    throw isUnclosedQuote(fault) ? new UnclosedQuote() : fault;
  } finally {
    parser.destroy();
  }
}

/** Lets the process serve others. */
export const pause = (): Promise<void> => new Promise((resume) => setImmediate(resume));

/** A row beyond all measure is one that a forgotten quote has swallowed the rest of the list into. */
function isUnclosedQuote(fault: unknown): boolean {
  return fault instanceof CsvError && (fault.code === 'CSV_QUOTE_NOT_CLOSED' || fault.code === 'CSV_MAX_RECORD_SIZE');
}

/** About how many filled rows a text has, without parsing it: exact where there are no quotes. */
export function countRows(text: string): number {
  let rows = 0;
  let filled = false;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) quoted = !quoted;
    else if ((code === 0x0a || code === 0x0d) && !quoted) {
      if (filled) rows += 1;
      filled = false;
    } else filled ||= !separators.has(code);
  }
  return filled ? rows + 1 : rows;
}
