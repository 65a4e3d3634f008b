import { expect } from '@jest/globals';
import { pino } from 'pino';
import type { Server } from 'restify';
import type * as z from 'zod';
import type { Deps } from '../../src/app/deps.ts';
import { knownHealth } from '../../src/app/health/known.ts';
import { tenantGate } from '../../src/app/tenants/gate.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { graphClient } from '../../src/graph/client.ts';
import { ownProfiles } from '../../src/graph/own-profiles.ts';
import { basePath, type CaseView, type OperationName, type Operations, operations, type Problem } from '../../src/http/contract.ts';
import type { Limits } from '../../src/http/limits.ts';
import type { MetricsOptions } from '../../src/http/metrics.ts';
import { problemsOf } from '../../src/http/openapi/openapi.ts';
import type { Operation } from '../../src/http/operation.ts';
import { problem } from '../../src/http/schemas/problem.ts';
import { createServer } from '../../src/http/server.ts';
import { idTokenVerifier } from '../../src/identity/id-token.ts';
import { teamsClients, tokenVerifier } from '../../src/identity/tokens.ts';
import { sampleDirectory } from '../../src/local/directory.ts';
import { startLocalDesk } from '../../src/local/local-desk.ts';
import { operator } from '../../src/local/organisations.ts';
import { samplePlaces } from '../../src/local/places.ts';
import { connectTeams } from '../../src/local/teams-client.ts';
import { createLog } from '../../src/log.ts';
import { server as defaultEngine, type Engine } from '../store/databases.ts';

export const appId = '5d2f7c1e-94b8-4a63-8f0d-c7e3b1a60d42';

export interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Sent as it is. */
  readonly raw?: string | Uint8Array | ReadableStream;
}

type Answers<N extends OperationName> = Operations[N]['answers'];
type Bodies<A> = { [S in keyof A]: A[S] extends z.ZodType ? z.output<A[S]> : string }[keyof A];
export interface Done<N extends OperationName> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Bodies<Answers<N>>;
}
export interface Refused extends Problem {
  readonly headers: Headers;
}

/** One of the sample people, over HTTP. Every answer is held against the contract. */
export interface Caller {
  readonly id: string;
  readonly tenantId: string;
  done<N extends OperationName>(name: N, asked?: Asked): Promise<Done<N>>;
  refused(name: OperationName, asked?: Asked): Promise<Refused>;
  /** Whatever comes of it. */
  send(name: OperationName, asked?: Asked): Promise<Response>;
}

export interface Api {
  readonly url: string;
  readonly server: Server;
  readonly deps: Deps;
  readonly logged: string[];
  as(name: string): Promise<Caller>;
  close(): Promise<void>;
}

