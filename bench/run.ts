import { contoso, operator } from '../src/local/organisations.ts';
import { type ApiMeasure, type ApiSamples, apiAims, apiMeasures, measureApi } from './api.ts';
import { measurePage } from './browser/run.ts';
import { openChannel } from './channel.ts';
import { startDeliveringDesk } from './delivering-desk.ts';
import { measureEdges } from './edges.ts';
import { type Row, rowOf } from './figures.ts';
import { besideFloors } from './floors/run.ts';
import { noticeRows } from './notices.ts';
import { writePerformancePage } from './page.ts';
import { besidePeers } from './peers/run.ts';
import { measureProcesses } from './processes.ts';
import { reportOf, save, table } from './report.ts';
import { measureScale } from './scale/run.ts';
import type { Place } from './seed.ts';
import { filledStore, type StoreKind, startServer } from './stores.ts';
import { turnSamples } from './turn-run.ts';

const quick = process.argv.includes('--quick');
const plan = quick
  ? { cases: 5_000, rounds: 50, turns: { warmUp: 40, batches: 5, perBatch: 10 }, notices: { rounds: 10, cases: 3_000 } }
  : { cases: 100_000, rounds: 400, turns: { warmUp: 600, batches: 25, perBatch: 20 }, notices: { rounds: 40, cases: 8_000 } };
const createTurnAim = { ratio: 2 };

/** `npm run bench` (`-- edges`, `-- peers`, `-- browser`: see `edges.ts`, `peers/run.ts`, `browser/run.ts`): prints a table and writes `bench/results/latest.json`; with `--quick` a trial that judges nothing, with `notices` the notices alone, which write nothing. */
async function main(): Promise<void> {
  const began = performance.now();
  const server = await startServer();
  try {
    const only = process.argv.includes('notices');
    const rows = only ? [] : [...(await turnRows(server.url)), ...(await apiRows(server.url))];
    say('Measuring notices …');
    rows.push(...(await noticeRows(server.url, plan.notices, !quick)));
    say(`Took ${Math.round((performance.now() - began) / 1_000)} s.\n\n${table(rows)}`);
    if (!quick && !only) {
      save(reportOf(rows, server.version), 'latest');
      writePerformancePage();
    }
    if (rows.some(({ met }) => met === false)) process.exitCode = 1;
  } finally {
    await server.stop();
  }
}

/** A turn of the bot that creates a case, against the turn of a bot that echoes, both from a signed activity to the reply. */
async function turnRows(databaseUrl: string): Promise<Row[]> {
  say('Measuring turns of the bot …');
  const { echo, server, embedded } = await turnSamples(databaseUrl, plan.turns);
  const against = (samples: readonly number[]) => ({ beside: { name: 'echo turn', samples } });
  return [
    rowOf('echo turn, processor time', 'ms CPU', echo.cpu),
    rowOf('create turn, processor time, server', 'ms CPU', server.cpu, { ...against(echo.cpu), aim: quick ? undefined : createTurnAim }),
    rowOf('create turn, processor time, embedded', 'ms CPU', embedded.cpu, against(echo.cpu)),
    rowOf('echo turn, until answered', 'ms', echo.latency),
    rowOf('create turn, until answered, server', 'ms', server.latency, against(echo.latency)),
    rowOf('create turn, until answered, embedded', 'ms', embedded.latency, against(echo.latency)),
  ];
}

/** The REST API of a desk that delivers its notices too, over each of the two storages. */
async function apiRows(databaseUrl: string): Promise<Row[]> {
  const server = await apiSamples('server', databaseUrl);
  const embedded = await apiSamples('embedded', undefined);
  const at = `at ${plan.cases.toLocaleString('en')} cases`;
  return [
    ...apiMeasures.map((name) => rowOf(`${name}, server, ${at}`, 'ms', server[name], { aim: quick ? undefined : apiAims[name] })),
    ...apiMeasures.map((name) =>
      rowOf(`${name}, embedded, ${at}`, 'ms', embedded[name], { beside: { name: 'the same on a server', samples: server[name] } }),
    ),
  ];
}

async function apiSamples(kind: StoreKind, databaseUrl: string | undefined): Promise<ApiSamples> {
  say(`Filling the ${kind} store with ${plan.cases.toLocaleString('en')} cases …`);
  const place = await filledStore(databaseUrl, plan.cases);
  try {
    say(`Asking the API over it …`);
    return await measureOver(place);
  } finally {
    place.remove();
  }
}

/**
 * The stand-in for Teams is no part of what is measured, so the measuring process is the channel. Everything is asked of a desk that delivers
 * its notices meanwhile; creating also of one that leaves that to another process.
 */
async function measureOver(place: Place): Promise<ApiSamples> {
  await using opened = new AsyncDisposableStack();
  const channel = opened.adopt(await openChannel(), (made) => made.close());
  const [customer = '', engineer = ''] = [contoso, operator].map(({ people }) => people[0]?.id ?? '');
  const callers = { customer: await channel.ssoToken(customer), engineer: await channel.ssoToken(engineer) };
  const over = async <M extends ApiMeasure>(worker: 'on' | 'off', measures: readonly M[]) => {
    const desk = await startDeliveringDesk(channel, place, { connector: channel.url, worker, people: 'sample' });
    try {
      await channel.send(desk.url, customer, { text: 'hi' });
      return await measureApi(desk.url, callers, { rounds: plan.rounds, measures });
    } finally {
      await desk.stop();
    }
  };
  const [alone, ...others] = apiMeasures;
  return { ...(await over('on', others)), ...(await over('off', [alone])) };
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const others: Readonly<Record<string, (quick: boolean) => Promise<void>>> = {
  edges: () => measureEdges(),
  peers: besidePeers,
  browser: measurePage,
  floors: besideFloors,
  scale: measureScale,
  processes: measureProcesses,
};
const asked = process.argv.find((word) => word in others);
await (asked ? others[asked]?.(quick) : main());
