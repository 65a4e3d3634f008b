import type { Logger } from 'pino';
import { type Config, configFromEnvironment } from './config.ts';
import { createLog } from './log.ts';
import { sayStartFault } from './start-fault.ts';

/**
 * Runs what this process is for until it is told to stop (SIGTERM, SIGINT), and then lets it end by itself. Ends with 1 where it can't be
 * started, saying why, or does not stop cleanly.
 *
 * @param ready what to say once it runs
 */
export async function run<T extends { close(): Promise<void> }>(
  start: (config: Config, log: Logger) => Promise<T>,
  ready: (it: T) => string,
): Promise<void> {
  try {
    const config = configFromEnvironment();
    const log = createLog(config.logLevel);
    const it = await start(config, log);
    process.stdout.write(`${ready(it)}\n`);
    const stop = () => {
      process.off('SIGTERM', stop).off('SIGINT', stop);
      it.close().catch((err) => {
        log.fatal({ err }, 'this process did not stop cleanly');
        process.exitCode = 1;
      });
    };
    process.on('SIGTERM', stop).on('SIGINT', stop);
  } catch (fault) {
    console.error(sayStartFault(fault) ?? fault);
    process.exitCode = 1;
  }
}
