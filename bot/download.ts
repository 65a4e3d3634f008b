/** Where files attached in a chat may be fetched from: exact origins, or `https://*.sharepoint.com` for any host under a domain. */
export type Origins = readonly string[];

/** Milliseconds without a byte until a download is given up, and in all. */
const patience = 10_000;
const inAll = 60_000;

export interface Download {
  readonly content: AsyncIterable<Uint8Array>;
  /** Whether it broke off, so that whoever reads it can tell this from a fault of their own. */
  failed(): boolean;
}

/** F-33: https or this machine's stand-in, a host on the list, no user name in it. */
export function mayFetch(address: unknown, origins: Origins): address is string {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  return origins.some((origin) => {
    const suffix = /^https:\/\/\*(\.[a-z0-9.-]+)$/.exec(origin)?.[1];
    return suffix === undefined ? url.origin === origin : url.protocol === 'https:' && url.port === '' && url.hostname.endsWith(suffix);
  });
}

/** The bytes of an address that `mayFetch`. Nothing of ours goes along, and no redirect is followed. */
export function download(address: string): Download {
  let broken = false;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const giveUp = new AbortController();
    const signal = AbortSignal.any([giveUp.signal, AbortSignal.timeout(inAll)]);
    let waiting = setTimeout(() => giveUp.abort(), patience);
    let whole = false;
    try {
      const response = await fetch(address, { redirect: 'error', signal });
      if (!response.ok || !response.body) return;
      for await (const piece of response.body) {
        clearTimeout(waiting);
        yield piece;
        waiting = setTimeout(() => giveUp.abort(), patience);
      }
      whole = true;
    } finally {
      clearTimeout(waiting);
      broken = !whole;
      giveUp.abort();
    }
  }
  return { content: unlessRefused(pieces(), () => broken), failed: () => broken };
}

/** An answer that is no file must not be stored as an empty one. */
async function* unlessRefused(pieces: AsyncGenerator<Uint8Array>, broken: () => boolean): AsyncGenerator<Uint8Array> {
  yield* pieces;
  if (broken()) throw new BrokenOff();
}

class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
}
