import type { JWTPayload } from 'jose';
import type { TokenHolder } from '../app/tokens.ts';

/** Seconds by which clocks may differ. */
export const leeway = 300;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The person whom an Entra v2 token names by tenant and object id; `undefined` where it is of another version, or names nobody. */
export function personIn(claims: JWTPayload): TokenHolder | undefined {
  const { tid, oid, ver, acct, name, preferred_username: username, wids, roles } = claims;
  if (ver !== '2.0' || typeof tid !== 'string' || !uuid.test(tid) || typeof oid !== 'string' || !uuid.test(oid)) return undefined;
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

export function isCurrent({ exp, nbf, iat }: JWTPayload): boolean {
  const now = Date.now() / 1_000;
  return typeof iat === 'number' && typeof exp === 'number' && exp > now - leeway && (nbf === undefined || nbf < now + leeway);
}

/** Until when it may be believed, in milliseconds since 1970. */
export const endOf = ({ exp = 0 }: JWTPayload): number => (exp + leeway) * 1_000;
