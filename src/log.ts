import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** What a fault may say in the log: where it happened, never with what (F-35). Database faults carry rows and parameters. */
function faultOf(fault: unknown): unknown {
  if (!(fault instanceof Error)) return typeof fault;
  const { name, message, stack, cause } = fault;
  const code = 'code' in fault ? String(fault.code) : undefined;
  return { name, code, message, stack, ...(cause !== undefined && { cause: faultOf(cause) }) };
}

/** Lines of JSON on standard output. Tokens and cookies are taken out wherever a request gets into a line. */
export const createLog = (level: Config['logLevel']): Logger =>
  pino({
    level,
    base: null,
    serializers: { err: faultOf },
    redact: { paths: ['*.authorization', '*.cookie', '*.headers.authorization', '*.headers.cookie'], censor: '[left out]' },
  });
