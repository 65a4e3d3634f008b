import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { people, type RunningDesk, startDesk } from './desk.ts';
import { openTab } from './tab-window.ts';

let desk: RunningDesk;
let browser: Browser;

beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk('embedded'), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const list = ['number', '+12065550100', '2065550101', '+12065550100', 'reception', ''].join('\n');

test('PN-1 a guest and an engineer learn why they open no case', async () => {
  for (const [person, why] of [
    [people.marco, 'Guests can’t create'],
    [people.sam, 'Engineers answer them'],
  ] as const) {
    const { tab, close } = await openTab(browser, desk, { person, sub: 'new', language: 'en' });
    await tab.waitForSelector(`.empty:has-text("${why}")`);
    await close();
  }
});

test('CS-1, G-4 a partner’s person chooses the customer for whom a case is opened, is told for whom it is, and goes from the board to its cases', async () => {
  const { tab, close } = await openTab(browser, desk, { person: people.priya, sub: 'new', language: 'en' });
  await tab.click('button:has-text("Cloud services")');
  await tab.locator('.customer input').selectText();
  await tab.locator('.customer input').pressSequentially('conto');
  await tab.click('[role=option]:has-text("Contoso")');
  await tab.click('.card-button:has-text("Billing and fraud")');
  await tab.waitForSelector('.card-host input');
  expect(await tab.innerText('.card-host')).toContain('For Contoso');
  expect(await tab.locator('text=You act for your own organisation.').count()).toBe(0);
  await tab.evaluate(() => {
    window.location.hash = '#/customers';
  });
  await tab.click('.board a:has-text("Contoso")');
  await tab.waitForSelector('.filters option:checked:has-text("Contoso")', { state: 'attached' });
  await tab.waitForSelector('button:has-text("Clear the filters")');
  await close();
});

test('PN-16 licensing and billing lead to where they are answered, and open no case', async () => {
  const { tab, close } = await openTab(browser, desk, { person: people.jordan, sub: 'new' });
  await tab.waitForSelector('.cards a[href^="https://admin.microsoft.com/"] >> nth=1');
  await close();
});

test('PN-5 a number list says how many are good and which rows are wrong; they are corrected in place', async () => {
  const { tab, close } = await openTab(browser, desk, { person: people.jordan, sub: 'new' });
  await tab.click('.card-button:has-text("Question about porting in")');
  await tab.setInputFiles('[data-field=numbers] input[type=file]', csv('numbers.csv', list));
  await tab.waitForSelector('.report-counts:has-text("1 good number")');
  await tab.waitForSelector('.report-counts:has-text("2 rows to correct")');
  await tab.waitForSelector('.report-counts:has-text("1 repeated row")');
  await tab.click('button:has-text("Use the suggestion")');
  expect(await tab.inputValue('[aria-label="Corrected number for row 3"]')).toBe('+12065550101');
  await tab.click('[aria-label="Take row 5 out"]');
  await tab.click('button:has-text("Save corrections")');
  await tab.waitForSelector('.report-counts:has-text("2 good numbers")');
  await tab.waitForSelector('.report-counts:has-text("The list can be sent.")');
  await close();
});

test('CS-12 a known outage is followed in the place of a case, and given up again', async () => {
  await desk.ask(people.nadia, 'POST', '/outages', { desk: 'phoneNumbers', title: 'Carrier down in Lyon', description: 'Ticket 4711' });
  const { tab, faults, close } = await openTab(browser, desk, { person: people.jordan, sub: 'new' });
  await tab.click('[aria-label="Follow: Carrier down in Lyon"]');
  await tab.waitForSelector('.announcer:has-text("Carrier down in Lyon")');
  await tab.waitForSelector('[aria-label="Follow no longer: Carrier down in Lyon"]');
  expect(await tab.locator('.health').textContent()).not.toContain('4711');
  await tab.click('[aria-label="Follow no longer: Carrier down in Lyon"]');
  await tab.waitForSelector('[aria-label="Follow: Carrier down in Lyon"]');
  expect(faults).toEqual([]);
  await close();
});

test('CS-12 what Microsoft announces is followed in the place of a case; what Microsoft says of it comes by mail, and then it is over', async () => {
  const title = 'Some users’ mail is delivered late';
  const { page, context, tab, faults, close } = await openTab(browser, desk, { person: people.priya, sub: 'new', language: 'en' });
  await tab.click('button:has-text("Cloud services")');
  await tab.click(`[aria-label="Follow: ${title}"]`);
  await tab.waitForSelector(`[aria-label="Follow no longer: ${title}"]`);
  const [microsoft] = await Promise.all([context.waitForEvent('page'), tab.click(`.record:has-text("${title}") a`)]);
  await microsoft.fill('form:has-text("EX1187402") textarea', 'A <b>fix</b> is out.');
  await microsoft.click('form:has-text("EX1187402") button[value=yes]');
  await microsoft.waitForSelector('legend:has-text("resolved")');
  await page.click('[data-testid=rail-mail]');
  const mail = await page.waitForSelector(`[data-testid=mail]:has-text("${title}")`);
  expect(await mail.innerText()).toContain('A <b>fix</b> is out.');
  expect(await mail.innerText()).toContain('is resolved');
  expect(faults).toEqual([]);
  await close();
});

