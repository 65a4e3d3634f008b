import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { openBarePage } from './bare-page.ts';
import { hostTab } from './host.ts';
import { noteItself } from './probe.ts';
import { locale, type Place, patience, slowdown, viewport } from './window.ts';

/** Milliseconds from the navigation of the tab to a list that can be used, in a browser that has never seen it. @param sub such as `list/mine` */
export async function timeUntilUsable(browser: Browser, place: Place, sub: string): Promise<number> {
  const page = await openBarePage(browser, viewport);
  try {
    await page.send('Emulation.setLocaleOverride', { locale });
    await page.send('Page.enable');
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${noteItself})()` });
    await page.send('Page.navigate', { url: `${place.standIn}/client/start` });
    await wait(500);
    await page.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.call(hostTab, { tab: `${place.url}/tab/`, token: place.token, locale, sub });
    for (const end = Date.now() + patience; Date.now() < end; await wait(200)) {
      const usableAt = await page.call(toldByTab, null);
      if (usableAt !== null) return usableAt;
    }
    throw new Error('The list did not come.');
  } finally {
    await page.close();
  }
}

/** What the framed tab told the page around it. */
const toldByTab = (): number | null => (window.bench ? window.bench.usableAt : null);
