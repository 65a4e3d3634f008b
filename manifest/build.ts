import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { iconMistakes, type Json, languageMistakes, nameMistakes, schemaMistakes } from './checks.ts';
import { withCommands, withCommandsIn } from './commands.ts';
import { type Environment, PackageMistakes } from './environment.ts';

const folder = import.meta.dirname;
const read = (file: string): Buffer => readFileSync(join(folder, file));

/**
 * The package Teams takes: the manifest filled for this environment with the bot's own commands, its French file and the two icons.
 * @throws PackageMistakes with everything that is wrong with them
 */
export async function buildPackage({ name, values }: Environment, version: string): Promise<Buffer> {
  const { text, unknown } = filled(read('manifest.json').toString(), { ...values, APP_VERSION: version });
  if (unknown.length > 0) {
    throw new PackageMistakes(unknown.map((key) => `manifest.json asks for ${key}, which env/.env.${name} doesn't set.`));
  }
  const manifest = withCommands(JSON.parse(text) as Json);
  const french = withCommandsIn('fr', JSON.parse(read('fr.json').toString()) as Json);
  const [color, outline] = [read('color.png'), read('outline.png')];
  const mistakes = [
    ...(await schemaMistakes('manifest.json', manifest)),
    ...(await schemaMistakes('fr.json', french)),
    ...nameMistakes(namesOf(manifest, french)),
    ...languageMistakes(manifest, 'fr.json', french),
    ...iconMistakes('color.png', color, 192),
    ...iconMistakes('outline.png', outline, 32),
  ];
  if (mistakes.length > 0) throw new PackageMistakes(mistakes);
  return zipped({ 'manifest.json': written(manifest), 'fr.json': written(french), 'color.png': color, 'outline.png': outline });
}

const written = (content: Json): Buffer => Buffer.from(`${JSON.stringify(content, null, 2)}\n`);

/** Puts values in place of `${{NAME}}`, written as inside a JSON string. */
export function filled(template: string, values: Readonly<Record<string, string>>): { text: string; unknown: string[] } {
  const unknown = new Set<string>();
  const text = template.replace(/\$\{\{([A-Z_]+)\}\}/g, (_, key: string) => {
    const value = values[key];
    if (!value) unknown.add(key);
    return JSON.stringify(value ?? '').slice(1, -1);
  });
  return { text, unknown: [...unknown] };
}

function namesOf(manifest: Json, french: Json): Record<string, string> {
  const { short = '', full = '' } = manifest['name'] as { short?: string; full?: string };
  const [shortInFrench = '', fullInFrench = ''] = [french['name.short'], french['name.full']] as (string | undefined)[];
  return { 'name.short': short, 'name.full': full, 'name.short of fr.json': shortInFrench, 'name.full of fr.json': fullInFrench };
}

async function zipped(files: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  // One time for all, so that the same content gives the same package.
  for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name, { mtime: new Date('2000-01-01T00:00:00Z') });
  zip.end();
  return buffer(zip.outputStream);
}
