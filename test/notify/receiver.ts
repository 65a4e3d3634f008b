import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Receiver {
  readonly url: string;
  /** Keys of notices in the order in which they came. */
  readonly log: string[];
  /** Once so many have come. */
  reached(count: number): Promise<void>;
  close(): Promise<void>;
}

/** Takes notices as an HTTP connector does: logs what it accepted, then answers after a while. */
export async function startReceiver(answerAfterMs = 20): Promise<Receiver> {
  const log: string[] = [];
  let watching: (() => void) | undefined;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    log.push(...(JSON.parse(body) as string[]));
    watching?.();
    setTimeout(() => response.end(), answerAfterMs);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    reached: (count) =>
      new Promise((reached) => {
        watching = () => {
          if (new Set(log).size >= count) reached();
        };
        watching();
      }),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
