import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** Frames of our own, nearest first, that say where a fault happened. */
const frames = 6;
/** PostgreSQL's own faults: their messages repeat what was asked and with which values. */
const sqlState = /^[0-9A-Z]{5}$/;

/** What a fault may say in the log: what it is and where it happened, never with what (F-35). */
function faultOf(fault: unknown): unknown {
  if (!(fault instanceof Error)) return typeof fault;
  const { name, message, stack = '', cause } = fault;
  const code = 'code' in fault ? String(fault.code) : undefined;
  const said = code !== undefined && sqlState.test(code) ? {} : { message: message.split('\n')[0]?.slice(0, 300) };
  return { name, code, ...said, where: placesIn(stack), ...(cause !== undefined && { cause: faultOf(cause) }) };
}

/** `src/app/cases/execute.ts:64`: no path of the machine, and no text of the fault, which stands in a stack as well. */
const placesIn = (stack: string): readonly string[] =>
  [...stack.matchAll(/[/\\]((?:src|bot)[/\\][\w./\\-]+\.ts:\d+):\d+\)?$/gm)]
    .slice(0, frames)
    .map(([, place = '']) => place.replaceAll('\\', '/'));

/**
 * Lines of JSON. Tokens and cookies are taken out wherever a request gets into a line.
 *
 * @param to standard output, unless told
 */
export const createLog = (level: Config['logLevel'], to?: DestinationStream): Logger => {
  const options = {
    level,
    base: null,
    serializers: { err: faultOf },
    redact: { paths: ['*.authorization', '*.cookie', '*.headers.authorization', '*.headers.cookie'], censor: '[left out]' },
  };
  return to ? pino(options, to) : pino(options);
};
