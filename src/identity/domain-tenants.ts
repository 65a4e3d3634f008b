import { exchange, parsed, type Send } from '../app/exchange.ts';
import { DirectoryUnavailable } from '../app/faults.ts';
import type { TenantOfDomain } from '../app/ports.ts';

const tenantIn = /^\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\//;
const limits = { call: 5_000, bytes: 64 * 1_024 };
const pattern = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/**
 * CS-3: Entra describes each verified domain to everybody, with its tenant as the issuer; it needs no permission. A domain of another cloud has
 * an issuer elsewhere, and nobody here.
 *
 * @param login where the cloud's Entra is
 */
export const tenantOfDomainAt =
  (login: string, send: Send = fetch): TenantOfDomain =>
  async (domain) => {
    if (!pattern.test(domain)) return undefined;
    const answered = await exchange(send, `${login}/${domain}/v2.0/.well-known/openid-configuration`, { method: 'GET' }, limits);
    if ('failed' in answered || answered.status === 429 || answered.status >= 500) throw new DirectoryUnavailable();
    const issuer = answered.status === 200 ? issuerIn(parsed(answered.text)) : '';
    return issuer.startsWith(`${login}/`) ? tenantIn.exec(issuer.slice(login.length))?.[1] : undefined;
  };

function issuerIn(described: unknown): string {
  const { issuer } = (described ?? {}) as { readonly issuer?: unknown };
  return typeof issuer === 'string' ? issuer : '';
}
