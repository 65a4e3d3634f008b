import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { openCase, people, type RunningDesk, startDesk } from './desk.ts';

let desk: RunningDesk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

/** The stand-in's page as a sample person has it. */
async function sitDown(person: string, where: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1_400 }, reducedMotion: 'reduce' });
  await page.addInitScript((value) => sessionStorage.setItem('stand-in', value), JSON.stringify({ person, language: 'en' }));
  await page.goto(`${desk.teams}/${where}`);
  // The bot introduces itself.
  await page.getByTestId('card').first().waitFor();
  return page;
}

test('G-11, G-14 the operator’s team sees a new case in its channel and what comes of it; the requester is told in the chat', async () => {
  const chat = await sitDown(people.jordan, '#/chat');
  const team = await sitDown(people.sam, '#/team');
  const { id, number, version } = await openCase(desk, people.jordan, 'Numbers for Tacoma', { country: 'US' });
  const post = team.getByTestId('post').filter({ hasText: number });
  // Sam works at this desk: the neutral post turns into the case for him.
  await post.getByText('Numbers for Tacoma').waitFor();
  await desk.ask(people.sam, 'POST', `/cases/${id}/ask`, { text: 'How many floors?' }, { 'if-match': `"${version}"` });
  await post.getByText('It now waits on the requester.').waitFor();
  await post.getByText('Waiting on requester').first().waitFor();
  expect(await team.getByTestId('post').filter({ hasText: number }).count()).toBe(1);
  const notice = chat.getByTestId('card').filter({ hasText: 'How many floors?' });
  await notice.getByText('The desk needs your answer before work goes on.').waitFor();
  await notice.getByRole('button', { name: 'Open the case' }).click();
  await chat.getByTestId('card').last().getByRole('button', { name: 'Comment' }).waitFor();
  await Promise.all([chat.close(), team.close()]);
});
