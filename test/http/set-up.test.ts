import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SetUpProbes } from '../../src/app/ports.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { graphDirectory } from '../../src/graph/directory.ts';
import { grantedIn, permissionSheet } from '../../src/graph/granted.ts';
import { seenDirectory } from '../../src/identity/seen-directory.ts';
import { startMail } from '../../src/local/mail.ts';
import { createMailbox } from '../../src/local/mailbox.ts';
import { operator } from '../../src/local/organisations.ts';
import { checkMail } from '../../src/notify/mail-check.ts';
import { mailServerOf } from '../../src/notify/mail-server.ts';
import { appId, graphError, type Microsoft, startMicrosoft } from '../graph/microsoft.ts';
import { type Api, type Caller, onVersion, open, startApi } from './api.ts';

let probes: SetUpProbes = {
  ...{ permissions: permissionSheet, granted: null, consentUrl: null, mail: null },
  channel: async () => ({ state: 'ok' }),
  say: async () => 'sent',
};
const set = (more: Partial<SetUpProbes>) => {
  probes = { ...probes, ...more };
};
/** What is found at the moment somebody asks. */
const lively: SetUpProbes = new Proxy({} as SetUpProbes, { get: (_, name: keyof SetUpProbes) => probes[name] });

describe('AG-5 the set-up check', () => {
  let api: Api;
  let ingrid: Caller;
  beforeAll(async () => {
    api = await startApi({ change: (deps) => ({ ...deps, setUp: lively }) });
    ingrid = await api.as('Ingrid');
  });
  afterAll(() => api.close());
  const check = async (who = ingrid) => {
    const { body } = await who.done('checkSetUp');
    return Object.fromEntries(body.checks.map(({ check: name, state, reason }) => [name, reason ? `${state}: ${reason}` : state]));
  };

  test('AG-5 what nobody set up is told apart from what fails, each with its cure', async () => {
    expect(await check()).toEqual({
      ...{ database: 'ok', queue: 'ok', channel: 'ok' },
      ...{ mail: 'notSetUp: switchedOff', consent: 'notSetUp: switchedOff', graph: 'notSetUp: switchedOff' },
    });
    const { checks } = (await ingrid.done('checkSetUp', { headers: { 'accept-language': 'fr' } })).body;
    expect(checks.find((it) => it.check === 'mail')?.cure).toBe(words('fr').setUp.cures.mail.switchedOff);
    expect(checks.find((it) => it.check === 'database')?.cure).toBeNull();
  });

  test('AG-5 mail is greeted for real: it answers, or it does not', async () => {
    const local = await startMail(createMailbox([]));
    set({ mail: (signal) => checkMail(mailServerOf(local.smtpUrl), signal) });
    expect((await check())['mail']).toBe('ok');
    await local.close();
    expect((await check())['mail']).toBe('failed: noAnswer');
    const mute = createServer(() => {});
    await new Promise<void>((listening) => mute.listen(0, '127.0.0.1', listening));
    const server = mailServerOf(`smtp://127.0.0.1:${(mute.address() as AddressInfo).port}`);
    const hasty = { ...server, connection: { ...server.connection, greetingTimeout: 100 } };
    set({ mail: (signal) => checkMail(hasty, signal) });
    expect((await check())['mail']).toBe('failed: noAnswer');
    mute.close();
  });

  test('AG-5 F-35 what a neighbour throws is told to nobody', async () => {
    const secret = 'smtps://desk:hunter2@mail.internal';
    set({
      mail: async () => {
        throw new Error(secret);
      },
      channel: () => Promise.reject(new Error(secret)),
    });
    const text = JSON.stringify((await ingrid.done('checkSetUp')).body);
    expect(text).not.toContain('hunter2');
    expect(await check()).toMatchObject({ mail: 'failed: noAnswer', channel: 'failed: noAnswer' });
    set({ channel: async () => ({ state: 'ok' }) });
  });

  test('AG-5 a test notice goes where one asked for it, is recorded, and says what came of it', async () => {
    const way = async (asked: string) => (await ingrid.done('sendTestNotice', { body: { way: asked } })).body.result;
    expect(await way('chat')).toBe('notInstalled');
    const place = { conversationId: 'a:1', serviceUrl: 'http://127.0.0.1:1/', installed: true };
    const said: unknown[] = [];
    set({
      say: async (...told) => {
        said.push(told.slice(0, 2));
        return 'sent';
      },
    });
    await api.deps.store.notes.save(ingrid.tenantId, ingrid.id, 'chat', { ...place, userId: 'u', welcomedAt: null });
    expect(await way('chat')).toBe('sent');
    expect(said).toEqual([
      [expect.objectContaining({ conversationId: 'a:1', serviceUrl: 'http://127.0.0.1:1/' }), expect.stringContaining('Ingrid')],
    ]);
    expect(await way('channel')).toBe('notInstalled');
    set({ mail: null });
    expect(await way('email')).toBe('switchedOff');
    set({ mail: async () => ({ state: 'ok' }) });
    expect(await way('email')).toBe('queued');
    const backlog = await api.deps.store.outbox.backlog();
    expect(backlog.find(({ channel }) => channel === 'email')?.waiting).toBe(1);
    const rows = (await api.deps.store.audit.page(operator.id, 0, 1_000)).filter(({ action }) => action === 'setUp.testNotice');
    expect(rows).toHaveLength(5);
    expect((await ingrid.refused('sendTestNotice', { body: { way: 'fax' } })).code).toBe('invalid');
  });

  test('G-9 only the operator’s leads check the set-up', async () => {
    for (const name of ['Camille', 'Nadia']) {
      const who = await api.as(name);
      expect((await who.refused('checkSetUp')).code).toBe('notAllowed');
      expect((await who.refused('sendTestNotice', { body: { way: 'email' } })).code).toBe('notAllowed');
    }
  });
});

