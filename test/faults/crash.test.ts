import { spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { openStore } from '../../src/store/open.ts';
import { databaseWithTables, embeddedFolder, freshFolder } from '../store/databases.ts';
import { tenantScope } from '../store/samples.ts';

const writer = fileURLToPath(new URL('./crash-writer.ts', import.meta.url));
/** It lives for a second: making the embedded database's machine code as quick as can be would cost more than it ever earns. */
const flags = ['--disable-warning=ExperimentalWarning', '--liftoff-only', '--wasm-lazy-compilation'];

/** Starts a process that opens cases, ends it with `kill -9` in the middle, and tells which ones it had acknowledged. */
async function writeUntilKilled(dataDir: string, tenantId: string, databaseUrl: string): Promise<string[]> {
  const child = spawn(process.execPath, [...flags, writer, dataDir, tenantId, databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('exit', (_code, signal) => resolve(signal)));
  const acknowledged: string[] = [];
  const enough = randomInt(3, 30);
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === enough) child.kill('SIGKILL');
  }
  expect(await ended).toBe('SIGKILL');
  return acknowledged;
}

const engines = [
  { name: 'embedded', database: async () => ({ url: '', drop: async () => {} }) },
  { name: 'server', database: databaseWithTables },
];

describe.each(engines)('ten times kill -9 in the middle of writes, $name', ({ database }) => {
  test('F-7 every acknowledged case is there, whole, and the audit trail unbroken', async () => {
    const { url, drop } = await database();
    const dataDir = url ? freshFolder() : await embeddedFolder();
    const tenantId = randomUUID();
    const acknowledged: string[] = [];
    for (let round = 0; round < 10; round++) acknowledged.push(...(await writeUntilKilled(dataDir, tenantId, url)));

    const it = await openStore({ dataDir, databaseUrl: url || undefined });
    try {
      for (const id of acknowledged) {
        expect(await it.store.cases.find(tenantScope(tenantId), { id })).toMatchObject({ id });
        const { events } = await it.store.cases.timeline(tenantScope(tenantId), id, { internal: false, before: null, limit: 10 });
        expect(events).toHaveLength(1);
      }
      const verdict = await it.verifyAudit(tenantId);
      expect(verdict).toMatchObject({ ok: true });
      if (verdict.ok) expect(verdict.rows).toBeGreaterThanOrEqual(acknowledged.length);
    } finally {
      await it.close();
      rmSync(dataDir, { recursive: true });
      await drop();
    }
  }, 180_000);
});
