import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import { negotiate } from '../domain/i18n/index.ts';
import { answerProblem } from './answer.ts';
import { setSecurityHeaders } from './pages/security-headers.ts';
import type { ApiRefusal } from './problem.ts';
import { createServer as createRestify } from './restify.ts';

/** Milliseconds that a connection stays open without a request: longer than proxies keep theirs, so that none asks on one that is just being closed. */
const idle = 75_000;

/**
 * A server without a route, which says in the reader's words that there is nothing here; nothing listens yet.
 *
 * @param secure whether it is reached by https, through whatever stands in front of it
 */
export function bareServer(log: Logger, secure: boolean): Server {
  const server = createRestify({ name: '', log: log as never, handleUncaughtExceptions: false, maxParamLength: 200 } as never);
  // Clients ask in passing for HTTP/2 or a WebSocket, and are to be answered over HTTP/1.1. With restify's listener they would wait for ever.
  server.server.removeAllListeners('upgrade');
  server.server.keepAliveTimeout = idle;
  // Before restify looks at it: an address that is no address makes it throw where nobody catches.
  server.first((request, response) => isAddress(request) || !refuseAddress(response));
  server.pre((request, response, next) => {
    // Answered as GET is; Node leaves the body out by itself.
    if (request.method === 'HEAD') request.method = 'GET';
    const given = String(request.headers['x-request-id'] ?? '');
    if (/^[\w-]{8,64}$/.test(given)) request.id(given);
    response.setHeader('x-request-id', request.getId());
    setSecurityHeaders(response, secure);
    // While the server ends, nobody is invited to ask again on the same connection (F-14).
    if (!server.server.listening) response.setHeader('connection', 'close');
    next();
  });
  server.on('restifyError', (request: Request, response: Response, fault: { readonly statusCode?: number }, done: () => void) => {
    const refusal = refusalOf(fault);
    if (refusal.code === 'unexpected') log.error({ requestId: request.getId(), err: fault }, 'a request failed outside its handler');
    refuse(request, response, refusal);
    done();
  });
  return server;
}

const absent = { code: 'notFound', at: 'address' } as const satisfies ApiRefusal;

/** The answer at an address where there is nothing. */
export const nothingHere = (request: Request, response: Response): void => refuse(request, response, absent);

function refusalOf({ statusCode }: { readonly statusCode?: number }): ApiRefusal {
  if (statusCode === 404) return absent;
  return { code: statusCode === 405 ? 'methodNotAllowed' : statusCode === 400 ? 'malformedRequest' : 'unexpected' };
}

function refuse(request: Request, response: Response, refusal: ApiRefusal): void {
  // restify would send its own words after ours.
  Object.assign(response, { _sent: true });
  const locale = negotiate(request.headers['accept-language']) ?? 'en';
  answerProblem(response, refusal, { locale, requestId: request.getId() });
}

function isAddress({ headers, url = '' }: IncomingMessage): boolean {
  const origin = `http://${headers.host ?? 'localhost'}`;
  return url.startsWith('/') ? URL.canParse(origin + url) : URL.canParse(url, origin);
}

function refuseAddress(response: ServerResponse): true {
  setSecurityHeaders(response, false);
  answerProblem(response, { code: 'malformedRequest' }, { locale: 'en', requestId: 'none' });
  return true;
}
