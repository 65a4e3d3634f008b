import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { StoreBusy } from '../../src/app/faults.ts';
import type { Store } from '../../src/app/ports.ts';
import { operations } from '../../src/http/contract.ts';
import { problemsOf } from '../../src/http/openapi/openapi.ts';
import { anyText } from '../any-text.ts';
import { type Api, type Caller, open, request, startApi } from './api.ts';

let api: Api;
let lea: Caller;
beforeAll(async () => {
  api = await startApi();
  lea = await api.as('Léa');
});
afterAll(() => api.close());

const drafts = (raw: string | Uint8Array, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  lea.refused('beginDraft', { raw, headers });

test.each([
  ['cut short', '{"caseType":'],
  ['not JSON', 'caseType=otherQuestion'],
  ['not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
  ['200,000 deep', '['.repeat(200_000) + ']'.repeat(200_000)],
  ['200,000 deep and never closed', '{"a":'.repeat(50_000)],
  ['with __proto__', '{"caseType":"otherQuestion","input":{"__proto__":{"title":"x"}}}'],
  ['with __proto__ spelt otherwise', '{"caseType":"otherQuestion","input":{"\\u005f_proto__":{}}}'],
  ['with NUL in a name', '{"caseType":"otherQuestion","input":{"ti\\u0000tle":"x"}}'],
])('F-37 a body that is %s is a bad request', async (_, raw) => {
  expect(await drafts(raw)).toMatchObject({ status: 400, code: 'malformedRequest' });
});

test.each([
  ['NUL', '\\u0000'],
  ['a lone surrogate', '\\ud800'],
  ['a bell', '\\u0007'],
])('F-38 %s in a text is a bad request that names the field', async (_, character) => {
  const refusal = await drafts(`{"caseType":"otherQuestion","input":{"title":"a${character}b"}}`);
  expect(refusal).toMatchObject({ status: 400, code: 'invalid', issues: [{ field: 'title', code: 'unreadableText' }] });
});

test('F-38 NUL in an address is a bad request', async () => {
  expect(await lea.refused('listCases', { query: { q: 'a\0b' } })).toMatchObject({ status: 400, code: 'invalid' });
  expect(await lea.refused('getCase', { params: { id: 'a\0b' } })).toMatchObject({ status: 400 });
});

test('F-38 emoji, decomposed letters and right-to-left text come back as they were', async () => {
  const title = '👩‍💻 Zürich e\u0301té שלום \u202b';
  const case_ = await open(lea, { title, description: 'Ligne 1\r\nLigne 2\tfin' });
  const again = await lea.done('getCase', { params: { id: case_.id } });
  expect(again.body).toMatchObject({ title: title.trim(), description: 'Ligne 1\r\nLigne 2\tfin' });
});

test('F-39 a title of 10,000 characters is a bad request that states the limit', async () => {
  const body = { caseType: 'otherQuestion', input: { title: 'x'.repeat(10_000), description: 'D', country: 'FR' } };
  const refusal = await lea.refused('openCase', { headers: { 'idempotency-key': 'k', 'accept-language': 'en' }, body });
  expect(refusal).toMatchObject({ status: 400, code: 'invalid', issues: [{ field: 'title', code: 'tooLong' }] });
  expect(refusal.issues?.[0]?.message).toContain('200');
});

test('F-37 60 MB without a token are refused before they are read', async () => {
  const { hostname, port } = new URL(api.url);
  const headers = { 'content-type': 'application/json', 'content-length': 60 * 1024 * 1024 };
  const sending = httpRequest({ hostname, port, path: '/api/v1/drafts', method: 'POST', headers });
  sending.on('error', () => {});
  sending.write('{');
  // The answer is there although all but one byte is still to come.
  const [response] = await once(sending, 'response');
  sending.destroy();
  expect(response.statusCode).toBe(401);
});

test('a body over 256 kB is refused as too large, and says so', async () => {
  expect(await drafts(JSON.stringify({ caseType: 'x'.repeat(300_000) }))).toMatchObject({ status: 413, code: 'tooLarge' });
});

test.each([
  ['text', { 'content-type': 'text/plain' }],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['Latin-1', { 'content-type': 'application/json; charset=iso-8859-1' }],
  ['compressed', { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
])('a body that is %s is refused', async (_, headers) => {
  expect(await drafts('{}', headers as Record<string, string>)).toMatchObject({ status: 415, code: 'unsupportedMediaType' });
});

test('F-42 a file name keeps nothing of a path, and is named in full for the download', async () => {
  const { body } = await lea.done('upload', { query: { name: '../../etc/CON' }, raw: 'x' });
  expect(body.name).toBe('_CON');
  const opened = await open(lea);
  const svg = await lea.done('upload', {
    query: { name: 'photo "été".svg', caseId: opened.id },
    headers: { 'content-type': 'image/svg+xml' },
    raw: '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  });
  await lea.done('comment', { params: { id: opened.id }, body: { files: [svg.body.id] } });
  const { headers } = await lea.done('download', { params: { id: opened.id, fileId: svg.body.id } });
  expect(headers.get('content-type')).toBe('application/octet-stream');
  expect(headers.get('content-disposition')).toBe('attachment; filename="photo ete.svg"; filename*=UTF-8\'\'photo%20%C3%A9t%C3%A9.svg');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
});

test('F-43 an upload that is cut midway leaves nothing behind, and one that is too large is refused', async () => {
  const { url } = api;
  const { hostname, port } = new URL(url);
  const before = await api.deps.store.files.countOwn(lea.tenantId, lea.id);
  const token = await tokenOf(lea);
  const sending = httpRequest({
    hostname,
    port,
    path: '/api/v1/files?name=cut.csv',
    method: 'POST',
    headers: { authorization: token, 'content-length': '1000000' },
  });
  sending.on('error', () => {});
  sending.write('number\n');
  await new Promise((flushed) => sending.write('+33472000001\n', flushed));
  sending.destroy();
  await new Promise((closed) => sending.once('close', closed));
  const refusal = await lea.refused('upload', { query: { name: 'big' }, raw: new Uint8Array(25 * 1024 * 1024 + 1) });
  expect(refusal).toMatchObject({ status: 413, code: 'limitReached' });
  expect(await api.deps.store.files.countOwn(lea.tenantId, lea.id)).toBe(before);
});

test('an unknown address is not found, and a wrong method is told which there are', async () => {
  const unknown = await fetch(`${api.url}/api/v1/nothing`, { headers: { 'accept-language': 'fr' } });
  expect([unknown.status, (await unknown.json()).detail]).toEqual([404, 'Il n’y a rien à cette adresse.']);
  const wrong = await fetch(`${api.url}/api/v1/me`, { method: 'DELETE' });
  expect([wrong.status, wrong.headers.get('allow'), (await wrong.json()).code]).toEqual([405, 'GET', 'methodNotAllowed']);
  expect((await fetch(`${api.url}/api/v1/cases/%E0%A4%A`)).status).toBe(404);
});

test.each([
  ['an impossible host', 'GET /api/v1/me HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['an address that is none', 'GET http://[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['two slashes', 'GET //evil.example/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 404 /],
])('%s does not harm the server', async (_, bytes, expected) => {
  const { hostname, port } = new URL(api.url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (piece) => {
    answer += piece;
  });
  socket.end(bytes);
  await once(socket, 'close');
  expect(answer).toMatch(expected);
  expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
});

test('F-10 a database that does not answer is 503 with a time to try again, and shows in the health', async () => {
  const busy = async () => {
    throw new StoreBusy(new Error('gone'));
  };
  const down = await startApi({
    change: (deps) => ({ ...deps, store: { ...deps.store, ready: busy, drafts: { ...deps.store.drafts, list: busy } } as Store }),
  });
  const person = await down.as('Léa');
  const refusal = await person.refused('listDrafts');
  expect([refusal.status, refusal.code, refusal.headers.get('retry-after')]).toEqual([503, 'unavailable', '5']);
  expect((await fetch(`${down.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${down.url}/healthz`)).status).toBe(200);
  await down.close();
});

test('F-35 a fault of ours says nothing of itself but where to look', async () => {
  const broken = await startApi({
    change: (deps) => ({
      ...deps,
      directory: {
        ...deps.directory,
        tenantName: async () => {
          throw new Error('select secret from vault');
        },
      },
    }),
  });
  const person = await broken.as('Léa');
  const response = await person.send('openCase', {
    headers: { 'idempotency-key': 'a' },
    body: { caseType: 'otherQuestion', input: { title: 'T', description: 'D', country: 'FR' } },
  });
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).not.toMatch(/secret|stack|\.ts|at /);
  const { requestId } = JSON.parse(text);
  expect(broken.logged.some((line) => line.includes(requestId) && line.includes('select secret'))).toBe(true);
  expect(broken.logged.join('')).not.toContain('Bearer');
  await broken.close();
});

test('F-35 the log says what was answered, and nothing of what was said, searched or sent along', async () => {
  await open(lea, { title: 'Confidential-title' });
  await lea.done('listCases', { query: { q: 'Confidential-words' } });
  const log = api.logged.join('');
  expect(log).toContain('"path":"/api/v1/cases","statusCode":201');
  expect(log).not.toMatch(/Confidential|Bearer|eyJ/);
});

test('whatever is sent to any operation, it is never a fault of ours', async () => {
  const someone = await api.as('Camille');
  const ids = fc.constantFrom('x', '0', crypto.randomUUID(), 'CD-JA4M-MDWE', "' or 1=1", '%00', '__proto__');
  const texts = fc.oneof(anyText({ maxLength: 30 }), fc.string({ maxLength: 30 }), ids);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(Object.keys(operations) as (keyof typeof operations)[])),
      fc.record({ id: ids, fileId: ids, desk: fc.oneof(ids, fc.constant('phoneNumbers')) }),
      fc.dictionary(
        fc.constantFrom('list', 'state', 'q', 'cursor', 'limit', 'before', 'check', 'name', 'country', 'caseId', 'desk'),
        texts,
      ),
      fc.dictionary(
        fc.constantFrom('if-match', 'idempotency-key', 'accept-language', 'x-time-zone'),
        fc.constantFrom('"1"', '"x"', '*', 'k', 'Etc/Nowhere', 'fr;q=x', '"999999999"'),
      ),
      fc.oneof(
        fc.jsonValue({ maxDepth: 3 }),
        fc.record({
          caseType: texts,
          input: fc.dictionary(fc.constantFrom('title', 'country', 'numbers', 'documents', 'contacts'), fc.jsonValue()),
        }),
        fc.record({ card: fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue()), files: fc.jsonValue() }),
        fc.record({
          do: fc.constantFrom('take', 'comment', 'x'),
          text: texts,
          cases: fc.array(fc.record({ id: ids, version: fc.integer() })),
        }),
      ),
      async (name, params, query, headers, body) => {
        const asked = { params, query, headers, ...(operations[name].method === 'GET' ? {} : { body }) };
        const response = await someone.send(name, asked);
        const text = await response.text();
        expect({ name, status: response.status, text: response.status < 500 ? '' : text }).toMatchObject({ text: '' });
        if (response.ok) return;
        const { code } = JSON.parse(text);
        expect(problemsOf(operations[name])).toContain(code);
      },
    ),
    { numRuns: 400 },
  );
});

test('HEAD is answered as GET is, without the content', async () => {
  const case_ = await open(lea);
  const headers = { authorization: await tokenOf(lea) };
  for (const address of ['/healthz', '/api/v1/openapi.json', `/api/v1/cases/${case_.id}`]) {
    const [head, get] = await Promise.all(['HEAD', 'GET'].map((method) => fetch(api.url + address, { method, headers })));
    expect([head?.status, head?.headers.get('content-length')]).toEqual([200, get?.headers.get('content-length')]);
    expect([await head?.text(), await get?.text()]).toEqual(['', expect.stringContaining('{')]);
  }
});

test.each(['h2c', 'websocket'])('a request that would rather go on in %s is answered all the same', async (upgrade) => {
  const asking = httpRequest(`${api.url}/healthz`, { headers: { connection: 'Upgrade', upgrade } });
  asking.end();
  const [response] = await once(asking, 'response');
  expect(response.statusCode).toBe(200);
  response.resume();
});

/** The header that the caller itself sends. */
async function tokenOf(who: Caller): Promise<string> {
  let seen = '';
  const spy = (incoming: { headers: { authorization?: string } }) => {
    seen = incoming.headers.authorization ?? '';
  };
  api.server.server.once('request', spy);
  await who.send('getMe');
  return seen;
}

test('without a token nothing is answered but the document', async () => {
  for (const [name, operation] of Object.entries(operations)) {
    const response = await request(api.url, operation, {}, { params: { id: 'x', fileId: 'x', desk: 'x' } });
    expect([name, response.status]).toEqual([name, 'open' in operation ? 200 : 401]);
    await response.body?.cancel();
  }
});
