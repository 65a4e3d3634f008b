import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from '../src/config.ts';
import { readSettings } from '../src/settings.ts';

const mistakes = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.mistakes : [String(error)];
  }
};

test('ID-2 without any setting the local desk runs on the loopback address', () => {
  expect(readConfig({})).toEqual({
    port: 3978,
    host: '127.0.0.1',
    dataDir: '.data',
    databaseUrl: undefined,
    settingsFile: undefined,
    limits: false,
    trustedProxies: 0,
    logLevel: 'info',
    identity: { kind: 'local', standInPort: 3979, playground: false },
  });
});

test.each(['0.0.0.0', '::', '192.0.2.1', 'desk.example'])('ID-2 the local desk refuses to listen on %s', (HOST) => {
  expect(mistakes({ HOST })).toEqual([expect.stringContaining('loopback')]);
});

test('ID-2 the playground’s unsigned activities, and doing without limits, are for the local desk only', () => {
  const teams = {
    MICROSOFT_APP_ID: '11111111-1111-4111-8111-111111111111',
    MICROSOFT_APP_PASSWORD: 'a-secret-a-secret',
    MICROSOFT_APP_TENANT_ID: '11111111-1111-4111-8111-111111111111',
    PUBLIC_URL: 'https://desk.example',
    OPERATOR_TENANT_ID: '11111111-1111-4111-8111-111111111111',
  };
  expect(mistakes(teams)).toEqual([]);
  expect(mistakes({ ...teams, PLAYGROUND: 'true' })).toEqual([expect.stringContaining('PLAYGROUND')]);
  expect(mistakes({ ...teams, LIMITS: 'off' })).toEqual([expect.stringContaining('LIMITS')]);
  expect(readConfig({ LIMITS: 'on' }).limits).toBe(true);
  expect(readConfig(teams).limits).toBe(true);
});

test('F-35 every mistake is listed at once with its cure, and no value is repeated', () => {
  const env = { PORT: 'many', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://user:s3cret@host/db', MICROSOFT_APP_ID: 'x' };
  const found = mistakes(env);
  expect(found.map((m) => m.split(' ')[0])).toEqual(['PORT', 'DATABASE_URL', 'LOG_LEVEL', 'MICROSOFT_APP_ID']);
  expect(found.join()).not.toMatch(/s3cret|many|loud/);
});

describe('G-6, PN-10 the operator’s rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-settings-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (text: string): string => {
    const path = join(folder, `${crypto.randomUUID()}.json`);
    writeFileSync(path, text);
    return path;
  };
  test('G-6 are defaults where the file says nothing', () => {
    expect(readSettings(undefined)).toEqual({ reopenWithinDays: 14, countries: {} });
    expect(readSettings(file('{"reopenWithinDays": 3}'))).toEqual({ reopenWithinDays: 3, countries: {} });
  });
  test('PN-10 correct the country table', () => {
    expect(readSettings(file('{"countries": {"NG": {"officeAddress": true}}}')).countries).toEqual({ NG: { officeAddress: true } });
  });
  test.each(['{', '[]', '{"reopenWithinDays": "3"}', '{"countries": {"XX": {}}}', '{"reopenwithindays": 3}'])(
    'G-6 %s is refused in words',
    (text) => {
      expect(() => readSettings(file(text))).toThrow(/^SETTINGS_FILE (?:can’t be used|is not JSON)/);
    },
  );
});
