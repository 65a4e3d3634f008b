import type { INetworkModule } from '@azure/msal-node';
import { type ExchangeLimits, exchange, parsed, type Send } from '../app/exchange.ts';

/** The library's own client has no time-out and follows redirects. */
export function networkOver(send: Send, limits: ExchangeLimits): INetworkModule {
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
