import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { scopes } from '../../src/graph/scopes.ts';

test('ID-4 the permissions that administrators are told of are those the desk uses, and all of them only read', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/tenant.md'), 'utf8');
  const told = [...page.matchAll(/^\| `(\w+\.[\w.]+)` \|/gm)].map(([, name]) => name);
  expect(told).toEqual(Object.keys(scopes));
  for (const name of told) expect(name).toMatch(/\.Read\./);
});

test('ID-4 Graph is asked only where the operator switched it on', () => {
  const uuid = '11111111-1111-4111-8111-111111111111';
  const teams = {
    MICROSOFT_APP_ID: uuid,
    MICROSOFT_APP_PASSWORD: 'a-secret-a-secret',
    MICROSOFT_APP_TENANT_ID: uuid,
    PUBLIC_URL: 'https://desk.example',
    OPERATOR_TENANT_ID: uuid,
  };
  expect(readConfig(teams).identity).toMatchObject({ kind: 'teams', graph: false });
  expect(readConfig({ ...teams, GRAPH: 'true' }).identity).toMatchObject({ kind: 'teams', graph: true });
});
