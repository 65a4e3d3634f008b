import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A sign-in under way, bound to one browser by a cookie that holds its secret. Nothing of it is kept here, so any process can go on with it. */
export interface SignInState {
  /** Comes back in the address: whoever can't also show the secret did not begin this. */
  readonly state: string;
  /** Comes back within the ID token: it was made for this very sign-in. */
  readonly nonce: string;
  /** PKCE: without it a code that was seen on its way is worth nothing. */
  readonly verifier: string;
  /** What Entra is shown of it beforehand (S256). */
  readonly challenge: string;
}

export const newSecret = (): string => randomBytes(32).toString('base64url');

/** The three don't give one another away, nor the secret. */
export function stateOf(secret: string): SignInState {
  const derived = (what: string): string => createHmac('sha256', secret).update(what).digest('base64url');
  const verifier = derived('verifier');
  return {
    state: derived('state'),
    nonce: derived('nonce'),
    verifier,
    challenge: createHash('sha256').update(verifier).digest('base64url'),
  };
}

/** What the cookie holds: the secret, and where to go afterwards. */
export const packed = (secret: string, to: string): string => `${secret}.${Buffer.from(to).toString('base64url')}`;

export function unpacked(cookie: string | undefined): { readonly secret: string; readonly to: string } | undefined {
  const [, secret, to] = /^([\w-]{43})\.([\w-]{1,2000})$/.exec(cookie ?? '') ?? [];
  return secret && to ? { secret, to: Buffer.from(to, 'base64url').toString('utf8') } : undefined;
}

export function sameText(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
