import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contoso } from '../../src/local/organisations.ts';
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

test('F-5 F-17 a connector that hangs holds no turn open', async () => {
  await wire.post(wire.activity());
  wire.answering(() => 'hang');
  try {
    expect(await wire.post(wire.activity())).toEqual({ status: 200, text: '' });
  } finally {
    wire.answering();
  }
});

test('a turn that takes its time shows that it works, and then answers', async () => {
  const { store } = desk.deps;
  const countMine: typeof store.cases.countMine = async (...asked) => {
    await wait(1_500);
    return store.cases.countMine(...asked);
  };
  const slow = await startWire({ ...desk.deps, store: { ...store, cases: { ...store.cases, countMine } } });
  try {
    await slow.post(slow.activity());
    expect(slow.calls.map(({ body }) => (body as { type: string }).type)).toEqual(['typing', 'message']);
  } finally {
    await slow.close();
  }
});

test('F-1 an installation that Teams tells of in two ways at once is welcomed once', async () => {
  const lea = contoso.people[2];
  const change = { from: { id: '29:lea', name: 'Léa', aadObjectId: lea?.id }, text: undefined };
  wire.calls.length = 0;
  await Promise.all([
    wire.post(wire.activity({ ...change, type: 'installationUpdate', action: 'add' })),
    wire.post(wire.activity({ ...change, type: 'conversationUpdate', membersAdded: [{ id: wire.activity().recipient.id }] })),
  ]);
  expect(wire.calls).toHaveLength(1);
});

test('F-16 an answer that the connector may have taken is not sent again', async () => {
  wire.calls.length = 0;
  wire.answering(() => ({ status: 502 }));
  try {
    await wire.post(wire.activity());
    expect(wire.calls).toHaveLength(1);
    expect(wire.logged.join('')).toContain('an answer could not be delivered');
  } finally {
    wire.answering();
  }
});

test('F-35 when the store fails the person hears a plain sentence, and neither answer nor log says why', async () => {
  const failing = {
    ...desk.deps,
    store: { ...desk.deps.store, cases: { ...desk.deps.store.cases, countMine: () => Promise.reject(new Error('select secret')) } },
  };
  const broken = await startWire(failing);
  try {
    await broken.post(broken.activity());
    const value = { action: { type: 'Action.Execute', verb: 'home', data: { caseDesk: { do: 'home' } } }, trigger: 'manual' };
    const { status, text } = await broken.post(broken.activity({ type: 'invoke', name: 'adaptiveCard/action', value }));
    expect({ status, type: JSON.parse(text).type }).toEqual({ status: 200, type: 'application/vnd.microsoft.activity.message' });
    expect(JSON.stringify(broken.calls) + text).toContain('Nothing was lost; please try again');
    expect(JSON.stringify(broken.calls) + text + broken.logged.join('')).not.toContain('secret');
  } finally {
    await broken.close();
  }
});
