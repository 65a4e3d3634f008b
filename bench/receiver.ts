import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A connector that takes everything, and notes when. */
export interface Receiver {
  readonly url: string;
  /** When each POST arrived, in milliseconds since 1970. */
  readonly arrivals: readonly number[];
  /** Resolves once so many have arrived in all. @throws where they did not within `patience` milliseconds */
  until(count: number, patience: number): Promise<void>;
  close(): Promise<void>;
}

/** @param answerMs milliseconds until it answers */
export async function openReceiver(answerMs: number): Promise<Receiver> {
  const arrivals: number[] = [];
  let arrived = () => {};
  const server = createServer((request, response) => {
    arrivals.push(performance.timeOrigin + performance.now());
    arrived();
    request.resume();
    const answer = () => response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"1"}');
    setTimeout(answer, answerMs);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    async until(count, patience) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const late = setTimeout(() => reject(new Error(`${arrivals.length} of ${count} notices arrived.`)), patience);
      arrived = () => arrivals.length >= count && resolve();
      arrived();
      await promise.finally(() => clearTimeout(late));
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
