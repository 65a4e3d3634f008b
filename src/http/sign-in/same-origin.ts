import type { IncomingMessage } from 'node:http';

/** What only a page of our own can add to a request: another's would have to ask first, and is not answered. */
export const ownHeader = 'x-case-desk';

/**
 * Whether a request comes from a page of this origin, as far as a browser tells. Only a browser that says so is believed: a session's
 * cookie goes along by itself, whoever made the browser ask.
 */
export function fromOwnPage({ headers }: IncomingMessage, origin: string): boolean {
  const { origin: from, 'sec-fetch-site': site } = headers;
  if (headers[ownHeader] !== '1') return false;
  if (from === undefined && site === undefined) return false;
  return (from === undefined || from === origin) && (site === undefined || site === 'same-origin');
}
