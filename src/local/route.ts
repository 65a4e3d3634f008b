import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** The path's named parts, decoded. */
  readonly parts: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: string;
  /** A path with `:names`, as URLPattern reads it. */
  readonly path: string;
  readonly handle: (call: Call) => Promise<void> | void;
}

export interface Matched {
  readonly route: Route;
  readonly parts: Readonly<Record<string, string>>;
}

/** Finds the route of a request. Built once, because compiling a pattern costs more than matching one. */
export function routeTable(routes: readonly Route[]): (method: string, url: URL) => Matched | undefined {
  const compiled = routes.map((route) => ({ route, pattern: new URLPattern({ pathname: route.path }) }));
  return (method, url) => {
    for (const { route, pattern } of compiled) {
      if (route.method !== method) continue;
      const found = pattern.exec({ pathname: url.pathname });
      if (!found) continue;
      const parts = Object.fromEntries(Object.entries(found.pathname.groups).map(([name, part]) => [name, decoded(part ?? '')]));
      return { route, parts };
    }
    return undefined;
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}

/** The error shape of Bot Framework's connector; the page reads the same. */
export function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  answerJson(response, status, { error: { code, message } });
}
