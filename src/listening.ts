import type { HttpServer } from './http/server.ts';
import { portFault } from './start-fault.ts';

/** Milliseconds that requests under way have to end in when a process stops. */
const drainTime = 10_000;

/** Where a server listens, and the environment variables that say so. */
export interface Place {
  readonly port: number;
  readonly host: string;
  readonly settings?: readonly [port: string, host: string];
}

/** @throws StartFault where the port or the address can't be had */
export const listen = (server: HttpServer, { port, host, settings = ['PORT', 'HOST'] }: Place): Promise<void> =>
  new Promise((listening, failed) => {
    server.once('error', (fault) => failed(portFault(fault, port, host, ...settings)));
    server.listen(port, host, listening);
  });

/** F-14: requests under way end; idle connections are not waited for. */
export function drain({ server }: HttpServer): Promise<void> {
  return new Promise((closed) => {
    const late = setTimeout(() => server.closeAllConnections(), drainTime);
    server.close(() => {
      clearTimeout(late);
      closed();
    });
    server.closeIdleConnections();
  });
}
