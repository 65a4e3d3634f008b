import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/** What one environment fills into the manifest. */
export interface Environment {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  /** Ids that provisioning has not filled in yet; a stand-in id takes their place. */
  readonly missingIds: readonly string[];
}

/** What keeps the package from being built, one plain sentence each. */
export class PackageMistakes extends Error {
  readonly mistakes: readonly string[];
  constructor(mistakes: readonly string[]) {
    super(`The package can't be built:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`);
    this.mistakes = mistakes;
  }
}

const ids = ['TEAMS_APP_ID', 'MICROSOFT_APP_ID'] as const;
const standInId = '00000000-0000-0000-0000-000000000000';
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads `<folder>/.env.<name>`; `overrides` go before what the file says.
 * @throws PackageMistakes
 */
export function readEnvironment(folder: string, name: string, overrides: Readonly<Record<string, string>> = {}): Environment {
  const known = readdirSync(folder)
    .filter((file) => /^\.env\.[a-z0-9-]+$/.test(file) && file !== '.env.example')
    .map((file) => file.slice('.env.'.length));
  if (!known.includes(name)) throw new PackageMistakes([`There is no environment ${name}. There are: ${known.join(', ')}.`]);
  const read = parseEnv(readFileSync(join(folder, `.env.${name}`), 'utf8'));
  const values = Object.fromEntries(Object.entries({ ...read, ...overrides }).map(([key, value]) => [key, value ?? '']));
  const mistakes = mistakesOf(values, `env/.env.${name}`);
  if (mistakes.length > 0) throw new PackageMistakes(mistakes);
  const missingIds = ids.filter((id) => !values[id]);
  return { name, values: { ...values, ...Object.fromEntries(missingIds.map((id) => [id, standInId])) }, missingIds };
}

function mistakesOf(values: Readonly<Record<string, string>>, file: string): string[] {
  const mistakes: string[] = [];
  const need = (name: string, met: (value: string) => boolean, what: string) => {
    const value = values[name] ?? '';
    if (value === '') mistakes.push(`${file} doesn't set ${name}: it must be ${what}.`);
    else if (!met(value)) mistakes.push(`${name} is ${value}; it must be ${what}.`);
  };
  const publicUrl = values['PUBLIC_URL'] ?? '';
  need('PUBLIC_URL', (value) => /^https:\/\/[^/?#@\s]+$/.test(value), 'an https address without a path, such as https://desk.contoso.com');
  need('PUBLIC_HOST', (value) => publicUrl === `https://${value}`, 'the host of PUBLIC_URL, such as desk.contoso.com');
  need('DEVELOPER_NAME', (value) => value.length <= 32, 'a name of at most 32 characters');
  for (const name of ['PRIVACY_URL', 'TERMS_URL']) need(name, isHttps, 'the https address of a page');
  for (const name of ids) if (values[name]) need(name, (value) => guid.test(value), 'a GUID, or empty until it is provisioned');
  return mistakes;
}

const isHttps = (value: string): boolean => URL.canParse(value) && new URL(value).protocol === 'https:';
