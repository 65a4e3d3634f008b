import type { IncomingMessage } from 'node:http';

/** A cookie of ours: out of scripts' reach, for this host alone, and sent along only by our own pages and by links that lead here. */
export interface Cookie {
  readonly name: string;
  readonly secure: boolean;
}

/** `__Host-` makes browsers hold a cookie to https, this very host and every path; over plain http, as on this machine, they refuse it. */
export const cookieNamed = (name: string, secure: boolean): Cookie => ({ name: secure ? `__Host-${name}` : name, secure });

/** The value, where the request brings exactly one; two of a name means that somebody else planted one. */
export function readCookie({ headers }: IncomingMessage, { name }: Cookie): string | undefined {
  const found = (headers.cookie ?? '')
    .slice(0, 16_384)
    .split(/;\s*/)
    .filter((part) => part.startsWith(`${name}=`));
  return found.length === 1 ? found[0]?.slice(name.length + 1) : undefined;
}

/** @param seconds until the browser forgets it; without, it does when it is closed */
export function setCookie({ name, secure }: Cookie, value: string, seconds?: number): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', ...(secure ? ['Secure'] : [])];
  if (seconds !== undefined) attributes.push(`Max-Age=${seconds}`);
  return [`${name}=${value}`, ...attributes].join('; ');
}

export const dropCookie = (cookie: Cookie): string => setCookie(cookie, '', 0);
