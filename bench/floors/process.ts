import { setTimeout as wait } from 'node:timers/promises';
import { freePorts, startChild } from '../child.ts';
import { type Row, rowOf } from '../figures.ts';
import { filledStore } from '../stores.ts';

const registered = '11111111-1111-4111-8111-111111111111';
const idleMs = 10_000;

/** The desk as it runs in an organisation's own tenant: from the start of its process until it is ready, and what it holds once it has idled. */
export async function processRows(server: string, { starts, judge }: { starts: number; judge: boolean }): Promise<Row[]> {
  await using opened = new AsyncDisposableStack();
  const { dataDir, databaseUrl = '' } = opened.adopt(await filledStore(server, 1_000), (made) => made.remove());
  const ready: number[] = [];
  const held: number[] = [];
  for (let index = 0; index < starts; index += 1) {
    const [port = 0] = await freePorts(1);
    const began = performance.now();
    const desk = await startChild('dist/server/main.js', settings(port, { dataDir, databaseUrl }), `http://127.0.0.1:${port}`, '/readyz');
    ready.push(performance.now() - began);
    await wait(index === starts - 1 ? idleMs : 0);
    held.push((await desk.memory()) / 2 ** 20);
    await desk.stop();
  }
  return [
    rowOf('from the start of the process until it is ready', 'ms', ready, { aim: judge ? { p95: 1_500 } : undefined }),
    rowOf(`memory held after ${idleMs / 1_000} s without work`, 'MB', held.slice(-1), { aim: judge ? { p95: 200 } : undefined }),
  ];
}

const settings = (port: number, place: { readonly dataDir: string; readonly databaseUrl: string }) => ({
  MICROSOFT_APP_ID: registered,
  MICROSOFT_APP_PASSWORD: 'nothing is asked of anybody with this',
  MICROSOFT_APP_TENANT_ID: registered,
  OPERATOR_TENANT_ID: registered,
  PUBLIC_URL: 'https://desk.example',
  PORT: String(port),
  DATA_DIR: place.dataDir,
  DATABASE_URL: place.databaseUrl,
  LOG_LEVEL: 'silent',
});
