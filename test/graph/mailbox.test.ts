import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import PostalMime from 'postal-mime';
import { caseMail } from '../../src/domain/notice/wording.ts';
import { graphActing } from '../../src/graph/acting.ts';
import { graphMailbox } from '../../src/graph/mailbox.ts';
import { type Carry, overGraph } from '../../src/notify/mail-carrier.ts';
import { mailOf } from '../../src/notify/mail-message.ts';
import { server } from '../store/databases.ts';
import { appPassword, entraError, graphError, type Microsoft, type Said, startMicrosoft } from './microsoft.ts';
import { operator } from './world.ts';

const address = 'desk@tailspin.example';
const path = `/users/${address}/sendMail`;
const accepted: Said = { status: 202, body: '' };
const text = caseMail({
  ...{ locale: 'fr', timeZone: 'Europe/Paris', reader: { as: 'requester' }, receipt: true, number: 'CD-7K3M-9YX4', title: 'Nos numéros' },
  ...{
    description: '',
    subject: 'Une question',
    organisation: 'Contoso',
    status: 'new',
    statusText: 'Nouveau',
    reopenableUntil: null,
    exception: null,
  },
  ...{ entries: [], link: 'https://teams.example/case', wayOut: 'https://desk.tailspin.example/unsubscribe/x' },
});
const mail = () => mailOf(text, { from: `Case Desk <${address}>`, to: 'camille@contoso.example', key: 'contoso:1', thread: 'case:1' });

let microsoft: Microsoft;
let logged: string[];
beforeEach(async () => {
  microsoft = await startMicrosoft();
  microsoft.trusted();
  microsoft.says(path, accepted);
  logged = [];
});
afterEach(() => microsoft.close());

const box = () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  return graphMailbox(graphActing({ tokens: microsoft.app(), graph: microsoft.url, log }), operator, address);
};
const send = async (signal = AbortSignal.timeout(10_000)) => box().send((await mail()).message, signal);

