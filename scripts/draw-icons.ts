import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../test/browser.ts';

const folder = join(import.meta.dirname, '../manifest');
const icons = { color: 192, outline: 32 };

/** `node scripts/draw-icons.ts`: draws the manifest's icons from their SVG sources. */
const browser = await launchBrowser();
for (const [name, side] of Object.entries(icons)) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const svg = readFileSync(join(folder, `${name}.svg`)).toString('base64');
  await page.setContent(`<body style="margin:0"><img style="display:block" src="data:image/svg+xml;base64,${svg}">`, { waitUntil: 'load' });
  writeFileSync(join(folder, `${name}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