describe('ID-4 where Graph refuses every permission', () => {
  let microsoft: Microsoft;
  let api: Api;
  beforeAll(async () => {
    microsoft = await startMicrosoft();
    microsoft.trusted();
    microsoft.says('', graphError(403, 'Authorization_RequestDenied'));
    const graph = microsoft.client({ attempts: 1 });
    set({ granted: () => grantedIn(graph, operator.id, appId) });
    api = await startApi({
      change: (deps) => {
        const seen = seenDirectory(deps.store.people, operator.id);
        return { ...deps, setUp: lively, directory: graphDirectory({ graph, seen, operatorTenantId: operator.id, appId }) };
      },
    });
  });
  afterAll(async () => {
    await api.close();
    await microsoft.close();
  });

  test('ID-4 the desk works: people open, read, answer and close their cases by what their tokens say', async () => {
    const lea = await api.as('Léa');
    const case_ = await open(lea);
    const params = { id: case_.id };
    expect((await lea.done('listCases')).body.items.map(({ id }) => id)).toEqual([case_.id]);
    const seen = (await lea.done('comment', { params, body: { text: 'One thing more.' } })).body;
    expect(seen.timeline.at(-1)?.text).toBe('One thing more.');
    expect((await lea.done('resolve', { params, ...onVersion(seen), body: {} })).body.status).toBe('resolved');
    expect(microsoft.asked('/v1.0/users/')).toBeGreaterThan(0);
  });

  test('ID-4 the sheet names every permission as not granted, with what the desk does without it', async () => {
    const withSamples = await startApi({ change: (deps) => ({ ...deps, setUp: lively }) });
    const { checks, permissions } = (await (await withSamples.as('Ingrid')).done('checkSetUp')).body;
    await withSamples.close();
    expect(checks.find(({ check }) => check === 'consent')).toMatchObject({ state: 'notSetUp', reason: 'refused' });
    // Of the two with which it sends, nothing can be asked.
    const granted = permissions.filter(({ kind }) => kind === 'application').map((permission) => permission.granted);
    expect(granted).toEqual([...Array(8).fill(false), null, null]);
    for (const { without, purpose } of permissions) expect([without, purpose].every((said) => said.length > 10)).toBe(true);
  });
});
