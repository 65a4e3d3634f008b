import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, configFromEnvironment } from './config.ts';
import { StartFault, sayStartFault } from './start-fault.ts';
import { openStore } from './store/open.ts';

async function verify({ databaseUrl, dataDir }: Config): Promise<boolean> {
  // Opening would make a new one, whose trail is sure to be whole.
  if (!databaseUrl && !existsSync(join(dataDir, 'database'))) {
    throw new StartFault(`There is no embedded database in ${dataDir}. Set DATA_DIR, or DATABASE_URL, as the desk has it.`);
  }
  const store = await openStore({ databaseUrl, dataDir });
  try {
    const tenants = await store.auditedTenants();
    let bad = 0;
    for (const tenant of tenants) {
      const verdict = await store.verifyAudit(tenant);
      if (!verdict.ok) bad += 1;
      say(
        verdict.ok
          ? `${tenant}: whole, ${verdict.rows} rows${erasedIn(verdict)}, head ${verdict.head}`
          : `${tenant}: row ${verdict.firstBad} ${faults[verdict.fault]}`,
      );
    }
    say(`tenants: ${tenants.length}, with a fault: ${bad}`);
    return bad === 0;
  } finally {
    await store.close();
  }
}

/** Details that went without an erasure on record were taken out by whoever owns the database. */
function erasedIn({ erased, onRecord }: { readonly erased: number; readonly onRecord: number }): string {
  if (erased === 0) return '';
  return ` (details of ${erased} erased${erased > onRecord ? `, ${onRecord} of them by an erasure on record` : ''})`;
}

const faults = {
  changed: 'IS NOT what was written',
  missing: 'IS MISSING',
  added: 'WAS ADDED behind the end of the trail',
} as const;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm run verify-audit`: whether every tenant's trail is whole (F-34). Ends with 1 where one is not, with 2 where that can't be found out. */
try {
  process.exitCode = (await verify(configFromEnvironment())) ? 0 : 1;
} catch (fault) {
  console.error(sayStartFault(fault) ?? fault);
  process.exitCode = 2;
}
