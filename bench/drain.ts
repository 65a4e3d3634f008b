import pg from 'pg';
import { contoso } from '../src/local/organisations.ts';
import { openChannel } from './channel.ts';
import { openChats, queueNotices, seeOpeners } from './chats.ts';
import { startDeliveringDesk } from './delivering-desk.ts';
import { openReceiver } from './receiver.ts';
import { filledStore } from './stores.ts';

/** Jobs done in a second, over windows that follow one another. */
export interface DrainSamples {
  readonly drained: readonly number[];
  /** Milliseconds of the process's processor time for one job, its start left out. */
  readonly cpu: number;
  /** Taking up and settling the same rows, and nothing else. */
  readonly floor: readonly number[];
}

const answerMs = 20;
const perWindow = 200;
/** Jobs that go before what is measured, while the process warms up. */
const warmUp = 1_000;
const taken = 20;
const patience = 120_000;

/** One process with all of its chat path before a full outbox, over a thousand chats; then the same rows without that path. */
export async function drainSamples(server: string, cases: number): Promise<DrainSamples> {
  await using opened = new AsyncDisposableStack();
  const channel = opened.adopt(await openChannel(), (made) => made.close());
  const receiver = opened.adopt(await openReceiver(answerMs), (made) => made.close());
  const place = opened.adopt(await filledStore(server, cases), (made) => made.remove());
  const client = new pg.Client({ connectionString: place.databaseUrl });
  await client.connect();
  opened.defer(() => client.end());
  await openChats(client, await seeOpeners(client, contoso.id), receiver.url);
  const queued = await queueNotices(client, contoso.id);
  const desk = await startDeliveringDesk(channel, place, { connector: receiver.url, worker: 'on' });
  let cpu = 0;
  try {
    await receiver.until(warmUp, patience);
    const [before, from] = [await desk.cpu(), receiver.arrivals.length];
    await receiver.until(queued, patience);
    cpu = ((await desk.cpu()) - before) / (receiver.arrivals.length - from);
  } finally {
    await desk.stop();
  }
  await queueNotices(client, contoso.id);
  return { drained: rates(receiver.arrivals.slice(warmUp)), cpu, floor: rates(await floor(place.databaseUrl ?? '', queued)) };
}

/** As fast as the database alone gives and takes: so many at one time, each settled by itself. @returns when each was settled */
async function floor(databaseUrl: string, jobs: number): Promise<readonly number[]> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const settled: number[] = [];
  try {
    while (settled.length < jobs) {
      const { rows } = await pool.query<{ id: string }>(
        `update outbox set attempts = attempts + 1, claimed_at = clock_timestamp(), run_at = clock_timestamp() + interval '1 min'
         where id in (select id from outbox where channel = 'chat' and run_at <= clock_timestamp() order by run_at, id limit $1 for update skip locked)
         returning id`,
        [taken],
      );
      if (rows.length === 0) break;
      await Promise.all(
        rows.map(async ({ id }) => {
          await pool.query('delete from outbox where id = $1', [id]);
          settled.push(performance.now());
        }),
      );
    }
  } finally {
    await pool.end();
  }
  return settled;
}

function rates(times: readonly number[]): number[] {
  const marks = times.filter((_, index) => index % perWindow === 0);
  return marks.slice(1).map((mark, index) => (perWindow * 1_000) / (mark - (marks[index] ?? 0)));
}
