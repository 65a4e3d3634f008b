import { afterAll, beforeAll, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, Frame } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { openCase, people, type RunningDesk, startDesk } from './desk.ts';
import { openTab, type TabOptions } from './tab-window.ts';

let desk: RunningDesk;
let browser: Browser;
let waiting: { number: string; id: string };
let closed: { number: string };
let draft: { id: string };

beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk(), launchBrowser()]);
  waiting = await openCase(desk, people.jordan, 'Numbers for the Seattle office', { country: 'US' });
  const asked = await desk.ask<{ version: number }>(people.sam, 'POST', `/cases/${waiting.id}/note`, { text: 'Look at the plan first.' });
  await desk.ask(people.sam, 'POST', `/cases/${waiting.id}/ask`, { text: 'How many floors?' }, { 'if-match': `"${asked.version}"` });
  const other = await openCase(desk, people.jordan, 'An old question', { country: 'US' });
  await desk.ask(people.jordan, 'POST', `/cases/${other.id}/resolve`, {}, { 'if-match': `"${other.version}"` });
  closed = other;
  await desk.ask(people.jordan, 'PATCH', '/profile', { email: 'jordan@home.example' });
  await desk.ask(people.jordan, 'POST', '/integrations', { name: 'Monitoring', scopes: ['cases:read'] });
  draft = await desk.ask(people.jordan, 'POST', '/drafts', { caseType: 'portIn', input: { title: 'Our numbers' } });
});

afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

/** Every page, by what is ready when it stands. */
const pages: readonly { readonly name: string; readonly ready: string; readonly options: () => TabOptions }[] = [
  { name: 'my cases', ready: '.rows li', options: () => ({ person: people.jordan, sub: 'list/mine' }) },
  { name: 'an empty list', ready: '.empty', options: () => ({ person: people.taylor, sub: 'list/mine' }) },
  { name: 'a case that waits', ready: '.composer', options: () => ({ person: people.jordan, sub: `case/${waiting.number}` }) },
  { name: 'a closed case', ready: '.case-told', options: () => ({ person: people.jordan, sub: `case/${closed.number}` }) },
  { name: 'no such case', ready: '.case-pane .empty', options: () => ({ person: people.taylor, sub: `case/${waiting.id}` }) },
  { name: 'the queue', ready: '.rows li', options: () => ({ person: people.sam, sub: 'list/queue' }) },
  { name: 'a case of the desk', ready: '.composer', options: () => ({ person: people.sam, sub: `case/${waiting.number}` }) },
  { name: 'the choice of forms', ready: '.card-button', options: () => ({ person: people.jordan, sub: 'new' }) },
  { name: 'a form', ready: '.card-host input', options: () => ({ person: people.jordan, sub: `draft/${draft.id}` }) },
  { name: 'the drafts', ready: '.drafts li', options: () => ({ person: people.jordan, sub: 'drafts' }) },
  { name: 'the profile with an address that waits', ready: '.waiting-address', options: () => ({ person: people.jordan, sub: 'profile' }) },
  { name: 'the organisation', ready: '.rule-foot', options: () => ({ person: people.jordan, sub: 'organisation' }) },
  { name: 'the feedback', ready: '.form', options: () => ({ person: people.jordan, sub: 'feedback' }) },
  { name: 'the organisations served', ready: '.record', options: () => ({ person: people.ingrid, sub: 'tenants' }) },
  { name: 'the set-up check', ready: '.sheet', options: () => ({ person: people.ingrid, sub: 'set-up' }) },
  { name: 'the integrations', ready: '.record', options: () => ({ person: people.jordan, sub: 'integrations' }) },
  { name: 'the channels', ready: '.record', options: () => ({ person: people.sam, sub: 'channels' }) },
  { name: 'the reports', ready: '.figure-chart svg', options: () => ({ person: people.jordan, sub: 'reports' }) },
  { name: 'the board over customers', ready: '.board', options: () => ({ person: people.priya, sub: 'customers' }) },
  { name: 'a guest’s page', ready: '.empty', options: () => ({ person: people.marco }) },
];
const looks = [
  { theme: 'default', width: 1440 },
  { theme: 'dark', width: 900 },
  { theme: 'contrast', width: 420 },
] as const;

