import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { contoso, fabrikam } from '../src/local/organisations.ts';
import { createCase } from './api.ts';
import { openChannel } from './channel.ts';
import { openChats } from './chats.ts';
import { startDeliveringDesk } from './delivering-desk.ts';
import { openReceiver } from './receiver.ts';
import { repeatable } from './sample-cases.ts';
import { filledStore } from './stores.ts';

/** Milliseconds from the commit of a new case to the connector's receiving its requester's notice. */
export interface NoticeSamples {
  /** By the process that made the change, which rings its own worker. */
  readonly here: readonly number[];
  /** By another process, which looks every second. */
  readonly elsewhere: readonly number[];
}

const casesBefore = 1_000;
const patience = 15_000;

/** One change at a time, with rests between them that are not alike, so that the looks of another process fall anywhere. */
export async function noticeSamples(server: string, rounds: number): Promise<NoticeSamples> {
  return { here: await samples(server, rounds, ['on']), elsewhere: await samples(server, rounds, ['off', 'on']) };
}

async function samples(server: string, rounds: number, workers: readonly ('on' | 'off')[]): Promise<number[]> {
  await using opened = new AsyncDisposableStack();
  const channel = opened.adopt(await openChannel(), (made) => made.close());
  const receiver = opened.adopt(await openReceiver(0), (made) => made.close());
  const place = opened.adopt(await filledStore(server, casesBefore), (made) => made.remove());
  const people = [contoso, fabrikam].flatMap(({ id: tenantId, people }) =>
    people.filter(({ guest }) => !guest).map(({ id }) => ({ tenantId, id })),
  );
  const client = new pg.Client({ connectionString: place.databaseUrl });
  await client.connect();
  opened.defer(() => client.end());
  await openChats(client, people, receiver.url);
  const desks = [];
  for (const worker of workers)
    desks.push(opened.adopt(await startDeliveringDesk(channel, place, { connector: receiver.url, worker }), (desk) => desk.stop()));
  const url = desks[0]?.url ?? '';
  const tokens = await Promise.all(people.map(({ id }) => channel.ssoToken(id)));
  const random = repeatable(11);
  const waits: number[] = [];
  for (let round = -people.length; round < rounds; round += 1) {
    const before = receiver.arrivals.length;
    // The case's own time is the database's at the beginning of the transaction: what is measured is rather more than from the commit.
    const { openedAt } = await createCase(url, tokens[(round + people.length) % tokens.length] ?? '', round);
    await receiver.until(before + 1, patience);
    if (round >= 0) waits.push((receiver.arrivals[before] ?? Number.NaN) - Date.parse(openedAt));
    await pause(150 + random() * 200);
  }
  return waits;
}
