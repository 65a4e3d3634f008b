import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { words } from '../../src/domain/i18n/index.ts';
import { launchBrowser } from '../browser.ts';
import { openCase, people, type RunningDesk, startDesk } from './desk.ts';
import { openTab } from './tab-window.ts';

let desk: RunningDesk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk(), launchBrowser()]);
  await openCase(desk, people.jordan, 'Numbers for the Seattle office', { country: 'US' });
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const { tenants: says, integrations } = words('en').tab;

test('a desk lead suspends an organisation, saves its export and removes it, without leaving the page', async () => {
  const { page, tab, faults, close } = await openTab(browser, desk, { person: people.ingrid, sub: 'tenants', language: 'en' });
  const row = tab.locator('.record', { hasText: 'Fabrikam' });
  await row.getByRole('button', { name: says.stepOf(says.steps.suspend, 'Fabrikam') }).click();
  await tab.getByLabel(says.reason).fill('They leave');
  await tab.getByRole('dialog').getByRole('button', { name: says.steps.suspend }).click();
  await row.getByText(says.states.suspended).waitFor();
  const theirs = await openTab(browser, desk, { person: people.jordan, language: 'en' });
  await theirs.tab.getByRole('heading', { name: words('en').api.problems.tenantSuspended.title }).waitFor();
  await theirs.close();

  await row.getByRole('button', { name: says.stepOf(says.steps.remove, 'Fabrikam') }).click();
  const dialog = tab.getByRole('dialog');
  const remove = dialog.getByRole('button', { name: says.removeYes });
  expect(await remove.getAttribute('aria-disabled')).toBe('true');
  const arriving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: says.exportFirst }).click();
  const file = await readFile(await (await arriving).path(), 'utf8');
  expect(file).toContain('Numbers for the Seattle office');
  await dialog.getByLabel(says.kept).check();
  await dialog.getByLabel(says.typeName('Fabrikam')).fill('Fabrikam');
  await remove.click();
  await row.getByText(says.states.removed).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('CS-3 a lead looks for a partner’s provider and for customers by a part of their names', async () => {
  const { partners, tab: tabWords } = words('en');
  const { tab, faults, close } = await openTab(browser, desk, { person: people.ingrid, sub: 'partners', language: 'en' });
  await tab.getByRole('button', { name: partners.changeOf('Litware Services') }).click();
  await tab.getByLabel(partners.provider, { exact: true }).pressSequentially('north');
  await tab.getByRole('option', { name: 'Northwind Distribution' }).click();
  await tab.getByLabel(`${partners.azureGrants} – ${partners.add}`).pressSequentially('conto');
  await tab.getByRole('option', { name: 'Contoso' }).click();
  await tab.getByRole('button', { name: `${partners.remove}: Contoso` }).waitFor();
  await tab.getByRole('dialog').getByRole('button', { name: tabWords.save }).click();
  const row = tab.locator('.record', { hasText: 'Litware Services' });
  await row.getByText('Northwind Distribution').waitFor();
  await row.getByText('Contoso').waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('an administrator makes a credential, which is shown once and opens its route', async () => {
  const { tab, faults, close } = await openTab(browser, desk, { person: people.camille, sub: 'integrations', language: 'en' });
  await tab.locator('.page-head').getByRole('button', { name: integrations.create }).click();
  await tab.getByLabel(integrations.name).fill('Monitoring');
  await tab.getByRole('dialog').getByRole('button', { name: integrations.create }).click();
  const secret = await tab.locator('textarea[readonly]').inputValue();
  const response = await fetch(`${desk.url}/api/v1/machines/cases`, { headers: { authorization: `Bearer ${secret}` } });
  expect(response.status).toBe(200);
  await tab.getByRole('button', { name: integrations.done }).click();
  await tab.locator('.record', { hasText: 'Monitoring' }).waitFor();
  expect(await tab.content()).not.toContain(secret);
  expect(faults).toEqual([]);
  await close();
});

test('an administrator adds a webhook, whose secret is shown once and signs what is sent', async () => {
  const came: { headers: IncomingHttpHeaders; body: string }[] = [];
  const system = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    came.push({ headers: request.headers, body });
    response.writeHead(204).end();
  });
  await new Promise<void>((listening) => system.listen(0, '127.0.0.1', listening));
  const { webhooks } = words('en');
  const { tab, faults, close } = await openTab(browser, desk, { person: people.camille, sub: 'integrations', language: 'en' });
  await tab.getByRole('button', { name: webhooks.add }).click();
  await tab.getByLabel(webhooks.url).fill(`http://127.0.0.1:${(system.address() as AddressInfo).port}/hook`);
  await tab.getByLabel(webhooks.description).fill('Service desk');
  await tab.getByRole('dialog').getByRole('button', { name: webhooks.add }).click();
  const secret = await tab.locator('textarea[readonly]').inputValue();
  await tab.getByRole('button', { name: integrations.done }).click();
  const row = tab.locator('.record', { hasText: 'Service desk' });
  await row.getByRole('button', { name: webhooks.testOf('Service desk') }).click();
  await row.getByText(webhooks.tested('Service desk')).waitFor();
  const [message] = came;
  expect(new Webhook(secret).verify(message?.body ?? '', { ...message?.headers } as Record<string, string>)).toMatchObject({
    type: 'webhook.test',
  });
  expect(await tab.content()).not.toContain(secret);
  expect(faults).toEqual([]);
  await close();
  system.close();
});
