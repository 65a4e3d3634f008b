import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePorts } from '../bench/child.ts';
import { connectTeams } from '../src/local/teams-client.ts';

/**
 * `npm run try-restore`: the back-up of docs/operations.md, in its own words, of a desk that runs over a PostgreSQL server, restored on another
 * server that has never heard of it. Needs PostgreSQL's own programs (`initdb` to `pg_restore`) on this machine.
 */
const root = join(import.meta.dirname, '..');
const place = mkdtempSync(join(tmpdir(), 'desk-restore-'));
// Whoever the server runs as has to get there.
chmodSync(place, 0o755);
const undo: (() => unknown)[] = [() => rmSync(place, { recursive: true, force: true })];
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const bin = execFileSync('sh', ['-c', 'ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1 || dirname "$(command -v initdb)"'], {
  encoding: 'utf8',
}).trim();
const text = readFileSync(join(root, 'docs/operations.md'), 'utf8');

/** An empty server with a user `desk` that owns an empty database and may make roles: what docs/operations.md asks for. */
async function newServer(name: string): Promise<string> {
  const data = join(place, name);
  const [port = 0] = await freePorts(1);
  mkdirSync(data, { mode: 0o700 });
  if (nobody.uid) chownSync(data, nobody.uid, nobody.gid);
  execFileSync(join(bin, 'initdb'), [`--pgdata=${data}`, '--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C'], {
    ...nobody,
    stdio: 'pipe',
    cwd: place,
  });
  const options = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...options], { ...nobody, stdio: 'ignore', cwd: place });
  undo.push(() => server.kill('SIGINT'));
  const admin = `postgres://postgres@127.0.0.1:${port}/postgres`;
  while (spawnSync(join(bin, 'psql'), [admin, '-c', 'select 1'], { stdio: 'ignore' }).status !== 0) await wait(100);
  const statements = ["create role desk login createrole password 'secret'", 'create database desk owner desk'];
  execFileSync(join(bin, 'psql'), [admin, '-q', '-v', 'ON_ERROR_STOP=1', ...statements.flatMap((statement) => ['-c', statement])]);
  return `postgres://desk:secret@127.0.0.1:${port}/desk`;
}

/** The real desk over a database and a folder. */
async function startDesk(databaseUrl: string, dataDir: string) {
  const [port = 0, standIn = 0] = await freePorts(2);
  const settings = {
    PATH: process.env.PATH,
    PORT: String(port),
    LOCAL_PORT: String(standIn),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, [join(root, 'src/main.ts')], { env: settings, stdio: ['ignore', 'pipe', 'inherit'] });
  undo.push(() => child.kill('SIGKILL'));
  await new Promise((ready, failed) => {
    child.stdout.once('data', ready);
    child.once('exit', (code) => failed(new Error(`The desk ended with ${code}.`)));
  });
  const token = await (await connectTeams(`http://127.0.0.1:${standIn}`)).asPerson('Camille').ssoToken();
  const api = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers };
    const response = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, { ...init, headers });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const stop = () =>
    new Promise((ended) => {
      child.once('exit', ended);
      child.kill('SIGTERM');
    });
  return { api, stop };
}
type Api = Awaited<ReturnType<typeof startDesk>>['api'];

async function openCase(api: Api, title: string): Promise<{ readonly id: string }> {
  const list = await api(`/files?name=${encodeURIComponent(title)}.csv`, { method: 'POST', body: 'number\n+33472000001\n' });
  const { id: numbers } = (await list.json()) as { id: string };
  const input = { title, description: 'To be there afterwards.', country: 'FR', numbers };
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const opened = await api('/cases', { method: 'POST', headers, body: JSON.stringify({ caseType: 'otherQuestion', input }) });
  return (await opened.json()) as { id: string };
}

/** What the document says to type, with the database it is about. */
function asDocumented(marker: RegExp, databaseUrl: string): void {
  const command = marker.exec(text)?.[1];
  if (!command) throw new Error(`docs/operations.md no longer has ${marker}`);
  console.log(command);
  execFileSync('bash', ['-euc', command], {
    cwd: place,
    env: { PATH: `${bin}:${process.env.PATH}`, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function backUpAndRestore(): Promise<void> {
  const [first, second] = [await newServer('first'), await newServer('second')];
  const desk = await startDesk(first, join(place, 'data'));
  const cases: { readonly id: string }[] = [];
  for (let i = 0; i < 20; i += 1) cases.push(await openCase(desk.api, `Case ${i}`));
  let writing = true;
  const meanwhile = (async () => {
    while (writing) await openCase(desk.api, 'Meanwhile');
  })();
  asDocumented(/`(pg_dump --format=custom [^`]+)`/, first);
  cpSync(join(place, 'data/files'), join(place, 'copy/files'), { recursive: true });
  writing = false;
  await meanwhile;
  await desk.stop();

  asDocumented(/```\n(psql -d[\s\S]*?pg_restore [^\n]+)\n```/, second);
  const verified = execFileSync(process.execPath, [join(root, 'src/verify-audit.ts')], {
    env: { PATH: process.env.PATH, DATABASE_URL: second, DATA_DIR: join(place, 'copy') },
    encoding: 'utf8',
  });
  process.stdout.write(verified);
  const restored = await startDesk(second, join(place, 'copy'));
  for (const { id } of cases) {
    const found = await (await restored.api(`/cases/${id}`)).text();
    const file = /"id":"([0-9a-f-]{36})","name":"Case/.exec(found)?.[1];
    const bytes = await (await restored.api(`/cases/${id}/files/${file}`)).text();
    if (!bytes.includes('+33472000001')) throw new Error(`The file of case ${id} is not what it was.`);
  }
  await openCase(restored.api, 'After');
  await restored.stop();
  console.log(
    `restored: ${cases.length} cases with their files, ${globSync('copy/files/**', { cwd: place }).length} entries; the desk runs on it and opens another`,
  );
}

try {
  await backUpAndRestore();
} finally {
  for (const step of undo.reverse()) await step();
  await wait(500);
}
