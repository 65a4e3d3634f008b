import { entriesOf } from './entries.ts';
import { openList } from './read.ts';
import { UnclosedQuote } from './rows.ts';

/** What a person puts in place of a row; null, or nothing but blanks, takes the row out. */
export interface Correction {
  /** As in the report: the row a spreadsheet shows. */
  readonly row: number;
  readonly value: string | null;
}

/**
 * The list with the corrections made, as a clean CSV: UTF-8, a header `number`, one row a number, all other rows as they were (a faulty
 * row that nobody corrected stays, and stays faulty). A list that can't be read comes back unchanged: there is no row to correct.
 */
export async function correctNumberList(bytes: Uint8Array, corrections: readonly Correction[]): Promise<Uint8Array> {
  const layout = openList(bytes);
  if (typeof layout === 'string') return bytes;
  const corrected = new Map(corrections.map(({ row, value }) => [row, value?.trim() ?? '']));
  const rows = ['number'];
  try {
    for await (const entries of entriesOf(layout)) {
      for (const { row, value } of entries) {
        const kept = corrected.get(row) ?? value;
        if (kept !== '') rows.push(quoted(kept));
      }
    }
  } catch (fault) {
    if (fault instanceof UnclosedQuote) return bytes;
    throw fault;
  }
  return new TextEncoder().encode(`${rows.join('\r\n')}\r\n`);
}

function quoted(value: string): string {
  return /[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
