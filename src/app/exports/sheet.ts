import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import { words } from '../../domain/i18n/index.ts';
import { ok, type Result } from '../../domain/result.ts';
import { formatForSheet } from '../../domain/time/format.ts';
import type { Deps } from '../deps.ts';
import type { Page } from '../views.ts';
import { byteOrderMark, type Cell, csvLine, separators } from './csv.ts';

/** One column: what stands above it, and in it. */
export interface Column<Row> {
  readonly title: string;
  readonly of: (row: Row) => Cell;
}

/** A list as a spreadsheet has it. */
export interface Sheet<Row> {
  /** What the file is called, and the audit trail calls it. */
  readonly list: string;
  /** What it was narrowed to, for the audit trail: none of what anybody typed. */
  readonly narrowed?: Readonly<Record<string, unknown>>;
  readonly columns: readonly Column<Row>[];
  /** A page of it, as the list itself is read. */
  readonly page: (cursor: string | null) => Promise<Result<Page<Row>, Refusal>>;
}

export interface ListFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Rows of one file. One that had to be cut says so in its last line. */
export const mostRows = 10_000;

/**
 * G-16: a list as a file, read page by page while it is sent. Whoever may see a list may take it along, and that they did is in their organisation's
 * audit trail before anything is sent.
 */
export async function exportSheet<Row>(deps: Deps, by: Principal, sheet: Sheet<Row>, most = mostRows): Promise<Result<ListFile, Refusal>> {
  const first = await sheet.page(null);
  if (!first.ok) return first;
  await deps.store.inTenant(by.tenantId, (tx) =>
    tx.appendAudit({
      ...{ actorTenantId: by.tenantId, actorId: by.personId, action: 'list.export', outcome: 'done', caseId: null },
      details: { name: by.name, list: sheet.list, ...sheet.narrowed },
    }),
  );
  return ok({ name: `${sheet.list}-${deps.now().slice(0, 10)}.csv`, content: linesOf(by, sheet, first.value, most) });
}

async function* linesOf<Row>(by: Principal, { columns, page }: Sheet<Row>, first: Page<Row>, most: number): AsyncIterable<Uint8Array> {
  const line = (cells: readonly Cell[]) => csvLine(cells, separators[by.locale]);
  let before = byteOrderMark + line(columns.map(({ title }) => title));
  for (let [current, left] = [first, most]; ; ) {
    const rows = current.items.slice(0, left);
    left -= rows.length;
    yield Buffer.from(before + rows.map((row) => line(columns.map(({ of }) => of(row)))).join(''));
    before = '';
    if (current.next === null && rows.length === current.items.length) return;
    if (left === 0) return yield Buffer.from(line([words(by.locale).exports.cut(most)]));
    const next = await page(current.next);
    // The file is cut off where it stands, which whoever waits for it is told.
    if (!next.ok) throw new Error(`a list could not be read to its end: ${next.error.code}`);
    current = next.value;
  }
}

/** A list that comes in one piece. */
export const inOnePiece =
  <Row>(read: () => Promise<Result<readonly Row[], Refusal>>): Sheet<Row>['page'] =>
  async () => {
    const all = await read();
    return all.ok ? ok({ items: all.value, next: null }) : all;
  };

/** A column of instants, in the reader's zone, as spreadsheets read them. */
export const timeColumn =
  <Row>(by: Principal) =>
  (title: string, of: (row: Row) => string | null): Column<Row> => ({
    title: words(by.locale).exports.time(title, by.timeZone),
    of: (row) => {
      const instant = of(row);
      return instant === null ? null : formatForSheet(instant, by.timeZone);
    },
  });
