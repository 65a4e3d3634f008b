import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { basePath, type OperationName, operations } from '../../src/http/contract.ts';
import { openApiDocument, problemsOf } from '../../src/http/openapi/openapi.ts';
import type { Json } from '../../src/http/openapi/openapi-schemas.ts';
import type { Operation } from '../../src/http/operation.ts';
import { type Api, type Asked, type Caller, open, request, startApi, uploadList } from './api.ts';
import { hostileBodies, hostileTexts, hostileValues, leaveOut, placesIn, sampleOf, valueAt, withAt } from './hostile.ts';

/** Words that only people of Contoso have seen. */
const secret = 'Zephyrine';
/** At most so many odd requests of one operation in a run, chosen anew each time. */
const perOperation = 16;

let api: Api;
/** An administrator of another tenant; a partner's technician; a lead of the desk, who may read Contoso's cases. */
let jordan: Caller;
let priya: Caller;
let ingrid: Caller;
let contosos: { readonly ids: Readonly<Record<string, string>>; readonly words: RegExp };
/** Things of Jordan's own, so that an odd request gets as far as it can. */
let own: Readonly<Record<string, string>>;
let tokens: readonly string[];

beforeAll(async () => {
  api = await startApi();
  const callers = await Promise.all(['Jordan', 'Priya', 'Ingrid', 'Léa', 'Camille'].map((name) => api.as(name)));
  const [lea, camille] = callers.slice(3) as [Caller, Caller];
  [jordan, priya, ingrid] = callers as [Caller, Caller, Caller];
  tokens = await Promise.all(callers.map(tokenOf));
  await lea.done('changeProfile', { body: { displayName: `${secret} Moreau` } });
  const list = await uploadList(lea, 'number\n+33472000001\n', `${secret}.csv`);
  const loose = await uploadList(lea, 'number\n+33472000002\n', `${secret}-loose.csv`);
  const victim = await open(lea, { title: `${secret} title`, description: `${secret} description`, numbers: list });
  await lea.done('comment', { params: { id: victim.id }, body: { text: `${secret} comment` } });
  const { body: draft } = await lea.done('beginDraft', { body: { caseType: 'otherQuestion', input: { title: `${secret} draft` } } });
  await lea.done('giveFeedback', { body: { useful: true, words: `${secret} feedback` } });
  const { body: at } = await lea.done('getCase', { params: { id: victim.id } });
  const file = JSON.stringify(at).match(/"id":"([0-9a-f-]{36})","name":"Zephyrine\.csv"/)?.[1] ?? list;
  contosos = {
    ids: {
      case: victim.id,
      number: victim.number,
      draft: draft.id,
      list,
      loose,
      file,
      tenant: lea.tenantId,
      person: lea.id,
      administrator: camille.id,
    },
    words: new RegExp(`${secret}|Camille Laurent|@contoso`, 'i'),
  };
  const mine = await open(jordan, { country: 'US' });
  const begun = await jordan.done('beginDraft', { body: { caseType: 'otherQuestion' } });
  own = { cases: mine.id, drafts: begun.body.id, files: await uploadList(jordan, 'number\n+12015550123\n'), desks: 'phoneNumbers' };
});
afterAll(() => api.close());

interface Described {
  readonly parameters?: readonly { readonly name?: string; readonly in?: string; readonly schema?: Json }[];
  readonly requestBody?: { readonly content: { readonly 'application/json'?: { readonly schema: Json } } };
}
const document = openApiDocument() as unknown as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
};
const rows = Object.entries<Operation>(operations) as [OperationName, Operation][];

