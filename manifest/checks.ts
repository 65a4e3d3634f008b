import { AppManifestUtils } from '@microsoft/app-manifest';

export type Json = Readonly<Record<string, unknown>>;
type AppManifest = Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];

/** What Microsoft's own schema says of a manifest or a language file; the schema comes with the package, so this works offline. */
export async function schemaMistakes(file: string, content: Json): Promise<string[]> {
  const schema = await AppManifestUtils.fetchSchema(String(content['$schema']));
  const errors = await AppManifestUtils.validateAgainstSchema(content as unknown as AppManifest, withValidPatterns(schema));
  return errors.map((error) => `${file} breaks the schema: ${error}.`);
}

/** The language schemas hold a pattern with a bare `]`, which the validator's Unicode mode refuses to read. */
function withValidPatterns<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema).replaceAll(String.raw`\\b]`, String.raw`\\b\\]`)) as T;
}

/** Teams' store refuses these words in an app's name. */
export function nameMistakes(names: Readonly<Record<string, string>>): string[] {
  return Object.entries(names)
    .filter(([, name]) => /teams|help|chat/i.test(name))
    .map(([where, name]) => `${where} is "${name}"; an app's name must not contain Teams, Help or Chat.`);
}

/** G-13: every text of the manifest that a person reads stands in the language file, and nothing else does. */
export function languageMistakes(manifest: Json, file: string, language: Json): string[] {
  const wanted = localisableTexts(manifest);
  const given = Object.keys(language).filter((key) => key !== '$schema');
  return [
    ...wanted.filter((key) => !given.includes(key)).map((key) => `${file} lacks ${key}.`),
    ...given.filter((key) => !wanted.includes(key)).map((key) => `${file} has ${key}, which the manifest doesn't.`),
  ];
}

/** The keys Teams gives the manifest's texts, such as `bots[0].commandLists[0].commands[2].title`. */
export function localisableTexts(manifest: Json): string[] {
  const { name, description, staticTabs = [], bots = [], composeExtensions = [], activities } = manifest as unknown as Localisable;
  return [
    ...Object.keys(name).map((key) => `name.${key}`),
    ...Object.keys(description).map((key) => `description.${key}`),
    ...staticTabs.flatMap((tab, index) => (tab.name === undefined ? [] : [`staticTabs[${index}].name`])),
    ...bots.flatMap(({ commandLists = [] }, bot) =>
      commandLists.flatMap(({ commands }, list) =>
        commands.flatMap((_, index) =>
          ['title', 'description'].map((text) => `bots[${bot}].commandLists[${list}].commands[${index}].${text}`),
        ),
      ),
    ),
    ...composeExtensions.flatMap(({ commands = [] }, extension) =>
      commands.flatMap(({ parameters = [] }, command) => {
        const place = `composeExtensions[${extension}].commands[${command}]`;
        return [place, ...parameters.map((_, index) => `${place}.parameters[${index}]`)].flatMap((one) => [
          `${one}.title`,
          `${one}.description`,
        ]);
      }),
    ),
    ...(activities?.activityTypes ?? []).flatMap((_, index) =>
      ['description', 'templateText'].map((text) => `activities.activityTypes[${index}].${text}`),
    ),
  ];
}

interface Localisable {
  readonly name: Readonly<Record<string, string>>;
  readonly description: Readonly<Record<string, string>>;
  readonly staticTabs?: readonly { readonly name?: string }[];
  readonly bots?: readonly { readonly commandLists?: readonly { readonly commands: readonly unknown[] }[] }[];
  readonly composeExtensions?: readonly { readonly commands?: readonly { readonly parameters?: readonly unknown[] }[] }[];
  readonly activities?: { readonly activityTypes: readonly unknown[] };
}

const pngStart = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const withAlpha = 6;

/** @param side in pixels; Teams takes squares of exactly this size. */
export function iconMistakes(file: string, png: Buffer, side: number): string[] {
  if (!png.subarray(0, pngStart.length).equals(pngStart)) return [`${file} is not a PNG.`];
  const [width, height, kind] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25]];
  const mistakes: string[] = [];
  if (width !== side || height !== side) mistakes.push(`${file} is ${width} × ${height} pixels; it must be ${side} × ${side}.`);
  if (side === 32 && kind !== withAlpha) mistakes.push(`${file} must be transparent outside its lines.`);
  return mistakes;
}
