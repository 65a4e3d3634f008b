import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { importsOf, read } from '../architecture/imports.ts';

const root = join(import.meta.dirname, '../..');
const recipe = read('Dockerfile');
const [, last = ''] = recipe.split(/\nFROM \S+\n/);
const { dependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
/** What the last stage has of the repository. */
const copied = [...last.matchAll(/^COPY (?!--)(.+) \.\/\S*$/gm)].flatMap(([, names = '']) => names.split(' '));

test('the image runs on the Node that this repository is tested with, pinned', () => {
  expect(/^ARG NODE=node:(\S+)-slim$/m.exec(recipe)?.[1]).toBe(optionalDependencies?.['node']);
  expect([...recipe.matchAll(/^FROM (.+?)(?: AS \w+)?$/gm)].every(([, from]) => from === '$'.concat('{NODE}'))).toBe(true);
});

test('it runs as an ordinary user, writes to one volume, and asks itself whether it is ready', () => {
  expect(last).toMatch(/^USER node$/m);
  expect(last.indexOf('USER node')).toBeGreaterThan(last.lastIndexOf('COPY'));
  expect([...last.matchAll(/^VOLUME (.+)$/gm)].map(([, volume]) => volume)).toEqual(['/data']);
  expect(last).toMatch(/^ENV .*\bDATA_DIR=\/data$/m);
  const [, command = '[]'] = /HEALTHCHECK[\s\S]*?CMD (\[.*\])/.exec(last) ?? [];
  expect((JSON.parse(command) as string[])[2]).toContain('/readyz');
});

test('it has every file and every package that the desk and its worker load, and none of development', () => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const walk = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { to, how } of importsOf(file)) {
      if (how === 'type' || to.startsWith('node:')) continue;
      if (/\.[tj]s$/.test(to)) walk(to);
      else packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? to);
    }
  };
  for (const entry of ['src/main.ts', 'src/worker.ts', 'src/verify-audit.ts']) walk(entry);
  expect([...seen].filter((file) => !copied.some((place) => file === place || file.startsWith(`${place}/`)))).toEqual([]);
  expect([...packages].filter((name) => !(name in (dependencies ?? {})))).toEqual([]);
});

test('what it copies is there, and is let into the build; secrets and data are not', () => {
  const allowed = read('.dockerignore').split('\n');
  expect(allowed[1]).toBe('*');
  for (const name of [...copied, 'package-lock.json', '.npmrc', 'tab', 'scripts/build.ts']) {
    expect([name, existsSync(join(root, name)), allowed.includes(`!${name}`)]).toEqual([name, true, true]);
  }
  expect(allowed).toContain('**/.env*');
  expect(allowed.filter((line) => /^!(?:env|\.data|\.env|node_modules|\.git)/.test(line))).toEqual([]);
});
