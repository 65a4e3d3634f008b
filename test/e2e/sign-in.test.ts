import { afterAll, beforeAll, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { openCase, people, type RunningDesk, startDesk } from './desk.ts';
import { openTab } from './tab-window.ts';

let desk: RunningDesk;
let browser: Browser;
let number: string;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk(), launchBrowser()]);
  ({ number } = await openCase(desk, people.jordan, 'Numbers for the Seattle office', { country: 'US' }));
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

/** A browser of one's own; what its console says that is a warning or worse. */
async function openBrowser(): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  return { context, page, faults };
}
const choose = (page: Page, name: string) => page.click(`button:has-text("${name}")`);

/** As signing out in another window does. */
async function endSession(context: BrowserContext): Promise<void> {
  const [cookie] = (await context.cookies(desk.url)).filter(({ name }) => name === 'desk-session');
  const headers = { 'x-case-desk': '1', origin: desk.url, cookie: `desk-session=${cookie?.value}` };
  await fetch(`${desk.url}/sign-out`, { method: 'POST', headers });
}

test('ID-1 outside Teams one signs in, sees one’s cases, and signs out', async () => {
  const { context, page, faults } = await openBrowser();
  await page.goto(`${desk.url}/tab/#/case/${number}`);
  await page.click('a:has-text("Sign in")');
  await choose(page, 'Jordan Miller');
  await page.waitForSelector('h1:has-text("Numbers for the Seattle office"), h2:has-text("Numbers for the Seattle office")');
  expect(page.url()).toBe(`${desk.url}/tab/#/case/${number}`);
  await page.click('.nav-views >> text=My cases');
  await page.waitForSelector('.rows li');

  // Scripts can't read what opens the API, and no address of the way held it.
  const [cookie] = (await context.cookies(desk.url)).filter(({ name }) => name === 'desk-session');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', expires: -1 });
  expect(await page.evaluate(() => document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
    cookie?.value ?? 'none',
  );

  await page.click('.nav-views >> text=Sign out');
  await page.waitForSelector('text=You are signed out.');
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] }),
  );
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect((await context.cookies(desk.url)).map(({ name }) => name)).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test('ID-1 a session that ends while one types keeps what was typed, and goes on after signing in in another window', async () => {
  const { context, page } = await openBrowser();
  await page.goto(`${desk.url}/sign-in?to=${encodeURIComponent(`/tab/#/case/${number}`)}`);
  await choose(page, 'Jordan Miller');
  await page.fill('.composer textarea', 'Two floors, and a warehouse.');
  await endSession(context);
  await page.click('.composer button[type=submit]');
  await page.waitForSelector('text=Your session has ended');
  expect(await page.inputValue('.composer textarea')).toBe('Two floors, and a warehouse.');

  const [again] = await Promise.all([context.waitForEvent('page'), page.click('text=Sign in again')]);
  await Promise.all([again.waitForEvent('close'), choose(again, 'Jordan Miller')]);
  await page.waitForSelector('.offline', { state: 'detached' });
  await page.click('.composer button[type=submit]');
  await page.waitForSelector('.timeline >> text=Two floors, and a warehouse.');

  // Somebody else who signs in there does not go on with what the first one saw and typed.
  await endSession(context);
  await page.fill('.composer textarea', 'For Jordan alone.');
  await page.click('.composer button[type=submit]');
  const [other] = await Promise.all([context.waitForEvent('page'), page.click('text=Sign in again')]);
  await Promise.all([other.waitForEvent('close'), choose(other, 'Camille Laurent')]);
  await page.waitForSelector('.acting-as:has-text("Camille Laurent")');
  expect(await page.content()).not.toContain('For Jordan alone.');
  await context.close();
});

test('ID-4 where Microsoft wants one’s consent the profile asks for it, in Teams too, and goes on by itself', async () => {
  const { tab, context, faults, close } = await openTab(browser, desk, { person: people.taylor, sub: 'profile' });
  await tab.waitForSelector('text=May the desk read your profile?');
  const [asks] = await Promise.all([context.waitForEvent('page'), tab.click('text=Agree at Microsoft')]);
  await Promise.all([asks.waitForEvent('close'), choose(asks, 'Taylor Brooks')]);
  await tab.waitForSelector('text=From Microsoft: Taylor Brooks');
  expect(faults.filter((fault) => !fault.includes('/profile/microsoft'))).toEqual([]);
  await close();
});
