import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Frame } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { openCase, people, type RunningDesk, startDesk } from './desk.ts';
import { openTab } from './tab-window.ts';

let desk: RunningDesk;
let browser: Browser;

beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const titles = (tab: Frame) => tab.locator('.rows .row-title-text').allTextContents();
const focused = (tab: Frame) => tab.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

test('G-4 finds a case by number and by words, and names a mistyped number', async () => {
  const one = await openCase(desk, people.jordan, 'Port the harbour office', { country: 'US' });
  await openCase(desk, people.jordan, 'Rename the front desk', { country: 'US' });
  const { tab, close } = await openTab(browser, desk, { person: people.jordan, sub: 'list/mine' });
  await tab.waitForSelector('.rows li >> nth=1');
  expect(await titles(tab)).toEqual(['Rename the front desk', 'Port the harbour office']);
  await tab.press('body', '/');
  await tab.locator('input[type=search]').pressSequentially('harbour');
  await tab.waitForSelector('.rows li:only-child');
  expect(await titles(tab)).toEqual(['Port the harbour office']);
  await tab.fill('input[type=search]', one.number.toLowerCase().replaceAll('-', ' '));
  await tab.waitForSelector('.rows li:only-child');
  const wrong = one.number.slice(0, -1) + (one.number.endsWith('A') ? 'C' : 'A');
  await tab.fill('input[type=search]', wrong);
  await tab.waitForSelector('.empty:has-text("This number is mistyped")');
  await tab.fill('input[type=search]', 'nothing like it');
  await tab.waitForSelector('.empty:has-text("Nothing found")');
  await close();
});

test('G-4 an endless list goes on as one scrolls, and says when that is all', async () => {
  for (let i = 0; i < 35; i++) await openCase(desk, people.taylor, `Question ${i}`, { country: 'US' });
  const { tab, close } = await openTab(browser, desk, { person: people.taylor, sub: 'list/mine', height: 500 });
  await tab.waitForSelector('.rows li');
  await tab.locator('.list-end').scrollIntoViewIfNeeded();
  await tab.waitForSelector('.list-end:has-text("35 cases")');
  expect(new Set(await titles(tab)).size).toBe(35);
  await close();
});

test('G-4 company cases are there for ticket managers, the queue for engineers', async () => {
  const own = await openCase(desk, people.lea, 'Question de Léa');
  const views = async (person: string) => {
    const { tab, close } = await openTab(browser, desk, { person, language: 'en' });
    await tab.waitForSelector('.nav-item');
    const names = await tab.locator('.nav-views ul >> nth=0 >> .nav-text').allTextContents();
    await close();
    return names;
  };
  expect(await views(people.lea)).toEqual(['My cases', 'Waiting on me']);
  expect(await views(people.thomas)).toEqual(['My cases', 'Waiting on me', 'Company cases', 'Followed by me']);
  expect(await views(people.sam)).toEqual(['Queue', 'Assigned to me', 'Unassigned', 'Due soon', 'Waiting on requesters']);
  expect(await views(people.marco)).toEqual([]);
  const { tab, close } = await openTab(browser, desk, { person: people.thomas, sub: 'list/company' });
  await tab.click(`a[data-number="${own.number}"]`);
  await tab.waitForSelector('h1:has-text("Question de Léa")');
  await close();
});

test('G-5 a comment with a file stands in the timeline and comes back as it was; internal notes are the desk’s alone', async () => {
  const one = await openCase(desk, people.jordan, 'Which plan?', { country: 'US' });
  const mine = await openTab(browser, desk, { person: people.jordan, sub: `case/${one.number}` });
  await mine.tab.setInputFiles('.composer input[type=file]', { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('floor 2') });
  await mine.tab.waitForSelector('.composer li.file:has-text("plan.txt")');
  await mine.tab.fill('.composer textarea', 'Here it is\nשלום <script>alert(1)</script>');
  await mine.tab.click('.composer button[type=submit]');
  await mine.tab.waitForSelector('.entry-text:has-text("<script>alert(1)</script>")');
  await mine.tab.waitForFunction(() => document.activeElement?.matches('.composer textarea:placeholder-shown'));
  const [download] = await Promise.all([mine.page.waitForEvent('download'), mine.tab.click('.timeline button.file')]);
  expect(download.suggestedFilename()).toBe('plan.txt');
  const theirs = await openTab(browser, desk, { person: people.sam, sub: `case/${one.number}` });
  await theirs.tab.click('.composer button:has-text("Internal note")');
  await theirs.tab.fill('.composer textarea', 'Seems odd.');
  await theirs.tab.click('.composer button[type=submit]');
  await theirs.tab.waitForSelector('.entry[data-internal=true]:has-text("Seems odd.")');
  await mine.page.reload();
  const frame = await (await mine.page.waitForSelector('[data-testid=app-frame]')).contentFrame();
  await frame?.waitForSelector('.entry-text');
  expect(await frame?.locator('.entry').allTextContents()).not.toContainEqual(expect.stringContaining('Seems odd.'));
  await Promise.all([mine.close(), theirs.close()]);
});

