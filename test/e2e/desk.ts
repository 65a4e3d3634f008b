import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { databaseWithTables, type Engine, embeddedFolder, freshFolder } from '../store/databases.ts';

const root = join(import.meta.dirname, '../..');

/** The desk as a newcomer starts it: a process of its own, on free ports, with nothing in its database but its tables. */
export interface RunningDesk {
  /** The desk itself: API and tab. */
  readonly url: string;
  /** The stand-in for Teams. */
  readonly teams: string;
  /** A token of a sample person, as Teams would give one. */
  tokenOf(person: string): Promise<string>;
  /** Asks the API as a sample person. @throws with the answer where it is none of 2xx */
  ask<T>(person: string, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<T>;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts it, built where it was not; over the tests' server, which answers sooner, unless the embedded database is asked for. */
export async function startDesk(engine: Engine['name'] = 'server'): Promise<RunningDesk> {
  const built = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`It could not be built:\n${built.stderr}`);
  const database = engine === 'server' ? await databaseWithTables() : { url: '', drop: async () => {} };
  const dataDir = engine === 'server' ? freshFolder() : await embeddedFolder();
  const [port, localPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, ['--import', './check-node.js', 'dist/server/main.js'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      LOCAL_PORT: String(localPort),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      DATABASE_URL: database.url,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  const teams = await new Promise<string>((resolve, reject) => {
    const heard = (chunk: Buffer) => {
      said += chunk.toString();
      const open = /open (http:\S+)/.exec(said)?.[1];
      if (open) resolve(open.replace(/\/$/, ''));
    };
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    child.once('exit', () => reject(new Error(`The desk did not start:\n${said}`)));
  });
  const url = `http://127.0.0.1:${port}`;
  const tokenOf = async (person: string) => {
    const response = await fetch(`${teams}/client/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: teams },
      body: JSON.stringify({ person }),
    });
    return ((await response.json()) as { token: string }).token;
  };
  return {
    url,
    teams,
    tokenOf,
    async ask<T>(person: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const raw = body instanceof Uint8Array;
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await tokenOf(person)}`,
          ...(body !== undefined && { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return (text ? JSON.parse(text) : undefined) as T;
    },
    async close() {
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
      await database.drop();
    },
  };
}

/** The sample people of the local desk. */
export const people = {
  /** Tenant administrator of Contoso, French. */
  camille: '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c101',
  /** Ticket manager of Contoso. */
  thomas: '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c102',
  /** Member of Contoso. */
  lea: '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c103',
  /** Guest at Contoso. */
  marco: '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c104',
  /** Tenant administrator of Fabrikam, English. */
  jordan: '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c201',
  /** Member of Fabrikam. */
  taylor: '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c202',
  /** Partner technician of Litware. */
  priya: '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c301',
  /** Engineers. */
  nadia: '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c901',
  sam: '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c902',
  /** Desk lead. */
  ingrid: '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c903',
} as const;

/** Opens a question about numbers, the shortest form there is. @returns the case */
export async function openCase(desk: RunningDesk, person: string, title: string, input: Record<string, unknown> = {}) {
  return desk.ask<{ id: string; number: string; version: number }>(
    person,
    'POST',
    '/cases',
    { caseType: 'otherQuestion', input: { title, description: 'What is needed for it?', country: 'FR', ...input } },
    { 'idempotency-key': crypto.randomUUID() },
  );
}
