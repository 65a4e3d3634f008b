import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { connectTeams, type TeamsClient } from '../src/local/teams-client.ts';
import { launchBrowser } from '../test/browser.ts';
import { buildAll } from './build.ts';
import { apiClient } from './shots/api-client.ts';
import { chatPictures, chatWith } from './shots/chat-pictures.ts';
import { type Language, type Look, locales, lookName, looks, people, pixels, type Who, zones } from './shots/looks.ts';
import { runDesk } from './shots/running-desk.ts';
import { doSampleWork, type SampleWork } from './shots/sample-work.ts';
import { type TabPicture, tabPictures } from './shots/tab-pictures.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'dist/shots');
/** `npm run shots -- chat-case fr-dark`: only the pictures whose name matches the one, in looks whose name matches the other; `readme`: only those of the README. */
const [, , wanted = '', look = ''] = process.argv;
const wantedLooks = looks.filter((one) => lookName(one).match(look));

/** Pictures of every page of the tab and every card of the chat, into `dist/shots`; without a filter those of the README too. */
async function main(): Promise<void> {
  await buildAll();
  if (wanted === '') rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const desk = await runDesk();
  const browser = await launchBrowser();
  try {
    const teams = await connectTeams(desk.teamsUrl);
    const work = await doSampleWork(desk.url, teams);
    const studio: Studio = { browser, teams, work, url: desk.teamsUrl, deskUrl: desk.url };
    await takeTab(studio, tabPictures.filter(isWanted('tab')));
    for (const language of ['en', 'fr'] as const) await takeChat(studio, language);
    if (wanted === '' || wanted === 'readme') await takeForReadme(studio);
  } finally {
    await browser.close();
    await desk.stop();
  }
}

interface Studio {
  readonly browser: Browser;
  readonly teams: TeamsClient;
  readonly work: SampleWork;
  readonly deskUrl: string;
  /** The stand-in's page. */
  readonly url: string;
}

const isWanted =
  (of: 'tab' | 'chat') =>
  ({ name }: { readonly name: string }): boolean =>
    `${of}-${name}`.match(wanted) !== null;

/** The stand-in's page as this person has it. @param where such as `#/chat` */
async function sitDown({ browser, teams, url }: Studio, who: Who, look: Look, where: string, height: number): Promise<Page> {
  const { entry } = teams.asPerson(people[look.language][who]);
  const context = await browser.newContext({
    viewport: { width: pixels[look.width], height },
    reducedMotion: 'reduce',
    locale: locales[look.language],
    timezoneId: zones[look.language],
  });
  const page = await context.newPage();
  const kept = JSON.stringify({ person: entry.id, theme: look.theme, language: look.language });
  await page.addInitScript((value) => sessionStorage.setItem('stand-in', value), kept);
  page.on('pageerror', (error) => console.error(`${where} (${lookName(look)}): ${error.message}`));
  await page.goto(`${url}/${where}`);
  return page;
}

/** The tab is loaded once for each person and look, then led from page to page. */
async function takeTab(studio: Studio, pictures: readonly TabPicture[]): Promise<void> {
  for (const look of wantedLooks) {
    for (const who of new Set(pictures.map(({ as }) => as))) {
      const theirs = pictures.filter((picture) => picture.as === who);
      const page = theirs.length > 0 ? await sitDown(studio, who, look, '#/app?page=desk', 900) : undefined;
      for (const picture of theirs) {
        if (!page) continue;
        await leadTo(page, picture.sub(studio.work, look.language), picture);
        await page.getByTestId('app-frame').screenshot({ path: join(folder, `tab-${picture.name}-${lookName(look)}.png`) });
      }
      await page?.context().close();
    }
  }
}

async function leadTo(page: Page, sub: string, { then }: Pick<TabPicture, 'then'> = {}): Promise<void> {
  const tab = page.frameLocator('[data-testid=app-frame]');
  const shown = tab.locator('h1:visible, h2:visible, [role=heading]:visible').first();
  await shown.waitFor();
  await tab.locator('body').evaluate((body, hash) => {
    body.ownerDocument.location.hash = hash;
  }, `#/${sub}`);
  await page.waitForTimeout(150);
  await page.waitForLoadState('networkidle');
  await shown.waitFor();
  await then?.(tab);
  await page.waitForTimeout(300);
}