test('G-5 a long timeline shows its newest hundred entries, and the earlier ones when asked', async () => {
  const one = await openCase(desk, people.taylor, 'A long story', { country: 'US' });
  for (let i = 1; i <= 104; i++) await desk.ask(people.taylor, 'POST', `/cases/${one.id}/comment`, { text: `Remark ${i}.` });
  const { tab, close } = await openTab(browser, desk, { person: people.taylor, sub: `case/${one.number}` });
  await tab.waitForSelector('.entry >> nth=99');
  expect(await tab.locator('.entry').count()).toBe(100);
  await tab.click('.timeline-tools button:has-text("5 earlier entries")');
  await tab.waitForSelector('.entry >> nth=104');
  const remarks = await tab.locator('.entry-text').allTextContents();
  expect(remarks).toEqual(Array.from({ length: 104 }, (_, i) => `Remark ${i + 1}.`));
  await close();
});

test('G-8 whoever loses against another’s change sees what changed and keeps what they typed', async () => {
  const one = await openCase(desk, people.jordan, 'Two at once', { country: 'US' });
  const { tab, close } = await openTab(browser, desk, { person: people.jordan, sub: `case/${one.number}` });
  await tab.click('.case-actions button:has-text("Cancel case")');
  await tab.click('[role=dialog] button[type=submit]');
  await tab.waitForSelector('[role=dialog] [role=alert]:has-text("Choose a reason.")');
  await tab.waitForFunction(() => document.activeElement?.tagName === 'SELECT');
  await tab.selectOption('[role=dialog] select', 'duplicate');
  await tab.fill('[role=dialog] textarea', 'Same as the other one');
  await desk.ask(people.sam, 'POST', `/cases/${one.id}/comment`, { text: 'On it.' });
  await tab.click('[role=dialog] button[type=submit]');
  await tab.waitForSelector('.changed:has-text("On it.")');
  expect(await tab.inputValue('[role=dialog] textarea')).toBe('Same as the other one');
  await tab.click('[role=dialog] button[type=submit]:has-text("Do it anyway")');
  await tab.waitForSelector('[role=dialog]', { state: 'detached' });
  await tab.waitForSelector('.case-told:has-text("duplicate of another case")');
  await tab.waitForFunction(() => document.activeElement?.id === 'case-title');
  await tab.waitForSelector('#root:not([aria-hidden])');
  await close();
});

test('G-6 G-7 a case is resolved and reopened, and says who closed it and why', async () => {
  const one = await openCase(desk, people.jordan, 'Back and forth', { country: 'US' });
  const { tab, close } = await openTab(browser, desk, { person: people.jordan, sub: `case/${one.number}` });
  await tab.click('.case-actions button:has-text("Resolve")');
  await tab.click('[role=dialog] button[type=submit]');
  await tab.waitForSelector('.case-told:has-text("Closed by Jordan Miller: problem solved")');
  await tab.waitForSelector('.case-told a:has-text("Give feedback on this case")');
  await tab.click('.case-actions button:has-text("Reopen")');
  await tab.click('[role=dialog] button[type=submit]');
  await tab.waitForSelector('.case-status:has-text("In progress")');
  await close();
});

