/** Somebody who signed in with a browser of their own. */
export interface Session {
  readonly tenantId: string;
  readonly personId: string;
  /** Whether they are a guest of the tenant, as their sign-in said. */
  readonly guest: boolean;
}

/** Sessions, known by a digest of their key alone. All app processes share them. */
export interface Sessions {
  begin(session: Session, keyDigest: string): Promise<void>;
  /** The session under this digest, which is in use from now; `undefined` where it was ended, unused for 8 hours, or begun 24 hours ago. */
  find(tenantId: string, keyDigest: string): Promise<Session | undefined>;
  end(tenantId: string, keyDigest: string): Promise<Session | undefined>;
}