test('PN-3 another country reads the list again, and asks for what that country asks for', async () => {
  const { tab, close } = await openTab(browser, desk, { person: people.jordan, sub: 'new' });
  await tab.click('.card-button:has-text("Port in")');
  await tab.waitForSelector('[data-input="requestedAt.zone"]');
  await tab.fill('[data-input=title] input', 'Kept while the form is drawn again');
  await tab.setInputFiles('[data-field=numbers] input[type=file]', csv('numbers.csv', '+33472000000\n'));
  await tab.waitForSelector('.report:has-text("There are numbers of other countries: France")');
  await tab.focus('[data-input=country] select');
  await tab.selectOption('[data-input=country] select', 'FR');
  await tab.waitForSelector('.report-counts:has-text("1 good number")');
  await tab.waitForSelector('[data-input="requestedAt.zone"]', { state: 'detached' });
  expect(await tab.inputValue('[data-input=title] input')).toBe('Kept while the form is drawn again');
  expect(await tab.evaluate(() => document.activeElement?.closest('[data-input]')?.getAttribute('data-input'))).toBe('country');
  await close();
});

test('G-1 a form with faults names them where they are and goes to the first; corrected, it becomes a case whose number is told', async () => {
  const { tab, faults, close } = await openTab(browser, desk, { person: people.jordan, sub: 'new' });
  await tab.click('.card-button:has-text("Other question")');
  await tab.fill('[data-input=description] textarea', '*Not* [a link](https://evil.example)');
  await tab.click('.draft-foot button[type=submit]');
  await tab.waitForSelector('.card-fault:has-text("Please fill this in.")');
  await tab.waitForFunction(() => document.activeElement?.closest('[data-input]')?.getAttribute('data-input') === 'title');
  const described = await tab.evaluate(() =>
    (document.activeElement?.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent),
  );
  expect(described).toContain('Please fill this in.');
  await tab.locator('[data-input=title] input').pressSequentially('A question with <i>markup</i>');
  await tab.setInputFiles('[data-field=documents] input[type=file]', [csv('one.txt', '1'), csv('two.txt', '2')]);
  await tab.waitForSelector('[data-field=documents] li.file:has-text("two.txt")');
  await tab.click('.draft-foot button[type=submit]');
  await tab.waitForSelector('.announcer:has-text("is created")');
  await tab.waitForSelector('h1:has-text("A question with <i>markup</i>")');
  await tab.waitForSelector('.case-details:has-text("*Not* [a link](https://evil.example)")');
  expect(await tab.locator('.case-details .file').count()).toBe(2);
  expect(faults).toEqual([]);
  await close();
});

test('G-19 a form keeps itself, is listed, goes on where it stopped, and is deleted when asked', async () => {
  const first = await openTab(browser, desk, { person: people.taylor, sub: 'new' });
  await first.tab.click('.card-button:has-text("Custom calling name")');
  await first.tab.fill('[data-input=title] input', 'Begun on the train');
  await first.tab.waitForSelector('.saved[data-saved=unsaved], .saved[data-saved=saving]');
  await first.tab.waitForSelector('.saved[data-saved=saved]');
  await first.close();
  const second = await openTab(browser, desk, { person: people.taylor, sub: 'drafts' });
  await second.tab.click('.drafts a:has-text("Begun on the train")');
  await second.tab.waitForSelector('.card-host input');
  expect(await second.tab.inputValue('[data-input=title] input')).toBe('Begun on the train');
  await second.tab.click('.draft-foot button:has-text("Delete the draft")');
  await second.tab.click('[role=alertdialog] button:has-text("Delete the draft")');
  await second.tab.waitForSelector('h1:has-text("Create a case")');
  await second.tab.waitForSelector('.drafts', { state: 'detached' });
  await second.close();
});

test('F-2 a form sent twice is one case, and its address leads to it', async () => {
  const draft = await desk.ask<{ id: string }>(people.jordan, 'POST', '/drafts', {
    caseType: 'otherQuestion',
    input: { title: 'Sent once', description: 'And only once.', country: 'US' },
  });
  const { tab, go, close } = await openTab(browser, desk, { person: people.jordan, sub: `draft/${draft.id}` });
  await tab.waitForSelector('.card-host input');
  await tab.dblclick('.draft-foot button[type=submit]');
  await tab.waitForSelector('h1:has-text("Sent once")');
  await go(`#/draft/${draft.id}`);
  await tab.click('a:has-text("Open the case")');
  await tab.waitForSelector('h1:has-text("Sent once")');
  await close();
});
