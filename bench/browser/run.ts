import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { buildAll } from '../../scripts/build.ts';
import { connectTeams } from '../../src/local/teams-client.ts';
import { launchBrowser } from '../../test/browser.ts';
import { withDesk } from '../desk.ts';
import { type Row, rowOf } from '../figures.ts';
import { writePerformancePage } from '../page.ts';
import { reportOf, save, table } from '../report.ts';
import { filledStore, startServer } from '../stores.ts';
import { firstBytes } from './first-byte.ts';
import { type Press, pressEach, presses } from './presses.ts';
import { loadRows, scrollAt } from './scroll.ts';
import { timeUntilUsable } from './usable.ts';
import { type Answered, type Place, slowdown, withTab } from './window.ts';

const built = join(import.meta.dirname, '../../dist/tab');

interface Plan {
  readonly cases: number;
  readonly opens: number;
  readonly rows: number;
  readonly batches: number;
  readonly judged: boolean;
}

const trial: Plan = { cases: 5_000, opens: 2, rows: 500, batches: 1, judged: false };
const full: Plan = { cases: 100_000, opens: 15, rows: 10_000, batches: 10, judged: true };

/**
 * `npm run bench -- browser`: the personal tab in Chromium on a slowed processor. Prints a table and writes `bench/results/browser.json`;
 * with `--quick` a trial that judges nothing.
 */
export async function measurePage(quick: boolean): Promise<void> {
  const plan = quick ? trial : full;
  const began = performance.now();
  await using opened = new AsyncDisposableStack();
  await buildAll();
  const server = opened.adopt(await startServer(), (made) => made.stop());
  const browser = opened.adopt(await launchBrowser(), (made) => made.close());
  say(`Filling the desk with ${plan.cases.toLocaleString('en')} cases …`);
  const store = opened.adopt(await filledStore(server.url, plan.cases), (made) => made.remove());
  const rows = await withDesk(store, async (url, standIn) => {
    const token = await (await connectTeams(standIn)).asPerson('Camille').ssoToken();
    return rowsOf(browser, { url, standIn, token }, plan);
  });
  say(`Took ${Math.round((performance.now() - began) / 1_000)} s.\n\n${table(rows)}`);
  if (plan.judged) {
    save(reportOf(rows, server.version, { chromium: browser.version() }), 'browser');
    writePerformancePage();
  }
  if (rows.some(({ met }) => met === false)) process.exitCode = 1;
}

async function rowsOf(browser: Browser, place: Place, plan: Plan): Promise<Row[]> {
  return [...(await firstViewRows(browser, place, plan)), ...(await scrollRows(browser, place, plan)), ...(await scriptRows(place, plan))];
}

/** Milliseconds after the list is usable in which the first view loads whatever it still needs; the other pages come later. */
const settling = 1_000;

async function firstViewRows(browser: Browser, place: Place, { opens, judged }: Plan): Promise<Row[]> {
  say(`Opening the tab ${opens} times …`);
  const usable: number[] = [];
  const loads: (readonly Answered[])[] = [];
  const pressed: Record<Press, number>[] = [];
  // The first fills caches of the server, which a desk in use has full.
  await timeUntilUsable(browser, place, 'list/mine');
  for (let open = 0; open < opens; open += 1) {
    usable.push(await timeUntilUsable(browser, place, 'list/mine'));
    await withTab(browser, place, 'list/mine', async (window) => {
      await wait(settling);
      loads.push([...window.answers]);
      pressed.push(await pressEach(window));
    });
  }
  const kilobytes = (wanted: (answer: Answered) => boolean) =>
    loads.map((answers) => answers.filter(wanted).reduce((sum, { bytes }) => sum + bytes, 0) / 1_000);
  const isWords = ({ path }: Answered) => /\/(on-page|first-view)-[^/]+\.js$/.test(path);
  const aim = (p95: number) => (judged ? { p95 } : undefined);
  return [
    rowOf(
      'first view: script and words, over the wire',
      'KB',
      kilobytes(({ kind }) => kind === 'Script'),
      { aim: aim(200) },
    ),
    rowOf('first view: of it words', 'KB', kilobytes(isWords)),
    rowOf(
      'first view: style, over the wire',
      'KB',
      kilobytes(({ kind }) => kind === 'Stylesheet'),
    ),
    rowOf(
      'first view: all that comes from the desk',
      'KB',
      kilobytes(() => true),
    ),
    rowOf(
      'first view: requests to the desk',
      'requests',
      loads.map(({ length }) => length),
    ),
    rowOf(`from navigation to a list that can be used, processor ${slowdown} × slower`, 'ms', usable, { aim: aim(1_500) }),
    ...presses.map((press) =>
      rowOf(
        `${press}, until painted, processor ${slowdown} × slower`,
        'ms',
        pressed.map((one) => one[press]),
        { aim: aim(200) },
      ),
    ),
  ];
}

const scrollPlaces = 10;
/** Loaded at the slowed pace; the rest at the machine’s own, or it would take a quarter of an hour. */
const rowsLoadedSlowly = 1_000;

async function scrollRows(browser: Browser, place: Place, { rows, judged }: Plan): Promise<Row[]> {
  say(`Scrolling through ${rows.toLocaleString('en')} rows …`);
  return withTab(browser, place, 'list/company?state=all', async (window) => {
    const loading = await loadRows(window, Math.min(rows, rowsLoadedSlowly));
    await window.slow(1);
    const { loaded } = await loadRows(window, rows);
    await window.slow(slowdown);
    const parts = await scrollAt(window, scrollPlaces);
    const slowed = `processor ${slowdown} × slower`;
    const of = `${loaded.toLocaleString('en')} rows, ${slowed}`;
    return [
      rowOf(`frame while rows are loaded by scrolling, up to ${loading.loaded.toLocaleString('en')} rows, ${slowed}`, 'ms', loading.frames),
      rowOf(`longest task of it`, 'ms', [Math.max(0, ...loading.longTasks)]),
      rowOf(
        `frame while scrolling at ten places of ${of}`,
        'ms',
        parts.flatMap(({ frames }) => frames),
        { aim: judged ? { p95: 50 } : undefined },
      ),
      rowOf(
        `frames over 50 ms, at one place`,
        'frames',
        parts.map(({ frames }) => frames.filter((one) => one > 50).length),
      ),
      rowOf(
        `longest task, at one place`,
        'ms',
        parts.map(({ longTasks }) => Math.max(0, ...longTasks)),
      ),
    ];
  });
}

async function scriptRows({ url }: Place, { batches }: Plan): Promise<Row[]> {
  say('Asking for the script …');
  const page = readFileSync(join(built, 'index.html'), 'utf8');
  const script = join(built, /<link rel="modulepreload"[^>]+href="([^"]+)"/.exec(page)?.[1] ?? '');
  const { desk, alone } = await firstBytes(script, `${url}/tab/assets/${basename(script)}`, batches);
  const floor = 'a file that restify alone serves, first byte';
  return [rowOf(floor, 'ms', alone), rowOf('the page’s script, first byte', 'ms', desk, { beside: { name: floor, samples: alone } })];
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
