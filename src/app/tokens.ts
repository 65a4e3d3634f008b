/** Whom a verified token speaks for (ID-1): tenant and object id, never a name or an address. */
export interface TokenHolder {
  readonly tenantId: string;
  readonly personId: string;
  /** The token itself says that this is a guest of the tenant, whatever the directory says. */
  readonly guest: boolean;
  /** What it says besides, for a directory that has nothing better. */
  readonly claims: {
    readonly name: string;
    readonly username: string;
    readonly directoryRoles: readonly string[];
    readonly appRoles: readonly string[];
  };
}

export interface TokenVerifier {
  /**
   * @returns `undefined` for a token that is not to be trusted, for whatever reason
   * @throws KeysUnavailable
   */
  verify(token: string): Promise<TokenHolder | undefined>;
}

/**
 * Who signed in, from the ID token of a sign-in with this nonce; `undefined` for one that is not to be trusted.
 *
 * @throws KeysUnavailable
 */
export type IdTokenVerifier = (token: string, nonce: string) => Promise<TokenHolder | undefined>;

/** The issuer's keys can't be had at the moment, so no token can be judged: answered with 503. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';

  constructor(cause: unknown) {
    super('the keys of the token issuer are not available', { cause });
  }
}
