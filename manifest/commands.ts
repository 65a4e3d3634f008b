import { type Locale, type Words, words } from '../src/domain/i18n/index.ts';
import type { Json } from './checks.ts';

type Command = keyof Words['bot']['commands'];

/** What Teams offers, ten at most in each place, the likely ones first. A command's title comes back to the bot as if it were typed. */
const offered: readonly { readonly scopes: readonly string[]; readonly commands: readonly Command[] }[] = [
  {
    scopes: ['personal'],
    commands: ['create', 'mine', 'waitingOnMe', 'company', 'followed', 'search', 'drafts', 'feedback', 'language', 'home'],
  },
  { scopes: ['team'], commands: ['subscribe', 'unsubscribe', 'create', 'home'] },
];

const commandLists = (locale: Locale) =>
  offered.map(({ scopes, commands }) => ({
    scopes,
    commands: commands.map((name) => {
      const { title, about } = words(locale).bot.commands[name];
      return { title, description: about };
    }),
  }));

/** The manifest with the bot's commands in English. */
export function withCommands(manifest: Json): Json {
  const [bot = {}] = manifest['bots'] as readonly Json[];
  return { ...manifest, bots: [{ ...bot, commandLists: commandLists('en') }] };
}

/** A language file with the same commands in its language. */
export function withCommandsIn(locale: Locale, language: Json): Json {
  const texts = commandLists(locale).flatMap(({ commands }, list) =>
    commands.flatMap(({ title, description }, index) => [
      [`bots[0].commandLists[${list}].commands[${index}].title`, title] as const,
      [`bots[0].commandLists[${list}].commands[${index}].description`, description] as const,
    ]),
  );
  return { ...language, ...Object.fromEntries(texts) };
}
