import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { addWebhook, changeWebhook, listWebhooks, rotateWebhook } from '../../src/app/organisation/webhooks.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import { operator } from '../../src/local/organisations.ts';
import { attempt } from '../../src/notify/attempt.ts';
import type { Channel } from '../../src/notify/channel.ts';
import { webhookChannel } from '../../src/notify/channels/webhook.ts';
import { settlementOf } from '../../src/notify/settle.ts';
import { webhookCalls } from '../../src/notify/webhook-calls.ts';
import { deskOver, granted } from '../app/desk.ts';
import { server, type TestStore } from '../store/databases.ts';
import { type Answer, startWebhookReceiver, type WebhookReceiver } from './webhook-receiver.ts';

const day = 86_400_000;
const events = ['opened', 'comments', 'status', 'closed'] as const;

describe('webhooks', () => {
  let it: TestStore;
  let desk: ReturnType<typeof deskOver>;
  let system: WebhookReceiver;
  let lea: Principal;
  let camille: Principal;
  let nadia: Principal;
  let webhook: { id: string; secret: string };
  let now: () => string;
  let pause = 60_000;
  beforeAll(async () => {
    it = await server.open();
    system = await startWebhookReceiver();
    const over = deskOver(it);
    now = over.deps.now;
    desk = { ...over, deps: { ...over.deps, webhooks: webhookCalls({ thisMachine: true }), now: () => now() } };
    [lea, camille, nadia] = await Promise.all([desk.someone('Léa'), desk.someone('Camille'), desk.someone('Nadia')]);
  });
  beforeEach(async () => {
    now = () => new Date().toISOString();
    for (const { id } of granted(await listWebhooks(desk.deps, camille)))
      await it.store.inTenant(camille.tenantId, (tx) => tx.webhooks.remove(id));
    pause = 60_000;
    await work();
    system.came.length = 0;
    system.answer = () => ({ status: 204 });
    const added = granted(await addWebhook(desk.deps, camille, { url: system.url, description: 'Service management', events }));
    webhook = { id: added.webhook.id, secret: added.secret };
  });
  afterAll(async () => {
    await system.close();
    await it.close();
  });

  /** Works off what is due, in turns, and says what became of each attempt. */
  async function work(): Promise<readonly string[]> {
    const deps = { ...desk.deps, operatorTenantId: operator.id };
    const calls = desk.deps.webhooks;
    if (!calls) throw new Error('no calls');
    const channel: Channel = webhookChannel(deps, calls, (number) => `https://teams.example/case/${number}`);
    const said: string[] = [];
    for (let turn = 0; turn < 20; turn += 1) {
      const jobs = await it.store.outbox.claim('webhook', { most: 20, leaseMs: 60_000, gatherMs: 0, together: channel.together });
      if (jobs.length === 0) return said;
      for (const job of jobs) {
        const outcome = await attempt(channel, job, pino({ level: 'silent' }));
        const settlement = settlementOf(job, outcome, 0);
        await it.store.outbox.settle(job, settlement.is === 'again' ? { ...settlement, afterMs: pause } : settlement);
        if (settlement.is === 'again' && pause === 0) await it.store.inTenant(job.tenantId, (tx) => tx.webhooks.resume(webhook.id));
        if (outcome.is !== 'instead') said.push(outcome.is);
      }
    }
    return said;
  }
  const only = () => {
    const [one, ...others] = system.came;
    if (!one || others.length > 0) throw new Error(`not one message, but ${system.came.length}`);
    return one;
  };
  const standing = async () => granted(await listWebhooks(desk.deps, camille)).find(({ id }) => id === webhook.id);
  test('G-12 each event is one signed message, in order, with what the customer’s side may read and nothing of a note', async () => {
    const opened = await desk.open(lea, { title: 'A secret plan', description: 'Nobody else’s' });
    await desk.act(nadia, opened.id, { do: 'take' });
    await desk.act(nadia, opened.id, { do: 'note', text: 'a suspicious carrier' });
    await desk.act(nadia, opened.id, { do: 'comment', text: 'We look into it.' });
    await desk.act(camille, opened.id, { do: 'resolve' });
    await work();
    const messages = system.came.map((one) => system.read(webhook.secret, one));
    expect(messages.map(({ type }) => type)).toEqual([
      'case.opened',
      'case.assigned',
      'case.status_changed',
      'case.commented',
      'case.closed',
    ]);
    expect(messages[0]).toEqual({
      type: 'case.opened',
      version: 1,
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      data: {
        case: { id: opened.id, number: opened.number, status: 'resolved', link: `https://teams.example/case/${opened.number}` },
        event: { seq: 1, by: { name: lea.name, side: 'customer' }, status: null },
      },
    });
    const said = JSON.stringify(messages);
    // G-7: engineers act under their desk's name; what people wrote stays in the desk.
    for (const hidden of [nadia.name, 'suspicious', 'secret plan', 'We look', 'Nobody else']) expect(said).not.toContain(hidden);
    expect(new Set(system.came.map(({ id }) => id)).size).toBe(system.came.length);
  });

  test('G-12 a message that was changed, is old or is signed with another secret is not taken for the desk’s', async () => {
    await desk.open(lea);
    await work();
    const one = only();
    expect(() => system.read(webhook.secret, one)).not.toThrow();
    expect(() => system.read(webhook.secret, { ...one, body: one.body.replace('opened', 'closed') })).toThrow();
    expect(() => system.read(`whsec_${Buffer.alloc(32).toString('base64')}`, one)).toThrow();
    const old = { ...one.headers, 'webhook-timestamp': String(Math.floor(Date.now() / 1_000) - 600) };
    expect(() => system.read(webhook.secret, { ...one, headers: old })).toThrow();
    expect(() => system.read(webhook.secret, { ...one, headers: { ...one.headers, 'webhook-id': 'msg_other' } })).toThrow();
  });

  test('what the documentation shows checks a signature', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/webhooks.md'), 'utf8');
    const code = /```js\n(.+?)```/s.exec(page)?.[1] ?? '';
    const { isFromTheDesk } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    await desk.open(lea);
    await work();
    const { headers, body } = only();
    expect(isFromTheDesk(webhook.secret, headers, body)).toBe(true);
    expect(isFromTheDesk(webhook.secret, headers, `${body} `)).toBe(false);
    expect(isFromTheDesk(webhook.secret, { ...headers, 'webhook-timestamp': '1' }, body)).toBe(false);
  });

  test('F-16 what may have arrived is sent again with the same id, so that the receiver drops it', async () => {
    const answers: readonly Answer[] = ['reset', { status: 500 }, { status: 302 }, { status: 200 }];
    system.answer = () => answers[system.came.length - 1] ?? 'hang';
    pause = 0;
    await desk.open(lea);
    expect(await work()).toEqual(['later', 'later', 'later', 'sent']);
    expect(new Set(system.came.map(({ id }) => id)).size).toBe(1);
    for (const one of system.came) expect(system.read(webhook.secret, one)).toMatchObject({ type: 'case.opened' });
  });

  test('F-15 a receiver that asks to wait is left in peace so long, by every case', async () => {
    system.answer = () => ({ status: 429, headers: { 'retry-after': '120' } });
    await desk.open(lea);
    expect(await work()).toEqual(['later']);
    await desk.open(lea);
    expect(await work()).toEqual(['paced']);
    expect(system.came).toHaveLength(1);
    expect(await standing()).toMatchObject({ lastFault: { code: 'busy', detail: '429' }, stopped: null });
  });

  test('410 switches a webhook off, says why, and writes to the administrators', async () => {
    system.answer = () => ({ status: 410 });
    await desk.open(lea);
    expect(await work()).toEqual(['nothingToDo']);
    expect(await standing()).toMatchObject({ stopped: { why: 'gone' } });
    const letters = await it.store.outbox.claim('email', { most: 50, leaseMs: 0, gatherMs: 0 });
    const sent = letters.flatMap(({ content }) =>
      content.kind === 'letter' && content.letter.says.letter === 'webhookStopped' ? [content.letter] : [],
    );
    expect(sent.map(({ address }) => address)).toEqual([camille.email]);
    await desk.open(lea);
    expect(await work()).toEqual(['nothingToDo']);
    expect(system.came).toHaveLength(1);
  });

  test('a webhook to which nothing has arrived for five days is switched off, and one that fails for less is not', async () => {
    system.answer = () => ({ status: 404 });
    await desk.open(lea);
    expect(await work()).toEqual(['later']);
    now = () => new Date(Date.now() + 4.9 * day).toISOString();
    await desk.open(lea);
    expect(await work()).toEqual(['later']);
    expect((await standing())?.stopped).toBeNull();
    now = () => new Date(Date.now() + 5.1 * day).toISOString();
    await desk.open(lea);
    expect(await work()).toEqual(['nothingToDo']);
    const stopped = await standing();
    expect(stopped).toMatchObject({ stopped: { why: 'failing' }, lastFault: { code: 'refused', detail: '404' } });
    const on = { url: system.url, description: 'Service management', events, version: stopped?.version ?? 0, on: true };
    expect(granted(await changeWebhook(desk.deps, camille, webhook.id, on))).toMatchObject({ stopped: null, failingSince: null });
  });

  test('a new secret signs at once, and the one before beside it until its time is over', async () => {
    const after = granted(await rotateWebhook(desk.deps, camille, webhook.id, 24));
    expect(after.webhook.oldSecretUntil).not.toBeNull();
    await desk.open(lea);
    await work();
    for (const secret of [webhook.secret, after.secret]) expect(system.read(secret, only())).toMatchObject({ type: 'case.opened' });
    const last = granted(await rotateWebhook(desk.deps, camille, webhook.id, 0));
    system.came.length = 0;
    await desk.open(lea);
    await work();
    expect(only().headers['webhook-signature']?.split(' ')).toHaveLength(1);
    expect(system.read(last.secret, only())).toMatchObject({ type: 'case.opened' });
  });

  test('F-33 no redirect is followed', async () => {
    const elsewhere = await startWebhookReceiver();
    system.answer = () => ({ status: 307, headers: { location: elsewhere.url } });
    await desk.open(lea);
    expect(await work()).toEqual(['later']);
    expect(elsewhere.came).toEqual([]);
    await elsewhere.close();
  });

  test('F-28 no webhook of another organisation hears of it', async () => {
    const others = await Promise.all(['Jordan', 'Alex'].map((name) => desk.someone(name).catch(() => null)));
    const stranger = others.find((one) => one && one.tenantId !== camille.tenantId);
    if (!stranger) throw new Error('no stranger');
    await it.store.inTenant(stranger.tenantId, async (tx) => {
      await tx.webhooks.save({ id: crypto.randomUUID(), url: system.url, description: 'theirs', events, version: 1 }, stranger.personId);
    });
    await desk.open(lea);
    await work();
    expect(system.read(webhook.secret, only())).toMatchObject({ type: 'case.opened' });
  });

  test('a webhook hears of what it was added for', async () => {
    const { version = 0 } = (await standing()) ?? {};
    const wanted = { url: system.url, description: 'Closing alone', events: ['closed'] as const, version, on: true };
    granted(await changeWebhook(desk.deps, camille, webhook.id, wanted));
    const opened = await desk.open(lea);
    await desk.act(camille, opened.id, { do: 'comment', text: 'Hello' });
    await desk.act(camille, opened.id, { do: 'resolve' });
    await work();
    expect(system.read(webhook.secret, only())).toMatchObject({ type: 'case.closed', data: { event: { status: 'resolved' } } });
  });
});
