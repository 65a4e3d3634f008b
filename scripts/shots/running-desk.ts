import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');

export interface RunningDesk {
  readonly url: string;
  /** The stand-in for Teams. */
  readonly teamsUrl: string;
  stop(): Promise<void>;
}

/** A desk of its own for pictures: free ports, an empty folder that goes with it. */
export async function runDesk(): Promise<RunningDesk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-shots-'));
  const [port, standInPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      LOCAL_PORT: String(standInPort),
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      MICROSOFT_APP_ID: '',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode === null) child.kill();
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + 60_000; ; await wait(100)) {
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    if (response?.ok) return { url, teamsUrl: `http://127.0.0.1:${standInPort}`, stop };
    if (child.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error('The desk did not start.');
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
