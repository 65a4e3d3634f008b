import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dotChart } from './chart.ts';
import type { Row } from './figures.ts';
import { groupsOf, type PeerGroup } from './peers/groups.ts';
import type { Report, ResultName } from './report.ts';

const root = join(import.meta.dirname, '..');
const document = join(root, 'docs/performance.md');
const image = join(root, 'docs/images/performance.svg');
const [begin, end] = ['<!-- made by npm run performance-page -->', '<!-- end of what is made -->'];

/** What follows the peers, in this order. */
const sections: Readonly<Record<Exclude<ResultName, 'peers'>, string>> = {
  latest: 'The desk alone',
  floors: 'Beside what it stands on',
  scale: 'From a thousand cases to a million',
  processes: 'More than one process',
  browser: 'The tab in a browser',
};

interface Page {
  readonly document: string;
  readonly image: string;
}

/** docs/performance.md and its chart as they are, and as the results in `bench/results` make them. */
export function performancePage(): { readonly found: Page; readonly wanted: Page } {
  const found = { document: readFileSync(document, 'utf8'), image: existsSync(image) ? readFileSync(image, 'utf8') : '' };
  const peers = resultsOf('peers');
  const groups = peers ? groupsOf(peers.rows) : [];
  const others = Object.entries(sections).flatMap(([name, title]) => section(title, resultsOf(name as ResultName)));
  const made = [...(peers ? besidePeers(peers, groups) : []), ...others].join('\n\n');
  const [before = '', rest = ''] = found.document.split(begin);
  const [, after = ''] = rest.split(end);
  return { found, wanted: { document: `${before}${begin}\n\n${made}\n\n${end}${after}`, image: groups.length > 0 ? chartOf(groups) : '' } };
}

/** `npm run performance-page`: brings the page up to date with the results. */
export function writePerformancePage(): void {
  const { wanted } = performancePage();
  writeFileSync(document, wanted.document);
  if (wanted.image) writeFileSync(image, wanted.image);
}

function resultsOf(name: ResultName): Report | undefined {
  const file = join(root, 'bench/results', `${name}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
}

function besidePeers(report: Report, groups: readonly PeerGroup[]): string[] {
  return [
    '## Beside Request Tracker and Redmine',
    '![How long each operation takes in Request Tracker, Redmine and Case Desk, at p95](images/performance.svg)',
    'Milliseconds until the answer, at p50 and p95. The last columns say how many times longer the faster of the two peers takes, at p95.',
    ...groups.flatMap(({ title, series, operations }) => [
      `### ${title}`,
      table(
        ['', ...series, 'times faster', 'aim', 'met'],
        operations.map(({ operation, rows, judged }) => [
          operation,
          ...rows.map(({ p50, p95 }) => `${shown(p50)} / ${shown(p95)}`),
          judged.ratio === null ? '' : shown(judged.ratio),
          judged.aim ?? '',
          metOf(judged),
        ]),
      ),
    ]),
    madeWith(report),
  ];
}

function section(title: string, report: Report | undefined): string[] {
  if (!report) return [];
  return [
    `## ${title}`,
    table(
      ['', 'unit', 'p50', 'p95', 'p99', 'beside', 'ratio', 'aim', 'met'],
      report.rows.map((row) => [
        row.name,
        row.unit,
        ...[row.p50, row.p95, row.p99].map(shown),
        row.against ?? '',
        row.ratio === null ? '' : `× ${shown(row.ratio)}`,
        row.aim ?? '',
        metOf(row),
      ]),
    ),
    madeWith(report),
  ];
}

const madeWith = ({ machine: { cpu, cores, memoryGB, system }, versions }: Report): string =>
  `Measured on ${cores} cores of ${cpu} with ${memoryGB} GB, ${system}; ${Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}.`;

/** At p95, where the aims are judged; the groups with the most cases alone. */
function chartOf(groups: readonly PeerGroup[]): string {
  const most = Math.max(...groups.map(({ cases }) => cases));
  const shownGroups = groups.filter(({ cases }) => cases === most);
  return dotChart({
    title: 'Milliseconds until the answer at p95, on a logarithmic axis',
    unit: 'ms',
    series: shownGroups[0]?.series ?? [],
    panels: shownGroups.map(({ title, operations }) => ({
      title: `${title}: milliseconds at p95`,
      rows: operations.map(({ operation, rows }) => ({ label: operation, values: rows.map(({ p95 }) => p95) })),
    })),
  });
}

const metOf = ({ met }: Row): string => (met === null ? '' : met ? 'yes' : '**NO**');

const shown = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');

if (import.meta.main) writePerformancePage();
