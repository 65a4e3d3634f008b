/** Whose activities the bot believes, and where it may answer. */
export interface Channel {
  readonly appId: string;
  readonly issuer: string;
  /** Where the issuer's keys are. */
  readonly keysUrl: string;
  /** The issuer's OpenID document. */
  readonly metadataUrl: string;
  /** The exact origins that an activity's `serviceUrl` may have, such as `https://smba.trafficmanager.net`. */
  readonly serviceUrls: readonly string[];
  /** What a token for the connector is made out for. */
  readonly audience: string;
  /** A bearer token for the connector. */
  outboundToken(audience: string): Promise<string>;
  /** The Agents Playground on this machine, whose activities have no token. Only for the local desk, under its explicit setting. */
  readonly playground?: Playground;
}

export interface Playground {
  readonly serviceUrls: readonly string[];
}
