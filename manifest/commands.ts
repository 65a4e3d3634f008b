import { type Locale, type Words, words } from '../src/domain/i18n/index.ts';
import type { Json } from './checks.ts';

type Command = keyof Words['bot']['commands'];

/** What Teams offers, ten at most in each place, the likely ones first. A command's title comes back to the bot as if it were typed. */
const offered: readonly { readonly scopes: readonly string[]; readonly commands: readonly Command[] }[] = [
  {
    scopes: ['personal'],
    commands: ['create', 'mine', 'waitingOnMe', 'company', 'followed', 'search', 'drafts', 'feedback', 'language', 'home'],
  },
  { scopes: ['team'], commands: ['subscribe', 'unsubscribe', 'rooms', 'create', 'home'] },
];

const commandLists = (locale: Locale) =>
  offered.map(({ scopes, commands }) => ({
    scopes,
    commands: commands.map((name) => {
      const { title, about } = words(locale).bot.commands[name];
      return { title, description: about };
    }),
  }));

interface ExtensionCommand {
  readonly id: string;
  readonly type: 'action' | 'query';
  readonly title: string;
  readonly description: string;
  readonly context: readonly string[];
  readonly fetchTask?: boolean;
  readonly initialRun?: boolean;
  readonly parameters?: readonly {
    readonly name: string;
    readonly title: string;
    readonly description: string;
    readonly inputType: string;
  }[];
}

/** G-14: what Teams offers on a message, and beside one that is being written. */
const extensionCommands = (locale: Locale): readonly ExtensionCommand[] => {
  const { createCase: create, findCase: find } = words(locale).extension;
  return [
    { id: 'createCase', type: 'action', title: create.title, description: create.about, context: ['message'], fetchTask: true },
    {
      ...{ id: 'findCase', type: 'query', title: find.title, description: find.about },
      ...{ context: ['compose', 'commandBox'], initialRun: true },
      parameters: [{ name: 'words', title: find.words, description: find.wordsAbout, inputType: 'text' }],
    },
  ];
};

/** The manifest with the bot's commands in English. */
export function withCommands(manifest: Json): Json {
  const [bot = {}] = manifest['bots'] as readonly Json[];
  const [extension = {}] = manifest['composeExtensions'] as readonly Json[];
  return {
    ...manifest,
    bots: [{ ...bot, commandLists: commandLists('en') }],
    composeExtensions: [{ ...extension, commands: extensionCommands('en') }],
  };
}

/** A language file with the same commands in its language. */
export function withCommandsIn(locale: Locale, language: Json): Json {
  const texts = commandLists(locale).flatMap(({ commands }, list) =>
    commands.flatMap(({ title, description }, index) => [
      [`bots[0].commandLists[${list}].commands[${index}].title`, title] as const,
      [`bots[0].commandLists[${list}].commands[${index}].description`, description] as const,
    ]),
  );
  const beside = extensionCommands(locale).flatMap(({ title, description, parameters = [] }, index) => {
    const place = `composeExtensions[0].commands[${index}]`;
    return [
      [`${place}.title`, title] as const,
      [`${place}.description`, description] as const,
      ...parameters.flatMap((parameter, nth) => [
        [`${place}.parameters[${nth}].title`, parameter.title] as const,
        [`${place}.parameters[${nth}].description`, parameter.description] as const,
      ]),
    ];
  });
  return { ...language, ...Object.fromEntries([...texts, ...beside]) };
}
