import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { contoso, operator } from '../src/local/organisations.ts';
import { createCase } from './api.ts';
import { type Channel, openChannel } from './channel.ts';
import type { Measured } from './child.ts';
import { startDeliveringDesk } from './delivering-desk.ts';
import { type Row, rateRowOf, rowOf } from './figures.ts';
import { writePerformancePage } from './page.ts';
import { type Caller, callerOf } from './peers/http.ts';
import { reportOf, save, table } from './report.ts';
import { places, repeatable } from './sample-cases.ts';
import type { Place } from './seed.ts';
import { ask, filledStore, startServer } from './stores.ts';

const full = { cases: 100_000, seconds: 20, warmUp: 5 };
const trial = { cases: 5_000, seconds: 4, warmUp: 2 };
const clients = 32;
const counts = [1, 2, 4] as const;
/** One in so many requests creates a case; of the others, most list and read. */
const mixture = ['list', 'read', 'list', 'queue', 'read', 'search', 'list', 'read', 'list', 'create'] as const;

const users = ['desks', 'database', 'clients'] as const;

/** What so many processes did for all clients together. */
interface Work {
  /** Requests answered in each second. */
  readonly rates: readonly number[];
  /** Milliseconds of every request. */
  readonly latency: readonly number[];
  /** Connections that the database had of the desk. */
  readonly connections: number;
  /** Processor time in each second of the run, in milliseconds: of the desks, of the clients in this process, and of all else, which is the database's. */
  readonly used: Readonly<Record<(typeof users)[number], number>>;
}

/**
 * `npm run bench -- processes`: one, two and four desks on one PostgreSQL, asked by 32 clients for a mixture of everything; writes
 * `bench/results/processes.json`. Besides rates it prints where the processors' time went, which says what bounds them.
 */
export async function measureProcesses(quick: boolean): Promise<void> {
  const plan = quick ? trial : full;
  const server = await startServer();
  try {
    const place = await filledStore(server.url, plan.cases);
    const works: Work[] = [];
    for (const count of counts) works.push(await workOf(place, count, plan));
    place.remove();
    const rows = counts.flatMap((count, index) => rowsOf(count, works[index] as Work, works[0] as Work, quick));
    process.stdout.write(`${table(rows)}\n`);
    if (!quick) {
      save(reportOf(rows, server.version), 'processes');
      writePerformancePage();
    }
    if (rows.some(({ met }) => met === false)) process.exitCode = 1;
  } finally {
    await server.stop();
  }
}

function rowsOf(count: number, work: Work, one: Work, quick: boolean): Row[] {
  const name = count === 1 ? 'one process' : `${count} processes`;
  const beside = count === 1 ? undefined : { name: 'one process' };
  return [
    rateRowOf(`requests answered by ${name}`, 'requests/s', work.rates, {
      beside: beside && { ...beside, samples: one.rates },
      aim: count === 4 && !quick ? { timesAtLeast: 1.8 } : undefined,
    }),
    rowOf(`until answered by ${name}`, 'ms', work.latency, { beside: beside && { ...beside, samples: one.latency } }),
    rowOf(`connections of ${name}`, 'connections', [work.connections]),
    ...users.map((who) => rowOf(`of ${cpus().length} processors’ time each second, ${who}, ${name}`, 'ms CPU', [work.used[who]])),
  ];
}

async function workOf(place: Place, count: number, { seconds, warmUp }: typeof full): Promise<Work> {
  await using opened = new AsyncDisposableStack();
  const channel = opened.adopt(await openChannel(), (made) => made.close());
  const desks: Measured[] = [];
  for (let index = 0; index < count; index += 1) {
    const started = await startDeliveringDesk(channel, place, { connector: channel.url, worker: 'off', people: 'sample' });
    desks.push(opened.adopt(started, (made) => made.stop()));
  }
  const asked = { until: performance.now() + warmUp * 1_000 };
  const counted: { at: number; took: number }[] = [];
  const workers = await Promise.all(
    Array.from({ length: clients }, async (_, index) => clientOf(channel, desks[index % count]?.url ?? '', index)),
  );
  const run = () =>
    Promise.all(
      workers.map(async (work) => {
        while (performance.now() < asked.until) {
          const began = performance.now();
          await work();
          counted.push({ at: performance.now(), took: performance.now() - began });
        }
      }),
    );
  await run();
  counted.length = 0;
  const before = await usage(desks);
  const began = performance.now();
  asked.until = began + seconds * 1_000;
  const running = run();
  await new Promise((passed) => setTimeout(passed, (seconds * 1_000) / 2));
  const [held] = await ask<{ count: number }>(
    place.databaseUrl ?? '',
    `select count(*)::int as count from pg_stat_activity where application_name = 'case-desk'`,
  );
  await running;
  const after = await usage(desks);
  const took = (performance.now() - began) / 1_000;
  const desksUsed = after.desks - before.desks;
  const clientsUsed = after.own - before.own;
  return {
    rates: Array.from({ length: seconds }, (_, second) => counted.filter(({ at }) => Math.floor((at - began) / 1_000) === second).length),
    latency: counted.map(({ took }) => took),
    connections: held?.count ?? 0,
    used: {
      desks: desksUsed / took,
      clients: clientsUsed / took,
      database: (after.machine - before.machine - desksUsed - clientsUsed) / took,
    },
  };
}

/** @returns what asks the next of the mixture, and waits for the answer */
async function clientOf(channel: Channel, desk: string, index: number): Promise<() => Promise<unknown>> {
  const [customer = '', engineer = ''] = await Promise.all([contoso, operator].map(({ people }) => channel.ssoToken(people[0]?.id ?? '')));
  const [theirs, ours] = [customer, engineer].map((token) => callerOf(desk, { authorization: `Bearer ${token}` }, true)) as [
    Caller,
    Caller,
  ];
  const listed = await theirs('/api/v1/cases?list=company&state=all&limit=100');
  const known = (JSON.parse(listed.text) as { items: { number: string }[] }).items.map(({ number }) => number);
  const random = repeatable(index);
  let round = index;
  const work: Record<(typeof mixture)[number], () => Promise<unknown>> = {
    list: () => theirs('/api/v1/cases?list=company&state=open&limit=50'),
    queue: () => ours('/api/v1/cases?list=queue&limit=50'),
    search: () =>
      theirs(`/api/v1/cases?list=company&state=all&limit=50&q=${places[round % places.length]}%20${2 + Math.floor(random() * 900)}`),
    read: () => theirs(`/api/v1/cases/${known[round % known.length]}`),
    create: () => createCase(desk, customer, round),
  };
  return () => {
    round += 1;
    return work[mixture[round % mixture.length] ?? 'list']();
  };
}

/** Milliseconds of processor time that desks, this process and the whole machine have used since they began. */
async function usage(desks: readonly Measured[]): Promise<{ readonly desks: number; readonly own: number; readonly machine: number }> {
  const used = await Promise.all(desks.map((desk) => desk.cpu()));
  const { user, system } = process.cpuUsage();
  const [, line = ''] = /^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'utf8')) ?? [];
  const [inUser = 0, nice = 0, inSystem = 0] = line.split(' ').map(Number);
  return { desks: used.reduce((sum, one) => sum + one, 0), own: (user + system) / 1_000, machine: (inUser + nice + inSystem) * 10 };
}
