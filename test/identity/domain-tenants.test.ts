import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DirectoryUnavailable } from '../../src/app/faults.ts';
import { tenantOfDomainAt } from '../../src/identity/domain-tenants.ts';

const tenant = '0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a01';
let server: Server;
let login: string;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const domain = request.url?.split('/')[1] ?? '';
    asked.push(domain);
    const issuer = domain === 'other-cloud.example' ? 'https://login.microsoftonline.us' : login;
    if (domain === 'down.example') return response.writeHead(503).end();
    if (domain === 'odd.example') return response.writeHead(200).end('"odd"');
    if (domain === 'moved.example') return response.writeHead(302, { location: `${login}/contoso.example/v2.0` }).end();
    if (domain === 'unknown.example') return response.writeHead(400).end('{"error":"invalid_tenant"}');
    return response.writeHead(200).end(JSON.stringify({ issuer: `${issuer}/${tenant}/v2.0` }));
  });
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  login = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

test('CS-3 Entra says whose tenant a domain is, without any permission', async () => {
  expect(await tenantOfDomainAt(login)('contoso.example')).toBe(tenant);
});

test.each(['unknown.example', 'other-cloud.example', 'odd.example', 'moved.example'])('CS-3 nobody here has %s', async (domain) => {
  expect(await tenantOfDomainAt(login)(domain)).toBeUndefined();
});

test.each(['common', 'organizations', '../admin', 'a.example/x', 'A.example', 'a.example?x', ''])(
  'CS-3 %j is no domain, and is not asked about',
  async (domain) => {
    const before = asked.length;
    expect(await tenantOfDomainAt(login)(domain)).toBeUndefined();
    expect(asked).toHaveLength(before);
  },
);

test('CS-3 where Entra does not answer, that is said', async () => {
  await expect(tenantOfDomainAt(login)('down.example')).rejects.toThrow(DirectoryUnavailable);
});
