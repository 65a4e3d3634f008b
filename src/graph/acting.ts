import type { Logger } from 'pino';
import * as z from 'zod';
import { exchange, parsed, type Send } from '../app/exchange.ts';
import type { EntraTokens, TokenFault } from '../app/ports.ts';
import { faultOf, type Outcome } from '../domain/notice/outcome.ts';
import type { ScopeName } from './scopes.ts';

/** Something the desk does through Graph as itself, which must not be done twice. */
export interface Act {
  readonly tenantId: string;
  readonly scope: ScopeName;
  /** Below `/v1.0`. */
  readonly path: string;
  readonly contentType: 'application/json' | 'text/plain';
  readonly body: string;
}

/** What came of it; `code` is Graph's own. */
export type Acted =
  | { readonly is: 'answered'; readonly status: number; readonly code: string; readonly retryAfterMs: number | null }
  /** Nothing was asked of Graph, or it never got it. */
  | { readonly is: 'notAsked'; readonly why: TokenFault | 'unreachable' }
  /** It may have been done. */
  | { readonly is: 'noAnswer'; readonly detail: string };

export type Acting = (act: Act, signal: AbortSignal) => Promise<Acted>;

export interface ActingParts {
  readonly tokens: EntraTokens;
  /** Graph's origin. */
  readonly graph: string;
  readonly log: Logger;
  readonly send?: Send;
}

const refusal = z.object({ error: z.object({ code: z.string().regex(/^[\w.]{1,60}$/) }) });
const limits = { call: 10_000, bytes: 64 * 1_024 };
/** Faults with which nothing has left this machine. */
const neverLeft = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

/** Asks once, and once more with a fresh token where Graph did not take the last one: then it has done nothing. */
export const graphActing =
  ({ tokens, graph, log, send = fetch }: ActingParts): Acting =>
  async ({ tenantId, scope, path, contentType, body }, signal) => {
    for (let renewed = false; ; renewed = true) {
      const token = await tokens.forApp(tenantId, graph, renewed);
      if (!token.ok) return { is: 'notAsked', why: token.error };
      const headers = { authorization: `Bearer ${token.value}`, accept: 'application/json', 'content-type': contentType };
      const answered = await exchange(send, `${graph}/v1.0${path}`, { method: 'POST', headers, body, signal }, limits);
      if ('failed' in answered) {
        log.warn({ tenantId, scope, fault: answered.failed }, 'Graph gave no answer');
        return neverLeft.includes(answered.code) ? { is: 'notAsked', why: 'unreachable' } : { is: 'noAnswer', detail: answered.failed };
      }
      const { status, headers: said, text } = answered;
      if (status === 401 && !renewed) continue;
      const code = refusal.safeParse(parsed(text)).data?.error.code ?? '';
      if (status >= 300) log.warn({ tenantId, scope, status, code, request: said.get('request-id') }, 'Graph refused');
      return { is: 'answered', status, code, retryAfterMs: retryAfter(said) };
    }
  };

/**
 * F-15 to F-17: what it means for what was to be sent. 429 was not taken; a 5xx and silence may have been; a permission that is missing is
 * the operator's to mend, so it waits.
 */
export function outcomeOf(acted: Acted): Outcome {
  switch (acted.is) {
    case 'notAsked':
      return notAsked(acted.why);
    case 'noAnswer':
      return { is: 'maybeSent', fault: faultOf('unreachable', acted.detail) };
    case 'answered': {
      const { status, code, retryAfterMs } = acted;
      const said = `${status} ${code}`.trim();
      if (status < 300) return { is: 'sent' };
      if (status >= 500) return { is: 'maybeSent', fault: faultOf('unreachable', said) };
      if (status === 401 || status === 403) return { is: 'later', fault: faultOf('signInRefused', said), afterMs: null };
      if (status === 429) return { is: 'later', fault: faultOf('busy', said), afterMs: retryAfterMs };
      if ([408, 409, 412].includes(status)) return { is: 'later', fault: faultOf('busy', said), afterMs: null };
      return { is: 'never', fault: faultOf('refused', said) };
    }
  }
}

function notAsked(why: Extract<Acted, { is: 'notAsked' }>['why']): Outcome {
  if (why === 'unreachable' || why.is === 'unavailable') return { is: 'later', fault: faultOf('unreachable', 'no token'), afterMs: null };
  if (why.is === 'noConsent') return { is: 'later', fault: faultOf('signInRefused', 'no consent'), afterMs: null };
  return { is: 'later', fault: faultOf('busy', 'no token yet'), afterMs: why.seconds * 1_000 };
}

/** Milliseconds; Graph sends whole seconds. */
function retryAfter(headers: Headers): number | null {
  const seconds = Number(headers.get('retry-after') ?? 'none');
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}
