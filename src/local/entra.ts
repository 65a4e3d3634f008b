import { exchange as ask, parsed } from '../app/exchange.ts';
import type { BroughtCode, CodeExchange, EntraTokens, TokenAnswer } from '../app/ports.ts';
import { ok, refuse } from '../domain/result.ts';

const limits = { call: 5_000, bytes: 64 * 1_024 };

export type LocalEntra = EntraTokens & { readonly exchange: CodeExchange };

/** The desk's side of the stand-in's Entra: the same requests, without the library, which speaks https alone. @param url the stand-in's origin */
export function localEntra(url: string, appId: string): LocalEntra {
  async function token(form: Record<string, string>, wanted: 'id_token' | 'access_token'): Promise<TokenAnswer> {
    const body = new URLSearchParams({ client_id: appId, ...form }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answered = await ask(fetch, `${url}/organizations/oauth2/v2.0/token`, { method: 'POST', headers, body }, limits);
    if ('failed' in answered) return refuse({ is: 'unavailable' });
    const said = (parsed(answered.text) ?? {}) as Record<string, unknown>;
    if (said['error'] === 'interaction_required') return refuse({ is: 'noConsent' });
    return typeof said[wanted] === 'string' ? ok(said[wanted]) : refuse({ is: 'unavailable' });
  }
  return {
    // The sample directory knows everybody, so the desk never asks as itself.
    forApp: async () => refuse({ is: 'noConsent' }),
    age: () => 0,
    exchange: ({ code, verifier, redirectUri }: BroughtCode) =>
      token({ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri }, 'id_token'),
    onBehalfOf: (_, shown, scopes) =>
      token(
        {
          grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
          requested_token_use: 'on_behalf_of',
          assertion: shown,
          scope: scopes.join(' '),
        },
        'access_token',
      ),
  };
}
