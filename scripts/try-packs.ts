import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../src/store/open.ts';
import { submitAtOnce } from '../test/app/pack-race.ts';
import { startPostgres } from '../test/postgres.ts';

/**
 * `npm run try-packs -- 1000`: so many forms sent at once on a pack of five, over each of the two storages. Five have to become cases, all others
 * be refused, and nothing be left (PS-7). Ends with 1 where that did not hold.
 */
const submits = Number(process.argv[2] ?? 1_000);
const server = await startPostgres();
for (const databaseUrl of [server.url, undefined]) {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-packs-'));
  const opened = await openStore({ databaseUrl, dataDir });
  const began = performance.now();
  const { cases, refusedAsUsed, remaining, taken } = await submitAtOnce(opened, submits);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const counts = { storage: databaseUrl ? 'server' : 'embedded', submits, cases: cases.length, refusedAsUsed, remaining, seconds };
  process.stdout.write(`${JSON.stringify(counts)}\n`);
  const held = cases.length === 5 && refusedAsUsed === submits - 5 && remaining === 0 && taken.join() === cases.join();
  if (!held) process.exitCode = 1;
  await opened.close();
  rmSync(dataDir, { recursive: true });
}
await server.stop();