/** A desk's HTTP server over a real store, with the stand-in's issuer. */
export async function startApi({
  engine = defaultEngine,
  change = (deps) => deps,
  limits = null,
  metrics,
}: {
  engine?: Engine;
  change?: (deps: Deps) => Deps;
  limits?: Limits | null;
  metrics?: (deps: Deps) => MetricsOptions;
} = {}): Promise<Api> {
  const { store, blobs, close: closeStore } = await engine.open();
  let url = 'http://127.0.0.1:1';
  const local = await startLocalDesk({ deskUrl: () => url, port: 0, appId });
  const teams = await connectTeams(local.url);
  const deps = change({
    ...{ store, blobs, directory: sampleDirectory(), settings: defaultSettings, now: () => new Date().toISOString() },
    ownProfiles: ownProfiles({
      graph: graphClient({ tokens: local.entra, graph: local.url, log: pino({ level: 'silent' }) }),
      administratorConsent: () => null,
      asItself: false,
    }),
    places: samplePlaces(),
    health: knownHealth(local.announcements, () => new Date().toISOString(), { freshMs: 0 }),
    operatorTenantId: operator.id,
    gate: tenantGate({ tenants: store.tenants, operatorTenantId: operator.id, admission: 'open' }),
  });
  const { entraIssuer: issuer, entraKeysUrl: keysUrl, audience } = local.issuer;
  const logged: string[] = [];
  const server = createServer({
    deps,
    tokens: tokenVerifier({ issuer, keysUrl, audiences: [audience], clients: teamsClients }),
    log: createLog('debug', { write: (line: string) => void logged.push(line) }),
    frameAncestors: ["'self'", local.url],
    tabFolder: `${import.meta.dirname}/fixture-tab`,
    publicConfig: { appId, teams: 'https://teams.microsoft.com' },
    secure: false,
    signIn: {
      origin: () => url,
      clientId: appId,
      authorize: () => local.issuer.authorizeUrl,
      consentScope: `${local.url}/User.Read`,
      exchange: local.entra.exchange,
      verify: idTokenVerifier({ issuer, keysUrl, appId }),
    },
    limits,
    metrics: metrics?.(deps) ?? { read: async () => ({ type: 'text/plain', text: '' }), token: undefined },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = server.url;
  return {
    url,
    server,
    deps,
    logged,
    async as(name) {
      const person = teams.asPerson(name);
      return caller(server.url, await person.ssoToken(), { id: person.entry.id, tenantId: person.organisation.id });
    },
    async close() {
      server.server.closeAllConnections();
      await new Promise<void>((closed) => server.close(closed));
      await local.close();
      await closeStore();
    },
  };
}

function caller(url: string, token: string, who: { id: string; tenantId: string }): Caller {
  const send = (name: OperationName, asked: Asked = {}) => request(url, operations[name], { authorization: `Bearer ${token}` }, asked);
  return {
    ...who,
    send,
    async done(name, asked) {
      const response = await send(name, asked);
      const answers: Operation['answers'] = operations[name].answers;
      const shape = answers[response.status as 200];
      const text = await response.text();
      if (shape === undefined) throw new Error(`${name} answered ${response.status}: ${text.slice(0, 2_000)}`);
      const { status, headers } = response;
      if (shape === null || shape === 'content') return { status, headers, body: text as never };
      const body = JSON.parse(text);
      expect(shape.parse(body)).toEqual(body);
      return { status, headers, body };
    },
    async refused(name, asked) {
      const response = await send(name, asked);
      const body = JSON.parse(await response.text());
      if (response.ok) throw new Error(`${name} was not refused: ${JSON.stringify(body).slice(0, 500)}`);
      expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(problem.parse(body)).toEqual(body);
      expect(problemsOf(operations[name])).toContain(body.code);
      expect(body.status).toBe(response.status);
      return { ...body, headers: response.headers };
    },
  };
}

/** A request of the contract's operation, its address filled in. */
export function request(url: string, operation: Operation, headers: Record<string, string>, asked: Asked): Promise<Response> {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(asked.params?.[name] ?? ''));
  const query = new URLSearchParams(asked.query);
  const json = asked.body !== undefined;
  return fetch(`${url}${basePath}${path}${query.size > 0 ? `?${query}` : ''}`, {
    method: operation.method,
    headers: { ...headers, ...(json && { 'content-type': 'application/json' }), ...asked.headers },
    ...(json && { body: JSON.stringify(asked.body) }),
    ...(asked.raw !== undefined && { body: asked.raw as BodyInit, duplex: 'half' }),
    redirect: 'manual',
  } as RequestInit);
}

export const onVersion = (case_: Pick<CaseView, 'version'>): { headers: Record<string, string> } => ({
  headers: { 'if-match': `"${case_.version}"` },
});

/** Opens a case that asks for nothing but words. */
export async function open(who: Caller, more: Readonly<Record<string, unknown>> = {}): Promise<CaseView> {
  const input = { title: 'A question', description: 'About numbers.', country: 'FR', ...more };
  const opened = await who.done('openCase', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: { caseType: 'otherQuestion', input },
  });
  return opened.body;
}

/** Uploads a number list and gives its id. */
export async function uploadList(who: Caller, rows: string, name = 'numbers.csv'): Promise<string> {
  const { body } = await who.done('upload', { query: { name }, headers: { 'content-type': 'text/csv' }, raw: rows });
  return body.id;
}
