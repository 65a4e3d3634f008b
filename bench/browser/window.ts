import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, CDPSession, Frame, Page } from 'playwright-core';
import { hostTab } from './host.ts';
import { type Notes, noteItself } from './probe.ts';

/** How many times slower than this machine the reader's is. */
export const slowdown = 6;
export const patience = 120_000;
export const locale = 'fr-FR';
export const viewport = { width: 1440, height: 900 };

export interface Place {
  /** The desk itself, and the stand-in for Teams. */
  readonly url: string;
  readonly standIn: string;
  /** What Teams gives the tab of the sample person who reads, whose language is French. */
  readonly token: string;
}

/** The personal tab within a Teams that does nothing else, in a browser that has never seen it. */
export interface Window {
  readonly page: Page;
  readonly tab: Frame;
  /** What came from the desk so far. */
  readonly answers: readonly Answered[];
  notes(): Promise<Notes>;
  /** Makes the processor so many times slower than this machine’s; 1 is as it is. */
  slow(times: number): Promise<void>;
}

/** An answer as it went over the wire, with its headers; in bytes. */
export interface Answered {
  readonly path: string;
  readonly kind: string;
  readonly bytes: number;
}

/** Opens the tab with a cold cache on a slow processor, waits until its list is usable, and closes it after `work`. @param sub such as `list/company` */
export async function withTab<T>(browser: Browser, place: Place, sub: string, work: (window: Window) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale });
  try {
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    const answers = await answersOf(devTools, place.url);
    const slow = async (rate: number) => void (await devTools.send('Emulation.setCPUThrottlingRate', { rate }));
    await slow(slowdown);
    await page.addInitScript(noteItself);
    await page.goto(`${place.standIn}/client/start`);
    await page.evaluate(hostTab, { tab: `${place.url}/tab/`, token: place.token, locale, sub });
    const tab = await (await page.waitForSelector('iframe')).contentFrame();
    if (!tab) throw new Error('The tab has no frame.');
    await tab.waitForFunction(() => Number.isFinite(window.bench?.usableAt ?? Number.NaN), undefined, { timeout: patience, polling: 200 });
    return await work({ page, tab, answers, notes: () => notesOf(tab), slow });
  } finally {
    await context.close();
  }
}

async function answersOf(devTools: CDPSession, url: string): Promise<readonly Answered[]> {
  const answers: Answered[] = [];
  const asked = new Map<string, { readonly path: string; readonly kind: string }>();
  devTools.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (response.url.startsWith(url)) asked.set(requestId, { path: new URL(response.url).pathname, kind: type });
  });
  devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const answer = asked.get(requestId);
    if (answer) answers.push({ ...answer, bytes: encodedDataLength });
  });
  await devTools.send('Network.enable');
  return answers;
}

async function notesOf(tab: Frame): Promise<Notes> {
  // Entries of events come a little after the frame they end with.
  await wait(150);
  const notes = await tab.evaluate(() => window.bench);
  if (!notes) throw new Error('The page noted nothing.');
  return notes;
}
