import type * as z from 'zod';
import { basePath, type OperationName, operations } from '../contract.ts';
import { content, type Operation } from '../operation.ts';
import { caseView } from '../schemas/case.ts';
import { type ProblemCode, problem, statusOf } from '../schemas/problem.ts';
import { examples } from './openapi-examples.ts';
import { type Json, openingsOf, type SchemaBook, schemaBook } from './openapi-schemas.ts';

const everywhere = [
  'unauthenticated',
  'unknownPerson',
  'crossSite',
  'tenantSuspended',
  'tenantWaiting',
  'tooManyRequests',
  'unavailable',
  'unexpected',
] as const satisfies readonly ProblemCode[];

/** Whatever this operation can be refused with. An address, too, can hold what can't be read. */
export function problemsOf({ problems, open, machine, params, query }: Operation): readonly ProblemCode[] {
  const own = params || query ? [...problems, 'invalid' as const] : problems;
  if (open) return ['tooManyRequests', 'unexpected'];
  const met = machine ? everywhere.map((code) => (code === 'unknownPerson' ? 'insufficientScope' : code)) : everywhere;
  return [...new Set([...own, ...met])];
}

const about = `The same core answers the bot, the tab and this interface: what one may do, and what one sees, is alike in all three.

Texts come in the language of one's profile, else of \`Accept-Language\`. A refusal is a problem document (RFC 9457) whose \`code\` never changes;
with 429 and 503, \`Retry-After\` says after how many seconds to try again.
A case carries its version as \`ETag\`; a change names the version it was made on with \`If-Match\`, and who loses is shown what changed.

Every kind of case is described here. The operator may offer fewer desks: the catalogue has those that there are, and nothing is begun at, or sent
to, any other.`;

/** The API document, from the contract and the catalogue alone (G-2). */
export function openApiDocument(): Json {
  const book = schemaBook();
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    const path = basePath + operation.path;
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: operationObject(name as OperationName, operation, book) };
  }
  const problemSchema = book.of(problem, 'output');
  return {
    openapi: '3.1.0',
    info: { title: 'Case Desk', version: '1', description: about, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    security: [{ entra: [] }, { session: [] }],
    paths,
    components: {
      schemas: book.components,
      responses: {
        Problem: { description: 'Refused', content: { 'application/problem+json': { schema: problemSchema, example: examples.problem } } },
      },
      parameters: {
        language: { name: 'Accept-Language', in: 'header', schema: { type: 'string', examples: ['fr'] } },
        timeZone: {
          name: 'X-Time-Zone',
          in: 'header',
          description: 'IANA zone of the reader',
          schema: { type: 'string', examples: ['Europe/Paris'] },
        },
      },
      securitySchemes: {
        entra: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'An Entra v2 token of the tab’s single sign-on, scope access_as_user.',
        },
        machine: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'cdm_<id>_<secret>',
          description: 'A credential that the organisation’s administrator made for one of its systems. Each operation names its scope.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-desk-session',
          description:
            'The session of a browser that signed in at `/sign-in`. Whatever changes something must then come from the desk’s own page, with the header `X-Case-Desk: 1`.',
        },
      },
    },
  };
}

function operationObject(name: OperationName, operation: Operation, book: SchemaBook): Json {
  const { summary, action, open, machine, body, path } = operation;
  return {
    operationId: name,
    summary,
    tags: [path.split('/')[1]?.replace(/\.\w+$/, '')],
    ...(action && { 'x-action': action }),
    ...(open && { security: [] }),
    ...(machine && { security: [{ machine: [] }], 'x-scope': machine }),
    parameters: parametersOf(operation, book),
    ...(body && { requestBody: requestBody(name, body, book) }),
    responses: responsesOf(operation, book),
  };
}

function parametersOf({ params, query, headers, open }: Operation, book: SchemaBook): readonly Json[] {
  const places = [
    ['path', params],
    ['query', query],
    ['header', headers],
  ] as const;
  const own = places.flatMap(([where, schema]) =>
    Object.entries(schema?.shape ?? {}).map(([name, s]) => parameter(name, where, s as z.ZodType, book)),
  );
  const common = ['language', 'timeZone'].map((name) => ({ $ref: `#/components/parameters/${name}` }));
  return open ? own : [...own, ...common];
}

function parameter(name: string, where: 'path' | 'query' | 'header', schema: z.ZodType, book: SchemaBook): Json {
  const { description, ...shape } = book.of(schema, 'input');
  return {
    name,
    in: where,
    required: where === 'path' || !schema.safeParse(undefined).success,
    ...(typeof description === 'string' && { description }),
    schema: shape,
  };
}

function requestBody(name: OperationName, body: NonNullable<Operation['body']>, book: SchemaBook): Json {
  if (body === content) return { required: true, content: { 'application/octet-stream': { schema: {} } } };
  const schema = name === 'openCase' ? openingsOf(book) : book.of(body, 'input');
  const example = examples.bodies[name];
  return {
    required: !body.safeParse({}).success,
    content: { 'application/json': { schema, ...(example !== undefined && { example }) } },
  };
}

function responsesOf(operation: Operation, book: SchemaBook): Json {
  const responses: Record<string, Json> = {};
  for (const [status, shape] of Object.entries(operation.answers)) responses[status] = response(status, shape ?? null, operation, book);
  const byStatus = Map.groupBy(problemsOf(operation).flatMap(statuses), ([status]) => status);
  for (const [status, refused] of [...byStatus].sort(([a], [b]) => a - b)) {
    const description = refused.map(([, code]) => `\`${code}\``).join(', ');
    responses[String(status)] = { description, $ref: '#/components/responses/Problem' };
  }
  return responses;
}

/** A fault of a text itself is 400, a file too large 413; see `statusOf`. */
const statuses = (code: ProblemCode): readonly (readonly [number, ProblemCode])[] => {
  const other = code === 'invalid' ? 400 : code === 'limitReached' ? 413 : undefined;
  return other === undefined
    ? [[statusOf[code], code]]
    : [
        [statusOf[code], code],
        [other, code],
      ];
};

function response(status: string, shape: z.ZodType | typeof content | null, { produces }: Operation, book: SchemaBook): Json {
  const description = { 200: 'Done', 201: 'Made', 204: 'Done, or there was nothing to do' }[status] ?? '';
  if (shape === null) return { description };
  if (shape === content) {
    const types = Object.entries(produces ?? { 'application/octet-stream': null });
    const schemas = types.map(([type, schema]) => [type, { schema: schema ? book.of(schema, 'output') : {} }]);
    return { description: 'The content, to be kept', content: Object.fromEntries(schemas) };
  }
  const tag = { ETag: { description: 'The version of the case', schema: { type: 'string', examples: ['"7"'] } } };
  return {
    description,
    ...(shape === caseView && { headers: tag }),
    content: { 'application/json': { schema: book.of(shape, 'output') } },
  };
}
