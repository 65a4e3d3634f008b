import type { Locator, Page } from 'playwright-core';
import { type Words, words } from '../../src/domain/i18n/index.ts';
import type { Place } from '../../src/local/client-contract.ts';
import type { ScriptedPerson } from '../../src/local/teams-client.ts';
import type { Language, Who } from './looks.ts';
import type { SampleWork } from './sample-work.ts';

/** One person's chat with the bot, in their language. */
export interface Chat {
  readonly language: Language;
  readonly words: Words;
  readonly work: SampleWork;
  say(text: string): Promise<void>;
  /** Presses a button of the bot’s last message, by its title or verb. */
  press(title: string, inputs?: Readonly<Record<string, string>>): Promise<void>;
  attach(name: string, content: string): Promise<void>;
  /** The engineer writes on the lively case, elsewhere. */
  engineerWrites(text: string): Promise<void>;
}

export function chatWith(
  person: ScriptedPerson,
  work: SampleWork,
  language: Language,
  { place = 'personal', engineerWrites = async () => {} }: Partial<Pick<ChatPicture, 'place'> & Pick<Chat, 'engineerWrites'>> = {},
): Chat {
  const before = place === 'team' ? '@Case Desk ' : '';
  return {
    language,
    words: words(language),
    work,
    async say(text) {
      await person.say(before + text, { place });
      // In a channel the answer comes by the pages' own refresh; in a chat they refresh it before it is pressed.
      await new Promise((resolve) => setTimeout(resolve, place === 'team' ? 4_000 : 700));
    },
    press: async (title, inputs) => void (await person.press(await person.lastFromBot(place), title, inputs)),
    engineerWrites,
    attach: async (name, content) => void (await person.attach(name, content)),
  };
}

/** A card: what is said and pressed until it shows. */
export interface ChatPicture {
  readonly name: string;
  readonly as: Who;
  readonly make: (chat: Chat) => Promise<void>;
  /** What is done on the page itself, and what of it is in the picture; without it, the last card. */
  readonly inPage?: (page: Page, chat: Chat) => Promise<Locator>;
  readonly after?: (page: Page) => Promise<void>;
  /** In the personal chat, unless told. */
  readonly place?: Place;
}

const card = (name: string, make: ChatPicture['make'], as: Who = 'customer'): ChatPicture => ({ name, as, make });

