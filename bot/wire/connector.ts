import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';

/** What became of a call that Teams refused. One that was never answered fails as `node:http` says, with its `code`. */
export class ConnectorFault extends Error {
  override readonly name = 'ConnectorFault';
  readonly statusCode: number;
  /** Teams' own word for it, where it said one. */
  readonly code: string | undefined;
  readonly retryAfter: string | undefined;
  constructor(statusCode: number, said: { readonly code?: string; readonly message?: string }, retryAfter: string | undefined) {
    super(said.message ?? '');
    this.statusCode = statusCode;
    this.code = said.code;
    this.retryAfter = retryAfter;
  }
}

/** Teams' connector at one address. Every call is made once: creating an activity twice shows it twice. */
export type Connector = (asked: {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Parts of the path behind `v3/conversations`, as they are. */
  readonly path: readonly string[];
  readonly query?: string;
  readonly body?: unknown;
  readonly signal: AbortSignal;
}) => Promise<unknown>;

/** @param token the desk's own, for the connector; @param serviceUrl one of the channel's: the token goes there, and follows no redirection */
export function connectorAt(serviceUrl: string, token: () => Promise<string>): Connector {
  const { origin, pathname, protocol } = new URL(serviceUrl);
  const base = `${origin}${pathname.replace(/\/$/, '')}/v3/conversations`;
  const { request } = protocol === 'https:' ? https : http;
  return async ({ method, path, query = '', body, signal }) => {
    const content = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${await token()}`,
      accept: 'application/json',
      ...(content !== undefined && { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(content) }),
    };
    const url = [base, ...path.map(encodeURIComponent)].join('/') + query;
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    request(url, { method, headers, signal }, resolve).on('error', reject).end(content);
    return answerOf(await promise);
  };
}

const mostOfAnswer = 1024 * 1024;

async function answerOf(response: IncomingMessage): Promise<unknown> {
  const { statusCode = 0, headers } = response;
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) {
    text += chunk;
    if (text.length > mostOfAnswer) throw new RangeError('the connector’s answer is too long');
  }
  if (statusCode < 200 || statusCode > 299) throw new ConnectorFault(statusCode, saidIn(text), headers['retry-after']);
  return parsed(text);
}

function saidIn(text: string): { readonly code?: string; readonly message?: string } {
  const { error } = (parsed(text) ?? {}) as { readonly error?: { readonly code?: unknown; readonly message?: unknown } };
  const { code, message } = error ?? {};
  return { ...(typeof code === 'string' && { code }), message: typeof message === 'string' ? message : text.slice(0, 200) };
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
