import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import type { Row } from './figures.ts';

const results = join(import.meta.dirname, 'results');

export interface Report {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly memoryGB: number; readonly system: string };
  readonly versions: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

/** @param postgres as the server itself says it @param more versions of what else was measured */
export function reportOf(rows: readonly Row[], postgres: string, more: Readonly<Record<string, string>> = {}): Report {
  const [first] = cpus();
  return {
    machine: {
      cpu: first?.model ?? 'unknown',
      cores: cpus().length,
      memoryGB: Math.round(totalmem() / 2 ** 30),
      system: `${type()} ${release()}`,
    },
    versions: {
      node: process.versions.node,
      'case-desk': versionIn(join(import.meta.dirname, '../package.json')),
      ...Object.fromEntries(['botbuilder', 'restify', '@electric-sql/pglite', 'pg', 'kysely'].map((name) => [name, versionOf(name)])),
      postgresql: postgres,
      ...more,
    },
    rows,
  };
}

/** Each a file in `bench/results`, and a part of docs/performance.md. */
export type ResultName = 'peers' | 'latest' | 'floors' | 'scale' | 'processes' | 'browser';

/** Writes `bench/results/<name>.json`. */
export function save(report: Report, name: ResultName): void {
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
}

const columns = ['', 'p50', 'p95', 'p99', 'unit', 'against', 'ratio', 'aim', 'met'] as const;

export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    ...[row.p50, row.p95, row.p99].map((value) => value.toFixed(2)),
    row.unit,
    row.against ?? '',
    row.ratio === null ? '' : `× ${row.ratio.toFixed(2)}`,
    row.aim ?? '',
    row.met === null ? '' : row.met ? 'yes' : 'NO',
  ]);
  const widths = columns.map((heading, index) =>
    Math.max(...[heading, ...cells.map((line) => line[index] ?? '')].map((cell) => cell.length)),
  );
  const line = (of: readonly string[]) =>
    of.map((cell, index) => (index >= 1 && index <= 3 ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0))).join('  ');
  return [line(columns), ...cells.map(line)].join('\n');
}

function versionOf(name: string): string {
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? [];
  for (const path of paths) {
    const version = versionIn(join(path, name, 'package.json'));
    if (version) return version;
  }
  return 'unknown';
}

function versionIn(file: string): string {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  } catch {
    return '';
  }
}
