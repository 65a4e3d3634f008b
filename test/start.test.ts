import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { requestsPerMinute } from '../src/http/limits.ts';
import { connectTeams } from '../src/local/teams-client.ts';
import { databaseWithTables, freshFolder } from './store/databases.ts';

const { PATH, NODE_COMPILE_CACHE } = process.env;
const running: ChildProcess[] = [];
/** One for all: making the database takes longer than anything else here. */
let dataDir: string;
/** What looks no closer at its database starts sooner over the tests' server. */
let onServer: { readonly DATABASE_URL: string };
let drop: () => Promise<void>;
let ports: readonly [number, number];
beforeAll(async () => {
  dataDir = freshFolder();
  const database = await databaseWithTables();
  onServer = { DATABASE_URL: database.url };
  drop = database.drop;
  ports = [await freePort(), await freePort()];
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((child) => stopped(child, 'SIGKILL')));
});
afterAll(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  await drop();
});

/** The real process; `said` is what it has written so far. */
function start(env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'src', 'main.ts')], {
    env: { PATH, NODE_COMPILE_CACHE, PORT: String(ports[0]), LOCAL_PORT: String(ports[1]), DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (piece) => {
    said.out += piece;
  });
  child.stderr.on('data', (piece) => {
    said.err += piece;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => said.out.includes('ready') && resolve());
    ended.then((code) => reject(new Error(`ended with ${code}: ${said.out}${said.err}`)));
  });
  ready.catch(() => {});
  return { child, said, ended, ready };
}

async function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'close');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

test('ID-2 without credentials a local desk starts, says where to open it and nothing else, and ends with 0 when told to', async () => {
  const desk = start();
  await desk.ready;
  expect(desk.said).toEqual({ out: `Case Desk is ready: open http://127.0.0.1:${ports[1]}\n`, err: '' });
  expect((await fetch(`http://127.0.0.1:${ports[0]}/readyz`)).status).toBe(200);
  desk.child.kill('SIGTERM');
  expect(await desk.ended).toBe(0);
  expect(desk.said.err).toBe('');
});

test('F-36 limits hold where they are on; this machine’s own desk does without unless told', async () => {
  const ask = () => fetch(`http://127.0.0.1:${ports[0]}/api/v1/me`, { headers: { authorization: 'Bearer junk' } });
  const statuses = async () =>
    new Set((await Promise.all(Array.from({ length: requestsPerMinute.stranger + 100 }, ask))).map(({ status }) => status));
  const desk = start({ ...onServer, LIMITS: 'on' });
  await desk.ready;
  expect(await statuses()).toEqual(new Set([401, 429]));
  await stopped(desk.child, 'SIGTERM');
  await start(onServer).ready;
  expect(await statuses()).toEqual(new Set([401]));
});

test('F-14 a request under way when the desk is told to stop is answered, and a new one is not taken', async () => {
  const desk = start(onServer);
  await desk.ready;
  const teams = await connectTeams(`http://127.0.0.1:${ports[1]}`);
  const headers = { authorization: `Bearer ${await teams.asPerson('Léa').ssoToken()}`, 'content-length': 10 };
  const upload = request({ hostname: '127.0.0.1', port: ports[0], path: '/api/v1/files?name=a.csv', method: 'POST', headers });
  const answered = once(upload, 'response');
  await new Promise((flushed) => upload.write('01234', flushed));
  // Answered on another connection, so the first half of the upload has surely arrived.
  await fetch(`http://127.0.0.1:${ports[0]}/healthz`);
  desk.child.kill('SIGTERM');
  for (;;) {
    const open = await fetch(`http://127.0.0.1:${ports[0]}/healthz`, { headers: { connection: 'close' } }).then(
      () => true,
      () => false,
    );
    if (!open) break;
  }
  upload.end('56789');
  const [response] = await answered;
  expect(response.statusCode).toBe(201);
  response.resume();
  expect(await desk.ended).toBe(0);
});

const mistakes: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  ['several settings', { PORT: 'x', LOG_LEVEL: 'loud' }, /PORT must be[\s\S]*LOG_LEVEL must be/],
  ['an address that others reach', { HOST: '0.0.0.0' }, /HOST must be a loopback address/],
  ['a database that is not there', { DATABASE_URL: 'postgres://127.0.0.1:1/desk' }, /^The database does not answer\. Check DATABASE_URL/],
  ['a data folder that is a file', { DATA_DIR: '/dev/null/x' }, /^DATA_DIR can’t be written/],
  ['a data folder in the place of which a file is', { DATA_DIR: '/etc/hosts' }, /^DATA_DIR can’t be written/],
  ['a database at no address', { DATABASE_URL: 'postgres://localhost:99999/desk' }, /DATABASE_URL must be an address/],
  ['the last port, with none after it', { PORT: '65535', LOCAL_PORT: '' }, /LOCAL_PORT must be/],
  ['a settings file that is not there', { SETTINGS_FILE: '/nowhere.json' }, /^SETTINGS_FILE/],
];
test.each(mistakes)('%s: said in plain words, and ended with 1', async (_, env, words) => {
  const desk = start(env);
  expect(await desk.ended).toBe(1);
  expect(desk.said.err).toMatch(words);
  expect(desk.said.err).not.toMatch(/\n\s+at /);
});

test('a port in use is named, with the setting that changes it', async () => {
  for (const [which, setting] of [[0, 'PORT'] as const, [1, 'LOCAL_PORT'] as const]) {
    const other = createServer().listen(ports[which], '127.0.0.1');
    await once(other, 'listening');
    const desk = start(onServer);
    expect(await desk.ended).toBe(1);
    expect(desk.said.err).toBe(
      `Port ${ports[which]} is already in use. Stop the program that uses it, or set ${setting} to another port.\n`,
    );
    await new Promise((closed) => other.close(closed));
  }
});

test('F-12 a second desk on the same data folder refuses to start and says why', async () => {
  const first = start();
  await first.ready;
  const second = start({ PORT: String(await freePort()), LOCAL_PORT: String(await freePort()) });
  expect(await second.ended).toBe(1);
  expect(second.said.err).toMatch(/is in use by process \d+/);
});
