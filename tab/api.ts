import type { Access, Headers } from './access.ts';
import { Problem, problemFrom, problemOfText } from './problem.ts';
import type { FileView } from './wire.ts';
import { ownZone } from './zone.ts';

const base = '/api/v1';
/** Milliseconds until an unanswered request is given up. */
const patience = 30_000;

export interface Asked {
  readonly body?: unknown;
  /** The version the change was made on (G-8). */
  readonly version?: number;
  /** The same key again is the same change: it is done once. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  /** Milliseconds until it is given up, where half a minute would be too short. */
  readonly patience?: number;
}

export interface Uploading {
  readonly caseId?: string;
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** The REST API. Every method throws a `Problem`, and nothing else. */
export interface Api {
  get<T>(path: string, signal?: AbortSignal): Promise<T>;
  /** Asks for what the next `get` of this path takes: it is under way before whoever wants it is there. */
  ahead(path: string): void;
  send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, asked?: Asked): Promise<T>;
  /** The content itself, with what it is called for. */
  blob(path: string, patience?: number): Promise<Blob>;
  upload(file: Blob, name: string, how?: Uploading): Promise<FileView>;
}

export function createApi(access: Access, language: () => string): Api {
  const zone = ownZone();
  const headersFor = (known: Headers): Record<string, string> => ({
    ...known,
    'accept-language': language(),
    ...(zone && { 'x-time-zone': zone }),
  });

  async function knownFor(request: string): Promise<Headers> {
    return access.headers().catch((cause: unknown) => {
      throw new Problem({ status: 401, code: 'signIn', title: '', detail: String(cause) }, request);
    });
  }
  const over = (request: string) => new Problem({ status: 401, code: 'sessionEnded', title: '', detail: '' }, request);

  async function ask(method: string, path: string, asked: Asked = {}, again = true): Promise<Response> {
    const request = `${method} ${base}${path}`;
    const known = await knownFor(request);
    const timeOut = AbortSignal.timeout(asked.patience ?? patience);
    const response = await fetch(base + path, {
      method,
      headers: {
        ...headersFor(known),
        ...(asked.body !== undefined && { 'content-type': 'application/json' }),
        ...(asked.version !== undefined && { 'if-match': `"${asked.version}"` }),
        ...(asked.key !== undefined && { 'idempotency-key': asked.key }),
      },
      ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
      signal: asked.signal ? AbortSignal.any([asked.signal, timeOut]) : timeOut,
    }).catch((error: unknown) => {
      if (asked.signal?.aborted) throw error;
      throw new Problem({ status: 0, code: timeOut.aborted ? 'timedOut' : 'offline', title: '', detail: '' }, request);
    });
    if (response.ok) return response;
    if (response.status === 401 && again) {
      if (!access.refused(known)) throw over(request);
      return ask(method, path, asked, false);
    }
    throw await problemFrom(response, request);
  }

  const json = async <T>(response: Response): Promise<T> => (response.status === 204 ? undefined : await response.json()) as T;

  const underWay = new Map<string, Promise<Response>>();
  function takeUnderWay(path: string): Promise<Response> | undefined {
    const response = underWay.get(path);
    underWay.delete(path);
    return response;
  }

  return {
    get: async (path, signal) => json(await (takeUnderWay(path) ?? ask('GET', path, signal ? { signal } : {}))),
    ahead(path) {
      const response = ask('GET', path);
      underWay.set(path, response);
      // Whoever takes it hears what became of it.
      response.catch(() => undefined);
    },
    send: async (method, path, asked) => json(await ask(method, path, asked)),
    blob: async (path, longer) => (await ask('GET', path, longer === undefined ? {} : { patience: longer })).blob(),
    async upload(file, name, how = {}) {
      const query = new URLSearchParams({ name, ...(how.caseId && { caseId: how.caseId }) });
      const path = `${base}/files?${query}`;
      const request = `POST ${base}/files`;
      const known = await knownFor(request);
      const headers = { ...headersFor(known), 'content-type': file.type || 'application/octet-stream' };
      return sendFile(file, path, headers, how).catch((error: unknown) => {
        throw error instanceof Problem && error.body.status === 401 && !access.refused(known) ? over(request) : error;
      });
    },
  };
}

/** `fetch` does not tell how far an upload has come. */
function sendFile(file: Blob, path: string, headers: Record<string, string>, { onProgress, signal }: Uploading): Promise<FileView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const failed = (code: string) => reject(new Problem({ status: 0, code, title: '', detail: '' }, `POST ${base}/files`));
    request.open('POST', path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onerror = () => failed('offline');
    request.onabort = () => failed('aborted');
    request.onload = () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as FileView);
      else reject(problemOfText(request.status, request.responseText, `POST ${base}/files`));
    };
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
