import { configFromEnvironment } from './config.ts';
import { createLog } from './log.ts';
import { startDesk } from './start-desk.ts';
import { sayStartFault } from './start-fault.ts';

try {
  const config = configFromEnvironment();
  const log = createLog(config.logLevel);
  const desk = await startDesk(config, log);
  process.stdout.write(`Case Desk is ready: open ${desk.openAt}\n`);
  const stop = () => {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    desk.close().catch((err) => {
      log.fatal({ err }, 'the desk did not stop cleanly');
      process.exitCode = 1;
    });
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
} catch (fault) {
  console.error(sayStartFault(fault) ?? fault);
  process.exitCode = 1;
}
