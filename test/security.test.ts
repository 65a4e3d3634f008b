import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actionNames } from '../bot/actions.ts';
import { botActions, operationsWithoutRow, otherRoutes } from '../scripts/security-notes.ts';
import { securityDocument } from '../scripts/security-table.ts';
import { basePath, operations } from '../src/http/contract.ts';
import { type Api, startApi } from './http/api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

test('docs/security.md says who may use every route and action as the code has it; `npm run security-table` brings it up to date', () => {
  const { found, wanted } = securityDocument();
  expect(found).toBe(wanted);
});

test('every route that the server has is in its tables', () => {
  const routes = Object.values<{ method: string; path: string }>(api.server.getDebugInfo().routes)
    .map(({ method, path }) => `${method.toUpperCase()} ${path}`)
    .filter((route) => !route.includes(basePath) && !route.startsWith('GET /api/docs/'));
  expect(Object.keys(otherRoutes).sort()).toEqual([...routes, 'POST /api/messages'].sort());
});

test('every action of the bot is in its tables, and nothing that is gone', () => {
  expect(Object.keys(botActions).sort()).toEqual(actionNames.toSorted());
  for (const name of Object.keys(operationsWithoutRow)) expect(Object.keys(operations)).toContain(name);
});
