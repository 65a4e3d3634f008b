import { type Locale, type Words, words } from '../src/domain/i18n/index.ts';
import type { Json } from './checks.ts';

/** What Teams offers in the personal chat, ten at most, the likely ones first. A command's title comes back to the bot as if it were typed. */
const offered: readonly (keyof Words['bot']['commands'])[] = [
  'create',
  'mine',
  'waitingOnMe',
  'company',
  'search',
  'drafts',
  'feedback',
  'language',
  'home',
];

const commandsIn = (locale: Locale) =>
  offered.map((name) => {
    const { title, about } = words(locale).bot.commands[name];
    return { title, description: about };
  });

/** The manifest with the bot's commands in English. */
export function withCommands(manifest: Json): Json {
  const [bot = {}] = manifest['bots'] as readonly Json[];
  return { ...manifest, bots: [{ ...bot, commandLists: [{ scopes: ['personal'], commands: commandsIn('en') }] }] };
}

/** A language file with the same commands in its language. */
export function withCommandsIn(locale: Locale, language: Json): Json {
  const texts = commandsIn(locale).flatMap(({ title, description }, index) => [
    [`bots[0].commandLists[0].commands[${index}].title`, title] as const,
    [`bots[0].commandLists[0].commands[${index}].description`, description] as const,
  ]);
  return { ...language, ...Object.fromEntries(texts) };
}
