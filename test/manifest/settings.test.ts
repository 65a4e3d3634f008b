import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';

const folder = join(import.meta.dirname, '../../env');
const source = readFileSync(join(folder, '../src/config.ts'), 'utf8');
const settings = [...source.matchAll(/^ {2}([A-Z_]+): \{/gm)].map(([, name]) => name);

test('.env.example names every setting and no other, and can be used as it stands', () => {
  const example = parseEnv(readFileSync(join(folder, '.env.example'), 'utf8'));
  expect(Object.keys(example).sort()).toEqual(settings.sort());
  expect(readConfig(example).identity.kind).toBe('local');
});

test('no environment file holds a secret', () => {
  for (const file of readdirSync(folder).filter((name) => !name.endsWith('.user'))) {
    const values = parseEnv(readFileSync(join(folder, file), 'utf8'));
    expect([file, values['MICROSOFT_APP_PASSWORD'] || undefined, values['DATABASE_URL'] || undefined]).toEqual([
      file,
      undefined,
      undefined,
    ]);
  }
});