describe('mail through Microsoft Graph', () => {
  test('G-11 the mail arrives as it was made: its id, its thread, its way out, its letters', async () => {
    expect(await send()).toEqual({ is: 'sent' });
    const [call] = microsoft.calls.filter((one) => one.path.endsWith('/sendMail'));
    expect(call).toMatchObject({ method: 'POST', tenant: operator, headers: { 'content-type': 'text/plain' } });
    const arrived = await PostalMime.parse(Buffer.from(call?.body ?? '', 'base64'));
    const direct = await PostalMime.parse((await mail()).message);
    expect(arrived).toMatchObject({ messageId: direct.messageId, references: direct.references, subject: '[CD-7K3M-9YX4] Case Desk' });
    expect(arrived).toMatchObject({ from: { address, name: 'Case Desk' }, to: [{ address: 'camille@contoso.example' }] });
    expect(arrived.text).toContain('Nos numéros');
    expect(arrived.headers).toContainEqual(expect.objectContaining({ key: 'list-unsubscribe-post' }));
  });

  test.each<[string, Said, object]>([
    ['F-15 429 waits as long as Graph asks', graphError(429, 'TooManyRequests', { 'retry-after': '17' }), { is: 'later', afterMs: 17_000 }],
    ['F-15 a bare 429 waits', graphError(429, 'TooManyRequests'), { is: 'later', afterMs: null, fault: { code: 'busy' } }],
    ['F-16 a 5xx may have been sent', graphError(503, 'ServiceNotAvailable'), { is: 'maybeSent' }],
    ['F-16 a broken connection may have been sent', 'reset', { is: 'maybeSent' }],
    [
      'ID-4 a permission that is missing is mended, and the mail waits',
      graphError(403, 'ErrorAccessDenied'),
      { is: 'later', fault: { code: 'signInRefused' } },
    ],
    [
      'a mailbox that isn’t there is mended, and the mail waits',
      graphError(404, 'ErrorInvalidUser'),
      { is: 'later', fault: { code: 'signInRefused' } },
    ],
    ['F-21 what is refused for itself is given up', graphError(400, 'ErrorInvalidRecipients'), { is: 'never', fault: { code: 'refused' } }],
  ])('%s', async (_, said, outcome) => {
    microsoft.says(path, said);
    expect(await send()).toMatchObject(outcome);
    expect(microsoft.asked('/sendMail')).toBe(1);
  });

  test('F-17 no answer in time may have been sent', async () => {
    microsoft.says(path, 'hang');
    expect(await send(AbortSignal.timeout(400))).toMatchObject({ is: 'maybeSent' });
  });

  test('ID-4 without a token nothing was sent, and the mail waits', async () => {
    microsoft.entraSays(entraError(700016));
    expect(await send()).toMatchObject({ is: 'later', fault: { code: 'signInRefused' } });
    expect(microsoft.asked('/sendMail')).toBe(0);
  });

  test('ID-3 a token that Graph no longer takes is replaced once, for nothing was done with it', async () => {
    microsoft.says(path, ({ headers }) =>
      headers['authorization'] === `Bearer ${operator}:1` ? graphError(401, 'InvalidAuthenticationToken') : accepted,
    );
    expect(await send()).toEqual({ is: 'sent' });
    microsoft.says(path, graphError(401, 'InvalidAuthenticationToken'));
    expect(await send()).toMatchObject({ is: 'later', fault: { code: 'signInRefused' } });
  });

  test.each<[Said, object]>([
    [graphError(400, 'ErrorMimeContentInvalidBase64String'), { state: 'ok' }],
    [graphError(403, 'ErrorAccessDenied'), { state: 'failed', reason: 'notGranted' }],
    [graphError(404, 'ErrorInvalidUser'), { state: 'failed', reason: 'noMailbox' }],
    ['reset', { state: 'failed', reason: 'noAnswer' }],
  ])('AG-5 the set-up check asks with what is no mail', async (said, outcome) => {
    microsoft.says(path, said);
    expect(await box().check(AbortSignal.timeout(10_000))).toEqual(outcome);
    expect(microsoft.calls.at(-1)?.body).toBe('-');
  });

  test('F-35 the log names nobody, and no secret', async () => {
    for (const said of [graphError(403, 'ErrorAccessDenied'), 'reset'] as const) {
      microsoft.says(path, said);
      await send();
    }
    expect(logged).toHaveLength(2);
    for (const secret of [appPassword, 'Bearer', 'camille', address, 'Nos num']) expect(logged.join('')).not.toContain(secret);
  });
});

test('F-20 a mailbox gets four mails in ten seconds from all processes together, and none while it asks to wait', async () => {
  const it = await server.open();
  const carries = [1, 2].map((): Carry => overGraph({ mailbox: box(), pacing: it.store.pacing, tenantId: operator, address }));
  const carry = async (index: number, key: string) =>
    (await carries[index % 2]?.(await mail(), key, AbortSignal.timeout(10_000))) ?? { is: 'none' };
  for (let count = 0; count < 4; count += 1) expect(await carry(count, `mail ${count}`)).toEqual({ is: 'sent' });
  const fifth = await carry(0, 'the fifth');
  expect(fifth).toMatchObject({ is: 'paced' });
  // Whoever asks again has kept their turn.
  const again = await carry(1, 'the fifth');
  expect(again.is === 'paced' && fifth.is === 'paced' && again.afterMs <= fifth.afterMs).toBe(true);
  expect(microsoft.asked('/sendMail')).toBe(4);
  const other = overGraph({ mailbox: box(), pacing: it.store.pacing, tenantId: operator, address: 'other@tailspin.example' });
  microsoft.says(path, graphError(429, 'TooManyRequests', { 'retry-after': '60' }));
  expect(await other(await mail(), 'one', AbortSignal.timeout(10_000))).toMatchObject({ is: 'later', afterMs: 60_000 });
  expect(await other(await mail(), 'two', AbortSignal.timeout(10_000))).toMatchObject({ is: 'paced' });
  await it.close();
});
