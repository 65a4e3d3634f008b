import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { startEchoDesk } from './echo-desk.ts';
import { mailOf, sendMail } from './send-mail.ts';

const root = join(import.meta.dirname, '../..');
const { resolve } = createRequire(import.meta.url);
const teamsJs = resolve('@microsoft/teams-js');
const axe = readFileSync(resolve('axe-core/axe.min.js'), 'utf8');

/** A tab that writes what Teams told it. */
const tabScript = `
const say = (text) => { document.querySelector('#said').textContent = text; };
const teams = window.microsoftTeams;
await teams.app.initialize([new URL(document.referrer).origin]);
const context = await teams.app.getContext();
teams.app.registerOnThemeChangeHandler((theme) => say('theme ' + theme));
const token = await teams.authentication.getAuthToken();
say([context.user.id, context.user.tenant.id, context.app.locale, context.app.theme, context.page.subPageId, token.split('.').length].join(' '));
document.querySelector('#dialog').addEventListener('click', () =>
  teams.dialog.url.open({ url: location.origin + '/tab/dialog', title: 'A page', size: { height: 200, width: 300 } }, (answer) => say('dialog ' + answer.result)));
teams.app.notifySuccess();
`;
const dialogScript = `
await window.microsoftTeams.app.initialize([new URL(document.referrer).origin]);
document.querySelector('#dialog').addEventListener('click', () => window.microsoftTeams.dialog.url.submit('chosen'));
`;
const html = (script: string) =>
  `<!doctype html><title>tab</title><p id="said"></p><button id="dialog">Dialog</button><script src="/tab/teams.js"></script><script type="module" src="/tab/${script}"></script>`;
const served: Readonly<Record<string, { readonly type: string; readonly body: string }>> = {
  '/tab/': { type: 'text/html', body: html('page.js') },
  '/tab/dialog': { type: 'text/html', body: html('dialog.js') },
  '/tab/page.js': { type: 'text/javascript', body: tabScript },
  '/tab/dialog.js': { type: 'text/javascript', body: dialogScript },
  '/tab/teams.js': { type: 'text/javascript', body: readFileSync(teamsJs, 'utf8') },
};

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'A **form**' },
    { type: 'Input.Text', id: 'words', label: 'Words' },
  ],
  actions: [
    {
      type: 'Action.Execute',
      title: 'Save',
      verb: 'save',
      data: { case: '7' },
      fallback: { type: 'Action.Submit', title: 'Save', data: { verb: 'save' } },
    },
    { type: 'Action.Execute', title: 'Fail', verb: 'fail' },
    { type: 'Action.Submit', title: 'Ask', associatedInputs: 'none', data: { msteams: { type: 'task/fetch' } } },
    {
      type: 'Action.OpenUrl',
      title: 'Tab',
      url: `https://teams.microsoft.com/l/entity/app/cases?context=${encodeURIComponent('{"subEntityId":"case-7"}')}`,
    },
  ],
};

const refreshing = {
  type: 'AdaptiveCard',
  version: '1.5',
  refresh: { action: { type: 'Action.Execute', verb: 'refresh', data: { words: 'for Jordan' } } },
  body: [{ type: 'TextBlock', text: 'for all' }],
};

async function logic(context: TurnContext): Promise<void> {
  const { type, name, value, text, attachments } = context.activity;
  const answer = (body: unknown, status = 200) => context.sendActivity({ type: 'invokeResponse', value: { status, body } });
  if (type === 'message' && text === 'mine') await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(refreshing)));
  else if (type === 'message' && text === 'consent')
    await context.sendActivity(
      MessageFactory.attachment({
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name: 'cases.csv',
        content: { description: 'All cases', sizeInBytes: 3, acceptContext: { n: 1 }, declineContext: {} },
      }),
    );
  else if (name === 'fileConsent/invoke') {
    const { name: fileName, contentUrl, uniqueId, fileType, uploadUrl } = value.uploadInfo;
    await fetch(uploadUrl, { method: 'PUT', body: 'a,b', headers: { 'content-range': 'bytes 0-2/3' } });
    const content = { uniqueId, fileType };
    await context.sendActivity(
      MessageFactory.attachment({ contentType: 'application/vnd.microsoft.teams.card.file.info', name: fileName, contentUrl, content }),
    );
  } else if (type === 'message' && text === 'card') await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(card)));
  else if (type === 'message') await context.sendActivity(`**${text ?? JSON.stringify(value)}** ${attachments?.[0]?.name ?? ''} <i>`);
  else if (name === 'task/fetch')
    await answer({ task: { type: 'continue', value: { title: 'Why?', card: CardFactory.adaptiveCard(card) } } });
  else if (name === 'adaptiveCard/action' && value.action.verb === 'fail') await answer(undefined, 500);
  else if (name === 'adaptiveCard/action')
    await answer({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: `saved ${value.action.data.words}` }] },
    });
}

