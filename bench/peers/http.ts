import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: object | string;
}

export type Caller = (path: string, call?: Call) => Promise<Answer>;

const patience = 120_000;

/**
 * Calls one product as one client. It is as thin as Node allows, so that the measuring takes little of the machine from what is measured.
 *
 * @param always sent with every call
 * @param keepAlive whether connections stay open; a product whose workers each hold one connection is asked over a new one each time
 */
export function callerOf(origin: string, always: Readonly<Record<string, string>>, keepAlive: boolean): Caller {
  const agent = new Agent({ keepAlive });
  return async (path, { method = 'GET', headers = {}, body } = {}) => {
    const sent = typeof body === 'object' ? JSON.stringify(body) : body;
    const type = typeof body === 'object' ? { 'content-type': 'application/json' } : {};
    const length = sent === undefined ? {} : { 'content-length': String(Buffer.byteLength(sent)) };
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const asked = request(new URL(path, origin), {
      agent,
      method,
      headers: { ...always, ...type, ...length, ...headers },
      timeout: patience,
    });
    asked.on('error', reject).on('timeout', () => asked.destroy(new Error(`${method} ${path} was not answered in time.`)));
    asked.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
      response.on('end', () => {
        const answer = { status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString() };
        if (answer.status < 400) resolve(answer);
        else reject(new Error(`${method} ${origin}${path} was answered ${answer.status}: ${answer.text.slice(0, 500)}`));
      });
    });
    asked.end(sent);
    return promise;
  };
}

/** What the answer says, as JSON. */
export const said = <T>({ text }: Answer): T => JSON.parse(text) as T;
