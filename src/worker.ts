import { run } from './run.ts';

/** `npm run worker`: delivers notices and does nothing else. */
await run(
  async (config, log) => (await import('./start-worker.ts')).startWorkerAlone(config, log),
  () => 'Case Desk delivers notices.',
);
