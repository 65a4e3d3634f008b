import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Mail } from '../../src/local/client-contract.ts';
import { type LocalDesk, startLocalDesk } from '../../src/local/local-desk.ts';
import { contoso } from '../../src/local/organisations.ts';
import { mailOf as mail, sendMail } from './send-mail.ts';

const [camille, thomas] = contoso.people as unknown as readonly [(typeof contoso.people)[0], (typeof contoso.people)[0]];
let local: LocalDesk;
beforeAll(async () => {
  local = await startLocalDesk({ deskUrl: 'http://127.0.0.1:1', port: 0, appId: '11111111-2222-4333-8444-555555555555' });
});
afterAll(() => local.close());

const send = (to: readonly string[], message: string) => sendMail(local.mail.smtpUrl, to, message);
const box = async (query: string) => (await (await fetch(`${local.url}/client/mail?${query}`)).json()) as Mail[];
const ofCamille = () => box(`person=${camille.id}&box=mine`);

test('ID-2 the local desk’s mail stays on the loopback address', () => {
  expect(new URL(local.mail.smtpUrl)).toMatchObject({ protocol: 'smtp:', hostname: '127.0.0.1' });
});

test('ID-2 mail is read by whom it was handed in for, newest first, and by nobody else', async () => {
  await send([camille.email.toUpperCase()], mail('First', 'One'));
  await send([camille.email], mail('=?UTF-8?B?w4l0w6k=?=', 'Two'));
  expect((await ofCamille()).map(({ subject, text }) => [subject, text.trim()])).toEqual([
    ['Été', 'Two'],
    ['First', 'One'],
  ]);
  expect((await ofCamille())[0]).toMatchObject({ from: 'Case Desk', to: [camille.email], hasPage: false });
  expect(await box(`person=${thomas.id}&box=mine`)).toEqual([]);
  expect(await box(`person=${camille.id}&box=others`)).toEqual([]);
});

test('mail to addresses that nobody here has is in one box for all of them', async () => {
  await send(['stranger@home.example'], mail('Outside', 'Hello'));
  expect((await box(`person=${thomas.id}&box=others`)).map(({ subject }) => subject)).toEqual(['Outside']);
});

test('F-32 a mail’s page comes with a policy under which it can run, load and send nothing', async () => {
  const evil = '<script>alert(1)</script><img src="https://evil.example/x"><a href="https://x.example">x</a>';
  await send([camille.email], mail('Page', evil, 'Content-Type: text/html; charset=utf-8\r\n'));
  const [newest] = await ofCamille();
  expect(newest?.hasPage).toBe(true);
  const page = await fetch(`${local.url}/client/mail/${newest?.id}`);
  expect(page.headers.get('content-security-policy')).toBe(
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  );
  expect((await fetch(`${local.url}/client/mail/nothing`)).status).toBe(404);
  expect((await fetch(`${local.url}/client/mail/${newest?.id}`, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
});

test('the box keeps two hundred mails, and one that is too large is refused for good', async () => {
  expect(await send([camille.email], mail('Large', 'x'.repeat(3 * 1024 * 1024)))).toBe(552);
  await Promise.all(Array.from({ length: 205 }, (_, i) => send(['many@home.example'], mail(`No ${i}`, 'x'))));
  const others = await box(`person=${camille.id}&box=others`);
  expect(others).toHaveLength(200);
  expect(others.map(({ subject }) => subject)).not.toContain('Outside');
  expect(await ofCamille()).toEqual([]);
});

test('a client that breaks off in the middle of a mail leaves nothing behind', async () => {
  const { port } = new URL(local.mail.smtpUrl);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(`EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<${camille.email}>\r\nDATA\r\nSubject: half`);
  await new Promise((later) => setTimeout(later, 100));
  socket.destroy();
  await send([camille.email], mail('Whole', 'x'));
  expect((await ofCamille()).map(({ subject }) => subject)).toEqual(['Whole']);
});