/** A request that fits, as far as the API document tells how. */
function fitting({ path, method, body }: Operation, choice = 0): Asked & { readonly body?: unknown } {
  const { parameters = [], requestBody } = document.paths[basePath + path]?.[method.toLowerCase()] ?? {};
  const asked = { params: {}, query: {}, headers: {} } as Record<'params' | 'query' | 'headers', Record<string, string>>;
  const mine = own[path.split('/')[1] ?? ''] ?? randomUUID();
  for (const { name, in: where, schema = {} } of parameters) {
    if (name === undefined || name === 'cursor') continue;
    const sample = where === 'path' ? mine : String(sampleOf(schema, document.components.schemas, mine, choice));
    asked[where === 'path' ? 'params' : where === 'query' ? 'query' : 'headers'][name] = sample;
  }
  if (asked.headers['idempotency-key']) asked.headers['idempotency-key'] = randomUUID();
  if (body === 'content') return { ...asked, raw: 'bytes' };
  const schema = requestBody?.content['application/json']?.schema;
  return schema ? { ...asked, body: sampleOf(schema, document.components.schemas, mine, choice) } : asked;
}

interface Odd {
  readonly what: string;
  readonly asked: Asked;
}

/** Everything odd that could be asked of an operation. */
function oddities(operation: Operation): readonly Odd[] {
  const odd: Odd[] = [];
  for (let choice = 0; choice < 4; choice++) {
    const base = fitting(operation, choice);
    odd.push({ what: `as it should be ${choice}`, asked: base });
    for (const part of ['params', 'query', 'headers'] as const)
      for (const name of Object.keys(base[part] ?? {}))
        for (const text of hostileTexts)
          if (part !== 'headers' || /^[\x20-\x7e]*$/.test(text))
            odd.push({ what: `${part} ${name}`, asked: { ...base, [part]: { ...base[part], [name]: text } } });
    if (base.body === undefined) continue;
    for (const way of placesIn(base.body)) {
      const at = way.join('.');
      for (const value of hostileValues) odd.push({ what: `body ${at}`, asked: { ...base, body: withAt(base.body, way, value) } });
      if (way.length > 0) odd.push({ what: `body without ${at}`, asked: { ...base, body: withAt(base.body, way, leaveOut) } });
      odd.push({
        what: `body with more at ${at}`,
        asked: { ...base, body: withAt(base.body, [...way, 'tenantId'], contosos.ids['tenant']) },
      });
    }
    const { body: _, ...bare } = base;
    for (const { what, raw, type = 'application/json' } of hostileBodies)
      odd.push({ what: `body that is ${what}`, asked: { ...bare, raw, headers: { ...bare.headers, 'content-type': type } } });
  }
  return odd;
}

/** F-35: what may stand in no answer. */
const innards = /\bat (?:async )?[\w.]+ \(|node_modules|\.ts:\d|insert into|violates|relation "|syntax error at|kysely|ECONNREFUSED|eyJ/;

async function checked(name: OperationName, who: Caller, { what, asked }: Odd): Promise<void> {
  const response = await who.send(name, asked);
  const text = await response.text();
  const told = () => `${name}, ${what}: ${JSON.stringify(asked).slice(0, 400)} → ${response.status} ${text.slice(0, 400)}`;
  if (response.status >= 500) throw new Error(`A fault of ours. ${told()}`);
  if (innards.test(text)) throw new Error(`An answer tells of the inside. ${told()}`);
  if (who !== ingrid && contosos.words.test(text)) throw new Error(`Another tenant’s byte. ${told()}`);
  if (response.ok) return;
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) throw new Error(`No problem document. ${told()}`);
  const { code } = JSON.parse(text);
  // An address that ends elsewhere is no longer this operation's: `..` leads to the one above.
  const climbs = Object.values(asked.params ?? {}).some((value) => value === '..' || value === '.');
  const elsewhere = climbs || code === 'notFound' || code === 'methodNotAllowed' || code === 'malformedRequest';
  if (!elsewhere && !problemsOf(operations[name]).includes(code)) throw new Error(`A refusal the contract does not name. ${told()}`);
}

async function several<T>(items: readonly T[], work: (item: T, index: number) => Promise<void>): Promise<void> {
  const queue = items.entries();
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (const [index, item] of queue) await work(item, index);
    }),
  );
}

