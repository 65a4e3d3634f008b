import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];
const macApplications = ['Chromium', 'Google Chrome', 'Microsoft Edge'];

/** Paths of the Chromium-like browsers on this machine, the preferred first. `CHROMIUM_PATH` stands alone when it is set. */
export function installedBrowsers(): string[] {
  if (process.env.CHROMIUM_PATH) return [process.env.CHROMIUM_PATH];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...macApplications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
    ...programFiles().flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
    ...playwrightBrowsers(),
  ].filter((path) => existsSync(path));
}

function programFiles(): string[] {
  return [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].filter((folder) => folder !== undefined);
}

/** The pinned revision first, then what other versions of Playwright have left. */
function playwrightBrowsers(): string[] {
  const pinned = chromium.executablePath();
  const folder = /^(.*)[\\/]chromium[^\\/]*-\d+[\\/]/.exec(pinned)?.[1];
  const others = folder ? globSync('chromium{,_headless_shell}-*/*/{chrome,headless_shell,chrome-headless-shell}', { cwd: folder }) : [];
  return [pinned, ...others.map((path) => join(folder as string, path))];
}

/** Installs one, from Debian's packages where this may, else with Playwright's installer; then what is there. Both wait for one another. */
export function installBrowser(): string[] {
  if (process.env.CHROMIUM_PATH) return [];
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const apt = (...command: string[]) =>
      spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=600', ...command], {
        stdio: 'ignore',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium');
    if (installedBrowsers().length > 0) return installedBrowsers();
  }
  const cli = join(import.meta.dirname, '../node_modules/playwright-core/cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium', '--no-shell'], { stdio: 'inherit' });
  return installedBrowsers();
}
