import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFolder } from '../../src/http/pages/static-files.ts';
import { launchBrowser } from '../browser.ts';
import { type Api, appId, startApi } from './api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const get = (path: string, init: RequestInit = {}) => fetch(api.url + path, { redirect: 'manual', ...init });

test('the tab’s page is framed by its hosts alone, and runs nothing that is not its own', async () => {
  const page = await get('/tab/');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(await page.text()).toContain('<title>Tab</title>');
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
  expect(policy).toMatch(/frame-ancestors 'self' http:\/\/127\.0\.0\.1:\d+$/);
  expect(policy).not.toContain('unsafe');
  expect(page.headers.get('cache-control')).toBe('no-cache');
});

test('every path below /tab/ is the page, but a file that is not there is not', async () => {
  for (const path of ['/tab/case/CD-JA4M-MDWE', '/tab/list/mine', '/tab/new']) {
    expect([path, (await get(path)).headers.get('content-type')]).toEqual([path, 'text/html; charset=utf-8']);
  }
  for (const path of ['/tab/assets/gone.js', '/tab/..%2f..%2fpackage.json', '/tab/%2e%2e/package.json', '/cases/x', '/tabs']) {
    const missing = await get(path);
    const text = await missing.text();
    expect([path, missing.status, JSON.parse(text).code]).toEqual([path, 404, 'notFound']);
    expect(text).not.toMatch(/ENOENT|fixture|work/);
  }
});

test('what is built under its content’s name is kept for ever, and comes compressed', async () => {
  const asset = await get('/tab/assets/index-B4x9_Qz1.js');
  expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect([asset.headers.get('content-encoding'), asset.headers.get('vary')]).toEqual(['gzip', 'accept-encoding']);
  expect((await asset.text()).length).toBeGreaterThan(2_000);
});

test('a file that was compressed when it was built goes out so where the browser can read it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  const content = 'const words = "and more words";'.repeat(100);
  writeFileSync(join(folder, 'a.js'), content);
  writeFileSync(join(folder, 'a.js.br'), brotliCompressSync(content));
  const files = readFolder(folder);
  rmSync(folder, { recursive: true });
  expect([...files.keys()]).toEqual(['a.js']);
  expect(files.get('a.js')?.compressed.map(([way]) => way)).toEqual(['br', 'gzip']);
});

test('the front door leads to the tab, and the page can ask for its app’s id', async () => {
  expect((await get('/')).headers.get('location')).toBe('/tab/');
  expect((await get('/tab')).headers.get('location')).toBe('/tab/');
  expect(await (await get('/tab/config.json')).json()).toEqual({ appId, teams: 'https://teams.microsoft.com' });
  expect((await get('/tab/', { method: 'HEAD' })).status).toBe(200);
});

test('G-14 a link to a case leads to it in the tab, whether there is one or not', async () => {
  const to = async (path: string) => (await get(path)).headers.get('location');
  expect(await to('/case/CD-7K3M-9YX4')).toBe('/tab/#/case/CD-7K3M-9YX4');
  expect(await to('/case/%2f%2fevil.example%0d%0aX:%20y')).toBe('/tab/#/case/%2F%2Fevil.example%0D%0AX%3A%20y');
});

test('no answer of the API is kept, framed or taken for something else', async () => {
  for (const path of ['/api/v1/me', '/api/v1/openapi.json', '/nothing', '/healthz']) {
    const { headers } = await get(path);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-request-id')).toMatch(/^[\w-]+$/);
  }
});

test('the API document can be read in a browser under the strict policy, without a complaint', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    await page.goto(`${api.url}/api/docs`);
    await page.getByText('Opens a case without a draft').click();
    await page.getByText('Numbers for the new office').first().waitFor();
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
