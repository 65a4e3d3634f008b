import { ConfidentialClientApplication, type INetworkModule, ServerError } from '@azure/msal-node';
import type { Logger } from 'pino';
import { ok, refuse } from '../domain/result.ts';
import type { Cloud } from './clouds.ts';
import { type ExchangeLimits, exchange, parsed, type Send } from './exchange.ts';
import type { Answer, GraphFault } from './fault.ts';

export interface AppRegistration {
  readonly appId: string;
  readonly appPassword: string;
}

export interface AppTokens {
  /** A token for Graph in this tenant; `renew` where Graph no longer takes the last one. */
  of(tenantId: string, renew?: boolean): Promise<Answer<string>>;
  /** Milliseconds since the token was made. What a tenant grants later is not in it. */
  age(tenantId: string): number;
}

/** Tenants whose tokens are kept; for another, the one unused longest is asked for anew. */
const tenants = 1_000;

/** Entra's numbers for: the tenant doesn't know the app, has disabled it, has not agreed, or is of another cloud. */
const withoutConsent = new Set(['65001', '90002', '90094', '500011', '500014', '700016', '7000112', '7000229']);

/** The desk as itself, without a person, in each tenant that has agreed to it. The library keeps a token until shortly before it expires. */
export function appTokens(
  { appId, appPassword }: AppRegistration,
  { cloud, send, limits, log }: { readonly cloud: Cloud; readonly send: Send; readonly limits: ExchangeLimits; readonly log: Logger },
): AppTokens {
  const apps = new Map<string, ConfidentialClientApplication>();
  const made = new Map<string, number>();
  const underWay = new Map<string, Promise<Answer<string>>>();
  const networkClient = networkOver(send, limits);

  function appIn(tenantId: string): ConfidentialClientApplication {
    const app =
      apps.get(tenantId) ??
      new ConfidentialClientApplication({
        auth: {
          clientId: appId,
          clientSecret: appPassword,
          authority: `${cloud.login}/${tenantId}`,
          knownAuthorities: [new URL(cloud.login).host],
        },
        system: { networkClient },
      });
    apps.delete(tenantId);
    apps.set(tenantId, app);
    if (apps.size > tenants) {
      const [unused = ''] = apps.keys();
      apps.delete(unused);
      made.delete(unused);
    }
    return app;
  }

  async function ask(tenantId: string, skipCache: boolean): Promise<Answer<string>> {
    try {
      const token = await appIn(tenantId).acquireTokenByClientCredential({ scopes: [`${cloud.graph}/.default`], skipCache });
      if (!token) return refuse({ is: 'unavailable' });
      if (!token.fromCache) made.set(tenantId, performance.now());
      return ok(token.accessToken);
    } catch (fault) {
      const { is, code } = said(fault);
      if (is.is !== 'noConsent') log.warn({ tenantId, fault: is.is, code }, 'Entra gave no token for Graph');
      return refuse(is);
    }
  }

  return {
    of(tenantId, renew = false) {
      const key = `${tenantId} ${renew}`;
      const asked = underWay.get(key) ?? ask(tenantId, renew).finally(() => underWay.delete(key));
      underWay.set(key, asked);
      return asked;
    },
    age: (tenantId) => performance.now() - (made.get(tenantId) ?? performance.now()),
  };
}

/** What Entra's refusal comes to. Its text may name people and is not kept; its number may be. */
function said(fault: unknown): { readonly is: GraphFault; readonly code: string | undefined } {
  if (!(fault instanceof ServerError)) return { is: { is: 'unavailable' }, code: fault instanceof Error ? fault.name : undefined };
  const code = /AADSTS(\d{3,10})/.exec(fault.errorMessage)?.[1] ?? fault.errorNo;
  if (code && withoutConsent.has(code)) return { is: { is: 'noConsent' }, code };
  return { is: fault.status === 429 ? { is: 'throttled', seconds: 10 } : { is: 'unavailable' }, code };
}

/** The library's own client has no time-out and follows redirects. */
function networkOver(send: Send, limits: ExchangeLimits): INetworkModule {
  const ask =
    (method: 'GET' | 'POST') =>
    async <T>(url: string, options: { readonly headers?: Record<string, string>; readonly body?: string } = {}) => {
      const answered = await exchange(send, url, { method, headers: options.headers ?? {}, body: options.body ?? null }, limits);
      if ('failed' in answered) throw new NoAnswer();
      const body = parsed(answered.text);
      if (typeof body !== 'object' || body === null) throw new NoAnswer();
      return { status: answered.status, headers: Object.fromEntries(answered.headers), body: body as T };
    };
  return { sendGetRequestAsync: ask('GET'), sendPostRequestAsync: ask('POST') };
}

class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}
