import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import * as z from 'zod';
import { type Exchanged, exchange, parsed, type Send } from '../app/exchange.ts';
import type { EntraTokens, TokenAnswer } from '../app/ports.ts';
import { ok, refuse } from '../domain/result.ts';
import type { Answer, GraphFault } from './fault.ts';
import type { ScopeName } from './scopes.ts';

/** Something the desk asks of Graph, and the permission it asks with. */
export interface Question<T> {
  readonly scope: ScopeName;
  /** Below `/v1.0`, with its query. */
  readonly path: string;
  /** Of the whole answer, or of each row of a list. */
  readonly shape: z.ZodType<T>;
  /** Whether Graph answers this from its index only: casts to one type of member. */
  readonly indexed?: boolean;
  /** Sent by POST, where a question does not fit into an address. */
  readonly body?: object;
}

/** Somebody who has shown a token, and is asked about in their own name. */
export interface Asker {
  readonly tenantId: string;
  readonly personId: string;
  readonly shown: string;
}

/** The one way to Microsoft Graph: the desk as itself, in one tenant, or on behalf of a person. It never throws. */
export interface Graph {
  /** On behalf of a person, with a permission that they, or their administrator for them, have to have agreed to. */
  own<T>(asker: Asker, question: Question<T>): Promise<Answer<T>>;
  one<T>(tenantId: string, question: Question<T>): Promise<Answer<T>>;
  /** Every row of every page; `unavailable` for more pages than the limit, for a list cut short would be believed. */
  list<T>(tenantId: string, question: Question<T>): Promise<Answer<readonly T[]>>;
}

export interface GraphLimits {
  /** Milliseconds of one call. */
  readonly call: number;
  /** Milliseconds of one question with all its pages and repetitions. */
  readonly question: number;
  /** The longest Retry-After in milliseconds that is waited for; a longer one is an answer. */
  readonly wait: number;
  readonly attempts: number;
  readonly pages: number;
  /** Milliseconds after which a refused token is replaced, for the tenant may have granted more since. */
  readonly renew: number;
  /** Milliseconds in which a tenant that doesn't know the desk is not asked again. */
  readonly refused: number;
  /** Milliseconds in which nothing is asked again for a tenant after there was no answer at all. */
  readonly down: number;
  /** Of one answer. */
  readonly bytes: number;
}

export const graphLimits: GraphLimits = {
  call: 10_000,
  question: 15_000,
  wait: 3_000,
  attempts: 3,
  pages: 50,
  renew: 5 * 60_000,
  refused: 60_000,
  down: 10_000,
  bytes: 2 * 1_024 * 1_024,
};

export interface GraphParts {
  readonly tokens: EntraTokens;
  /** Graph's origin. */
  readonly graph: string;
  readonly log: Logger;
  readonly limits?: GraphLimits;
  readonly send?: Send;
}

/** In whose name a question is asked. */
interface Asking {
  readonly key: string;
  readonly tenantId: string;
  /** They can agree at any moment, and say so. */
  readonly personal?: true;
  token(renew: boolean): Promise<TokenAnswer>;
  age(): number;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const envelope = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });
const refusal = z.object({ error: z.object({ code: z.string().regex(/^[\w.]{1,60}$/) }) });
/** How many tenants are remembered as closed. */
const tenantsClosed = 5_000;
/** Answers that are worth a second try at once. */
const passing = new Set([429, 500, 502, 503, 504]);

