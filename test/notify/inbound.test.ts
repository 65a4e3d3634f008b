import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { pino } from 'pino';
import { answerMail, answersPerHour } from '../../src/app/notices/incoming-mail.ts';
import { caseNumber } from '../../src/domain/case/number.ts';
import type { IncomingMail } from '../../src/domain/notice/incoming.ts';
import { operator } from '../../src/local/organisations.ts';
import { emailChannel } from '../../src/notify/channels/email.ts';
import { type Inbound, type InboundOptions, largestMail, startInbound } from '../../src/notify/inbound/listener.ts';
import { overSmtp } from '../../src/notify/mail-carrier.ts';
import { startWorker, type Worker } from '../../src/notify/worker.ts';
import { deskOver } from '../app/desk.ts';
import { server, type TestStore } from '../store/databases.ts';
import { type PostOffice, startPostOffice } from './post-office.ts';
import { silence } from './silence.ts';

const address = 'desk@tailspin.example';
const number = caseNumber([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
const silent = pino({ level: 'silent' });

let it: TestStore;
let office: PostOffice;
let worker: Worker;
let desk: Inbound;
const open: Inbound[] = [];
const listen = async (options: Partial<InboundOptions>): Promise<Inbound> => {
  const inbound = await startInbound({ host: '127.0.0.1', port: 0, address, take: async () => {}, log: silent, ...options });
  open.push(inbound);
  return inbound;
};

beforeAll(async () => {
  it = await server.open();
  office = await startPostOffice();
  const { deps } = deskOver(it);
  const mail = { carry: overSmtp(office.url), from: `Case Desk <${address}>` };
  const links = { tabLink: (page: string) => `https://teams.example/${page}`, deskUrl: () => 'https://desk.tailspin.example' };
  const email = emailChannel({ ...deps, operatorTenantId: operator.id }, { ...mail, ...links });
  worker = startWorker({ outbox: it.store.outbox, channels: { ...silence, email }, log: silent, pollMs: 100 });
  const own = { operatorTenantId: operator.id, own: [address] };
  desk = await startInbound({ host: '127.0.0.1', port: 0, address, take: (mail) => answerMail(deps, own, mail), log: silent });
});
afterEach(() => Promise.all(open.splice(0).map((inbound) => inbound.close())));
afterAll(async () => {
  await desk.close();
  await worker.close();
  await office.close();
  await it.close();
});

interface Sent {
  readonly from?: string;
  readonly envelopeFrom?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
}

/** A mail as a mail program sends it. @returns what it was answered with */
async function send(
  { port }: Inbound,
  { from = 'ada@contoso.example', envelopeFrom = from, to = address, ...mail }: Sent,
): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  try {
    return (await transport.sendMail({ from, to, text: 'secret words', ...mail, envelope: { from: envelopeFrom, to } })).response;
  } catch (fault) {
    return (fault as { response?: string }).response ?? String(fault);
  } finally {
    transport.close();
  }
}

/** The conversation as it is typed, each piece after the answer to the one before. @returns everything the server said */
async function converse({ port }: Inbound, pieces: readonly (string | Buffer)[]): Promise<string> {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  let said = '';
  const ended = once(socket, 'close');
  const left = ['EHLO there\r\n', 'MAIL FROM:<ada@contoso.example>\r\n', `RCPT TO:<${address}>\r\n`, 'DATA\r\n', ...pieces, 'QUIT\r\n'];
  socket.on('data', (piece) => {
    said += piece;
    if (/(?:^|\n)\d{3} [^\n]*\n$/.test(said)) {
      const next = left.shift();
      if (next !== undefined && socket.writable) socket.write(next);
    }
  });
  await ended;
  return said;
}

test('G-21 a reply to a notice is answered with the link of its case, in its author’s language, under their mail; its words go nowhere', async () => {
  const from = 'camille@contoso-france.example';
  const headers = { 'Accept-Language': 'fr-FR, en-US' };
  expect(await send(desk, { from: `Camille <${from}>`, subject: `RE: [${number}] Case Desk`, headers })).toMatch(/^250 /);
  const [answer] = await office.mailsTo(from, 1);
  expect(answer?.subject).toBe('Passez par Case Desk\u00a0: les e-mails n’y sont pas lus');
  expect(answer?.text).toContain(`https://teams.example/case/${number}`);
  expect(`${answer?.text}${answer?.html}`).not.toContain('secret words');
  expect(answer?.inReplyTo).toMatch(/^<[^<>]+>$/);
  expect(answer?.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-replied' }));
});

test('G-21 whose language nobody knows reads both; once a day, whatever they add to their name', async () => {
  for (const from of ['ada@contoso.example', 'ADA+again@contoso.example', 'bo@contoso.example'])
    expect(await send(desk, { from })).toMatch(/^250 /);
  // What goes out to the last one went out after anything for those before.
  await office.mailsTo('bo@contoso.example', 1);
  const mails = office.mails.filter(({ to }) => /^ada/i.test(to?.[0]?.address ?? ''));
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toMatch(/mail opens no case here[\s\S]*https:\/\/teams\.example\/[\s\S]*un e-mail ne crée pas de dossier/);
});

test('G-21 what came back, absences and the desk’s own mail are taken and not answered', async () => {
  const before = office.mails.length;
  expect(await send(desk, { from: 'eve@contoso.example', envelopeFrom: '' })).toMatch(/^250 /);
  expect(await send(desk, { from: 'eve@contoso.example', headers: { 'Auto-Submitted': 'auto-replied' } })).toMatch(/^250 /);
  expect(await send(desk, { from: 'eve@contoso.example, fay@contoso.example', envelopeFrom: 'eve@contoso.example' })).toMatch(/^250 /);
  expect(await send(desk, { from: address })).toMatch(/^250 /);
  expect(await send(desk, { from: 'gus@contoso.example' })).toMatch(/^250 /);
  await office.mailsTo('gus@contoso.example', 1);
  expect(office.mails).toHaveLength(before + 1);
});

test('G-21 an answer that its receiver refuses is nobody’s to look after', async () => {
  office.refuse = (at, to) => (at === 'RCPT' && to.startsWith('forged') ? 550 : null);
  await send(desk, { from: 'forged@contoso.example' });
  for (let waiting = 1; waiting > 0; ) {
    const backlog = await it.store.outbox.backlog();
    waiting = backlog.reduce((sum, one) => sum + one.waiting, 0);
    expect(backlog.every(({ dead }) => dead === 0)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});

test('G-21 no more than so many answers leave in an hour, however many names ask', async () => {
  await it.store.inTenant(operator.id, async (tx) => {
    for (let i = 0; i < answersPerHour; i += 1) await tx.mailAnswers.count(`somebody ${i}`, answersPerHour);
  });
  const deps = deskOver(it).deps;
  const mail: IncomingMail = { envelopeFrom: 'late@contoso.example', from: 'late@contoso.example', subject: '', headers: [] };
  expect(await answerMail(deps, { operatorTenantId: operator.id, own: [] }, mail)).toBe(false);
});

test('G-21 mail for anybody else is refused: nothing is passed on', async () => {
  const inbound = await listen({ address: 'Help@tailspin.example' });
  expect(await send(inbound, { to: 'someone@elsewhere.example' })).toMatch(/^550 /);
  expect(await send(inbound, { to: 'help@TAILSPIN.example' })).toMatch(/^250 /);
});

test('F-32 a mail that is too large is refused before it is read, and one that hides its size is not read to its end', async () => {
  const taken: IncomingMail[] = [];
  const inbound = await listen({ take: async (mail) => taken.push(mail) });
  const text = 'x'.repeat(largestMail);
  expect(await converse(inbound, [`Subject: x\r\n\r\n${`${text}\r\n`.repeat(3)}.\r\n`])).toMatch(/552 .*\r\n/);
  const announced = connect(inbound.port, '127.0.0.1');
  announced.on(
    'data',
    (said) => /^220/.test(String(said)) && announced.write(`EHLO x\r\nMAIL FROM:<a@b.example> SIZE=${largestMail + 1}\r\nQUIT\r\n`),
  );
  let said = '';
  announced.on('data', (piece) => {
    said += piece;
  });
  await once(announced, 'close');
  expect(said).toMatch(/^552 /m);
  expect(taken).toEqual([]);
});

test.each([
  ['ten thousand fields', 'X-A: b\r\n'.repeat(10_000)],
  ['a huge line', `Subject: ${'a'.repeat(2_000)}\r\n`],
  ['a line without an end', 'a'.repeat(200_000)],
  ['a NUL', 'Subject: a\0b\r\n'],
  ['a bare line end', 'Subject: a\nBcc: b\r\n'],
  ['bytes that are no text', Buffer.from('5375626a6563743a20fffe0d0a', 'hex')],
])('F-32 %s in the header is refused for good', async (_, head) => {
  const taken: IncomingMail[] = [];
  const inbound = await listen({ take: async (mail) => taken.push(mail) });
  const mail = Buffer.concat([Buffer.from(head), Buffer.from('\r\n\r\nHello\r\n.\r\n')]);
  expect(await converse(inbound, [mail])).toMatch(/^554 /m);
  expect(taken).toEqual([]);
});

test('F-32 a mail without any header is taken, and says nobody to answer', async () => {
  const taken: IncomingMail[] = [];
  const inbound = await listen({ take: async (mail) => taken.push(mail) });
  expect(await converse(inbound, ['\r\n.\r\n'])).toMatch(/^250 .*queued/m);
  expect(taken).toMatchObject([{ from: null, subject: '' }]);
});

test('F-21 what can’t be queued is asked for again, and the log holds nothing of it', async () => {
  let logged = '';
  const write = (line: string) => {
    logged += line;
  };
  const log = pino({}, { write });
  const take = async ({ from }: IncomingMail) => {
    throw new Error(`no room for ${from}`);
  };
  expect(await send(await listen({ take, log }), {})).toMatch(/^451 /);
  expect(logged).toContain('could not be taken');
  expect(logged).not.toContain('ada@');
});

test('F-17 a connection ends in its time, whatever is said on it; one that breaks off leaves nothing', async () => {
  const hurried = await listen({ longest: 300 });
  const socket = connect(hurried.port, '127.0.0.1').on('error', () => {});
  const talk = setInterval(() => socket.write('NOOP\r\n'), 100);
  await once(socket.resume(), 'close');
  clearInterval(talk);
  const inbound = await listen({});
  const broken = connect(inbound.port, '127.0.0.1');
  await once(broken, 'data');
  broken.write(`EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<${address}>\r\nDATA\r\n`);
  await once(broken, 'data');
  broken.destroy();
  expect(await send(inbound, {})).toMatch(/^250 /);
});
