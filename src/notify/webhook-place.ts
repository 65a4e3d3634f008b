import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { PlaceFault } from '../app/ports.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { isPublic, isThisMachine } from './public-address.ts';

/** A place as it was looked up: it is called at this address and no other. */
export interface Place {
  readonly url: URL;
  readonly address: string;
}

export interface PlaceOptions {
  /** The local desk alone: this machine may be called too, without TLS if need be. */
  readonly thisMachine: boolean;
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

const everyAddress = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/** F-33: where a name leads just now; one address that is not public closes it. */
export async function placeOf(text: string, { thisMachine, resolve = everyAddress }: PlaceOptions): Promise<Result<Place, PlaceFault>> {
  if (!URL.canParse(text)) return refuse('notHttps');
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const here = thisMachine && (host === 'localhost' || isThisMachine(host));
  if (url.username || url.password || (url.protocol !== 'https:' && !(here && url.protocol === 'http:'))) return refuse('notHttps');
  const addresses = isIP(host) ? [host] : await resolve(host).catch(() => []);
  const [address] = addresses;
  if (address === undefined) return refuse('noSuchHost');
  if (!addresses.every(here ? isThisMachine : isPublic)) return refuse('notPublic');
  return ok({ url, address });
}
