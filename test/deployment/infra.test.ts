import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const main = read('infra/main.bicep');
const modules = globSync('infra/modules/*.bicep', { cwd: root });
const wiring = read('teamsapp.yml');
const parameters = Object.entries(
  (JSON.parse(read('infra/parameters.json')) as { parameters: Record<string, { value: string }> }).parameters,
);

const paramsOf = (source: string) =>
  [...source.matchAll(/^param (\w+) \w+( =)?/gm)].map(([, name = '', given]) => ({ name, needed: !given }));
const outputsOf = (source: string): readonly string[] => [...source.matchAll(/^output (\w+) /gm)].map(([, name = '']) => name);

/** The text between the bracket at `from` and its partner. */
function within(source: string, from: number): string {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    if (source[at] === '{') depth++;
    else if (source[at] === '}' && --depth === 0) return source.slice(from + 1, at);
  }
  throw new Error(`a bracket is not closed: ${source.slice(from, from + 60)}`);
}

/** Names at the outermost level of an object, on one line or several. */
function keysOf(object: string): readonly string[] {
  let flat = object.replace(/'(?:[^'\\]|\\.)*'/g, "''");
  for (let before = ''; before !== flat; ) {
    before = flat;
    flat = flat.replace(/\{[^{}]*\}|\([^()]*\)|\[[^[\]]*\]/g, ' ');
  }
  return [...flat.matchAll(/(?:^|[,\n])\s*(\w+):/g)].map(([, name = '']) => name);
}

const used = [...main.matchAll(/^module (\w+) '([^']+)'/gm)].map(({ 1: name = '', 2: file = '', index }) => {
  const params = main.indexOf('params: {', index) + 'params: '.length;
  return { name, source: read(`infra/${file}`), given: keysOf(within(main, params)) };
});

test('every module is used, gets what it needs and nothing it does not know', () => {
  expect([...main.matchAll(/'modules\/(.+?)'/g)].map(([, file]) => file).sort()).toEqual(modules.map((file) => basename(file)).sort());
  for (const { name, source, given } of used) {
    const known = paramsOf(source);
    expect({ name, unknown: given.filter((key) => !known.some((p) => p.name === key)) }).toEqual({ name, unknown: [] });
    expect({ name, missing: known.filter((p) => p.needed && !given.includes(p.name)).map((p) => p.name) }).toEqual({ name, missing: [] });
    for (const [, output = ''] of main.matchAll(new RegExp(`\\b${name}\\.outputs\\.(\\w+)`, 'g')))
      expect(outputsOf(source)).toContain(output);
  }
});

test('the parameters are those of the template, and every value comes from an environment’s file or from provisioning', () => {
  const known = paramsOf(main);
  expect(parameters.map(([name]) => name).filter((name) => !known.some((p) => p.name === name))).toEqual([]);
  expect(known.filter((p) => p.needed && !parameters.some(([name]) => name === p.name)).map((p) => p.name)).toEqual([]);
  for (const file of ['env/.env.dev', 'env/.env.prod']) {
    const values = parseEnv(read(file));
    const asked = [...parameters.map(([, { value }]) => value), wiring].join(' ').matchAll(/\$\{\{(\w+)\}\}/g);
    const missing = [...new Set([...asked].map(([, name = '']) => name))].filter(
      (name) => !(name in values) && !name.startsWith('SECRET_'),
    );
    expect({ file, missing }).toEqual({ file, missing: [] });
  }
});

test('what the desk is started with are settings of its own, and it starts with them', () => {
  const desk = read('infra/modules/desk.bicep');
  const settings = keysOf(within(main, main.indexOf('settings: {') + 'settings: '.length));
  const given = [...settings, ...[...desk.matchAll(/\{ name: '([A-Z_]+)'/g)].map(([, name = '']) => name)];
  expect(given.filter((name) => !(name in parseEnv(read('env/.env.example'))))).toEqual([]);
  const id = '00000000-0000-4000-8000-000000000001';
  const config = readConfig({
    ...Object.fromEntries(given.map((name) => [name, id])),
    PORT: '3978',
    DATA_DIR: '/data',
    TRUST_PROXY: '1',
    DATABASE_URL: 'postgres://desk:p@desk.private.postgres.database.azure.com:5432/desk?sslmode=verify-full',
    PUBLIC_URL: 'https://desk.example',
    SMTP_URL: 'smtps://u:p@mail.example:465',
    MAIL_FROM: 'desk@contoso.com',
    MAIL_VIA: 'smtp',
    TENANTS: 'open',
    GRAPH: 'false',
    LOG_LEVEL: 'info',
  });
  expect(config).toMatchObject({ trustedProxies: 1, limits: true, identity: { kind: 'teams', credential: { is: 'managedIdentity' } } });
});

test('the database is reached by TLS alone and from the network alone; no template gives a secret away', () => {
  const database = read('infra/modules/database.bicep');
  expect(database).toMatch(/name: 'require_secure_transport'\n\s*properties: \{ value: 'ON'/);
  expect(database).toContain("publicNetworkAccess: 'Disabled'");
  expect(main).toContain('?sslmode=verify-full');
  for (const file of ['infra/main.bicep', ...modules]) {
    const source = read(file);
    for (const [, name = ''] of source.matchAll(/^param (\w*(?:password|secret|smtpUrl|databaseUrl))\b(?! string = ''$)/gim)) {
      const declared =
        source
          .slice(0, source.indexOf(`param ${name} `))
          .trimEnd()
          .split('\n\n')
          .at(-1) ?? '';
      if (!name.endsWith('Secret')) expect({ file, name, secure: declared.includes('@secure()') }).toEqual({ file, name, secure: true });
    }
    expect(source.match(/^output .*(?:listKeys|password|databaseUrl\b(?!Secret))/gim)).toBeNull();
  }
});
