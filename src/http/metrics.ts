import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';

export interface MetricsOptions {
  readonly read: () => Promise<{ readonly type: string; readonly text: string }>;
  /** Whoever asks has to show it as a bearer token. Without one, only what runs on this machine is answered. */
  readonly token: string | undefined;
}

/** `/metrics`, for those who watch the desk; for everybody else there is nothing here. */
export function serveMetrics(
  server: Server,
  { read, token }: MetricsOptions,
  nothingHere: (request: Request, response: Response) => void,
): void {
  server.get('/metrics', async (request: Request, response: Response) => {
    if (!(token === undefined ? isThisMachine(request) : shows(request, token))) return nothingHere(request, response);
    const { type, text } = await read();
    const bytes = Buffer.from(text);
    response.writeHead(200, { 'content-type': type, 'content-length': bytes.length });
    response.end(bytes);
  });
}

const forwarding = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via', 'x-real-ip'];

/** A proxy in front of the desk may stand on this machine and speak for anybody. */
const isThisMachine = ({ headers, socket }: IncomingMessage): boolean =>
  /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '') && !forwarding.some((name) => name in headers);

function shows({ headers }: IncomingMessage, token: string): boolean {
  const given = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
