import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { pino } from 'pino';
import { type Graph, type GraphLimits, graphClient, graphLimits } from '../../src/graph/client.ts';
import { type EntraApp, type EntraAppParts, entraApp } from '../../src/identity/entra-app.ts';
import { loopbackCertificate } from './certificate.ts';

/** A call that Entra or Graph received. */
export interface Call {
  readonly method: string;
  /** With its query, decoded. */
  readonly path: string;
  readonly tenant: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

export type Said = { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown } | 'hang' | 'reset';
type Answer = (call: Call) => Said;

export const appId = '5d2f7c1e-94b8-4a63-8f0d-c7e3b1a60d42';
export const appPassword = 'a-secret-that-is-in-no-log';

/** Graph's own way to say no. */
export const graphError = (status: number, code: string, headers: Record<string, string> = {}): Said => ({
  status,
  headers,
  body: { error: { code, message: `${code}: Camille Laurent`, innerError: { 'request-id': 'e1' } } },
});
/** Entra's own way to say no. */
export const entraError = (code: number, status = 400): Said => ({
  status,
  body: { error: 'unauthorized_client', error_description: `AADSTS${code}: Application in Contoso.`, error_codes: [code] },
});
export const list = (value: readonly unknown[], next?: string): Said => ({ body: { value, ...(next && { '@odata.nextLink': next }) } });

/** Entra and Graph on loopback, over HTTPS with a certificate that this process trusts from then on. */
export async function startMicrosoft() {
  const certificate = loopbackCertificate();
  const answers = new Map<string, Answer>();
  const calls: Call[] = [];
  const log: string[] = [];
  const to = pino({ level: 'trace' }, { write: (line: string) => log.push(line) });
  let entra: Answer = ({ tenant }) => ({
    body: { token_type: 'Bearer', expires_in: 3_599, access_token: `${tenant}:${calls.filter(isToken).length}` },
  });

  const server = createServer(certificate, async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    const path = decodeURIComponent(request.url ?? '');
    const tenant = path.startsWith('/v1.0/')
      ? (request.headers.authorization ?? '').replace('Bearer ', '').slice(0, 36)
      : (path.split('/')[1] ?? '');
    const call: Call = { method: request.method ?? '', path, tenant, headers: request.headers, body };
    calls.push(call);
    const said = answerTo(call);
    if (said === 'hang') return;
    if (said === 'reset') return void request.socket.destroy();
    const { status = 200, headers = {}, body: content } = said;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof content === 'string' ? content : JSON.stringify(content));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function answerTo(call: Call): Said {
    if (isToken(call)) return entra(call);
    if (call.path.endsWith('/.well-known/openid-configuration')) {
      const authority = `${url}/${call.tenant}`;
      return {
        body: {
          issuer: `${authority}/v2.0`,
          token_endpoint: `${authority}/oauth2/v2.0/token`,
          authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
          jwks_uri: `${authority}/discovery/v2.0/keys`,
        },
      };
    }
    const known = [...answers].filter(([path]) => call.path.startsWith(`/v1.0${path}`)).sort(([a], [b]) => b.length - a.length);
    return known[0]?.[1](call) ?? graphError(404, 'Request_ResourceNotFound');
  }

  return {
    url,
    calls,
    log,
    /** What Graph says to paths that begin so; the longest beginning counts. */
    says(path: string, answer: Said | Answer): void {
      answers.set(path, typeof answer === 'function' ? answer : () => answer);
    },
    entraSays(answer: Said | Answer): void {
      entra = typeof answer === 'function' ? answer : () => answer;
    },
    asked: (part: string) => calls.filter(({ path }) => path.includes(part)).length,
    trusted(): void {
      setDefaultCACertificates([...getCACertificates('default'), certificate.cert]);
    },
    /** The app registration, with a secret unless told. */
    app(more: Partial<EntraAppParts> = {}): EntraApp {
      const cloud = { login: url, tokenExchange: 'api://AzureADTokenExchange' };
      return entraApp({ appId, credential: { is: 'secret', secret: appPassword }, cloud, log: to, ...more });
    },
    client(limits: Partial<GraphLimits> = {}): Graph {
      const within = { ...graphLimits, down: 0, refused: 0, ...limits };
      return graphClient({ tokens: this.app({ limits: within }), graph: url, log: to, limits: within });
    },
    close: () => new Promise((closed) => server.close(closed).closeAllConnections()),
  };
}
export type Microsoft = Awaited<ReturnType<typeof startMicrosoft>>;

const isToken = ({ path }: Call): boolean => path.includes('/oauth2/v2.0/token');