/** Serious and critical findings of axe, each with where it is. */
async function findings(tab: Frame): Promise<readonly string[]> {
  // A change of theme fades: half-way it has no contrast.
  await tab.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => (one instanceof CSSTransition ? one.finished : null))));
  // Put in by the debugger: the page's own policy lets no script in.
  await tab.evaluate(axe.source);
  // Only what is wanted leaves the page: all that axe says of a page is megabytes, and the browser's driver looks at each of its words.
  // Fluent's focus guards pass focus on at once, whoever lands on them: they hold nothing to be read.
  return tab.evaluate(async () => {
    const context = { include: document, exclude: '[data-tabster-dummy]' };
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(context, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
      resultTypes: ['violations'],
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n').slice(1, 3).join(' ')}`),
      );
  });
}

for (const [i, { name, ready, options }] of pages.entries()) {
  const language = i % 2 === 0 ? 'en' : 'fr';
  test(`everybody can use ${name}, in each theme, wide and narrow (${language})`, async () => {
    const { page, tab, faults, close } = await openTab(browser, desk, { ...options(), language });
    await tab.waitForSelector(ready, { state: 'attached' });
    const found: string[] = [];
    for (const [at, { theme, width }] of looks.entries()) {
      await page.selectOption('[data-testid=theme]', theme);
      await page.setViewportSize({ width, height: 900 });
      await tab.waitForSelector(`html[data-theme=${theme === 'default' ? 'light' : theme}]`);
      // Axe takes longest: each page is asked in one of its looks, and each look of a third of the pages.
      if (at === i % looks.length) found.push(...(await findings(tab)).map((finding) => `${theme}: ${finding}`));
      const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (overflow > 0) found.push(`${theme}: ${overflow} px wider than the window`);
    }
    expect(found).toEqual([]);
    // The browser itself names every answer that is no success.
    expect(faults.filter((fault) => !/status of 40[34]|status of 422/.test(fault))).toEqual([]);
    await close();
  });
}

test('the tab speaks to its own desk alone', async () => {
  const window = await openTab(browser, desk, { person: people.jordan });
  const asked: string[] = [];
  window.context.on('request', (request) => asked.push(new URL(request.url()).origin));
  await window.page.reload();
  const element = await window.page.waitForSelector('[data-testid=app-frame]');
  await (await element.contentFrame())?.waitForSelector('.rows li');
  expect([...new Set(asked)].sort()).toEqual([desk.url, desk.teams].sort());
  await window.close();
});

test('the first view weighs less than 200 KB, with the words of one language, and asks for its rows once', async () => {
  const { tab, close } = await openTab(browser, desk, { person: people.jordan, sub: 'list/mine', language: 'en' });
  await tab.waitForSelector('.rows li');
  const all = await tab.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((entry) => entry as PerformanceResourceTiming)
      .map(({ name, encodedBodySize }) => ({ name, encodedBodySize })),
  );
  const loaded = all.filter(({ name }) => /\.(js|css)$/.test(name));
  const bytes = loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(200_000);
  expect(loaded.filter(({ name }) => /first-view-/.test(name))).toHaveLength(1);
  // What was asked for before there was a page to show it is what it then shows.
  expect(all.filter(({ name }) => /\/api\/v1\/(me|cases)\b/.test(name)).map(({ name }) => name.split('/').pop()?.split('?')[0])).toEqual([
    'me',
    'cases',
  ]);
  await close();
});

test('G-13 the tab follows the reader’s language and Teams’ theme, also when they change', async () => {
  const { page, tab, close } = await openTab(browser, desk, { person: people.camille });
  await tab.waitForSelector('h1:has-text("Mes dossiers")');
  expect(await tab.getAttribute('html', 'lang')).toBe('fr');
  await page.selectOption('[data-testid=theme]', 'dark');
  await tab.waitForSelector('html[data-theme=dark]');
  await tab.evaluate(() => {
    window.location.hash = '#/profile';
  });
  await tab.selectOption('.form select >> nth=0', 'en');
  await tab.click('.form button[type=submit]');
  await tab.waitForSelector('h1:has-text("Profile")');
  expect(await tab.getAttribute('html', 'lang')).toBe('en');
  await desk.ask(people.camille, 'PATCH', '/profile', { locale: 'fr' });
  await close();
});

