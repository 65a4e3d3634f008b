import { setTimeout as wait } from 'node:timers/promises';
import type { Frame, Page } from 'playwright-core';
import type { Window } from './window.ts';

/** What people press most, in the order in which they are pressed here. */
export const presses = [
  'open a case',
  'close it again',
  'type in the search',
  'switch to the company’s cases',
  'switch to one’s own cases',
  'open the page that creates a case',
  'choose what it is about',
  'type in its form',
] as const;
export type Press = (typeof presses)[number];

/** An event that took less is none of the browser's entries, in milliseconds. */
const least = 16;

interface Step {
  do(tab: Frame, page: Page): Promise<void>;
  /** What is there when it is done. */
  readonly shows: string;
}

const click = (selector: string) => (tab: Frame) => tab.click(selector);
const type = (selector: string, text: string) => async (tab: Frame, page: Page) => {
  await tab.click(selector);
  await page.keyboard.type(text, { delay: 120 });
};

const steps: Readonly<Record<Press, Step>> = {
  'open a case': { do: click('.rows .row-link >> nth=2'), shows: '.case-pane .composer' },
  'close it again': { do: click('.case-close'), shows: '.panes[data-case=false]' },
  'type in the search': { do: type('.search input', 'Lyon'), shows: '.rows[aria-busy=false] .row-link' },
  'switch to the company’s cases': { do: click('.nav a[href="#/list/company"]'), shows: '.rows[aria-busy=false] .row-link' },
  'switch to one’s own cases': { do: click('.nav a[href="#/list/mine"]'), shows: '.rows[aria-busy=false] .row-link' },
  'open the page that creates a case': { do: click('.nav a[href="#/new"]'), shows: '.card-button' },
  'choose what it is about': { do: click('.card-button >> nth=0'), shows: '[data-input=title] input' },
  'type in its form': { do: type('[data-input=title] input', 'Port 20 numbers'), shows: '[data-input=title] input' },
};

/** Does each once. @returns milliseconds from the slowest event of each until what it changed was painted */
export async function pressEach({ page, tab, notes }: Window): Promise<Record<Press, number>> {
  const taken = {} as Record<Press, number>;
  for (const press of presses) {
    const { do: act, shows } = steps[press];
    await wait(300);
    const began = await tab.evaluate(() => performance.now());
    await act(tab, page);
    await tab.waitForSelector(shows);
    const { presses: noted } = await notes();
    taken[press] = Math.max(least, ...noted.filter(({ at }) => at >= began).map(({ duration }) => duration));
  }
  return taken;
}
