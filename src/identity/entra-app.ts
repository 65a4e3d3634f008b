import { ConfidentialClientApplication, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import type { Logger } from 'pino';
import type { ExchangeLimits, Send } from '../app/exchange.ts';
import type { CodeExchange, EntraTokens, TokenAnswer, TokenFault } from '../app/ports.ts';
import type { AppCredential } from '../config.ts';
import { ok, refuse } from '../domain/result.ts';
import { proofOf } from './credentials.ts';
import { networkOver } from './network.ts';

export interface EntraAppParts {
  readonly appId: string;
  readonly credential: AppCredential;
  /** Entra's origin, and what a federated credential's own token is made out for. */
  readonly cloud: { readonly login: string; readonly tokenExchange: string };
  readonly log: Logger;
  readonly limits?: ExchangeLimits;
  readonly send?: Send;
}

export const entraLimits: ExchangeLimits = { call: 10_000, bytes: 1_024 * 1_024 };

/** The app registration at work: the one place that makes msal's client, whatever a token is for. */
export type EntraApp = EntraTokens & { readonly exchange: CodeExchange };

/** Tenants whose tokens are kept; for another, the one unused longest is asked for anew. */
const tenants = 1_000;

/** Entra's numbers for: the tenant doesn't know the app, has disabled it, has not agreed, or is of another cloud. */
const withoutConsent = new Set(['65001', '90002', '90094', '500011', '500014', '700016', '7000112', '7000229']);

/** @throws CredentialUnusable */
export function entraApp({ appId, credential, cloud, log, limits = entraLimits, send = fetch }: EntraAppParts): EntraApp {
  const made = new Map<string, Map<string, number>>();
  const underWay = new Map<string, Promise<TokenAnswer>>();
  const networkClient = networkOver(send, limits);
  const proof = proofOf(credential, cloud.tokenExchange, networkClient);

  const client = (tenant: string) =>
    new ConfidentialClientApplication({
      auth: { clientId: appId, ...proof, authority: `${cloud.login}/${tenant}`, knownAuthorities: [new URL(cloud.login).host] },
      system: { networkClient },
    });
  const asItself = recent(client, (unused) => made.delete(unused));
  // Apart from the others: the library keeps whatever it was given for a person, and these are emptied after each use.
  const forPeople = recent(client);

  async function ask(what: string, tenantId: string, asking: () => Promise<string | undefined>): Promise<TokenAnswer> {
    try {
      const token = await asking();
      return token ? ok(token) : refuse({ is: 'unavailable' });
    } catch (fault) {
      const { is, code } = said(fault);
      if (is.is !== 'noConsent') log.warn({ tenantId, fault: is.is, code, what }, 'Entra gave no token');
      return refuse(is);
    }
  }

  return {
    forApp(tenantId, resource, renew = false) {
      const key = `${tenantId} ${resource} ${renew}`;
      const asked =
        underWay.get(key) ??
        ask('the desk itself', tenantId, async () => {
          const token = await asItself(tenantId).acquireTokenByClientCredential({ scopes: [`${resource}/.default`], skipCache: renew });
          // The library keeps a token until shortly before it expires.
          if (token && !token.fromCache) made.set(tenantId, (made.get(tenantId) ?? new Map()).set(resource, performance.now()));
          return token?.accessToken;
        }).finally(() => underWay.delete(key));
      underWay.set(key, asked);
      return asked;
    },
    age: (tenantId, resource) => performance.now() - (made.get(tenantId)?.get(resource) ?? performance.now()),
    onBehalfOf(tenantId, shown, scopes) {
      return ask('a person', tenantId, async () => {
        const app = forPeople(tenantId);
        const token = await app.acquireTokenOnBehalfOf({ oboAssertion: shown, scopes: [...scopes], skipCache: true });
        app.clearCache();
        return token?.accessToken;
      });
    },
    exchange({ code, verifier, redirectUri, nonce }) {
      return ask('a sign-in', 'organizations', async () => {
        const app = forPeople('organizations');
        const token = await app.acquireTokenByCode({ code, codeVerifier: verifier, redirectUri, nonce, scopes: ['openid', 'profile'] });
        app.clearCache();
        return token.idToken;
      });
    },
  };
}

/** One of a kind for each tenant, so many and no more. */
function recent<T>(make: (tenant: string) => T, forgotten: (tenant: string) => void = () => {}): (tenant: string) => T {
  const kept = new Map<string, T>();
  return (tenant) => {
    const one = kept.get(tenant) ?? make(tenant);
    kept.delete(tenant);
    kept.set(tenant, one);
    if (kept.size > tenants) {
      const [unused = ''] = kept.keys();
      kept.delete(unused);
      forgotten(unused);
    }
    return one;
  };
}

/** What Entra's refusal comes to. Its text may name people and is not kept; its number may be. */
function said(fault: unknown): { readonly is: TokenFault; readonly code: string | undefined } {
  if (fault instanceof InteractionRequiredAuthError) return { is: { is: 'noConsent' }, code: fault.errorCode };
  if (!(fault instanceof ServerError)) return { is: { is: 'unavailable' }, code: fault instanceof Error ? fault.name : undefined };
  const code = /AADSTS(\d{3,10})/.exec(fault.errorMessage)?.[1] ?? fault.errorNo;
  if (code && withoutConsent.has(code)) return { is: { is: 'noConsent' }, code };
  return { is: fault.status === 429 ? { is: 'throttled', seconds: 10 } : { is: 'unavailable' }, code };
}
