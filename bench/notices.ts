import { drainSamples } from './drain.ts';
import { type Row, rateRowOf, rowOf } from './figures.ts';
import { noticeSamples } from './latency.ts';

/** How notices leave the desk. @param judge whether the aims count */
export async function noticeRows(
  databaseUrl: string,
  plan: { readonly rounds: number; readonly cases: number },
  judge: boolean,
): Promise<Row[]> {
  const { here, elsewhere } = await noticeSamples(databaseUrl, plan.rounds);
  const { drained, cpu, floor } = await drainSamples(databaseUrl, plan.cases);
  const soon = judge ? { p95: 2_000 } : undefined;
  return [
    rowOf('notice, from commit to the connector, same process', 'ms', here, { aim: soon }),
    rowOf('notice, from commit to the connector, another process', 'ms', elsewhere, {
      beside: { name: 'same process', samples: here },
      aim: soon,
    }),
    rateRowOf('rows of the outbox taken and settled, nothing else', 'jobs/s', floor),
    rateRowOf('notices drained to receivers that answer in 20 ms', 'jobs/s', drained, {
      beside: { name: 'rows taken and settled', samples: floor },
      aim: judge ? { atLeast: 500 } : undefined,
    }),
    rowOf('notice drained, processor time', 'ms CPU', [cpu]),
  ];
}
