import { openStore } from '../../src/store/open.ts';
import { sampleCase, writeOpened } from '../store/samples.ts';

/** Opens cases until it is killed, and prints the id of each once it is acknowledged. */
const [dataDir = '', tenantId = '', databaseUrl] = process.argv.slice(2);
const { store } = await openStore({ dataDir, databaseUrl: databaseUrl || undefined, maintenanceEvery: 50 });
await Promise.all(
  Array.from({ length: 4 }, async () => {
    for (;;) {
      const case_ = sampleCase(tenantId);
      await store.inTenant(tenantId, (tx) => writeOpened(tx, case_));
      process.stdout.write(`${case_.id}\n`);
    }
  }),
);
