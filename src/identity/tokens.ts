import { decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import { KeysUnavailable, type TokenHolder, type TokenVerifier } from '../app/tokens.ts';
import { rememberVerified } from '../app/verified-tokens.ts';
import { endOf, isCurrent, leeway, personIn } from './claims.ts';
import { issuerKeys } from './issuer-keys.ts';

export interface Trust {
  /** The exact issuer of a tenant's tokens. */
  readonly issuer: (tenantId: string) => string;
  /** Where the issuer publishes its keys: one address for every tenant, so that no token can choose whom to ask. */
  readonly keysUrl: string;
  /** The app's id, and its `api://` URI where it has one. */
  readonly audiences: readonly string[];
  /** The clients that may have asked for the token on a person's behalf. */
  readonly clients: readonly string[];
}

/** Teams and the other hosts of a tab, as Microsoft publishes them for single sign-on. */
export const teamsClients = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264', // Teams, desktop and mobile
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', // Teams, web
  '4765445b-32c6-49b0-83e6-1d93765276ca', // Microsoft 365, web
  '0ec893e0-5785-4de6-99da-4ed124e5296c', // Microsoft 365, desktop
  'd3590ed6-52b3-4102-aeff-aad2292ab01c', // Microsoft 365 mobile, Outlook desktop
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3', // Outlook, web
  '27922004-5251-4030-b22d-91ecd9a37ea4', // Outlook, mobile
] as const;

/** A cloud's Entra. @param login its origin */
export const entraTrust = (login: string): Pick<Trust, 'issuer' | 'keysUrl'> => ({
  issuer: (tenantId) => `${login}/${tenantId}/v2.0`,
  keysUrl: `${login}/common/discovery/v2.0/keys`,
});

/**
 * ID-1, F-26: trusts Entra's v2 tokens for a person, made for this app and asked for by Teams; nothing else. What a token says of
 * itself is looked at before any key is fetched, so that junk costs no call and no memory.
 */
export function tokenVerifier({ issuer, keysUrl, audiences, clients }: Trust): TokenVerifier {
  const keys = issuerKeys(keysUrl);
  const fits = (claims: JWTPayload): boolean => holderOf(claims, clients) !== undefined && claims.iss === issuer(String(claims['tid']));
  const verify = rememberVerified(async (token) => {
    const claimed = decodeJwt(token);
    if (!fits(claimed) || !audiences.includes(String(claimed.aud)) || !isCurrent(claimed)) throw new NotOurs();
    const { payload } = await jwtVerify(token, keys, {
      issuer: issuer(String(claimed['tid'])),
      audience: [...audiences],
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat', 'tid', 'oid', 'azp', 'scp'],
      clockTolerance: leeway,
    });
    const names = fits(payload) ? holderOf(payload, clients) : undefined;
    if (!names) throw new NotOurs();
    return { names, until: endOf(payload) };
  });
  return {
    async verify(token) {
      try {
        return await verify(token);
      } catch (fault) {
        if (fault instanceof KeysUnavailable) throw fault;
        return undefined;
      }
    },
  };
}

/** A token that is well made, and is none for this app. */
class NotOurs extends Error {}

/** `undefined` for an app's own token, another API's, an older version's, or one that a client we don't know has asked for. */
function holderOf(claims: JWTPayload, clients: readonly string[]): TokenHolder | undefined {
  const { azp, scp, idtyp } = claims;
  if (idtyp === 'app' || typeof azp !== 'string' || !clients.includes(azp)) return undefined;
  if (typeof scp !== 'string' || !scp.split(' ').includes('access_as_user')) return undefined;
  return personIn(claims);
}