test('AG-1 an engineer takes a case, asks, and changes several at once, each with its own result', async () => {
  const ids = [];
  for (const title of ['First of three', 'Second of three', 'Third of three'])
    ids.push(await openCase(desk, people.jordan, title, { country: 'US' }));
  const { tab, close } = await openTab(browser, desk, { person: people.sam, sub: `case/${ids[0]?.number}` });
  await tab.click('.case-actions button:has-text("Take")');
  await tab.waitForSelector('.case-details:has-text("Sam Okafor (you)")');
  await tab.focus('.case-actions button:has-text("More")');
  await tab.page().keyboard.press('Enter');
  await tab.click('[role=menuitem]:has-text("Link to an outage")');
  await tab.click('[role=dialog] button:has-text("Never mind")');
  await tab.click('.composer button:has-text("Ask")');
  await tab.fill('.composer textarea', 'For when?');
  await tab.click('.composer button[type=submit]');
  await tab.waitForSelector('.case-status:has-text("Waiting on requester")');
  await tab.evaluate(() => {
    window.location.hash = '#/list/queue?q=three';
  });
  await tab.waitForSelector('.rows li:nth-child(3):last-child');
  for (const { number } of ids) await tab.check(`[aria-label="Select ${number}"]`);
  await tab.waitForSelector('.batch:has-text("3 selected")');
  // Somebody else was faster at one of them.
  const stale = await desk.ask<{ version: number }>(people.nadia, 'POST', `/cases/${ids[1]?.id}/comment`, { text: 'Mine already.' });
  expect(stale.version).toBeGreaterThan(1);
  await tab.click('.batch button:has-text("Resolve")');
  await tab.click('[role=dialog] button[type=submit]');
  await tab.waitForSelector('.results li[data-ok=false]:has-text("Second of three")');
  expect(await tab.locator('.results li[data-ok=true]').count()).toBe(2);
  await tab.click('[role=dialog] button:has-text("Try again for 1 case")');
  await tab.waitForSelector('.results li[data-ok=true] >> nth=2');
  await close();
});

test('of a long list only the rows in sight are drawn, and a case that was opened is found again', async () => {
  for (let made = 0; made < 110; made += 11)
    await Promise.all(
      Array.from({ length: 11 }, (_, index) => openCase(desk, people.lea, `Long list ${made + index}`, { description: 'One of many.' })),
    );
  const { page, tab, close } = await openTab(browser, desk, { person: people.lea, sub: 'list/mine', language: 'en', height: 600 });
  await tab.waitForSelector('.rows li >> nth=20');
  const end = () => tab.evaluate(() => document.querySelector('.list-pane')?.scrollTo(0, 1_000_000));
  await end();
  await tab.waitForSelector('.rows[data-partly=true] li');
  await end();
  await tab.click('.row-link:has-text("Long list 9")');
  await tab.waitForSelector('.case-pane .composer');
  expect(await tab.locator('.rows li').count()).toBeLessThan(60);
  await page.keyboard.press('Escape');
  await tab.waitForFunction(() => {
    const { top = -1, bottom = -1 } = document.activeElement?.closest('.rows li')?.getBoundingClientRect() ?? {};
    return top >= 0 && bottom <= window.innerHeight;
  });
  await close();
});

test('everything is done with the keyboard, and the focus is never lost', async () => {
  const one = await openCase(desk, people.priya, 'First with keys', { country: 'GB' });
  const two = await openCase(desk, people.priya, 'Second with keys', { country: 'GB' });
  const { page, tab, close } = await openTab(browser, desk, { person: people.priya, sub: 'list/mine' });
  await tab.waitForSelector(`a[data-number="${one.number}"]`);
  // A person begins by pressing somewhere in the tab: until then the keys are Teams' own.
  await tab.click('h1');
  const press = (key: string) => page.keyboard.press(key);
  const rowFocused = (number: string) =>
    tab.waitForFunction((wanted) => document.activeElement?.getAttribute('data-number') === wanted, number);
  await press('j');
  await rowFocused(two.number);
  await press('j');
  await rowFocused(one.number);
  await press('Enter');
  await tab.waitForFunction(() => document.activeElement?.id === 'case-title');
  expect(await focused(tab)).toBe('First with keys');
  await press('Escape');
  await rowFocused(one.number);
  await press('k');
  await rowFocused(two.number);
  await press('?');
  await tab.waitForSelector('[role=dialog]:has-text("Keyboard")');
  await press('Escape');
  await rowFocused(two.number);
  await press('c');
  await tab.waitForSelector('h1:has-text("Create a case")');
  await close();
});
