import type { Result } from '../../domain/result.ts';

/** Why Entra gave no token. */
export type TokenFault =
  /** The tenant doesn't know the desk or has not agreed; on a person's behalf, they themselves have yet to. */
  | { readonly is: 'noConsent' }
  /** Asked too often; `seconds` until it may be asked again, at least 1. */
  | { readonly is: 'throttled'; readonly seconds: number }
  /** Down, too slow, or not making sense. */
  | { readonly is: 'unavailable' };

export type TokenAnswer = Result<string, TokenFault>;

/** The desk's own standing with Entra: every token for a service of Microsoft's comes from here. */
export interface EntraTokens {
  /** For the desk as itself, in a tenant; `renew` where the service no longer takes the last one. @param resource an origin, such as Graph's */
  forApp(tenantId: string, resource: string, renew?: boolean): Promise<TokenAnswer>;
  /** Milliseconds since that token was made. What a tenant grants later is not in it. */
  age(tenantId: string, resource: string): number;
  /** For a person, from the token that they showed. Nothing of it is kept. @param scopes whole names, such as `https://graph.microsoft.com/User.Read` */
  onBehalfOf(tenantId: string, shown: string, scopes: readonly string[]): Promise<TokenAnswer>;
}

/** An authorisation code that a browser brought back, and what proves that it was this desk that sent the browser. */
export interface BroughtCode {
  readonly code: string;
  readonly verifier: string;
  readonly nonce: string;
  readonly redirectUri: string;
}

/** Exchanges a code for a person's ID token. It is not to be believed before it is verified. */
export type CodeExchange = (brought: BroughtCode) => Promise<TokenAnswer>;