test('outside of Teams the tab leads into it, to the same place', async () => {
  const page = await browser.newPage();
  await page.goto(`${desk.url}/tab/#/case/${waiting.number}`);
  const link = await page.waitForSelector('.empty a[href*="/l/entity/"]');
  const address = new URL((await link.getAttribute('href')) ?? '');
  expect(address.host).toBe('teams.microsoft.com');
  expect(JSON.parse(address.searchParams.get('context') ?? '')).toEqual({ subEntityId: `case/${waiting.number}` });
  await page.close();
});

test('PN-15 a changed address is used once the code from the mail that was sent there is typed', async () => {
  const { page, tab, close } = await openTab(browser, desk, { person: people.taylor, sub: 'profile' });
  await tab.fill('input[type=email]', 'taylor@home.example');
  await tab.click('.form button[type=submit]');
  await tab.waitForSelector('text=taylor@home.example waits for confirmation');
  expect(await tab.inputValue('input[type=email]')).toBe('taylor.brooks@fabrikam.example');
  await page.click('[data-testid=rail-mail]');
  await page.click('[data-testid=box-others]');
  const mail = await page.waitForSelector('[data-testid=mail]:has-text("taylor@home.example")');
  const code = /\b\d{8}\b/.exec(await mail.innerText())?.[0] ?? '';
  await page.goBack();
  const again = await (await page.waitForSelector('[data-testid=app-frame]')).contentFrame();
  await again?.fill('.waiting-address input', code);
  await again?.press('.waiting-address input', 'Enter');
  await again?.waitForSelector('text=taylor@home.example is confirmed');
  expect(await again?.inputValue('input[type=email]')).toBe('taylor@home.example');
  expect(await desk.ask(people.taylor, 'GET', '/me')).toMatchObject({ person: { email: 'taylor@home.example' } });
  await close();
});

test('G-20 feedback says who reads it, and the tenant’s administrator reads it', async () => {
  const given = await openTab(browser, desk, { person: people.taylor, sub: 'feedback' });
  await given.tab.waitForSelector('text=An administrator of your organisation can read');
  await given.tab.click('.form button[type=submit]');
  await given.tab.waitForSelector('text=Choose yes or no.');
  await given.tab.check('input[value=yes]');
  await given.tab.check('input[value=good]');
  await given.tab.fill('.form textarea', 'Quick <b>and</b> clear');
  await given.tab.click('.form button[type=submit]');
  await given.tab.waitForSelector('h2:has-text("Thank you")');
  await given.close();
  const read = await openTab(browser, desk, { person: people.jordan, sub: 'feedback' });
  await read.tab.waitForSelector('.given li:has-text("Quick <b>and</b> clear")');
  await read.close();
});

test('G-17, PN-15 a colleague follows a case, and chooses in one grid what they hear of; both are there when they come back', async () => {
  const taylors = await openCase(desk, people.taylor, 'A case of a colleague', { country: 'US' });
  const { tab, go, close } = await openTab(browser, desk, { person: people.jordan, sub: `case/${taylors.number}` });
  await tab.click('.case-actions button:has-text("Follow")');
  await tab.waitForSelector('.case-actions button:has-text("Stop following")');
  await go('#/profile');
  await tab.uncheck('input[aria-label="Changes of status: E-mail"]');
  await tab.check('text=The same hours every day');
  await tab.fill('input[type=time] >> nth=1', '07:30');
  await tab.selectOption('.times select', 'weekdays');
  await tab.click('.form button[type=submit]');
  await tab.waitForSelector('text=Your profile is saved.', { state: 'attached' });
  await close();
  const again = await openTab(browser, desk, { person: people.jordan, sub: 'profile' });
  expect(await again.tab.isChecked('input[aria-label="Changes of status: E-mail"]')).toBe(false);
  expect(await again.tab.inputValue('input[type=time] >> nth=1')).toBe('07:30');
  expect(await desk.ask(people.jordan, 'GET', '/profile')).toMatchObject({
    notices: { chat: true, email: true, except: { chat: [], email: ['status'] } },
    quiet: { hours: { from: '18:00', to: '07:30' }, days: [], email: false },
    summary: { at: '08:00', days: 'weekdays' },
  });
  await again.close();
});
