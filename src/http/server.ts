import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import type { Deps } from '../app/deps.ts';
import type { TokenVerifier } from '../app/tokens.ts';
import { negotiate } from '../domain/i18n/index.ts';
import { ok } from '../domain/result.ts';
import { answerProblem } from './answer.ts';
import type { Doors } from './authenticate.ts';
import { basePath, operations } from './contract.ts';
import { handlers } from './handlers/index.ts';
import { serveHealth } from './health.ts';
import type { Limits } from './limits.ts';
import { type MetricsOptions, serveMetrics } from './metrics.ts';
import { openApiDocument } from './openapi/openapi.ts';
import type { AnyHandler, Operation } from './operation.ts';
import { serveContact } from './pages/contact-page.ts';
import { serveDocs } from './pages/docs-page.ts';
import { setSecurityHeaders } from './pages/security-headers.ts';
import { type PublicConfig, serveTab } from './pages/tab-page.ts';
import { serveUnsubscribe } from './pages/unsubscribe-page.ts';
import type { ApiRefusal } from './problem.ts';
import { createServer as createRestify } from './restify.ts';
import { serveOperation } from './serve-operation.ts';
import { serveConsent } from './sign-in/consent.ts';
import { type SignIn, serveSignIn, sessionCookie } from './sign-in/sign-in.ts';

export type { Server as HttpServer } from 'restify';

export interface ServerOptions {
  readonly deps: Deps;
  readonly tokens: TokenVerifier;
  readonly log: Logger;
  /** Who may show the tab in a frame, as a content security policy names them. */
  readonly frameAncestors: readonly string[];
  /** The folder of the built tab; may be missing. */
  readonly tabFolder: string;
  readonly publicConfig: PublicConfig;
  /** Whether people reach this server by https, through whatever stands in front of it. */
  readonly secure: boolean;
  /** How people sign in with a browser of their own; without it, they can't. */
  readonly signIn?: SignIn | undefined;
  /** How much anybody may ask in a minute; without it, as much as they like. */
  readonly limits?: Limits | null;
  /** What is counted, for those who watch; without it, nothing is. */
  readonly metrics?: MetricsOptions;
  /** Where Bot Framework's activities arrive. It reads and checks the request itself. */
  readonly messages?: { readonly path: string; readonly handle: (request: Request, response: Response) => Promise<void> };
}

/** Milliseconds that a connection stays open without a request: longer than proxies keep theirs, so that none asks on one that is just being closed. */
const idle = 75_000;

/** Everything this process serves; nothing listens yet. */
export function createServer(options: ServerOptions): Server {
  const { deps, log, secure, messages, tokens, signIn } = options;
  const doors: Doors = { tokens, session: signIn && { cookie: sessionCookie(secure), origin: signIn.origin } };
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
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    const path = basePath + operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    const handler = name === 'getOpenApi' ? document : handlers[name as keyof typeof handlers];
    server[methods[operation.method]](path, serveOperation(operation, handler as AnyHandler, { ...options, doors }));
  }
  // The route's own path: an address may hold what somebody searched for.
  server.on('after', (request: Request, { statusCode }: Response, route?: { readonly path: string }) =>
    log.debug({ requestId: request.getId(), method: request.method, path: route?.path, statusCode }, 'answered'),
  );
  serveHealth(server, deps.store);
  if (options.metrics) serveMetrics(server, options.metrics, (request, response) => refuse(request, response, nothingHere));
  serveDocs(server);
  serveContact(server, options);
  serveUnsubscribe(server, options);
  if (signIn) {
    serveSignIn(server, { ...options, signIn });
    serveConsent(server, { ...options, signIn });
  }
  serveTab(server, { ...options, folder: options.tabFolder }, (request, response) => refuse(request, response, nothingHere));
  if (messages) server.post(messages.path, async (request: Request, response: Response) => messages.handle(request, response));
  server.on('restifyError', (request: Request, response: Response, fault: { readonly statusCode?: number }, done: () => void) => {
    const refusal = refusalOf(fault);
    if (refusal.code === 'unexpected') log.error({ requestId: request.getId(), err: fault }, 'a request failed outside its handler');
    refuse(request, response, refusal);
    done();
  });
  return server;
}

const methods = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'del' } as const;
const nothingHere = { code: 'notFound', at: 'address' } as const satisfies ApiRefusal;

const described = openApiDocument();
const document: AnyHandler = async () => ok({ status: 200, body: described });

function refusalOf({ statusCode }: { readonly statusCode?: number }): ApiRefusal {
  if (statusCode === 404) return nothingHere;
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
