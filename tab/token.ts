/** Seconds before its end at which a token is exchanged for a fresh one. */
const margin = 300;

/** When a token ends, in milliseconds since 1970; `0` where it doesn't say. It is read, never trusted: the server checks it. */
export function expiryOf(token: string): number {
  try {
    const payload = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1000 : 0;
  } catch {
    return 0;
  }
}

export interface Tokens {
  /** A token that is good for some minutes more; asked for once however many wait. */
  get(): Promise<string>;
  /** The next `get` fetches a new one: the server did not take this one. */
  drop(token: string): void;
}

export function renewing(fetchToken: () => Promise<string>, now: () => number = Date.now): Tokens {
  let kept: { readonly token: string; readonly until: number } | undefined;
  let coming: Promise<string> | undefined;
  return {
    async get() {
      if (kept && now() < kept.until) return kept.token;
      coming ??= fetchToken()
        .then((token) => {
          const ends = expiryOf(token);
          // A token without a readable end is used once more at most a minute later.
          kept = { token, until: ends > 0 ? ends - margin * 1000 : now() + 60_000 };
          return token;
        })
        .finally(() => {
          coming = undefined;
        });
      return coming;
    },
    drop(token) {
      if (kept?.token === token) kept = undefined;
    },
  };
}
