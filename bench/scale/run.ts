import { contoso, operator } from '../../src/local/organisations.ts';
import { type ApiMeasure, type ApiSamples, apiMeasures, measureApi } from '../api.ts';
import { openChannel } from '../channel.ts';
import { startDeliveringDesk } from '../delivering-desk.ts';
import { type Aim, type Row, rowOf } from '../figures.ts';
import { writePerformancePage } from '../page.ts';
import { reportOf, save, table } from '../report.ts';
import type { Place } from '../seed.ts';
import { filledStore, startServer } from '../stores.ts';
import { writePlans } from './plans.ts';

const measures = apiMeasures.filter((name) => name !== 'create a case while others’ notices are delivered');
type Measure = (typeof measures)[number];
type Samples = Pick<ApiSamples, Measure>;

const full = { sizes: [1_000, 100_000, 1_000_000], rounds: 400 };
const trial = { sizes: [1_000, 5_000], rounds: 40 };
const growth: Aim = { ratio: 1.5 };
const searchAim: Aim = { p95: 60 };

/**
 * `npm run bench -- scale`: each operation over the REST API as the cases grow, to a million of a thousand tenants, beside the size before; writes
 * `bench/results/scale.json`, and the plans of the largest one's questions into docs/plans.md. With `--quick` a trial that writes nothing.
 */
export async function measureScale(quick: boolean): Promise<void> {
  const { sizes, rounds } = quick ? trial : full;
  const rows: Row[] = [];
  const server = await startServer();
  try {
    let before: { readonly name: string; readonly samples: Samples } | undefined;
    for (const cases of sizes) {
      const name = `at ${cases.toLocaleString('en')} cases`;
      say(`Filling the store with ${cases.toLocaleString('en')} cases …`);
      const place = await filledStore(server.url, cases);
      try {
        say('Asking the API over it …');
        const samples = await samplesOf(place, rounds);
        rows.push(...rowsOf(name, samples, before, quick ? undefined : cases));
        if (cases === sizes.at(-1)) await writePlans(place, quick ? null : cases);
        before = { name, samples };
      } finally {
        place.remove();
      }
    }
    process.stdout.write(`${table(rows)}\n`);
    if (!quick) {
      save(reportOf(rows, server.version), 'scale');
      writePerformancePage();
    }
    if (rows.some(({ met }) => met === false)) process.exitCode = 1;
  } finally {
    await server.stop();
  }
}

async function samplesOf(place: Place, rounds: number): Promise<Samples> {
  await using opened = new AsyncDisposableStack();
  const channel = opened.adopt(await openChannel(), (made) => made.close());
  const [customer = '', engineer = ''] = [contoso, operator].map(({ people }) => people[0]?.id ?? '');
  const callers = { customer: await channel.ssoToken(customer), engineer: await channel.ssoToken(engineer) };
  const started = await startDeliveringDesk(channel, place, { connector: channel.url, worker: 'off', people: 'sample' });
  const desk = opened.adopt(started, (made) => made.stop());
  return await measureApi(desk.url, callers, { rounds, measures });
}

/** Judged is the growth from a hundred thousand to a million. */
function rowsOf(
  name: string,
  samples: Samples,
  before: { readonly name: string; readonly samples: Samples } | undefined,
  judged?: number,
): Row[] {
  const largest = judged === full.sizes.at(-1);
  return measures
    .map((measure: ApiMeasure & Measure) =>
      rowOf(`${measure}, ${name}`, 'ms', samples[measure], {
        beside: before && { name: `${before.name}, at p95`, samples: before.samples[measure], at: 'p95' },
        aim: largest ? growth : undefined,
      }),
    )
    .concat(largest ? [rowOf(`search for words, ${name}, as it is`, 'ms', samples['search for words'], { aim: searchAim })] : []);
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
