import { readCaseNumber } from '../src/domain/case/number.ts';
import { locales, type Words, words } from '../src/domain/i18n/index.ts';
import type { Action } from './actions.ts';

type Command = keyof Words['bot']['commands'];

/** What each command asks for; `rest` is what was written after it. */
const commands: Readonly<Record<Command, (rest: string) => Action>> = {
  home: () => ({ do: 'home' }),
  create: () => ({ do: 'create', desk: null, category: null, customer: null }),
  mine: () => listed('mine'),
  waitingOnMe: () => listed('waitingOnMe'),
  company: () => listed('company'),
  followed: () => listed('followed'),
  search: (rest) => ({ do: 'search', words: rest.slice(0, 200) }),
  drafts: () => ({ do: 'drafts' }),
  queue: () => listed('queue'),
  rooms: () => ({ do: 'rooms' }),
  customers: () => ({ do: 'board' }),
  reports: () => ({ do: 'reports', days: 30 }),
  transfer: () => ({ do: 'transfer' }),
  feedback: () => ({ do: 'feedback', caseId: null }),
  profile: () => ({ do: 'profile' }),
  language: () => ({ do: 'language' }),
  subscribe: () => ({ do: 'subscribe' }),
  unsubscribe: () => ({ do: 'unsubscribe' }),
  english: () => ({ do: 'speak', locale: 'en' }),
  french: () => ({ do: 'speak', locale: 'fr' }),
};

const listed = (list: 'mine' | 'waitingOnMe' | 'company' | 'followed' | 'queue'): Action => ({
  do: 'list',
  list,
  state: 'open',
  words: null,
  cursor: null,
});

/** Letters alone, so that accents, typographic apostrophes, case and punctuation at the ends don't matter. */
const plain = (typed: string): string =>
  typed
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[’ʼ`]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s!?.,;:/]+|[\s!?.,;:]+$/g, '');

/** Every way to write a command, in every language: whoever reads French may type English. */
const ways = new Map<string, Command>(
  locales.flatMap((locale) =>
    (Object.entries(words(locale).bot.commands) as [Command, { title: string; also: readonly string[] }][]).flatMap(
      ([command, { title, also }]) => [title, ...also].map((way) => [plain(way), command] as const),
    ),
  ),
);
const searches = [...ways]
  .filter(([, command]) => command === 'search')
  .map(([way]) => way)
  .sort((a, b) => b.length - a.length);

const caseNumberWithin = /\bCD[\s\-–—]?[0-9A-Z]{4}[\s\-–—]?[0-9A-Z]{4}\b/i;

/** What a person asks for in words: a command, a case number, a search. Anything else is `unknown`, which is never a dead end. */
export function read(typed: string): Action {
  const said = typed.replace(/\s+/g, ' ').trim();
  const asked = plain(said);
  if (asked === '') return { do: 'home' };
  const command = ways.get(asked);
  if (command) return commands[command]('');
  const search = searches.find((way) => asked.startsWith(`${way} `) || asked.startsWith(`${way}:`));
  if (search) return commands.search(said.slice(search.length).replace(/^[\s:]+/, ''));
  const number = readCaseNumber(said);
  if (number.ok || number.error === 'mistyped') return { do: 'number', number: said.slice(0, 40) };
  const within = caseNumberWithin.exec(said)?.[0];
  if (within && readCaseNumber(within).ok) return { do: 'number', number: within };
  return { do: 'unknown', text: said.slice(0, 200).toWellFormed() };
}
