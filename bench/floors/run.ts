import type { Row } from '../figures.ts';
import { writePerformancePage } from '../page.ts';
import { reportOf, save, table } from '../report.ts';
import { startServer } from '../stores.ts';
import { numberRows } from './numbers.ts';
import { processRows } from './process.ts';
import { queryRows } from './queries.ts';

/** `npm run bench -- floors`: the desk's parts beside what they stand on; writes `bench/results/floors.json`, unless it is a quick trial. */
export async function besideFloors(quick: boolean): Promise<void> {
  const judge = !quick;
  const server = await startServer();
  try {
    const rows: Row[] = [
      ...(await queryRows(server.url, { ...(quick ? { cases: 5_000, rounds: 100 } : { cases: 100_000, rounds: 500 }), judge })),
      ...(await numberRows({ ...(quick ? { numbers: 20_000, rounds: 3 } : { numbers: 100_000, rounds: 7 }), judge })),
      ...(await processRows(server.url, { starts: quick ? 2 : 10, judge })),
    ];
    process.stdout.write(`${table(rows)}\n`);
    if (!quick) {
      save(reportOf(rows, server.version), 'floors');
      writePerformancePage();
    }
    if (rows.some(({ met }) => met === false)) process.exitCode = 1;
  } finally {
    await server.stop();
  }
}
