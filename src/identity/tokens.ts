import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { KeysUnavailable, type TokenHolder, type TokenVerifier } from '../app/tokens.ts';

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

/** The global cloud's Entra. */
export const entra = {
  issuer: (tenantId: string): string => `https://login.microsoftonline.com/${tenantId}/v2.0`,
  keysUrl: 'https://login.microsoftonline.com/common/discovery/v2.0/keys',
} as const;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const leeway = 300;
const second = 1_000;
/** After a failure the keys are not asked for again in this time, however many tokens arrive. */
const pause = 10 * second;

/**
 * ID-1, F-26: trusts Entra's v2 tokens for a person, made for this app and asked for by Teams; nothing else. What a token says of
 * itself is looked at before any key is fetched, so that junk costs no call and no memory.
 */
export function tokenVerifier({ issuer, keysUrl, audiences, clients }: Trust): TokenVerifier {
  const remote = createRemoteJWKSet(new URL(keysUrl), {
    timeoutDuration: 5 * second,
    cooldownDuration: 60 * second,
    cacheMaxAge: 24 * 3_600 * second,
  });
  let failedAt = Number.NEGATIVE_INFINITY;
  const keys: typeof remote = Object.assign(async (...asked: Parameters<typeof remote>) => {
    if (performance.now() - failedAt < pause) throw new KeysUnavailable('asked a moment ago');
    try {
      return await remote(...asked);
    } catch (fault) {
      if (fault instanceof errors.JWKSNoMatchingKey || fault instanceof errors.JWKSMultipleMatchingKeys) throw fault;
      if (fault instanceof errors.JOSENotSupported) throw fault;
      failedAt = performance.now();
      throw new KeysUnavailable(fault);
    }
  }, remote);
  const fits = (claims: JWTPayload): boolean => holderOf(claims, clients) !== undefined && claims.iss === issuer(String(claims['tid']));
  return {
    async verify(token) {
      try {
        const claimed = decodeJwt(token);
        if (!fits(claimed) || !audiences.includes(String(claimed.aud)) || !isCurrent(claimed)) return undefined;
        const { payload } = await jwtVerify(token, keys, {
          issuer: issuer(String(claimed['tid'])),
          audience: [...audiences],
          algorithms: ['RS256'],
          requiredClaims: ['exp', 'iat', 'tid', 'oid', 'azp', 'scp'],
          clockTolerance: leeway,
        });
        return fits(payload) ? holderOf(payload, clients) : undefined;
      } catch (fault) {
        if (fault instanceof KeysUnavailable) throw fault;
        return undefined;
      }
    },
  };
}

/** `undefined` for an app's own token, another API's, an older version's, or one that a client we don't know has asked for. */
function holderOf(claims: JWTPayload, clients: readonly string[]): TokenHolder | undefined {
  const { tid, oid, azp, scp, ver, idtyp, acct } = claims;
  if (typeof tid !== 'string' || !uuid.test(tid) || typeof oid !== 'string' || !uuid.test(oid)) return undefined;
  if (ver !== '2.0' || idtyp === 'app' || typeof azp !== 'string' || !clients.includes(azp)) return undefined;
  if (typeof scp !== 'string' || !scp.split(' ').includes('access_as_user')) return undefined;
  const { name, preferred_username: username, wids, roles } = claims;
  return {
    tenantId: tid,
    personId: oid,
    guest: acct === 1,
    claims: { name: textOf(name), username: textOf(username), directoryRoles: textsOf(wids), appRoles: textsOf(roles) },
  };
}

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim.slice(0, 200) : '');
const textsOf = (claim: unknown): readonly string[] =>
  Array.isArray(claim) ? claim.filter((c): c is string => typeof c === 'string' && c.length <= 100).slice(0, 100) : [];

function isCurrent({ exp, nbf, iat }: JWTPayload): boolean {
  const now = Date.now() / 1_000;
  return typeof iat === 'number' && typeof exp === 'number' && exp > now - leeway && (nbf === undefined || nbf < now + leeway);
}
