import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = join(import.meta.dirname, '..');
/** As `npm start` starts the desk. */
const asStarted = ['--import', join(root, 'check-node.js')];
const patience = 60_000;

export interface Measured {
  readonly url: string;
  /** Processor time the process has used since it began, user and system, in milliseconds. */
  cpu(): Promise<number>;
  /** Bytes that the process holds in memory now. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a script as its own process, with only these settings in its environment, and waits until `url + readyPath` answers. */
export async function startChild(script: string, settings: Record<string, string>, url: string, readyPath: string): Promise<Measured> {
  const child = spawn(process.execPath, [...asStarted, '--import', join(import.meta.dirname, 'meter.ts'), join(root, script)], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_OPTIONS: process.env.NODE_OPTIONS, NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    await untilReady(child, url + readyPath);
  } catch (error) {
    await stop(child);
    throw error;
  }
  return {
    url,
    cpu: async () => {
      const { user, system } = await usageOf(child);
      return (user + system) / 1_000;
    },
    memory: async () => (await usageOf(child)).rss,
    stop: () => stop(child),
  };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await wait(10)) {
    if (child.exitCode !== null) throw new Error(`The process to measure ended with ${child.exitCode} before it answered.`);
    const response = await fetch(url).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
  }
  throw new Error(`${url} did not answer within ${patience / 1_000} s.`);
}

async function usageOf(child: ChildProcess): Promise<NodeJS.CpuUsage & { readonly rss: number }> {
  child.send('usage');
  return (await once(child, 'message'))[0];
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}

/** Ports of the loopback address that nobody uses at this moment. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}
