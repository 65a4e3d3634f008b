import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePorts } from '../../bench/child.ts';
import { type Strangers, strangersOf } from '../../bench/strangers.ts';
import { connectTeams } from '../../src/local/teams-client.ts';
import { localAppId } from '../../src/local-surroundings.ts';
import { embeddedFolder } from '../store/databases.ts';

const root = join(import.meta.dirname, '../..');
const megabyte = 1024 * 1024;

let dataDir: string;
let desk: ChildProcess;
let strangers: Strangers;
let authorization: string;
beforeAll(async () => {
  dataDir = await embeddedFolder();
  const [port = 0, standIn = 0] = await freePorts(2);
  desk = spawn(process.execPath, ['--expose-gc', '--import', join(root, 'bench/memory-meter.ts'), join(root, 'src/main.ts')], {
    env: { PATH: process.env['PATH'], PORT: String(port), LOCAL_PORT: String(standIn), DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(desk, 'exit').then(([code]) => Promise.reject(new Error(`the desk ended with ${code}`)));
  ended.catch(() => {});
  await Promise.race([once(desk.stdout as NodeJS.ReadableStream, 'data'), ended]);
  const issuer = `http://127.0.0.1:${standIn}`;
  strangers = strangersOf(`http://127.0.0.1:${port}`, { issuer, audience: localAppId });
  authorization = `Bearer ${await (await connectTeams(issuer)).asPerson('Léa').ssoToken()}`;
});
afterAll(async () => {
  strangers?.close();
  if (desk.exitCode === null) {
    desk.kill();
    await once(desk, 'exit');
  }
  rmSync(dataDir, { recursive: true, force: true });
});

async function memory(): Promise<{ readonly kept: number; readonly highest: number }> {
  desk.send('memory');
  return (await once(desk, 'message'))[0];
}

test('F-37 two thousand junk tokens and fifty bodies of 60 MB cut short leave nothing behind', async () => {
  await strangers.tokens(200);
  await strangers.bodies(12, authorization);
  const before = await memory();
  const refused = await strangers.tokens(2_000);
  // On a machine that is busy with other things, a few may give up waiting.
  expect([...refused.keys()].filter((status) => ![0, 401].includes(status))).toEqual([]);
  expect(refused.get(401)).toBeGreaterThan(1_900);
  const answers = await strangers.bodies(50, authorization);
  expect([...answers.keys()].filter((status) => ![0, 401, 413].includes(status))).toEqual([]);
  const after = await memory();
  expect((after.kept - before.kept) / megabyte).toBeLessThan(8);
  expect((after.highest - before.highest) / megabyte).toBeLessThan(150);
});
