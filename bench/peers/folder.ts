import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const folder = resolve(process.env.PEERS_DIR ?? join(import.meta.dirname, '../../.peers'));
const patience = 60_000;
const environment = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', HOME: '/tmp' };

/** What to do before the peers can run; `null` where they can. */
export function missing(): string | null {
  if (process.getuid?.() !== 0) return 'The peers run in a folder of their own, which needs root: run this as root.';
  return existsSync(join(folder, '.installed')) ? null : `No peers are installed in ${folder}: run bench/peers/set-up.sh as root.`;
}

/** The versions of what is installed there, by Debian’s package. */
export async function installedVersions(): Promise<Record<string, string>> {
  const packages = ['request-tracker5', 'starman', 'redmine', 'puma'];
  const { stdout } = await run('chroot', [folder, 'dpkg-query', '--show', ...packages]);
  return Object.fromEntries(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split('\t')),
  ) as Record<string, string>;
}

/** A file as a product in the folder sees it. */
export function writeInside(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** How many mails the products in the folder have sent since it was made. */
export const mailsSwallowed = (): number => readFileSync(join(folder, 'var/lib/peers/mails')).length;

/**
 * A command in the folder as the user of Debian’s web servers. Its process ids are its own: whatever it starts dies with it, and it dies
 * with this process, which has to be said again after the change of user.
 */
const inside = (command: readonly string[]): [string, string[]] => [
  'setpriv',
  [
    ...['--pdeathsig', 'KILL', 'unshare', '--fork', '--pid', '--kill-child', '--mount-proc', `--root=${folder}`, '--wd=/usr/share/redmine'],
    ...['setpriv', '--reuid=www-data', '--regid=www-data', '--init-groups', '--pdeathsig', 'KILL', ...command],
  ],
];

/** Runs a command to its end. @throws with what it printed, where it fails */
export async function runInside(command: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  await run(...inside(command), { env: { ...environment, ...env }, maxBuffer: 2 ** 26 }).catch((error: { readonly stderr?: string }) => {
    throw new Error(`${command.join(' ')} failed:\n${error.stderr?.slice(-5_000)}`);
  });
}

export interface Running {
  stop(): Promise<void>;
}

/** Starts a server and waits until `url` is answered, whatever the answer. */
export async function startInside(command: readonly string[], env: Readonly<Record<string, string>>, url: string): Promise<Running> {
  const child = spawn(...inside(command), { env: { ...environment, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr?.on('data', (part: Buffer) => {
    log = (log + part).slice(-5_000);
  });
  try {
    await answered(child, url);
  } catch (error) {
    await stop(child);
    throw new Error(`${command.join(' ')} did not start:\n${log}`, { cause: error });
  }
  return { stop: () => stop(child) };
}

async function answered(child: ChildProcess, url: string): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await wait(200)) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.`);
    const response = await fetch(url).catch(() => undefined);
    await response?.body?.cancel();
    if (response) return;
  }
  throw new Error(`${url} was not answered within ${patience / 1_000} s.`);
}

/** At once: nothing of it is wanted any more, its database neither. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
