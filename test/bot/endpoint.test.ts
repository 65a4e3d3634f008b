import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLimits, requestsPerMinute } from '../../src/http/limits.ts';
import { contoso, fabrikam } from '../../src/local/organisations.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { startWire, type Wire } from './wire.ts';

let desk: BotDesk;
let wire: Wire;
beforeAll(async () => {
  desk = await startBotDesk();
  wire = await startWire(desk.deps);
});
afterAll(async () => {
  await wire.close();
  await desk.close();
});

describe('F-37 the body', () => {
  const sixtyMegabytes = 60 * 1024 * 1024;

  /** Sends a beginning, and waits for the answer before anything else. */
  async function answeredEarly(headers: Record<string, string | number>, beginning: string | Buffer): Promise<number> {
    const sending = httpRequest(wire.url, { method: 'POST', headers });
    sending.on('error', () => {});
    sending.write(beginning);
    const [response] = await once(sending, 'response');
    sending.destroy();
    return response.statusCode;
  }

  test('of 60 MB without a token is refused before it is read', async () => {
    expect(await answeredEarly({ 'content-length': sixtyMegabytes }, '{')).toBe(401);
    expect(await answeredEarly({ 'transfer-encoding': 'chunked', authorization: 'Bearer junk' }, '{')).toBe(401);
  });

  test('of 60 MB with a token is refused at its first byte where it says its length, and else after 256 kB', async () => {
    const authorization = `Bearer ${await wire.token()}`;
    expect(await answeredEarly({ authorization, 'content-length': sixtyMegabytes }, '{')).toBe(413);
    expect(await answeredEarly({ authorization, 'transfer-encoding': 'chunked' }, Buffer.alloc(256 * 1024 + 1, ' '))).toBe(413);
  });

  test('of 60 MB, sent to the end all the same, leaves the answer to be read', async () => {
    const body = new Uint8Array(sixtyMegabytes);
    expect((await fetch(wire.url, { method: 'POST', body })).status).toBe(401);
    expect((await fetch(wire.url, { method: 'POST', body, headers: { authorization: `Bearer ${await wire.token()}` } })).status).toBe(413);
  });

  test('cut midway is no fault of ours', async () => {
    const sending = httpRequest(wire.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${await wire.token()}`, 'content-length': 1_000 },
    });
    sending.on('error', () => {});
    await new Promise((flushed) => sending.write('{"type":', flushed));
    sending.destroy();
    expect((await wire.post(wire.activity())).status).toBe(200);
    expect(wire.logged.join('')).not.toContain('could not be taken');
  });

  test.each([
    ['no JSON', '{"type":'],
    ['a list', '[]'],
    ['a word', '"hello"'],
    ['too deep', `{"value":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('answers 400 to a body that is %s', async (_what, body) => {
    expect(await wire.post(body)).toEqual({ status: 400, text: '' });
  });

  test('answers 400 to keys that tamper with prototypes, and to an activity without its parts', async () => {
    const tampered = JSON.stringify(wire.activity()).replace('"text"', '"__proto__"');
    expect((await wire.post(tampered)).status).toBe(400);
    expect((await wire.post({ channelId: 'msteams', serviceUrl: wire.serviceUrl, type: 'message' })).status).toBe(400);
  });

  test('that is not UTF-8 is a bad request', async () => {
    const bytes = Buffer.concat([Buffer.from('{"type":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    const headers = { authorization: `Bearer ${await wire.token()}` };
    expect((await fetch(wire.url, { method: 'POST', body: bytes, headers })).status).toBe(400);
  });
});

describe('F-36 over HTTP', () => {
  const table = { ...requestsPerMinute, stranger: 3, person: 9, openings: 9, tenant: 9, turns: 2, tenantTurns: 3 };
  let now = 0;
  let limited: Wire;
  beforeAll(async () => {
    limited = await startWire(desk.deps, undefined, { limits: createLimits({ trustedProxies: 1, table, now: () => now }) });
  });
  afterAll(() => limited.close());

  const press = { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'home', data: { caseDesk: { do: 'home' } } } } };
  const asThomas = { from: { id: '29:thomas', name: 'T', aadObjectId: contoso.people[1]?.id } };

  test('a person who asks too much is told to wait, the others of the tenant when all of them do, and nobody else', async () => {
    now += 60_000;
    expect([(await limited.post(limited.activity())).status, (await limited.post(limited.activity(press))).status]).toEqual([200, 200]);
    expect(await limited.post(limited.activity())).toEqual({ status: 429, text: '', retryAfter: '30' });
    expect((await limited.post(limited.activity(asThomas))).status).toBe(200);
    expect(await limited.post(limited.activity(asThomas))).toEqual({ status: 429, text: '', retryAfter: '20' });
    const elsewhere = {
      conversation: { id: 'a:other', conversationType: 'personal', tenantId: fabrikam.id },
      channelData: { tenant: { id: fabrikam.id } },
    };
    expect((await limited.post(limited.activity(elsewhere))).status).toBe(200);
  });

  test('who presses a button too often reads so in its place', async () => {
    now += 60_000;
    for (let i = 0; i < 2; i++) await limited.post(limited.activity(press));
    const card = await limited.post(limited.activity({ ...press, locale: 'fr-FR' }));
    expect([card.status, card.retryAfter, JSON.parse(card.text).value]).toEqual([200, '30', expect.stringContaining('Trop de requêtes')]);
    const dialog = await limited.post(limited.activity({ type: 'invoke', name: 'task/submit', value: {} }));
    expect(JSON.parse(dialog.text).task).toEqual({ type: 'message', value: expect.stringContaining('Too many requests') });
  });

  test('an address whose tokens fail is told to wait; a good one from there still passes', async () => {
    now += 60_000;
    const stranger = (address: string) => limited.post({}, { authorization: 'Bearer junk', 'x-forwarded-for': address });
    for (let i = 0; i < 3; i++) expect((await stranger('192.0.2.1')).status).toBe(401);
    expect(await stranger('192.0.2.1')).toEqual({ status: 429, text: '', retryAfter: '20' });
    expect((await stranger('192.0.2.2')).status).toBe(401);
    const authorization = `Bearer ${await limited.token()}`;
    expect((await limited.post(limited.activity(), { authorization, 'x-forwarded-for': '192.0.2.1' })).status).toBe(200);
  });
});

describe('whatever the channel delivers', () => {
  const odd = fc.oneof(
    fc.constantFrom<unknown>(null, 0, -1, 1e308, true, '', 'x'.repeat(5_000), 'a\0b', '\ud800', '../../x', "' or 1=1 --", '%00', [], {}, [
      null,
    ]),
    fc.constantFrom<unknown>(contoso.id, fabrikam.id, fabrikam.people[0]?.id, crypto.randomUUID(), 'CD-JA4M-MDWE'),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const steps = [
    'home',
    'create',
    'begin',
    'draft',
    'sendDraft',
    'list',
    'search',
    'case',
    'number',
    'timeline',
    'write',
    'change',
    'speak',
  ];
  const parts = fc.record(
    {
      do: fc.oneof(fc.constantFrom<unknown>(...steps), odd),
      ...Object.fromEntries(
        ['caseId', 'draftId', 'caseType', 'list', 'cursor', 'words', 'number', 'step', 'version', 'nonce', 'files', 'before', 'locale'].map(
          (key) => [key, odd],
        ),
      ),
    },
    { requiredKeys: ['do'] },
  );

  test('F-6 F-38 it is never a fault of ours, nor another tenant’s byte', async () => {
    const whole = wire.activity();
    const keys = Object.keys(whole).filter((key) => !['serviceUrl', 'channelId'].includes(key));
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...keys), odd, { maxKeys: 2 }),
        fc.dictionary(
          fc.constantFrom(
            'from.id',
            'from.aadObjectId',
            'conversation.id',
            'conversation.tenantId',
            'conversation.conversationType',
            'channelData.tenant',
            'channelData.team',
          ),
          odd,
          { maxKeys: 2 },
        ),
        fc.option(fc.tuple(fc.constantFrom('adaptiveCard/action', 'task/fetch', 'task/submit', 'fileConsent/invoke', 'x'), parts), {
          nil: undefined,
        }),
        fc.option(odd, { nil: undefined }),
        async (top, deep, invoke, text) => {
          const data = { caseDesk: invoke?.[1], title: text };
          const pressed = invoke && { type: 'invoke', name: invoke[0], value: { action: { verb: invoke[1].do, data }, data } };
          const activity: Record<string, unknown> = { ...wire.activity(pressed ?? (text === undefined ? {} : { text })), ...top };
          for (const [path, value] of Object.entries(deep)) {
            const [outer = '', inner = ''] = path.split('.');
            const part = activity[outer];
            if (typeof part === 'object' && part !== null) activity[outer] = { ...part, [inner]: value };
          }
          const before = wire.logged.length;
          const answer = await wire.post(activity);
          expect({
            status: answer.status < 500 || answer.status === 501,
            said: wire.logged.slice(before).filter((line) => /failed|could not be taken/.test(line)),
          }).toEqual({
            status: true,
            said: [],
          });
          expect(answer.text).not.toMatch(/Jordan Miller|fabrikam\.example/i);
        },
      ),
      { numRuns: 250 },
    );
  });

  test('F-35 through all of it the log tells of no token, no word that was said, and nothing of the inside', async () => {
    const log = wire.logged.join('');
    expect(log).not.toMatch(/Bearer|eyJ|or 1=1|passwd|Camille|@contoso/);
    expect(log).not.toMatch(/node_modules|\\n\s+at |insert into|select /);
    expect(log).not.toContain('"level":50');
  });
});
