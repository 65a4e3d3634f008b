import type { Row } from '../figures.ts';

/** What a row of this bench is about; its name says so. */
interface RowAbout {
  readonly operation: string;
  readonly product: string;
  readonly cases: number;
  readonly clients: number;
}

/** The rows of one number of cases and of clients, side by side. */
export interface PeerGroup {
  readonly title: string;
  readonly cases: number;
  readonly series: readonly string[];
  readonly operations: readonly { readonly operation: string; readonly rows: readonly Row[]; readonly judged: Row }[];
}

const titleOf = ({ cases, clients }: Pick<RowAbout, 'cases' | 'clients'>): string =>
  `${cases.toLocaleString('en')} cases, ${clients === 1 ? '1 client' : `${clients} clients`}`;

export const rowName = (about: RowAbout): string => `${about.operation}, ${about.product}, ${titleOf(about)}`;

/** @throws for a row that `rowName` did not name */
function aboutOf(name: string): RowAbout {
  const [, operation, product, cases, clients] = /^(.+), (.+), ([\d,]+) cases, (\d+) clients?$/.exec(name) ?? [];
  if (operation === undefined || product === undefined) throw new Error(`“${name}” names no row of this bench.`);
  return { operation, product, cases: Number(cases?.replaceAll(',', '')), clients: Number(clients) };
}

/** The rows by cases and clients, then by operation, in the order they come in. */
export function groupsOf(rows: readonly Row[]): readonly PeerGroup[] {
  const all = rows.map((row) => ({ row, about: aboutOf(row.name) }));
  return [...Map.groupBy(all, ({ about }) => titleOf(about))].map(([title, group]) => ({
    title,
    cases: group[0]?.about.cases ?? 0,
    series: [...new Set(group.map(({ about }) => about.product))],
    operations: [...Map.groupBy(group, ({ about }) => about.operation)].map(([operation, same]) => ({
      operation,
      rows: same.map(({ row }) => row),
      judged: same.at(-1)?.row as Row,
    })),
  }));
}
