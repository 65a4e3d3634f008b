import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../src/store/open.ts';
import { startReceiver } from '../test/notify/receiver.ts';
import { startPostgres } from '../test/postgres.ts';

/**
 * `npm run try-killing -- 10`: workers are killed at random for so many minutes while notices are queued. Each notice has to arrive or to be given
 * up, twice at most, in the order of its case (F-8, F-9). Ends with 1 where that did not hold.
 */
const minutes = Number(process.argv[2] ?? 10);
const until = Date.now() + minutes * 60_000;
const worker = join(import.meta.dirname, '../test/notify/worker-process.ts');

const server = await startPostgres();
const dataDir = mkdtempSync(join(tmpdir(), 'desk-killing-'));
const { store, close } = await openStore({ databaseUrl: server.url, dataDir });
const receiver = await startReceiver();
const cases = Array.from({ length: 60 }, () => ({ id: randomUUID(), notices: 0 }));
const workers = await Promise.all([start(), start(), start()]);
let kills = 0;

await Promise.all([queue(), kill()]);
while ((await store.outbox.backlog()).some(({ waiting }) => waiting > 0)) await pause(200);
const dead = (await store.outbox.backlog()).reduce((sum, channel) => sum + channel.dead, 0);
const counts = { notices: cases.reduce((sum, { notices }) => sum + notices, 0), kills, givenUp: dead, ...judge() };
process.stdout.write(`${JSON.stringify(counts)}\n`);
process.exitCode = counts.missing > dead || counts.moreThanTwice > 0 || counts.outOfOrder > 0 ? 1 : 0;

for (const child of workers) child.kill('SIGKILL');
await receiver.close();
await close();
await server.stop();
rmSync(dataDir, { recursive: true });

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', worker, server.url, receiver.url, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ready = await Promise.race([once(child.stdout, 'data').then(() => true), once(child, 'exit').then(() => false)]);
  // On a machine with too much to do, a process may not come up in time.
  return ready ? child : start();
}

async function queue(): Promise<void> {
  while (Date.now() < until) {
    const entries = Array.from({ length: 10 }, () => {
      const of = cases[Math.floor(Math.random() * cases.length)] as (typeof cases)[number];
      of.notices += 1;
      const named = { key: `${of.id}:${of.notices}`, caseId: of.id, seq: of.notices };
      return { ...named, to: { kind: 'person', id: 'somebody' }, how: 'message', channel: 'chat' } as const;
    });
    await store.inTenant(cases[0]?.id ?? '', (tx) => tx.enqueue(entries));
    await pause(100);
  }
}

async function kill(): Promise<void> {
  while (Date.now() < until) {
    await pause(400 + Math.random() * 1_200);
    const which = Math.floor(Math.random() * workers.length);
    workers[which]?.kill('SIGKILL');
    kills += 1;
    workers[which] = await start();
  }
}

function judge() {
  const times = Map.groupBy(receiver.log, (key) => key);
  const firsts = [...times.keys()].map((key) => key.split(':') as [string, string]);
  const latest = new Map<string, number>();
  let outOfOrder = 0;
  for (const [id, seq] of firsts) {
    if (Number(seq) < (latest.get(id) ?? 0)) outOfOrder += 1;
    latest.set(id, Math.max(Number(seq), latest.get(id) ?? 0));
  }
  const keys = cases.flatMap(({ id, notices }) => Array.from({ length: notices }, (_, i) => `${id}:${i + 1}`));
  return {
    missing: keys.filter((key) => !times.has(key)).length,
    twice: [...times.values()].filter(({ length }) => length === 2).length,
    moreThanTwice: [...times.values()].filter(({ length }) => length > 2).length,
    outOfOrder,
  };
}
