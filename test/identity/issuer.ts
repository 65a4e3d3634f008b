import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair } from 'jose';

/** Publishes keys on loopback and counts how often it is asked. */
export interface Issuer {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly keysUrl: string;
  asked(): number;
  close(): Promise<unknown>;
}

export async function startIssuer(): Promise<Issuer> {
  let asked = 0;
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', use: 'sig', alg: 'RS256' }] });
  const server = createServer((_, response) => {
    asked += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end(keys);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    kid: 'one',
    privateKey,
    keysUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    asked: () => asked,
    close: () => new Promise((closed) => server.close(closed).closeAllConnections()),
  };
}
