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

const section = (tab: Frame, id: string) => tab.locator(`section[aria-labelledby=${id}]`);

test('ID-3 G-10 an administrator adds a ticket manager and narrows who closes, with the keyboard alone; a manager sees who can instead', async () => {
  const case_ = await openCase(desk, people.lea, 'Whose to close');
  const { page, tab, faults, close } = await openTab(browser, desk, { person: people.camille, language: 'en', sub: 'organisation' });
  const managers = section(tab, 'managers');
  await managers.locator('input[type=search]').focus();
  await page.keyboard.type('moreau');
  await managers.getByRole('button', { name: 'Add Léa Moreau as a ticket manager' }).waitFor();
  // The box's own button to empty it is no stop on the way.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await managers.getByText('added by Camille Laurent').waitFor();
  expect(await managers.locator('input[type=search]').evaluate((box) => box === document.activeElement)).toBe(true);
  await managers.getByText('Is one already').waitFor();

  const closing = section(tab, 'closing');
  await closing.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await closing.getByRole('button', { name: 'Save' }).focus();
  await page.keyboard.press('Enter');
  await closing.getByText('Last changed by Camille Laurent').waitFor();
  // Another administrator changes it meanwhile: the choice stays, and counts once it is saved again.
  await desk.ask(people.camille, 'PUT', '/organisation/closing-rule', { who: 'ticketManagers' }, { 'if-match': '"1"' });
  await closing.getByRole('radio').last().check();
  await closing.locator('.named input[type=search]').fill('thomas');
  await closing.getByRole('button', { name: 'Name Thomas Girard' }).click();
  await closing.getByRole('button', { name: 'Save' }).click();
  await closing.getByText('Another administrator changed this meanwhile.').waitFor();
  await closing.getByRole('button', { name: 'Save' }).click();
  await tab.getByText('Saved. It counts from now on.').waitFor();
  expect(faults.filter((fault) => !fault.includes('412'))).toEqual([]);
  await close();

  const lea = await openTab(browser, desk, { person: people.lea, language: 'en', sub: `case/${case_.number}` });
  await lea.tab.getByText('lets only certain people close cases: ask Thomas Girard').waitFor();
  expect(await lea.tab.getByRole('button', { name: 'Resolve' }).count()).toBe(0);
  expect(await lea.tab.locator('.nav-text', { hasText: 'Organisation' }).count()).toBe(0);
  await lea.close();
});

test('G-15 an administrator downloads the trail and a person’s data, and erases it after being told what goes', async () => {
  await openCase(desk, people.taylor, 'What Taylor asked', { country: 'US' });
  const { page, tab, close } = await openTab(browser, desk, { person: people.jordan, language: 'en', sub: 'organisation' });
  const download = async (press: () => Promise<void>) => {
    const [file] = await Promise.all([page.waitForEvent('download'), press()]);
    return file.suggestedFilename();
  };
  expect(await download(() => tab.getByRole('button', { name: 'Download as CSV' }).click())).toMatch(/^audit-.*\.csv$/);
  const data = section(tab, 'data');
  await data.getByRole('radio').last().check();
  await data.getByRole('button', { name: 'Save' }).click();
  await data.getByText('Last changed by Jordan Miller').waitFor();
  await data.locator('input[type=search]').fill('taylor');
  expect(await download(() => data.getByRole('button', { name: 'Export the data of Taylor Brooks' }).click())).toBe('Taylor-Brooks.json');
  await data.getByRole('button', { name: 'Erase the data of Taylor Brooks' }).click();
  const dialog = tab.getByRole('alertdialog');
  await dialog.getByText('under “former member”').waitFor();
  await dialog.getByRole('button', { name: 'Erase' }).click();
  await tab.getByText('The data of Taylor Brooks is erased.').waitFor();
  const { items } = await desk.ask<{ items: { openedBy: { name: string } }[] }>(people.jordan, 'GET', '/cases?list=company');
  expect(items.map(({ openedBy }) => openedBy.name)).toEqual(['Former member']);
  await close();
});
