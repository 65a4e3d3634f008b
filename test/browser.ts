import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { installBrowser, installedBrowsers } from './installed-browsers.ts';

// Chromium's own services would reach out to the network in the middle of a test.
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A headless Chromium: the one `CHROMIUM_PATH` names, else the first installed one that starts (Chromium, Chrome, Edge, Playwright's own),
 * else one installed now. The caller closes it.
 *
 * @throws with what each candidate said when none starts.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const tried = new Set<string>();
  const errors: unknown[] = [];
  const launchFirst = async (paths: Iterable<string>): Promise<Browser | undefined> => {
    for (const executablePath of paths) {
      if (tried.has(executablePath)) continue;
      tried.add(executablePath);
      try {
        return await chromium.launch({ ...options, executablePath, args: [...flags, ...(options.args ?? [])] });
      } catch (error) {
        errors.push(error);
      }
    }
    return undefined;
  };
  const browser = (await launchFirst(installedBrowsers())) ?? (await launchFirst(installBrowser()));
  if (browser) return browser;
  throw new AggregateError(
    errors,
    `No browser starts (tried: ${[...tried].join(', ') || 'none is installed'}). Install Chromium or set CHROMIUM_PATH to one.`,
  );
}
