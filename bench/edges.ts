import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectTeams } from '../src/local/teams-client.ts';
import { localAppId } from '../src/local-surroundings.ts';
import { freePorts } from './child.ts';
import { type Strangers, strangersOf } from './strangers.ts';

const root = join(import.meta.dirname, '..');
const megabytes = (bytes: number): number => Math.round((bytes / 1024 / 1024) * 10) / 10;

interface Memory {
  readonly kept: number;
  readonly highest: number;
}

/** `npm run bench -- edges`: what a hundred thousand junk tokens and a thousand bodies of 60 MB, cut short, leave behind in the desk (F-37). */
export async function measureEdges(plan = { tokens: 100_000, bodies: 1_000 }): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-edges-'));
  const [port = 0, standIn = 0] = await freePorts(2);
  const desk = spawn(process.execPath, ['--expose-gc', '--import', join(root, 'bench/memory-meter.ts'), join(root, 'src/main.ts')], {
    env: { PATH: process.env.PATH, PORT: String(port), LOCAL_PORT: String(standIn), DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const issuer = `http://127.0.0.1:${standIn}`;
  const strangers = strangersOf(`http://127.0.0.1:${port}`, { issuer, audience: localAppId });
  try {
    const ended = once(desk, 'exit').then(([code]) => Promise.reject(new Error(`The desk ended with ${code}.`)));
    ended.catch(() => {});
    await Promise.race([once(desk.stdout as NodeJS.ReadableStream, 'data'), ended]);
    const authorization = `Bearer ${await (await connectTeams(issuer)).asPerson('Léa').ssoToken()}`;
    const rows = await rowsOf(desk, strangers, authorization, plan);
    mkdirSync(join(root, 'bench/results'), { recursive: true });
    writeFileSync(join(root, 'bench/results/edges.json'), `${JSON.stringify({ node: process.versions.node, rows }, null, 2)}\n`);
  } finally {
    strangers.close();
    if (desk.exitCode === null) {
      desk.kill();
      await once(desk, 'exit');
    }
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function rowsOf(desk: ChildProcess, strangers: Strangers, authorization: string, plan: { tokens: number; bodies: number }) {
  await strangers.tokens(1_000);
  await strangers.bodies(20, authorization);
  await memoryOf(desk);
  const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['at rest', async () => {}],
    ...[1, 2, 3, 4].map((part) => [`after ${(plan.tokens / 4) * part} junk tokens`, () => strangers.tokens(plan.tokens / 4)] as const),
    ...[1, 2].map(
      (part) =>
        [`after ${(plan.bodies / 2) * part} bodies of 60 MB cut short`, () => strangers.bodies(plan.bodies / 2, authorization)] as const,
    ),
  ];
  const rows = [];
  for (const [what, step] of steps) {
    const began = performance.now();
    await step();
    const seconds = Math.round((performance.now() - began) / 1_000);
    const { kept, highest } = await memoryOf(desk);
    const row = { what, kept: megabytes(kept), highest: megabytes(highest), seconds };
    process.stdout.write(`${what}: kept ${row.kept} MB, at most ${row.highest} MB, ${seconds} s\n`);
    rows.push(row);
  }
  return rows;
}

async function memoryOf(desk: ChildProcess): Promise<Memory> {
  desk.send('memory');
  return (await once(desk, 'message'))[0];
}