let desk: Awaited<ReturnType<typeof startEchoDesk>>;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--config', 'src/local/page/vite.config.ts'], { cwd: root });
  desk = await startEchoDesk(logic, { pages: join(root, 'dist/local'), served });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('console', (message) => {
    // teams-js asks a host of Microsoft's for its list of origins, and goes on without it.
    const fromTeamsJs = message.location().url.includes('validDomains');
    if (['error', 'warning'].includes(message.type()) && !fromTeamsJs) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(desk.local.url);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const messages = () => page.getByTestId('messages');
const lastOfBot = () => page.locator('[data-testid=message][data-author=bot]').last();
async function say(text: string) {
  await page.getByTestId('composer').fill(text);
  await page.getByTestId('composer').press('Enter');
}

async function faults(): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

test('the choice of persons is accessible', async () => {
  await page.getByRole('button', { name: 'Jordan Miller' }).waitFor();
  expect(await faults()).toEqual([]);
});

test('ID-2 a person is chosen, and says something to the bot', async () => {
  await page.getByRole('button', { name: 'Jordan Miller' }).click();
  await say('hello');
  await lastOfBot().getByText('hello').waitFor();
  expect(await lastOfBot().locator('.text').innerHTML()).toContain('<strong>hello</strong>  &lt;i&gt;');
});

test('a file goes with a message', async () => {
  await page.getByTestId('file-input').setInputFiles({ name: 'numbers.csv', mimeType: 'text/csv', buffer: Buffer.from('+33') });
  await page.getByTestId('file-chip').waitFor();
  await say('take this');
  await lastOfBot().getByText('numbers.csv').waitFor();
});

test('an Execute replaces its card', async () => {
  await say('card');
  await lastOfBot().getByLabel('Words').fill('wörter');
  await lastOfBot().getByRole('button', { name: 'Save' }).click();
  await lastOfBot().getByText('saved wörter').waitFor();
});

test('a failing Execute says that something went wrong', async () => {
  await say('card');
  await lastOfBot().getByRole('button', { name: 'Fail' }).click();
  await lastOfBot().getByRole('alert').getByText('Something went wrong').waitFor();
});

test('the fallback is sent where Action.Execute is not known', async () => {
  await lastOfBot().hover();
  await lastOfBot().getByRole('button', { name: 'As an older Teams shows it' }).click();
  await lastOfBot().getByRole('button', { name: 'Save' }).click();
  await lastOfBot().getByText('"verb":"save"').waitFor();
});

test('a dialog opens, and closes', async () => {
  await say('card');
  await lastOfBot().getByRole('button', { name: 'Ask' }).click();
  const dialog = page.getByRole('dialog', { name: 'Why?' });
  await dialog.getByLabel('Words').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  expect(await dialog.count()).toBe(0);
});

test('a card is refreshed for whoever sees it', async () => {
  await say('mine');
  await lastOfBot().getByText('saved for Jordan').waitFor();
});

test('a file the bot offers is taken, and can be downloaded', async () => {
  await say('consent');
  await lastOfBot().getByRole('button', { name: 'Allow' }).click();
  const link = lastOfBot().getByRole('link', { name: 'cases.csv' });
  const download = page.waitForEvent('download');
  await link.click();
  expect(readFileSync(await (await download).path(), 'utf8')).toBe('a,b');
});

test('F-32 mail comes by itself, newest first, its text as text and its links as links', async () => {
  await page.getByTestId('rail-mail').click();
  const send = (subject: string, text: string) =>
    sendMail(desk.local.mail.smtpUrl, ['jordan.miller@fabrikam.example'], mailOf(subject, text));
  await send('First', 'One');
  await page.getByTestId('mail').getByText('One').waitFor();
  await send('<b>Second</b>', 'Look at https://x.example/y <i>now</i>.');
  await page.getByText('<b>Second</b>').waitFor();
  expect(await page.getByTestId('mail').locator('h2').allTextContents()).toEqual(['<b>Second</b>', 'First']);
  const text = page.getByTestId('mail').first().locator('.mail-text');
  expect(await text.textContent()).toContain('https://x.example/y <i>now</i>.');
  expect(await text.locator('a').getAttribute('href')).toBe('https://x.example/y');
  await page.getByTestId('box-others').click();
  await page.getByText('No mail yet to addresses outside').waitFor();
  await page.getByTestId('rail-chat').click();
});

test.each(['default', 'dark', 'contrast'])('the page is accessible in the theme %s', async (theme) => {
  await page.getByTestId('theme').selectOption(theme);
  for (const [place, ready] of [
    ['mail', 'mail'],
    ['team', 'composer'],
    ['chat', 'composer'],
  ]) {
    await page.getByTestId(`rail-${place}`).click();
    await page
      .getByTestId(ready ?? '')
      .first()
      .waitFor();
    expect(await faults()).toEqual([]);
  }
  await page.getByTestId('theme').selectOption('default');
});

test('a link to the app opens its tab, which learns who, where, in which language and theme', async () => {
  await say('card');
  await lastOfBot().getByRole('link', { name: 'Tab' }).click();
  const tab = page.frameLocator('[data-testid=app-frame]');
  await tab.getByText('case-7').waitFor();
  const said = (await tab.locator('#said').textContent())?.split(' ');
  expect(said?.slice(2)).toEqual(['en-us', 'default', 'case-7', '3']);
  await page.getByTestId('theme').selectOption('dark');
  await tab.getByText('theme dark').waitFor();
  await page.getByTestId('language').selectOption('fr');
  await tab.getByText('fr-fr dark case-7').waitFor();
});

test('the tab opens a dialog and receives what was submitted', async () => {
  const tab = page.frameLocator('[data-testid=app-frame]');
  await tab.getByRole('button', { name: 'Dialog' }).click();
  await page.frameLocator('[data-testid=dialog-frame]').getByRole('button', { name: 'Dialog' }).click();
  await tab.getByText('dialog chosen').waitFor();
});

test('another window is another person, and the channel shows both what was said', async () => {
  const other = await browser.newPage();
  await other.goto(`${desk.local.url}/#/team`);
  await other.getByRole('button', { name: 'Taylor Brooks' }).click();
  await page.getByTestId('rail-team').click();
  await page.getByTestId('composer').fill('Good morning');
  await page.getByTestId('send').click();
  await other.getByTestId('messages').getByText('Good morning').waitFor();
  await other.getByTestId('reply-composer').fill('@Case Desk listen');
  await other.getByTestId('reply-send').click();
  await messages().getByText('listen').last().waitFor();
  await other.close();
});

test('nothing complained on the way', () => {
  expect(complaints).toEqual([]);
});
