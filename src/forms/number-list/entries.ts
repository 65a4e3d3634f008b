import { looksLikeNumber, plainCell } from './cell.ts';
import type { Layout } from './layout.ts';
import { rowsOf } from './rows.ts';

/** A row of the list with something in it, and what is to be read there as a number. */
export interface Entry {
  readonly row: number;
  readonly value: string;
  /** Set where no number can be read: there is none, or there is more than one. */
  readonly fault?: 'missing' | 'ambiguousRow';
}

/** The filled rows below the header, in order. Throws what `rowsOf` throws. */
export async function* entriesOf(layout: Layout): AsyncGenerator<Entry> {
  let headerPassed = !layout.hasHeader;
  for await (const { row, cells } of rowsOf(layout.text, layout.delimiter)) {
    const filled = cells.filter((cell) => plainCell(cell) !== '');
    if (filled.length === 0) continue;
    if (headerPassed) yield { row, ...entryIn(cells, filled, layout) };
    headerPassed = true;
  }
}

function entryIn(cells: readonly string[], filled: readonly string[], { column, width }: Layout): Omit<Entry, 'row'> {
  const value = cells[column] ?? '';
  const everything = filled.map((cell) => cell.trim()).join(' ; ');
  if (plainCell(value) === '') return { value: everything, fault: 'missing' };
  if (cells.slice(width).some(looksLikeNumber)) return { value: everything, fault: 'ambiguousRow' };
  return { value };
}
