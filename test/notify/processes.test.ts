import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type OpenStore, openStore } from '../../src/store/open.ts';
import { databaseWithTables, freshFolder } from '../store/databases.ts';
import { type Receiver, startReceiver } from './receiver.ts';

const script = fileURLToPath(new URL('./worker-process.ts', import.meta.url));
const tenantId = randomUUID();
let it: OpenStore;
let receiver: Receiver;
let server: Awaited<ReturnType<typeof databaseWithTables>>;
let dataDir: string;
const children = new Set<ChildProcess>();

beforeEach(async () => {
  server = await databaseWithTables();
  dataDir = freshFolder();
  it = await openStore({ databaseUrl: server.url, dataDir });
  receiver = await startReceiver();
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
  await receiver.close();
  await it.close();
  await server.drop();
  rmSync(dataDir, { recursive: true });
});

async function startProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, server.url, receiver.url, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
  return child;
}

/** So many cases with so many notices each, all to one person; their keys, by case in the order of events. */
async function queue(cases: number, each: number): Promise<readonly (readonly string[])[]> {
  const lanes = Array.from({ length: cases }, () => {
    const caseId = randomUUID();
    return Array.from({ length: each }, (_, i) => ({ key: `${caseId}:${i + 1}`, caseId, seq: i + 1 }));
  });
  await it.store.inTenant(tenantId, (tx) =>
    tx.enqueue(lanes.flat().map((entry) => ({ ...entry, to: { kind: 'person', id: 'ada' }, how: 'message', channel: 'chat' }))),
  );
  return lanes.map((lane) => lane.map(({ key }) => key));
}

const empty = async () => {
  for (;;) {
    const backlog = await it.store.outbox.backlog();
    if (backlog.every(({ waiting }) => waiting === 0)) return backlog;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

test('F-12 two workers on one database: every notice once, in its case’s order', async () => {
  const lanes = await queue(100, 3);
  await Promise.all([startProcess(), startProcess()]);
  await empty();
  expect(receiver.log.toSorted()).toEqual(lanes.flat().toSorted());
  for (const lane of lanes) expect(receiver.log.filter((key) => lane.includes(key))).toEqual(lane);
});

test('F-8, F-9 workers killed in the middle of their work: every notice goes out within the lease, repeated once at most', async () => {
  const lanes = await queue(150, 1);
  const survivor = await startProcess();
  for (let round = 1; round <= 3; round++) {
    const victim = await startProcess();
    await receiver.reached(round * 30);
    victim.kill('SIGKILL');
    await once(victim, 'exit');
  }
  const backlog = await empty();
  const dead = backlog.reduce((sum, channel) => sum + channel.dead, 0);
  const times = new Map(lanes.flat().map((key) => [key, receiver.log.filter((seen) => seen === key).length]));
  expect(Math.max(...times.values())).toBeLessThanOrEqual(2);
  expect([...times.values()].filter((count) => count === 0).length).toBeLessThanOrEqual(dead);
  survivor.kill('SIGTERM');
  expect(await once(survivor, 'exit')).toEqual([0, null]);
});

test('F-14 a worker that is told to stop ends what it has begun, and takes nothing more', async () => {
  const lanes = await queue(200, 1);
  const worker = await startProcess();
  await receiver.reached(20);
  worker.kill('SIGTERM');
  expect(await once(worker, 'exit')).toEqual([0, null]);
  const [backlog] = await it.store.outbox.backlog();
  expect(new Set(receiver.log).size).toBe(receiver.log.length);
  expect(receiver.log.length + (backlog?.waiting ?? 0)).toBe(lanes.length);
});
