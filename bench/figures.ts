/** What one measurement says, in the unit of its row. */
export interface Figures {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface Row extends Figures {
  readonly name: string;
  readonly unit: 'ms' | 'ms CPU' | 'jobs/s' | 'requests/s' | 'KB' | 'MB' | 'requests' | 'connections' | 'frames';
  /** What it was measured beside, and `ratio` how many times that it is (at the median, unless the name says otherwise). */
  readonly against: string | null;
  readonly ratio: number | null;
  readonly aim: string | null;
  readonly met: boolean | null;
}

/** An aim: an upper limit on one figure of the row. */
export type Aim = { readonly p95: number } | { readonly ratio: number };

/** What a row is measured beside; `ratio` is taken at the median, unless told. */
export interface Beside {
  readonly name: string;
  readonly samples: readonly number[];
  readonly at?: 'p50' | 'p95';
}

export function figuresOf(samples: readonly number[]): Figures {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export function rowOf(
  name: string,
  unit: Row['unit'],
  samples: readonly number[],
  { beside, aim }: { readonly beside?: Beside | undefined; readonly aim?: Aim | undefined } = {},
): Row {
  const figures = figuresOf(samples);
  const at = beside?.at ?? 'p50';
  const ratio = beside ? rounded(figures[at] / figuresOf(beside.samples)[at]) : null;
  const judged = aim && ('p95' in aim ? { aim: `p95 < ${aim.p95} ${unit}`, met: figures.p95 < aim.p95 } : judgedBy(aim.ratio, ratio));
  return { name, unit, ...figures, against: beside?.name ?? null, ratio, aim: judged?.aim ?? null, met: judged?.met ?? null };
}

/** A row beside that of a peer: its ratio is how many times longer the peer takes, at p95. */
export function timesFasterRowOf(
  name: string,
  samples: readonly number[],
  peer: { readonly name: string; readonly samples: readonly number[] },
  aim: { readonly timesFaster: number } | undefined,
): Row {
  const figures = figuresOf(samples);
  const ratio = rounded(figuresOf(peer.samples).p95 / figures.p95);
  const judged = aim && { aim: `${aim.timesFaster} × faster at p95`, met: ratio >= aim.timesFaster };
  return { name, unit: 'ms', ...figures, against: peer.name, ratio, aim: judged?.aim ?? null, met: judged?.met ?? null };
}

/** What a row of rates is held to: so many a second, or so many times what it is beside, at the median. */
export type RateAim = { readonly atLeast: number } | { readonly timesAtLeast: number };

/** A row of how much is done in a second: the more, the better, so that its p95 is what 95 of 100 samples reach. */
export function rateRowOf(
  name: string,
  unit: 'jobs/s' | 'requests/s',
  samples: readonly number[],
  { beside, aim }: { readonly beside?: Beside | undefined; readonly aim?: RateAim | undefined } = {},
): Row {
  const figures = ratesOf(samples);
  const ratio = beside ? rounded(figures.p50 / ratesOf(beside.samples).p50) : null;
  const judged =
    aim &&
    ('atLeast' in aim
      ? { aim: `p50 ≥ ${aim.atLeast}/s`, met: figures.p50 >= aim.atLeast }
      : { aim: `ratio ≥ ${aim.timesAtLeast}`, met: (ratio ?? 0) >= aim.timesAtLeast });
  return { name, unit, ...figures, against: beside?.name ?? null, ratio, aim: judged?.aim ?? null, met: judged?.met ?? null };
}

function ratesOf(samples: readonly number[]): Figures {
  const { p50, p95, p99 } = figuresOf(samples.map((rate) => -rate));
  return { p50: -p50, p95: -p95, p99: -p99 };
}

const judgedBy = (limit: number, ratio: number | null) => ({ aim: `ratio ≤ ${limit}`, met: ratio !== null && ratio <= limit });

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Runs `work` once for each of `count` indexes, one after the other, and times each. @returns milliseconds */
export async function timed(count: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = performance.now();
    await work(index);
    samples.push(performance.now() - start);
  }
  return samples;
}
