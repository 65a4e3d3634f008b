import { looksLikeNumber, plainCell } from './cell.ts';
import type { Layout } from './layout.ts';
import { type Row, rowsOf } from './rows.ts';

/** A row of the list with something in it, and what is to be read there as a number. */
export interface Entry {
  readonly row: number;
  readonly value: string;
  /** Set where no number can be read: there is none, or there is more than one. */
  readonly fault?: 'missing' | 'ambiguousRow';
}

/** The filled rows below the header, in order, some at a time. Throws what `rowsOf` throws. */
export async function* entriesOf(layout: Layout): AsyncGenerator<readonly Entry[]> {
  let headerPassed = !layout.hasHeader;
  for await (const rows of rowsOf(layout.text, layout.delimiter)) {
    const entries: Entry[] = [];
    for (const read of rows) {
      if (read.cells.every((cell) => plainCell(cell) === '')) continue;
      if (headerPassed) entries.push(entryIn(read, layout));
      headerPassed = true;
    }
    yield entries;
  }
}

function entryIn({ row, cells }: Row, { column, width }: Layout): Entry {
  const value = cells[column] ?? '';
  const everything = () =>
    cells
      .map((cell) => cell.trim())
      .filter((cell) => plainCell(cell) !== '')
      .join(' ; ');
  if (plainCell(value) === '') return { row, value: everything(), fault: 'missing' };
  if (cells.length > width && cells.slice(width).some(looksLikeNumber)) return { row, value: everything(), fault: 'ambiguousRow' };
  return { row, value };
}
