import type { Window } from './window.ts';

/** What the browser noted while a list was scrolled, in milliseconds. */
export interface Scrolled {
  readonly frames: readonly number[];
  readonly longTasks: readonly number[];
}

/** Pixels of one turn: some four rows, a quick reader's. */
const wheel = 240;
/** As many at one place as take a quick reader some seconds. */
const turns = 60;

/** Turns the wheel until so many rows were loaded, or all there are. @returns what was noted meanwhile, and how many they are */
export async function loadRows(window: Window, rows: number): Promise<Scrolled & { readonly loaded: number }> {
  let loaded = 0;
  const noted = await noting(window, async () => {
    for (let still = 0; loaded < rows && still < 100; ) {
      await window.page.mouse.wheel(0, wheel);
      const now = await window.tab.evaluate(() =>
        Number(document.querySelector('.list-end [role=status]')?.textContent?.replace(/\D/g, '')),
      );
      still = now > loaded ? 0 : still + 1;
      loaded = now;
    }
  });
  return { ...noted, loaded };
}

/** Turns the wheel at so many places of the way from the first row to the last of those that are loaded. @returns what was noted at each */
export async function scrollAt(window: Window, places: number): Promise<Scrolled[]> {
  const { page, tab } = window;
  const height = await tab.evaluate(() => document.querySelector('.list-pane')?.scrollHeight ?? 0);
  const noted: Scrolled[] = [];
  for (let place = 0; place < places; place += 1) {
    await tab.evaluate((top) => document.querySelector('.list-pane')?.scrollTo(0, top), (height * place) / places);
    noted.push(
      await noting(window, async () => {
        for (let turn = 0; turn < turns; turn += 1) await page.mouse.wheel(0, wheel);
      }),
    );
  }
  return noted;
}

async function noting({ page, tab, notes }: Window, work: () => Promise<void>): Promise<Scrolled> {
  await page.mouse.move(900, 600);
  const began = await tab.evaluate(() => {
    if (window.bench) window.bench.counting = true;
    window.bench?.frames.splice(0);
    return performance.now();
  });
  await work();
  const { frames, longTasks } = await notes();
  await tab.evaluate(() => {
    if (window.bench) window.bench.counting = false;
  });
  return { frames, longTasks: longTasks.filter(({ at }) => at >= began).map(({ duration }) => duration) };
}
