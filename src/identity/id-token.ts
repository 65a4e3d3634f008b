import { decodeJwt, jwtVerify } from 'jose';
import { type IdTokenVerifier, KeysUnavailable } from '../app/tokens.ts';
import { isCurrent, leeway, personIn } from './claims.ts';
import { issuerKeys } from './issuer-keys.ts';
import type { Trust } from './tokens.ts';

/**
 * ID-1, F-26: who signed in, from the ID token that came for the code: of its tenant's own issuer, made for this app and for this very sign-in.
 * An ID token opens nothing else: the API doesn't take it as a bearer token.
 *
 * @throws KeysUnavailable
 */
export function idTokenVerifier({
  issuer,
  keysUrl,
  appId,
}: Pick<Trust, 'issuer' | 'keysUrl'> & { readonly appId: string }): IdTokenVerifier {
  const keys = issuerKeys(keysUrl);
  return async (token, nonce) => {
    try {
      const claimed = decodeJwt(token);
      const holder = personIn(claimed);
      if (!holder || claimed.iss !== issuer(holder.tenantId) || claimed.aud !== appId || !isCurrent(claimed)) return undefined;
      if (nonce === '' || claimed['nonce'] !== nonce) return undefined;
      const { payload } = await jwtVerify(token, keys, {
        issuer: issuer(holder.tenantId),
        audience: appId,
        algorithms: ['RS256'],
        requiredClaims: ['exp', 'iat', 'tid', 'oid', 'nonce'],
        clockTolerance: leeway,
      });
      return payload['nonce'] === nonce ? personIn(payload) : undefined;
    } catch (fault) {
      if (fault instanceof KeysUnavailable) throw fault;
      return undefined;
    }
  };
}
