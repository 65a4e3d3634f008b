import { hash } from 'node:crypto';

/** Whom a token that was found right names, and until when it may be believed, in milliseconds since 1970. */
export interface Verified<T> {
  readonly names: T;
  readonly until: number;
}

/** Keys are kept for a day: what was signed with one that has been withdrawn since is believed no longer than this for it. */
const believedMs = 5 * 60_000;
const most = 10_000;

/**
 * A signature that was found right is right for the next minutes too: Teams sends the same token with every request of a person's, and
 * with every activity. Of a token only its hash is kept, and of one that was refused nothing (F-26).
 *
 * @param verify throws, or rejects, for a token that is not right
 */
export function rememberVerified<T>(
  verify: (token: string) => Promise<Verified<T>>,
  now: () => number = Date.now,
): (token: string) => Promise<T> {
  const known = new Map<string, Verified<T>>();
  return async (token) => {
    const key = hash('sha256', token, 'base64');
    const before = known.get(key);
    if (before && now() < before.until) return before.names;
    known.delete(key);
    const { names, until } = await verify(token);
    const [oldest] = known.keys();
    if (known.size >= most && oldest !== undefined) known.delete(oldest);
    known.set(key, { names, until: Math.min(until, now() + believedMs) });
    return names;
  };
}