export function graphClient({ tokens, graph: origin, log, limits = graphLimits, send = fetch }: GraphParts): Graph {
  const root = `${origin}/v1.0`;
  const closed = new Map<string, { readonly fault: GraphFault; readonly until: number }>();

  const asItself = (tenantId: string): Asking => ({
    key: tenantId,
    tenantId,
    token: (renew) => tokens.forApp(tenantId, origin, renew),
    age: () => tokens.age(tenantId, origin),
  });
  const asPerson = ({ tenantId, personId, shown }: Asker, { scope }: Question<unknown>): Asking => ({
    key: `${tenantId} ${personId}`,
    tenantId,
    personal: true,
    token: () => tokens.onBehalfOf(tenantId, shown, [`${origin}/${scope}`]),
    age: () => 0,
  });

  /** Everybody who asks in the same name would meet the same, so that only one of them waits for it. */
  function close({ key, personal }: Asking, fault: GraphFault): Answer<never> {
    if (personal && fault.is === 'noConsent') return refuse(fault);
    closed.delete(key);
    closed.set(key, { fault, until: performance.now() + (fault.is === 'noConsent' ? limits.refused : limits.down) });
    if (closed.size > tenantsClosed) closed.delete(closed.keys().next().value ?? '');
    return refuse(fault);
  }

  async function ask(as: Asking, question: Question<unknown>, url: string, deadline: AbortSignal): Promise<Answer<unknown>> {
    const { tenantId } = as;
    const before = closed.get(as.key);
    if (before && performance.now() < before.until) return refuse(before.fault);
    for (let attempt = 1, renewed = false; ; attempt += 1) {
      const token = await as.token(renewed);
      if (!token.ok) return close(as, token.error);
      const answered = await exchange(send, url, requestOf(question, token.value, deadline), limits);
      if ('failed' in answered) {
        log.warn({ tenantId, scope: question.scope, fault: answered.failed }, 'Graph gave no answer');
        return close(as, { is: 'unavailable' });
      }
      if (answered.status === 200) return readable(answered.text);
      const outdated = answered.status === 401 || (answered.status === 403 && as.age() >= limits.renew);
      if (outdated && !renewed) {
        renewed = true;
        continue;
      }
      const pause = passing.has(answered.status) && attempt < limits.attempts ? pauseBefore(answered, attempt) : undefined;
      if (pause === undefined || pause > limits.wait || deadline.aborted) return refuse(said(answered, tenantId, question));
      await sleep(pause);
    }
  }

  function said({ status, headers, text }: Exchanged, tenantId: string, { scope }: Question<unknown>): GraphFault {
    const code = refusal.safeParse(parsed(text)).data?.error.code;
    if (status === 403 || (status === 401 && code === 'Authorization_IdentityNotFound')) return { is: 'noConsent' };
    if (status === 404) return { is: 'notFound' };
    log.warn({ tenantId, scope, status, code, request: headers.get('request-id') }, 'Graph refused');
    if (status === 429) return { is: 'throttled', seconds: Math.max(1, Math.ceil((retryAfter(headers) ?? 10_000) / 1_000)) };
    return { is: 'unavailable' };
  }

  function read<T>(shape: z.ZodType<T>, value: unknown, { scope }: Question<unknown>): Answer<T> {
    const { success, data } = shape.safeParse(value);
    if (success) return ok(data);
    log.warn({ scope }, 'Graph answered in another shape');
    return refuse({ is: 'unavailable' });
  }

  return {
    async one(tenantId, question) {
      if (!uuid.test(tenantId)) return refuse({ is: 'notFound' });
      const answer = await ask(asItself(tenantId), question, `${root}${question.path}`, AbortSignal.timeout(limits.question));
      return answer.ok ? read(question.shape, answer.value, question) : answer;
    },
    async own(asker, question) {
      if (!uuid.test(asker.tenantId)) return refuse({ is: 'notFound' });
      const answer = await ask(asPerson(asker, question), question, `${root}${question.path}`, AbortSignal.timeout(limits.question));
      return answer.ok ? read(question.shape, answer.value, question) : answer;
    },
    async list(tenantId, question) {
      if (!uuid.test(tenantId)) return refuse({ is: 'notFound' });
      const deadline = AbortSignal.timeout(limits.question);
      const rows: unknown[] = [];
      let url: string | undefined = `${root}${question.path}`;
      for (let pages = 0; url !== undefined; pages += 1) {
        if (pages === limits.pages || !url.startsWith(`${root}/`)) {
          log.warn({ tenantId, scope: question.scope, pages }, 'a list of Graph does not end, or leads elsewhere');
          return refuse({ is: 'unavailable' });
        }
        const answer: Answer<unknown> = await ask(asItself(tenantId), question, url, deadline);
        if (!answer.ok) return answer;
        const page: Answer<z.output<typeof envelope>> = read(envelope, answer.value, question);
        if (!page.ok) return page;
        rows.push(...page.value.value);
        url = page.value['@odata.nextLink'];
      }
      return read(z.array(question.shape), rows, question);
    },
  };
}

function requestOf({ indexed, body }: Question<unknown>, token: string, signal: AbortSignal) {
  const headers = {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
    ...(indexed && { consistencylevel: 'eventual' }),
    ...(body && { 'content-type': 'application/json' }),
  };
  return { method: body ? 'POST' : 'GET', headers, body: body ? JSON.stringify(body) : null, signal };
}

function readable(text: string): Answer<unknown> {
  const value = parsed(text);
  return value === undefined ? refuse({ is: 'unavailable' }) : ok(value);
}

/** Milliseconds; Graph sends whole seconds. */
function retryAfter(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? 'none');
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}

/** `undefined` where asking again soon would only make it worse: a bare 429. */
function pauseBefore({ status, headers }: Exchanged, attempt: number): number | undefined {
  const told = retryAfter(headers);
  if (told !== undefined || status === 429) return told;
  return 200 * 2 ** attempt * (0.5 + Math.random() / 2);
}
