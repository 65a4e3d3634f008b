import { figuresOf, type Row, rowOf, timesFasterRowOf } from '../figures.ts';
import { writePerformancePage } from '../page.ts';
import { reportOf, save, table } from '../report.ts';
import { startServer } from '../stores.ts';
import { withCaseDesk } from './case-desk.ts';
import { installedVersions, missing } from './folder.ts';
import { rowName } from './groups.ts';
import { ask, assertFilled, type Load, measure, type Samples } from './measure.ts';
import { operations, type Product } from './product.ts';
import { withRedmine } from './redmine.ts';
import { withRequestTracker } from './rt.ts';

interface Plan {
  readonly sizes: readonly { readonly cases: number; readonly loads: readonly Load[]; readonly judged: boolean }[];
}

const trial: Plan = {
  sizes: [{ cases: 1_000, judged: false, loads: [load(1, 3), load(32, 1)] }],
};
const full: Plan = {
  sizes: [
    { cases: 1_000, judged: false, loads: [load(1, 20), load(32, 2)] },
    { cases: 100_000, judged: true, loads: [load(1, 60), load(32, 6)] },
  ],
};
const aim = { timesFaster: 10 };

type WithProduct = <T>(server: string, cases: number, work: (product: Product) => Promise<T>) => Promise<T>;

/** The desk comes last, and is held against the faster of those before it. */
const products: Readonly<Record<string, WithProduct>> = {
  'Request Tracker': withRequestTracker,
  Redmine: withRedmine,
  'Case Desk': withCaseDesk,
};

/** A product’s samples under each load. */
type Measured = readonly { readonly name: string; readonly byLoad: readonly Samples[] }[];

/**
 * `npm run bench -- peers`: the desk beside two others, with the same cases in the same PostgreSQL, the same operations and the same
 * clients, one product after another. Prints a table and writes `bench/results/peers.json`; with `--quick` a trial that judges nothing.
 */
export async function besidePeers(quick: boolean): Promise<void> {
  const cure = missing();
  if (cure !== null) {
    say(cure);
    process.exitCode = 1;
    return;
  }
  const began = performance.now();
  const server = await startServer();
  try {
    const rows: Row[] = [];
    for (const { cases, loads, judged } of (quick ? trial : full).sizes) {
      const measured: { name: string; byLoad: Samples[] }[] = [];
      for (const [name, withProduct] of Object.entries(products)) {
        say(`Filling ${name} with ${cases.toLocaleString('en')} cases …`);
        measured.push({
          name,
          byLoad: await withProduct(server.url, cases, (product) => underEach(loads, product, cases, quick ? 0 : 10_000)),
        });
      }
      rows.push(...loads.flatMap((one, index) => rowsOf(measured, index, { cases, clients: one.clients }, judged)));
    }
    say(`Took ${Math.round((performance.now() - began) / 1_000)} s.\n\n${table(rows)}`);
    if (!quick) {
      save(reportOf(rows, server.version, await installedVersions()), 'peers');
      writePerformancePage();
    }
    if (rows.some(({ met }) => met === false)) process.exitCode = 1;
  } finally {
    await server.stop();
  }
}

async function underEach(loads: readonly Load[], product: Product, cases: number, warmUpMs: number): Promise<Samples[]> {
  await assertFilled(product, cases);
  await warmUp(product, warmUpMs);
  say(`Asking ${product.name} …`);
  const samples: Samples[] = [];
  for (const one of loads) samples.push(await measure(product, one));
  return samples;
}

/** What a process does first is no sample of what follows. Time is the same for all; a quick product ends sooner, lest it has many more cases. */
async function warmUp(product: Product, ms: number): Promise<void> {
  const began = performance.now();
  for (let pass = 0; pass === 0 || (pass < 12 && performance.now() - began < ms); pass += 1) await ask(product, load(8, 2));
  await product.settled();
}

function rowsOf(measured: Measured, load: number, where: { readonly cases: number; readonly clients: number }, judged: boolean): Row[] {
  return operations.flatMap((operation) => {
    const all = measured.map(({ name, byLoad }) => ({ name, samples: byLoad[load]?.[operation] ?? [] }));
    const peers = all.slice(0, -1);
    const desk = all.at(-1)?.samples ?? [];
    const [faster = peers[0]] = peers.toSorted((a, b) => figuresOf(a.samples).p95 - figuresOf(b.samples).p95);
    const named = (product: string) => rowName({ operation, product, ...where });
    return [
      ...peers.map(({ name, samples }) => rowOf(named(name), 'ms', samples)),
      ...(faster ? [timesFasterRowOf(named('Case Desk'), desk, faster, judged ? aim : undefined)] : []),
    ];
  });
}

function load(clients: number, rounds: number): Load {
  return { clients, rounds };
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
