import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, copyFileSync, cpSync, globSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildAll } from './build.ts';

/**
 * `npm run try-image`: the steps of the Dockerfile's last stage without a container engine: the packages of production alone, a tree that is
 * root's and read-only, an ordinary user, one folder to write to; and then its own health check. Needs root, to be somebody else.
 */
const root = join(import.meta.dirname, '..');
const recipe = readFileSync(join(root, 'Dockerfile'), 'utf8');
const user = { uid: 1000, gid: 1000 };
const place = mkdtempSync(join(tmpdir(), 'desk-image-'));
const app = join(place, 'app');
const data = join(place, 'data');
const node = join(place, 'node');
const port = '39781';

const settings = {
  PORT: port,
  DATA_DIR: data,
  NODE_ENV: 'production',
  MICROSOFT_APP_ID: '00000000-0000-4000-8000-000000000001',
  MICROSOFT_APP_TENANT_ID: '00000000-0000-4000-8000-000000000002',
  MICROSOFT_APP_PASSWORD: 'not-a-real-secret',
  OPERATOR_TENANT_ID: '00000000-0000-4000-8000-000000000002',
  PUBLIC_URL: 'https://desk.example.com',
};

function assemble(): void {
  mkdirSync(app);
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(join(root, name), join(app, name));
  execFileSync('npm', ['ci', '--omit=dev', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: app,
    stdio: 'inherit',
  });
  rmSync(join(app, 'package-lock.json'));
  rmSync(join(app, '.npmrc'));
  for (const name of ['src', 'bot', 'check-node.js', 'dist/server', 'dist/tab'])
    cpSync(join(root, name), join(app, name), { recursive: true });
  copyFileSync(process.execPath, node);
  mkdirSync(data);
  chownSync(data, user.uid, user.gid);
  chmodSync(place, 0o755);
  compile();
  execFileSync('chmod', ['-R', 'a-w,a+rX', app]);
}

/** What the image keeps compiled: made by its user, and then root's. */
function compile(): void {
  const kept = join(app, 'node_modules/.cache');
  const [, command = '[]'] = /^RUN (\[.*\])$/m.exec(recipe) ?? [];
  mkdirSync(kept);
  chownSync(kept, user.uid, user.gid);
  execFileSync(node, (JSON.parse(command) as string[]).slice(1), { cwd: app, env: {}, stdio: 'inherit', ...user });
  execFileSync('chown', ['-R', 'root', kept]);
}

/** The command that the image's health check runs. */
function healthCheck(): string[] {
  const [, command = '[]'] = /HEALTHCHECK[\s\S]*?CMD (\[.*\])/.exec(recipe) ?? [];
  return (JSON.parse(command) as string[]).slice(1);
}

async function run(): Promise<void> {
  const before = listing();
  const began = performance.now();
  const desk = spawn(node, ['--import', './check-node.js', 'dist/server/main.js'], {
    cwd: app,
    env: settings,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...user,
  });
  const ended = once(desk, 'exit');
  const healthy = () => {
    try {
      execFileSync(node, healthCheck(), { env: settings, stdio: 'ignore', ...user });
      return true;
    } catch {
      return false;
    }
  };
  for (let tries = 0; !healthy(); tries += 1) {
    if (desk.exitCode !== null || tries > 400) throw new Error('The health check does not pass.');
    await wait(50);
  }
  const ready = Math.round(performance.now() - began);
  const [page, api, bot] = await Promise.all(
    (['/tab/', '/api/v1/me', '/api/messages'] as const).map((path, index) =>
      fetch(`http://127.0.0.1:${port}${path}`, { method: index === 2 ? 'POST' : 'GET' }).then(({ status }) => status),
    ),
  );
  desk.kill('SIGTERM');
  const [code] = await ended;
  const changed = listing() === before ? 'nothing' : 'SOMETHING';
  const size = execFileSync('du', ['-sm', app], { encoding: 'utf8' }).split('\t')[0];
  console.log(
    `healthy as user ${user.uid} after ${ready} ms; page ${page}, API ${api}, bot ${bot}; ended with ${code}; written to its tree: ${changed}; ${size} MB`,
  );
  if (page !== 200 || api !== 401 || bot !== 401 || code !== 0 || changed !== 'nothing') process.exitCode = 1;
}

/** Every file of the tree with its size and time. */
const listing = (): string =>
  globSync('{src,bot,dist}/**', { cwd: app })
    .map((file) => [file, lstatSync(join(app, file)).mtimeMs, lstatSync(join(app, file)).size].join(' '))
    .join('\n');

try {
  await buildAll();
  assemble();
  await run();
} finally {
  rmSync(place, { recursive: true, force: true });
}
