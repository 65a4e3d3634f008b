import type { Logger } from 'pino';
import type { Request, Response } from 'restify';
import type { Deps } from '../app/deps.ts';
import { DirectoryUnavailable, InputFault, StoreBusy, TenantClosed } from '../app/faults.ts';
import type { ReaderHints } from '../app/people/people.ts';
import { KeysUnavailable } from '../app/tokens.ts';
import type { MachineCaller } from '../domain/access/machine.ts';
import type { Principal } from '../domain/access/principal.ts';
import { type Locale, negotiate } from '../domain/i18n/index.ts';
import { ok, type Result } from '../domain/result.ts';
import { answerFile, answerJson, answerProblem } from './answer.ts';
import { authenticate, closedCodes, type Doors, tokenOf } from './authenticate.ts';
import { authenticateMachine } from './authenticate-machine.ts';
import { readHeaders, readTexts, readValue } from './input.ts';
import { readJson } from './json-body.ts';
import type { Limits } from './limits.ts';
import { type AnyAnswer, type AnyHandler, type Call, content, type FileContent, type Operation } from './operation.ts';
import type { ApiRefusal, Rejection } from './problem.ts';

export interface Served {
  readonly deps: Deps;
  readonly doors: Doors;
  readonly log: Logger;
  readonly limits?: Limits | null;
}

/** The road of every request of the API: who → how often → what (read only now) → the use case → its answer. Nothing thrown leaves here. */
export function serveOperation(operation: Operation, handler: AnyHandler, { deps, doors, log, limits }: Served) {
  return async (request: Request, response: Response): Promise<void> => {
    const requestId = request.getId();
    const hints = { locale: negotiate(headerOf(request, 'accept-language')), timeZone: headerOf(request, 'x-time-zone') };
    let locale: Locale = hints.locale ?? 'en';
    try {
      const by = await whoAsks(operation, request, { deps, doors, hints });
      const wait = by.ok && by.value ? waitOf(by.value, operation, limits) : limits?.ofStranger(request);
      if (wait !== undefined) return answerProblem(response, { code: 'tooManyRequests', retryAfter: wait }, { locale, requestId });
      if (!by.ok) return answerProblem(response, by.error, { locale, requestId });
      locale = by.value && 'locale' in by.value ? by.value.locale : locale;
      const call = await read(operation, request, by.value, { deps, log: log.child({ requestId }) });
      const answered = call.ok ? await handler(call.value) : call;
      if (!answered.ok) return answerProblem(response, ofWhat(operation, answered.error), { locale, requestId });
      await answer(response, operation, answered.value);
    } catch (fault) {
      if (hasLeft(request, fault)) return void response.destroy();
      answerProblem(response, refusalOf(fault, log, requestId), { locale, requestId });
    } finally {
      // What nobody wanted to read still has to go by before the connection serves again.
      request.resume();
    }
  };
}

/** Most of what is asked for by an id is a case; of anything else it is not said that there is no such case. */
const ofWhat = ({ path }: Operation, refusal: ApiRefusal): ApiRefusal =>
  refusal.code === 'notFound' && !path.includes('/cases') ? { code: 'notFound', at: 'record' } : refusal;

async function whoAsks(
  { open, machine }: Operation,
  request: Request,
  { deps, doors, hints }: Pick<Served, 'deps' | 'doors'> & { readonly hints: ReaderHints },
): Promise<Result<Principal | MachineCaller | null, Rejection>> {
  if (open) return ok(null);
  return machine ? authenticateMachine(deps, request, machine) : authenticate(deps, doors, request, hints);
}

const waitOf = (by: Principal | MachineCaller, operation: Operation, limits: Served['limits']): number | undefined =>
  'machineId' in by ? limits?.ofMachine(by) : limits?.ofPerson(by, operation);

async function read(
  operation: Operation,
  request: Request,
  by: Principal | MachineCaller | null,
  { deps, log }: { readonly deps: Deps; readonly log: Logger },
): Promise<Result<Call, ApiRefusal>> {
  const params = readTexts(operation.params, request.params as Record<string, string>);
  if (!params.ok) return params;
  const query = readTexts(operation.query, Object.fromEntries(searchOf(request)));
  if (!query.ok) return query;
  const headers = readHeaders(operation.headers, singles(request.headers));
  if (!headers.ok) return headers;
  const body = await bodyOf(operation, request);
  if (!body.ok) return body;
  const parts = { params: params.value, query: query.value, headers: headers.value, body: body.value };
  return ok({
    deps,
    by,
    log,
    shown: by ? tokenOf(request) : undefined,
    requestId: request.getId(),
    ...parts,
  } as Call);
}

async function bodyOf({ body }: Operation, request: Request): Promise<Result<unknown, ApiRefusal>> {
  if (body === undefined) return ok(undefined);
  if (body === content) return ok(request);
  const json = await readJson(request);
  return json.ok ? readValue(body, json.value ?? {}) : json;
}

async function answer(response: Response, operation: Operation, { status, body, headers = {} }: AnyAnswer): Promise<void> {
  const shape = operation.answers[status];
  if (shape === null) return void response.writeHead(status, headers).end();
  if (shape === content) return answerFile(response, body as FileContent);
  answerJson(response, status, body, headers);
}

/** Whether whoever asked is gone: in the middle of what they sent, or of what they were being sent. */
function hasLeft(request: Request, fault: unknown): boolean {
  if (request.destroyed && !request.complete) return true;
  return fault instanceof Error && 'code' in fault && fault.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

/** F-10, F-11, F-35: what is only busy is worth another try; anything else is a fault of ours, told to the log alone. */
function refusalOf(fault: unknown, log: Logger, requestId: string): ApiRefusal {
  if (fault instanceof InputFault) {
    // What the database can't store as text slipped through the first net; it is the same fault as there (F-38).
    const is = fault.field === 'text' ? 'unreadableText' : 'malformed';
    return { code: 'invalid', issues: [{ field: fault.field, fault: { is } }] };
  }
  if (fault instanceof TenantClosed) return { code: closedCodes[fault.why] };
  if (fault instanceof StoreBusy || fault instanceof DirectoryUnavailable || fault instanceof KeysUnavailable) {
    log.warn({ requestId, err: fault }, 'a request could not be served now');
    return { code: 'unavailable' };
  }
  log.error({ requestId, err: fault }, 'a request failed');
  return { code: 'unexpected' };
}

/** Since restify 12 this is a URL, which its types don't know yet. */
const searchOf = (request: Request): URLSearchParams => (request.getUrl() as unknown as URL).searchParams;

const headerOf = (request: Request, name: string): string | undefined => singles(request.headers)[name];

const singles = (headers: Request['headers']): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));