/** One conversation, watched by a page of each look. It goes as far as what is wanted of it, through all that comes before. */
async function takeChat(studio: Studio, language: Language): Promise<void> {
  for (const who of ['customer', 'engineer'] as const) {
    for (const place of ['personal', 'team'] as const) {
      const all = chatPictures.filter((picture) => picture.as === who && (picture.place ?? 'personal') === place);
      const theirs = all.slice(0, all.findLastIndex(isWanted('chat')) + 1);
      if (theirs.length === 0) continue;
      const engineer = await apiClient(studio.deskUrl, studio.teams.asPerson(people[language].engineer));
      const engineerWrites = async (text: string) => {
        await engineer.write(studio.work.lively[language], text);
        // The worker brings it.
        await new Promise((resolve) => setTimeout(resolve, 2_000));
      };
      const person = studio.teams.asPerson(people[language][who], { locale: locales[language] });
      const chat = chatWith(person, studio.work, language, { place, engineerWrites });
      const pages = await Promise.all(
        wantedLooks
          .filter((look) => look.language === language)
          // Tall: a card is only in the picture as far as the chat shows it.
          .map(async (look) => ({ look, page: await sitDown(studio, who, look, place === 'team' ? '#/team' : '#/chat', 2_600) })),
      );
      // The bot introduces itself first.
      for (const { page } of pages) await page.getByTestId('card').first().waitFor();
      for (const picture of theirs) {
        await picture.make(chat);
        if (!isWanted('chat')(picture)) continue;
        for (const { look, page } of pages) {
          await page.waitForTimeout(300);
          const path = join(folder, `chat-${picture.name}-${lookName(look)}.png`);
          const shown = picture.inPage ? await picture.inPage(page, chat) : page.getByTestId('card').last();
          // A card that has just refreshed was another element a moment ago.
          await shown.screenshot({ path }).catch(() => shown.screenshot({ path }));
          await picture.after?.(page);
        }
      }
      for (const { page } of pages) await page.context().close();
    }
  }
}

async function takeForReadme(studio: Studio): Promise<void> {
  const images = join(root, 'docs/images');
  mkdirSync(images, { recursive: true });
  const look: Look = { language: 'en', theme: 'default', width: 'wide' };
  const tab = await sitDown(studio, 'customer', look, '#/app?page=desk', 800);
  await leadTo(tab, `case/${studio.work.lively.en}`);
  await tab.screenshot({ path: join(images, 'tab.png') });
  const chat = await sitDown(studio, 'customer', look, '#/chat', 1_500);
  await holdConversation(studio, chat);
  await chat.screenshot({ path: join(images, 'chat.png') });
}

/** A question that became a case, and the next form being filled in. */
async function holdConversation({ teams, work }: Studio, page: Page): Promise<void> {
  const chat = chatWith(teams.asPerson(people.en.customer, { locale: locales.en }), work, 'en');
  const { bot, desks } = chat.words;
  const begin = async () => {
    await chat.say(bot.commands.create.title);
    await chat.press(desks.phoneNumbers.name);
    await chat.press(bot.create.other.generalEnquiry);
    await chat.press(desks.phoneNumbers.caseTypes.portInEnquiry.name);
  };
  const title = page.getByTestId('card').last().getByRole('textbox').first();
  await page.getByTestId('card').last().waitFor();
  await begin();
  await chat.press(bot.form.send, {
    title: 'How long does a port from our carrier take?',
    description: 'We move the numbers of the Tacoma office in spring and would like to tell people when.',
  });
  await begin();
  await title.fill('Which documents does the carrier need?');
  await page.getByTestId('card').last().getByRole('textbox').nth(1).fill('Our contract names the holding, not the office.');
  await page.getByTestId('messages').evaluate((messages) => messages.scrollTo(0, messages.scrollHeight));
  await page.waitForTimeout(500);
}

await main();
