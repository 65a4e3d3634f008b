import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseView } from '../../src/http/contract.ts';
import { bytesAlone, kept, refused } from '../app/file-samples.ts';
import { type Api, type Caller, open, startApi } from './api.ts';

let api: Api;
let lea: Caller;
let case_: CaseView;
beforeAll(async () => {
  api = await startApi();
  lea = await api.as('Léa');
  case_ = await open(lea);
});
afterAll(() => api.close());

const put = (name: string, bytes: Uint8Array, contentType = 'text/html', more: Record<string, string> = {}) => ({
  query: { name, ...more },
  headers: { 'content-type': contentType, 'accept-language': 'en' },
  raw: bytes,
});

test('F-42 whatever its sender says, a file has the type of its content, and comes back as an attachment that no browser opens', async () => {
  const all = [...kept, ...bytesAlone.map(([name, bytes]) => [name, bytes, 'application/octet-stream'] as const)];
  for (const [name, bytes, type] of all) {
    const { body } = await lea.done('upload', put(name, bytes, 'text/html', { caseId: case_.id }));
    expect([name, body.contentType]).toEqual([name, type]);
    await lea.done('comment', { params: { id: case_.id }, body: { text: 'See the file.', files: [body.id] } });
    const answer = await lea.send('download', { params: { id: case_.id, fileId: body.id } });
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment; filename="[^"]+"; filename\*=UTF-8''[\w.%!~-]+$/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  }
});

test('F-42 programs and scripts are refused with what to do instead, nothing is kept of them, and the attempt is recorded', async () => {
  const before = await api.deps.store.files.countOwn(lea.tenantId, lea.id);
  for (const [name, bytes, kind] of refused) {
    const refusal = await lea.refused('upload', put(name, bytes, 'application/pdf'));
    expect([name, refusal.status, refusal.code, refusal.title]).toEqual([name, 422, 'fileRefused', 'This file can’t be attached']);
    expect(refusal.detail).toMatch(kind === 'program' ? /^Programs can’t be attached/ : /^Scripts can’t be attached/);
  }
  expect(await api.deps.store.files.countOwn(lea.tenantId, lea.id)).toBe(before);
  const trail = await api.deps.store.audit.page(lea.tenantId, 0, 1_000);
  expect(trail.filter(({ action, outcome }) => action === 'file.upload' && outcome === 'refused')).toHaveLength(refused.length);
});

test('F-42 a name with folders, reserved words or directions in it is only a name, in lists and in the header', async () => {
  for (const [given, name] of [
    ['../../etc/passwd', 'passwd'],
    ['C:\\x\\CON', '_CON'],
    ['a"; filename=evil.html; x="\r\n.txt', 'a; filename=evil.html; x=.txt'],
    ['gpj\u202etxt.pdf', 'gpjtxt.pdf'],
  ] as const) {
    const { body } = await lea.done('upload', put(given.replace('\r\n', ''), Buffer.from('x'), 'text/plain', { caseId: case_.id }));
    expect(body.name).toBe(name);
    await lea.done('comment', { params: { id: case_.id }, body: { text: 'x', files: [body.id] } });
    const answer = await lea.send('download', { params: { id: case_.id, fileId: body.id } });
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="${name.replaceAll(';', '')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    );
  }
});