export const chatPictures: readonly ChatPicture[] = [
  card('home', (chat) => chat.say(chat.words.bot.commands.home.title)),
  card('not-understood', (chat) => chat.say('xylophone')),
  card('language', (chat) => chat.say(chat.words.bot.commands.language.title)),
  card('create', (chat) => chat.say(chat.words.bot.commands.create.title)),
  card('create-at-desk', (chat) => chat.press(chat.words.desks.phoneNumbers.name)),
  card('form', (chat) => chat.press(chat.words.desks.phoneNumbers.caseTypes.portIn.name)),
  {
    ...card('form-in-dialog', async () => {}),
    inPage: async (page, { words: { bot } }) => {
      await page.getByTestId('card').last().getByRole('button', { name: bot.form.inDialog }).click();
      await page.getByTestId('dialog').getByRole('textbox').first().waitFor();
      return page.getByTestId('dialog');
    },
    after: (page) => page.keyboard.press('Escape'),
  },
  card('form-with-faults', async (chat) => {
    await chat.attach('numbers.csv', 'number\r\n+33472410001\r\n12\r\n+12064422000\r\n');
    await chat.say(chat.words.bot.commands.create.title);
    await chat.press(chat.words.desks.phoneNumbers.name);
    await chat.press(chat.words.desks.phoneNumbers.caseTypes.portIn.name);
    await chat.press(chat.words.bot.form.send);
  }),
  card('file-taken', (chat) => chat.attach('numbers.csv', 'number\r\n+33472410001\r\n12\r\n+12064422000\r\n')),
  card('form-kept', async (chat) => {
    await chat.say(chat.words.bot.commands.create.title);
    await chat.press(chat.words.desks.phoneNumbers.name);
    await chat.press(chat.words.desks.phoneNumbers.caseTypes.portIn.name);
    await chat.press(chat.words.bot.form.keep, { title: 'Lyon' });
  }),
  card('drafts', (chat) => chat.say(chat.words.bot.commands.drafts.title)),
  card('list-mine', (chat) => chat.say(chat.words.bot.commands.mine.title)),
  card('list-company', (chat) => chat.say(chat.words.bot.commands.company.title)),
  card('list-waiting', (chat) => chat.say(chat.words.bot.commands.waitingOnMe.title)),
  card('search-asked', (chat) => chat.say(chat.words.bot.commands.search.title)),
  card('search', (chat) => chat.say(`${chat.words.bot.commands.search.title} ${{ en: 'Seattle', fr: 'Lyon' }[chat.language]}`)),
  card('search-empty', (chat) => chat.say(`${chat.words.bot.commands.search.title} xylophone`)),
  card('case-waiting', (chat) => chat.say(chat.work.waiting[chat.language])),
  card('case-resolved', (chat) => chat.say(chat.work.resolved[chat.language])),
  card('case-unknown', (chat) => chat.say('CD-2222-2222')),
  card('case', (chat) => chat.say(chat.work.lively[chat.language])),
  card('comment', (chat) => chat.press(chat.words.cases.actions.comment)),
  card('case-commented', (chat) =>
    chat.press(chat.words.bot.write.send.comment, {
      text: { en: 'Thank you. We will wait then.', fr: 'Merci. Nous attendons donc.' }[chat.language],
    }),
  ),
  card('cancel', (chat) => chat.press(chat.words.cases.actions.cancel)),
  card('timeline', async (chat) => {
    await chat.say(chat.work.lively[chat.language]);
    await chat.press('timeline');
  }),
  card('incident-split', (chat) => chat.say(chat.work.incidents[chat.language].whole)),
  card('incident-part', (chat) => chat.say(chat.work.incidents[chat.language].part)),
  card('incident-answer', (chat) => chat.press(chat.words.cases.actions.answerSolution)),
  card('profile', (chat) => chat.say(chat.words.bot.commands.profile.title)),
  card('profile-notices', async (chat) => {
    await chat.say(chat.words.bot.commands.profile.title);
    await chat.press(chat.words.choices.notices);
  }),
  card('feedback', (chat) => chat.say(chat.words.bot.commands.feedback.title)),
  card('notice', async (chat) => {
    await chat.engineerWrites(
      {
        en: 'The carrier has confirmed the date.\nThe reception line comes last, as you asked.',
        fr: 'L’opérateur a confirmé la date.\nLe standard sera porté en dernier.',
      }[chat.language],
    );
  }),
  { ...card('team-subscribe', (chat) => chat.say(chat.words.bot.commands.subscribe.title), 'engineer'), place: 'team' },
  {
    ...card('team-subscribed', async (chat) => chat.press(chat.words.channels.save, {}), 'engineer'),
    place: 'team',
  },
  {
    ...card(
      'team-thread',
      async (chat) => chat.engineerWrites({ en: 'One more thing.', fr: 'Encore une chose.' }[chat.language]),
      'engineer',
    ),
    place: 'team',
    inPage: async (page, { work, language }) => {
      const post = page.getByTestId('post').filter({ hasText: work.lively[language] }).first();
      await post.scrollIntoViewIfNeeded();
      await page.waitForTimeout(1_000);
      return post;
    },
  },
  {
    ...card('team-subscribe-own', (chat) => chat.say(chat.words.bot.commands.subscribe.title)),
    place: 'team',
  },
  {
    ...card('team-subscribed-own', (chat) => chat.press(chat.words.channels.subscribe, {})),
    place: 'team',
  },
  card('engineer-home', (chat) => chat.say(chat.words.bot.commands.home.title), 'engineer'),
  card('engineer-queue', (chat) => chat.say(chat.words.bot.commands.queue.title), 'engineer'),
  card('engineer-case', (chat) => chat.say(chat.work.lively[chat.language]), 'engineer'),
  card('engineer-ask', (chat) => chat.press(chat.words.cases.actions.ask), 'engineer'),
  card(
    'engineer-more',
    async (chat) => {
      await chat.say(chat.work.lively[chat.language]);
      await chat.press(chat.words.bot.case.more);
    },
    'engineer',
  ),
  ...(['merge', 'linkOutage'] as const).map((action) =>
    card(
      `engineer-${action}`,
      async (chat) => {
        await chat.say(chat.work.lively[chat.language]);
        await chat.press(chat.words.bot.case.more);
        await chat.press(chat.words.cases.actions[action]);
      },
      'engineer',
    ),
  ),
  card('reports', (chat) => chat.say(chat.words.bot.commands.reports.title)),
  card('engineer-reports', (chat) => chat.say(chat.words.bot.commands.reports.title), 'engineer'),
];
