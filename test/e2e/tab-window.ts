import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import type { RunningDesk } from './desk.ts';

export interface TabOptions {
  readonly person: string;
  /** Where the Teams link leads: `list/mine`, `case/CD-…`. */
  readonly sub?: string;
  readonly theme?: 'default' | 'dark' | 'contrast';
  readonly language?: 'en' | 'fr';
  readonly width?: number;
  readonly height?: number;
}

/** The personal tab as a sample person sees it, within the stand-in for Teams. */
export interface TabWindow {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly tab: Frame;
  /** What the console said that is a warning or worse, and what was thrown. */
  readonly faults: readonly string[];
  /** Goes to a place of the tab by its address. */
  go(address: string): Promise<void>;
  close(): Promise<void>;
}

export async function openTab(browser: Browser, desk: RunningDesk, options: TabOptions): Promise<TabWindow> {
  const { person, sub, theme, language, width = 1440, height = 900 } = options;
  const context = await contextOf(browser, desk);
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  const kept = JSON.stringify({ person, ...(theme && { theme }), ...(language && { language }) });
  await page.addInitScript(
    ([origin, value]) => {
      if (location.origin === origin && !sessionStorage.getItem('stand-in')) sessionStorage.setItem('stand-in', value ?? '');
    },
    [desk.teams, kept],
  );
  await page.goto(`${desk.teams}/#/app?page=desk${sub ? `&sub=${encodeURIComponent(sub)}` : ''}`);
  const element = await page.waitForSelector('[data-testid=app-frame]');
  const tab = await element.contentFrame();
  if (!tab) throw new Error('The tab has no frame.');
  await tab.waitForSelector('.shell .nav, .empty');
  return {
    page,
    context,
    tab,
    faults,
    go: async (address) => {
      await tab.evaluate((to) => {
        window.location.hash = to;
      }, address);
    },
    async close() {
      await tab.evaluate(() => window.localStorage.clear()).catch(() => {});
      await page.close();
    },
  };
}

const contexts = new WeakMap<Browser, Promise<BrowserContext>>();

/**
 * One for all tabs of a browser: a new one would load and compile the whole tab again, which takes most of the time of a test. What tells one
 * person from another is kept in a window's session, and closing a window clears what would outlive it.
 */
function contextOf(browser: Browser, desk: RunningDesk): Promise<BrowserContext> {
  const made = contexts.get(browser) ?? newContext(browser, desk);
  contexts.set(browser, made);
  return made;
}

async function newContext(browser: Browser, desk: RunningDesk): Promise<BrowserContext> {
  const context = await browser.newContext({ acceptDownloads: true, reducedMotion: 'reduce' });
  // As long as one page of the desk is open, the browser keeps what it has compiled.
  await (await context.newPage()).goto(`${desk.url}/healthz`);
  return context;
}
