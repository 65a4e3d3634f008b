import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import type { Deps } from '../app/deps.ts';
import type { TokenVerifier } from '../app/tokens.ts';
import { ok } from '../domain/result.ts';
import type { Doors } from './authenticate.ts';
import { bareServer, nothingHere } from './bare-server.ts';
import { basePath, operations } from './contract.ts';
import { handlers } from './handlers/index.ts';
import { serveHealth } from './health.ts';
import type { Limits } from './limits.ts';
import { type MetricsOptions, serveMetrics } from './metrics.ts';
import { openApiDocument } from './openapi/openapi.ts';
import type { AnyHandler, Operation } from './operation.ts';
import { serveContact } from './pages/contact-page.ts';
import { serveDocs } from './pages/docs-page.ts';
import { type PublicConfig, serveTab } from './pages/tab-page.ts';
import { serveUnsubscribe } from './pages/unsubscribe-page.ts';
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

/** Everything this process serves; nothing listens yet. */
export function createServer(options: ServerOptions): Server {
  const { deps, log, secure, messages, tokens, signIn } = options;
  const doors: Doors = { tokens, session: signIn && { cookie: sessionCookie(secure), origin: signIn.origin } };
  const server = bareServer(log, secure);
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
  if (options.metrics) serveMetrics(server, options.metrics, nothingHere);
  serveDocs(server);
  serveContact(server, options);
  serveUnsubscribe(server, options);
  if (signIn) {
    serveSignIn(server, { ...options, signIn });
    serveConsent(server, { ...options, signIn });
  }
  serveTab(server, { ...options, folder: options.tabFolder }, nothingHere);
  if (messages) server.post(messages.path, async (request: Request, response: Response) => messages.handle(request, response));
  return server;
}

const methods = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'del' } as const;

let described: ReturnType<typeof openApiDocument> | undefined;
/** Made when it is first asked for: a desk starts sooner without. */
const document: AnyHandler = async () => {
  described ??= openApiDocument();
  return ok({ status: 200, body: described });
};
