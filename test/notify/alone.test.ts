import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openStore } from '../../src/store/open.ts';
import { databaseWithTables, freshFolder } from '../store/databases.ts';
import { startPostOffice } from './post-office.ts';

const id = '11111111-1111-4111-8111-111111111111';
const registration = {
  MICROSOFT_APP_ID: id,
  MICROSOFT_APP_PASSWORD: 'a-secret-a-secret',
  MICROSOFT_APP_TENANT_ID: id,
  OPERATOR_TENANT_ID: id,
  PUBLIC_URL: 'https://desk.example',
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** `npm run worker` as a process. */
function start(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/worker.ts')], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (piece) => {
    said.out += piece;
  });
  child.stderr.on('data', (piece) => {
    said.err += piece;
  });
  return { child, said, ended: once(child, 'close').then(([code]) => code as number | null) };
}

test('G-12 a worker by itself delivers what a desk has queued, and ends with 0 when told to', async () => {
  const [server, office, dataDir] = [await databaseWithTables(), await startPostOffice(), freshFolder()];
  const port = await freePort();
  const desk = await openStore({ databaseUrl: server.url, dataDir });
  const worker = start({
    ...registration,
    DATABASE_URL: server.url,
    DATA_DIR: dataDir,
    SMTP_URL: office.url,
    MAIL_FROM: 'desk@tailspin.example',
    WORKER_PORT: String(port),
  });
  try {
    const says = { letter: 'askContact', organisation: 'Contoso', path: '/contacts/token', validDays: 14 } as const;
    await desk.store.inTenant(randomUUID(), (tx) => tx.post({ key: 'one', address: 'ada@home.example', locale: 'en', says }));
    const [mail] = await office.mailsTo('ada@home.example', 1);
    expect(mail?.text).toContain('https://desk.example/contacts/token');
    const ask = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status: response.status, text: await response.text() };
    };
    expect(await ask('/healthz')).toEqual({ status: 200, text: '{"status":"up"}' });
    expect(await ask('/readyz')).toEqual({ status: 200, text: '{"status":"ready"}' });
    const metrics = await ask('/metrics');
    expect(metrics.status).toBe(200);
    expect(metrics.text).toContain('case_desk_outbox_waiting{channel="email"}');
    // What came of it is counted here, and nowhere else.
    expect(metrics.text).toContain('case_desk_notices_total{channel="email",outcome="sent"} 1');
    for (const path of ['/', '/api/v1/me', '/api/messages']) expect([path, (await ask(path)).status]).toEqual([path, 404]);
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
    expect(worker.said).toEqual({ out: 'Case Desk delivers notices.\n', err: '' });
  } finally {
    worker.child.kill('SIGKILL');
    await desk.close();
    await office.close();
    await server.drop();
    rmSync(dataDir, { recursive: true });
  }
});

test.each([
  ['an embedded database', registration, /DATABASE_URL/],
  ['the local desk', {}, /MICROSOFT_APP_ID/],
])('a worker by itself is not for %s, and says what to do instead', async (_, env, cure) => {
  const worker = start({ ...env, DATA_DIR: join(import.meta.dirname, 'never made') });
  expect(await worker.ended).toBe(1);
  expect(worker.said).toEqual({ out: '', err: expect.stringMatching(cure) });
});
