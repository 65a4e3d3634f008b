import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { createCase } from '../../bot/extension/carried-message.ts';
import { findCase, wordsOfSearch } from '../../bot/extension/find.ts';
import { read } from '../../bot/router.ts';
import { buildPackage, filled } from '../../manifest/build.ts';
import { iconMistakes, type Json, languageMistakes, localisableTexts, nameMistakes, schemaMistakes } from '../../manifest/checks.ts';
import { withCommands, withCommandsIn } from '../../manifest/commands.ts';
import { PackageMistakes, readEnvironment } from '../../manifest/environment.ts';
import { activityTypes } from '../../src/domain/notice/activity.ts';
import { zipEntries } from './zip-entries.ts';

const root = join(import.meta.dirname, '../..');
const manifest = withCommands(JSON.parse(readFileSync(join(root, 'manifest/manifest.json'), 'utf8')) as Json);
const french = withCommandsIn('fr', JSON.parse(readFileSync(join(root, 'manifest/fr.json'), 'utf8')) as Json);
const ids = { TEAMS_APP_ID: '6d1f5a2c-0d0e-4c59-9f0a-3b5a2f9e1c77', MICROSOFT_APP_ID: '0f8fad5b-d9cb-469f-a165-70867728950e' };

const scratch = mkdtempSync(join(tmpdir(), 'desk-env-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const good = readFileSync(join(root, 'env/.env.dev'), 'utf8');
const mistakesWith = (name: string, lines: string): readonly string[] => {
  writeFileSync(join(scratch, `.env.${name}`), `${good}\n${lines}\n`);
  try {
    readEnvironment(scratch, name);
    return [];
  } catch (error) {
    if (error instanceof PackageMistakes) return error.mistakes;
    throw error;
  }
};

describe.each(['dev', 'prod'])('the package of %s', (name) => {
  const environment = readEnvironment(join(root, 'env'), name, ids);

  test('holds the manifest, its French file and the two icons, and nothing else', async () => {
    const entries = zipEntries(await buildPackage(environment, '1.0.0'));
    expect([...entries.keys()].sort()).toEqual(['color.png', 'fr.json', 'manifest.json', 'outline.png']);
  });

  test('leaves no placeholder, and points everything at the one public address', async () => {
    const entries = zipEntries(await buildPackage(environment, '1.0.0'));
    const text = entries.get('manifest.json')?.toString() ?? '';
    expect(text).not.toContain('${{');
    const { PUBLIC_URL, PUBLIC_HOST } = environment.values;
    expect(JSON.parse(text)).toMatchObject({
      id: ids.TEAMS_APP_ID,
      bots: [{ botId: ids.MICROSOFT_APP_ID, supportsFiles: true, scopes: ['personal', 'team', 'groupChat'] }],
      staticTabs: [{ entityId: 'desk', contentUrl: `${PUBLIC_URL}/tab/` }],
      validDomains: [PUBLIC_HOST],
      webApplicationInfo: { id: ids.MICROSOFT_APP_ID, resource: `api://${PUBLIC_HOST}/botid-${ids.MICROSOFT_APP_ID}` },
    });
  });

  test('is the same, byte for byte, when it is built again', async () => {
    expect((await buildPackage(environment, '1.0.0')).equals(await buildPackage(environment, '1.0.0'))).toBe(true);
  });
});

test('an environment that provisioning has not filled in yet still gives a package, and says which ids it lacks', () => {
  expect(readEnvironment(join(root, 'env'), 'dev').missingIds).toEqual(['TEAMS_APP_ID', 'MICROSOFT_APP_ID']);
});

test('G-13 the French file has every text of the manifest that a person reads, and no other', () => {
  expect(languageMistakes(manifest, 'fr.json', french)).toEqual([]);
  const { 'name.short': _, ...lacking } = french;
  expect(languageMistakes(manifest, 'fr.json', { ...lacking, 'staticTabs[1].name': 'Trop' })).toEqual([
    'fr.json lacks name.short.',
    "fr.json has staticTabs[1].name, which the manifest doesn't.",
  ]);
});

test('G-13 no French text is the English one, but for the name', () => {
  const english = new Set(JSON.stringify(manifest).match(/"(?:[^"\\]|\\.)*"/g));
  const same = localisableTexts(manifest).filter((key) => english.has(JSON.stringify(french[key])));
  expect(same).toEqual(['name.short']);
});

test('every kind of activity that the desk tells of is declared, with its number, in both languages, and allowed by whoever installs it', () => {
  const { activities, authorization } = manifest as unknown as {
    activities: { activityTypes: { type: string; templateText: string }[] };
    authorization: unknown;
  };
  expect(activities.activityTypes.map(({ type }) => type)).toEqual([...activityTypes]);
  for (const [index, { templateText }] of activities.activityTypes.entries())
    for (const text of [templateText, String(french[`activities.activityTypes[${index}].templateText`])])
      expect(text.match(/\{\w+\}/g)).toEqual(['{number}']);
  expect(authorization).toEqual({ permissions: { resourceSpecific: [{ name: 'TeamsActivity.Send.User', type: 'Application' }] } });
});

test('what Teams offers as a command, the bot understands, in both languages', () => {
  const keys = localisableTexts(manifest).filter((key) => key.startsWith('bots') && key.endsWith('.title'));
  expect(keys).toHaveLength(15);
  const lists = (manifest['bots'] as [{ commandLists: { commands: { title: string }[] }[] }])[0].commandLists;
  for (const title of [
    ...lists.flatMap(({ commands }) => commands.map((command) => command.title)),
    ...keys.map((key) => String(french[key])),
  ]) {
    expect([title, read(title).do]).not.toEqual([title, 'unknown']);
  }
});

test('G-14 a case can be begun from a message and found beside one; links to the desk’s own host alone are unfurled', () => {
  const [{ commands, messageHandlers }] = manifest['composeExtensions'] as [{ commands: Json[]; messageHandlers: unknown }];
  expect(commands).toMatchObject([
    { id: createCase, type: 'action', context: ['message'], fetchTask: true },
    { id: findCase, type: 'query', context: ['compose', 'commandBox'], parameters: [{ name: wordsOfSearch }] },
  ]);
  const value = { domains: [`$\{{${'PUBLIC_HOST'}}}`], supportsAnonymizedPayloads: true };
  expect(messageHandlers).toEqual([{ type: 'link', value }]);
});

test('a manifest and a language file that break the schema are refused', async () => {
  expect(await schemaMistakes('manifest.json', { $schema: manifest['$schema'], manifestVersion: '1.22' })).not.toEqual([]);
  expect(await schemaMistakes('fr.json', { ...french, 'name.short': 'x'.repeat(31) })).toHaveLength(1);
});

test('an app is not called Teams, Help or Chat', () => {
  expect(nameMistakes({ 'name.short': 'Case Desk', 'name.full': 'Help desk' })).toEqual([
    'name.full is "Help desk"; an app\'s name must not contain Teams, Help or Chat.',
  ]);
});

test('an icon of another size, without transparency or of another format is refused', () => {
  const icon = (name: string) => readFileSync(join(root, 'manifest', name));
  expect(iconMistakes('outline.png', icon('color.png'), 32)).toEqual([
    'outline.png is 192 × 192 pixels; it must be 32 × 32.',
    'outline.png must be transparent outside its lines.',
  ]);
  expect(iconMistakes('color.png', icon('color.svg'), 192)).toEqual(['color.png is not a PNG.']);
});

test('an environment that is not there is refused with those that are', () => {
  for (const name of ['staging', 'example', '../dev', '']) {
    expect(() => readEnvironment(join(root, 'env'), name)).toThrow(`There is no environment ${name}. There are: dev, prod.`);
  }
});

test('every wrong value of an environment is named, with what it must be', () => {
  expect(mistakesWith('wrong', 'PUBLIC_URL=http://desk.example.com/\nDEVELOPER_NAME=\nPRIVACY_URL=privacy\nTEAMS_APP_ID=7')).toEqual([
    'PUBLIC_URL is http://desk.example.com/; it must be an https address without a path, such as https://desk.contoso.com.',
    'PUBLIC_HOST is desk-dev.example.com; it must be the host of PUBLIC_URL, such as desk.contoso.com.',
    "env/.env.wrong doesn't set DEVELOPER_NAME: it must be a name of at most 32 characters.",
    'PRIVACY_URL is privacy; it must be the https address of a page.',
    'TEAMS_APP_ID is 7; it must be a GUID, or empty until it is provisioned.',
  ]);
});

test('a value stays inside its text, and a placeholder nobody fills is named', () => {
  const place = (name: string) => `$\{{${name}}}`;
  expect(filled(`{"name": "${place('NAME')}"}`, { NAME: 'a "b" \\' }).text).toBe('{"name": "a \\"b\\" \\\\"}');
  expect(filled(`${place('NAME')} ${place('OTHER')}`, { NAME: 'x' }).unknown).toEqual(['OTHER']);
});