const chosen = <T>(all: readonly T[], most: number): readonly T[] =>
  all.length <= most ? all : Array.from({ length: most }, () => all[Math.floor(Math.random() * all.length)] as T);

/** The header that the caller itself sends. */
async function tokenOf(who: Caller): Promise<string> {
  const seen = new Promise<string>((resolve) => {
    api.server.server.once('request', ({ headers }: { headers: { authorization?: string } }) => resolve(headers.authorization ?? ''));
  });
  await who.send('getMe');
  return seen;
}

describe('whatever is asked of an operation of the contract', () => {
  test.each(rows.map(([name]) => name))('F-37 F-38 F-39 %s is never a fault of ours, nor another tenant’s byte', async (name) => {
    const odd = chosen(oddities(operations[name]), perOperation);
    await several(odd, (one, index) => checked(name, index % 3 === 2 ? ingrid : jordan, one));
  });

  test.each(rows.map(([name]) => name))('F-28 %s answers to another tenant’s id as to one that there is not', async (name) => {
    const operation: Operation = operations[name];
    const base = fitting(operation);
    const places: ((id: string) => Asked)[] = [];
    for (const part of ['params', 'query'] as const)
      for (const at of Object.keys(base[part] ?? {})) places.push((id) => ({ ...base, [part]: { ...base[part], [at]: id } }));
    for (const way of placesIn(base.body))
      if (base.body !== undefined && typeof valueAt(base.body, way) === 'string')
        places.push((id) => ({ ...base, body: withAt(base.body, way, id) }));
    const every = places.flatMap((place) => Object.entries(contosos.ids).map(([kind, id]) => ({ place, kind, id })));
    await several(chosen(every, 12), async ({ place, kind, id }, index) => {
      const who = index % 2 === 0 ? jordan : priya;
      const nothing = kind === 'number' ? 'CD-JA4M-MDWE' : randomUUID();
      const [theirs, nobodys] = await Promise.all(
        [id, nothing].map(async (asked) => {
          const response = await who.send(name, place(asked));
          const text = await response.text();
          if (contosos.words.test(text)) throw new Error(`${name} told of Contoso’s ${kind}: ${text.slice(0, 400)}`);
          return { status: response.status, text: response.ok ? '' : text.replaceAll(asked, 'ID').replace(/"requestId":"[^"]*"/, '') };
        }),
      );
      expect({ name, kind, ...theirs }).toEqual({ name, kind, ...nobodys });
    });
  });

  test.each(rows)('F-26 %s wants a token that is one', async (name, operation) => {
    const asked = fitting(operation);
    const [header = '', claims = '', signature = ''] = (tokens[0] ?? '').replace('Bearer ', '').split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const other = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), tid: contosos.ids['tenant'] }),
    ).toString('base64url');
    const junk = [
      '',
      'Bearer',
      'Bearer x',
      `Bearer ${none}.${claims}.`,
      `Bearer ${header}.${other}.${signature}`,
      `Bearer ${header}.${claims}.AAAA`,
      `Bearer ${'x'.repeat(9_000)}`,
    ];
    for (const authorization of junk) {
      const headers: Record<string, string> = authorization ? { authorization } : {};
      const response = await request(api.url, operation, headers, asked);
      expect([name, authorization.slice(0, 20), response.status]).toEqual([name, authorization.slice(0, 20), operation.open ? 200 : 401]);
      if (!operation.open) expect(await response.text()).not.toMatch(contosos.words);
      else await response.body?.cancel();
    }
  });
});

test('F-35 through all of it the log tells of no token, nor of anything that was said', () => {
  const log = api.logged.join('');
  for (const token of tokens) expect(log.includes(token.slice('Bearer '.length))).toBe(false);
  expect(log).not.toMatch(/Bearer |eyJ/);
  expect(log).not.toMatch(contosos.words);
  expect(log).not.toMatch(/"level":50/);
});
