import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { Store } from '../app/ports.ts';
import { bareServer, nothingHere } from './bare-server.ts';
import { serveHealth } from './health.ts';
import { type MetricsOptions, serveMetrics } from './metrics.ts';

export interface WatchOptions {
  readonly store: Pick<Store, 'ready'>;
  readonly metrics: MetricsOptions;
  readonly log: Logger;
}

/** What those who watch a process ask that serves nobody else: `/healthz`, `/readyz`, `/metrics`. Nothing listens yet. */
export function createWatchServer({ store, metrics, log }: WatchOptions): Server {
  const server = bareServer(log, false);
  serveHealth(server, store);
  serveMetrics(server, metrics, nothingHere);
  return server;
}
