import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Backlog, Outbox } from '../app/ports.ts';
import type { WorkerOptions } from './worker.ts';

export interface Metrics {
  /** For the worker of this process. */
  readonly observe: NonNullable<WorkerOptions['observe']>;
  /** Everything, as Prometheus reads it: numbers alone, of no tenant and nobody. */
  read(): Promise<{ readonly type: string; readonly text: string }>;
}

/** What is counted of this process, and how the outbox stands for all of them (docs/operations.md). */
export function createMetrics(outbox: Pick<Outbox, 'backlog'>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const attempts = new Counter({
    name: 'case_desk_notices_total',
    help: 'Notices by what came of an attempt to deliver them, in this process',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const givenUp = new Counter({
    name: 'case_desk_notices_given_up_total',
    help: 'Notices that were given up, in this process',
    labelNames: ['channel'],
    registers,
  });
  const gauge = (name: string, help: string, measure: (backlog: Backlog) => number) =>
    [new Gauge({ name, help, labelNames: ['channel'], registers }), measure] as const;
  const gauges = [
    gauge('case_desk_outbox_waiting', 'Notices that wait or are under way, in all processes', ({ waiting }) => waiting),
    gauge('case_desk_outbox_oldest_seconds', 'Age of the oldest of these', ({ oldestSeconds }) => oldestSeconds),
    gauge('case_desk_outbox_given_up', 'Notices that were given up and wait for an engineer', ({ dead }) => dead),
  ];
  return {
    observe(channel, outcome, dead, count) {
      attempts.inc({ channel, outcome }, count);
      if (dead) givenUp.inc({ channel }, count);
    },
    async read() {
      // While the database does not answer, nobody knows; the rest is told all the same.
      const backlogs = await outbox.backlog().catch(() => []);
      for (const [metric, measure] of gauges) {
        metric.reset();
        for (const backlog of backlogs) metric.set({ channel: backlog.channel }, measure(backlog));
      }
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
