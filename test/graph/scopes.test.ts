import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { permissionSheet } from '../../src/graph/granted.ts';

test('ID-4 what administrators read of the permissions is what the desk’s own sheet says, and they only read but for those that send', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/tenant.md'), 'utf8');
  const told = [...page.matchAll(/^\| `(\w+\.[\w.]+)` \|(.*)\|$/gm)].map(([, name, rest = '']) => [
    name,
    ...rest.split('|').map((cell) => cell.trim()),
  ]);
  const { permissions, consenters } = words('en').setUp;
  const plain = (said: string) => said.replaceAll('’', "'").replace(/\b\w+\.\w+\.All\b/g, '`$&`');
  const sheet = permissionSheet.map(({ name, consenter }) => {
    const { purpose, without } = permissions[name];
    return [name, consenters[consenter], plain(purpose), plain(without)];
  });
  expect(told).toEqual(sheet);
  for (const [name] of told) expect(name).toMatch(/\.(Read|Send)(\.|$)/);
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
