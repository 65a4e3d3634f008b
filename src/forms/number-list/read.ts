import { limits } from '../../domain/catalogue/field.ts';
import type { Duplicate, ListProblem, NumberKind, NumberListReport, RowFault } from '../../domain/numbers/report.ts';
import { decode } from './decode.ts';
import { type Entry, entriesOf } from './entries.ts';
import { type Layout, layoutOf } from './layout.ts';
import { readNumber } from './read-number.ts';
import { countRows, pause, UnclosedQuote } from './rows.ts';

export const maxListRows = limits.listRows;
const maxReported = 500;
const maxShown = 100;

/**
 * Reads an uploaded list for a country (PN-3, PN-5, F-40) and says what it holds, row by row. Never throws on what a person uploaded:
 * a list that can't be read comes back with its `problem`. It pauses as it goes, so a long list doesn't keep others waiting.
 */
export async function readNumberList(bytes: Uint8Array, country: string): Promise<NumberListReport> {
  const layout = openList(bytes);
  if (typeof layout === 'string') return { ...blank(country), problem: layout };
  await pause();
  const rows = countRows(layout.text) - (layout.hasHeader ? 1 : 0);
  // Quotes may hide line ends, so with quotes the count is only taken at its word when it is far off.
  if (rows > maxListRows * (layout.text.includes('"') ? 2 : 1)) return { ...blank(country), total: rows, problem: 'tooManyRows' };
  try {
    const report = blank(country);
    const firstRows = new Map<string, number>();
    for await (const entries of entriesOf(layout)) {
      report.total += entries.length;
      if (report.total > maxListRows) return { ...blank(country), total: rows, problem: 'tooManyRows' };
      for (const entry of entries) count(report, firstRows, entry);
    }
    return report;
  } catch (fault) {
    if (fault instanceof UnclosedQuote) return { ...blank(country), problem: 'unclosedQuote' };
    throw fault;
  }
}

/** The different good numbers of a list in E.164, in order. A list that can't be read has none. */
export async function* numbersOf(bytes: Uint8Array, country: string): AsyncGenerator<string> {
  const layout = openList(bytes);
  if (typeof layout === 'string') return;
  const seen = new Set<string>();
  for await (const entries of entriesOf(layout)) {
    for (const { value, fault } of entries) {
      const reading = fault ? undefined : readNumber(value, country);
      if (!reading?.ok || seen.has(reading.number)) continue;
      seen.add(reading.number);
      yield reading.number;
    }
  }
}

/** Text and layout of a list, or why it has none. */
export function openList(bytes: Uint8Array): Layout | ListProblem {
  const text = decode(bytes);
  if (text === undefined) return 'notText';
  return text.trim() === '' ? 'empty' : layoutOf(text);
}

type Open = { -readonly [K in keyof NumberListReport]: NumberListReport[K] } & {
  faults: RowFault[];
  duplicates: Duplicate[];
  otherCountries: Record<string, number>;
  types: Record<NumberKind, number>;
};

function blank(country: string): Open {
  return {
    country,
    total: 0,
    good: 0,
    faultCount: 0,
    faults: [],
    duplicateCount: 0,
    duplicates: [],
    otherCountries: {},
    types: { geographic: 0, tollFree: 0, mobile: 0, other: 0 },
  };
}

function count(report: Open, firstRows: Map<string, number>, { row, value, fault }: Entry): void {
  const reading = fault ? ({ ok: false, reason: fault } as const) : readNumber(value, report.country);
  if (!reading.ok) {
    const { ok, ...why } = reading;
    report.faultCount += 1;
    if (why.country) report.otherCountries[why.country] = (report.otherCountries[why.country] ?? 0) + 1;
    if (report.faults.length < maxReported) report.faults.push({ row, value: shown(value), ...why });
    return;
  }
  const firstRow = firstRows.get(reading.number);
  if (firstRow !== undefined) {
    report.duplicateCount += 1;
    if (report.duplicates.length < maxReported) report.duplicates.push({ row, value: shown(value), firstRow });
    return;
  }
  firstRows.set(reading.number, row);
  report.good += 1;
  report.types[reading.kind] += 1;
  report.first ??= reading.number;
}

const shown = (value: string): string => value.slice(0, maxShown).toWellFormed();
