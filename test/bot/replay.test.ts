import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Deps } from '../../src/app/deps.ts';
import { contoso } from '../../src/local/organisations.ts';
import { isObject, type Json } from '../../src/local/page/card-actions.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { numberIn, textOf } from './reading.ts';
import { startWire, type Wire } from './wire.ts';

let desk: BotDesk;
/** Two processes over one store. */
let wires: readonly [Wire, Wire];
beforeAll(async () => {
  desk = await startBotDesk();
  wires = [await startWire(desk.deps), await startWire(desk.deps)];
});
afterAll(async () => {
  for (const wire of wires) await wire.close();
  await desk.close();
});

const camille = contoso.people[0]?.id ?? '';
const filled = (title: string) => ({ title, description: 'How?', country: 'FR' });

async function begun(wire = wires[0]): Promise<string> {
  await press(wire, { do: 'begin', caseType: 'otherQuestion' });
  const [draft] = await desk.deps.store.drafts.list(contoso.id, camille);
  return draft?.id ?? '';
}

/** A button pressed, under an activity id of its own unless told. */
async function press(wire: Wire, caseDesk: Json, inputs: Json = {}, id: string = randomUUID()): Promise<Json & { readonly said: string }> {
  const value = { action: { type: 'Action.Execute', verb: caseDesk['do'], data: { caseDesk, ...inputs } }, trigger: 'manual' };
  const { status, text } = await wire.post(wire.activity({ id, type: 'invoke', name: 'adaptiveCard/action', text: undefined, value }));
  const body = text ? JSON.parse(text) : {};
  return { status, ...body, said: isObject(body.value) ? textOf(body.value) : String(body.value) };
}

const numberOf = (answer: Json): string => numberIn(answer['value'] as Json);

async function casesTitled(title: string): Promise<number> {
  const all = { state: 'all', words: null, desk: null, country: null, status: null, cursor: null, limit: 100 } as const;
  const scope = { kind: 'tenant', tenantId: contoso.id } as const;
  const { items } = await desk.deps.store.cases.list(scope, { list: 'company', personId: '', ...all });
  return items.filter((item) => item.title === title).length;
}

test('F-1 the same activity four times at once, at two processes, is one case and one answer', async () => {
  const draftId = await begun();
  const id = randomUUID();
  const answers = await Promise.all(
    [0, 1, 0, 1].map((n) => press(wires[n] as Wire, { do: 'sendDraft', draftId }, filled('Four at once'), id)),
  );
  expect(new Set(answers.map(numberOf)).size).toBe(1);
  expect(answers[0]).toEqual(answers[2]);
  expect(answers[1]).toEqual(answers[3]);
  expect(await casesTitled('Four at once')).toBe(1);
});

test('F-2 F-3 one form under four activity ids, at once and again later, at two processes, is one case', async () => {
  const draftId = await begun();
  const send = (wire: Wire) => press(wire, { do: 'sendDraft', draftId }, filled('Four ids'));
  const answers = await Promise.all([0, 1, 0, 1].map((n) => send(wires[n] as Wire)));
  answers.push(await send(wires[0]), await send(wires[1]));
  expect(new Set(answers.map(numberOf)).size).toBe(1);
  expect(await casesTitled('Four ids')).toBe(1);
});

test('F-4 a form that was sent, with other content, is refused and recorded', async () => {
  const draftId = await begun();
  await press(wires[0], { do: 'sendDraft', draftId }, filled('As it was'));
  const refused = async () =>
    (await desk.deps.store.audit.page(contoso.id, 0, 1_000)).filter(
      ({ action, outcome }) => action === 'case.open' && outcome === 'refused',
    );
  const before = await refused();
  const again = await Promise.all([
    press(wires[0], { do: 'sendDraft', draftId }, filled('Not as it was')),
    press(wires[1], { do: 'sendDraft', draftId }, filled('Nor this')),
  ]);
  for (const { said } of again) expect(said).toContain('This form was already sent');
  expect((await casesTitled('Not as it was')) + (await casesTitled('Nor this'))).toBe(0);
  expect((await refused()).length - before.length).toBe(2);
  expect((await refused()).at(-1)).toMatchObject({ actorId: camille, details: { text: expect.stringContaining('alreadyUsed') } });
});

test('F-5 a turn that takes long while Teams delivers it again, and then under another id, is one case', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  let waiting = 0;
  const { store } = desk.deps;
  const slowly: Deps = {
    ...desk.deps,
    store: {
      ...store,
      drafts: {
        ...store.drafts,
        async find(...asked) {
          waiting += 1;
          await released;
          return store.drafts.find(...asked);
        },
      },
    },
  };
  const draftId = await begun();
  const slow = await startWire(slowly);
  try {
    const id = randomUUID();
    const send = (as?: string) => press(slow, { do: 'sendDraft', draftId }, filled('Taking long'), as);
    const answers = [send(id), send(id), send()];
    // The second shares the first one's work; the third, under its own id, has come as far.
    while (waiting < 2) await new Promise((next) => setImmediate(next));
    release();
    const [first, redelivered, resubmitted] = await Promise.all(answers);
    expect(redelivered).toEqual(first);
    expect(numberOf(resubmitted ?? {})).toBe(numberOf(first ?? {}));
    expect(waiting).toBe(2);
    expect(await casesTitled('Taking long')).toBe(1);
  } finally {
    await slow.close();
  }
});

test('F-1 a turn that failed is no answer for the next delivery', async () => {
  let fails = true;
  const { store } = desk.deps;
  const find: typeof store.drafts.find = (...asked) => (fails ? Promise.reject(new Error('gone')) : store.drafts.find(...asked));
  const draftId = await begun();
  const wire = await startWire({ ...desk.deps, store: { ...store, drafts: { ...store.drafts, find } } });
  try {
    const id = randomUUID();
    expect((await press(wire, { do: 'sendDraft', draftId }, filled('Second time'), id)).said).toContain('please try again');
    fails = false;
    expect(numberOf(await press(wire, { do: 'sendDraft', draftId }, filled('Second time'), id))).toMatch(/^CD-/);
  } finally {
    await wire.close();
  }
});

test('F-1 the same id from somebody else, or with other content, is another activity', async () => {
  const id = randomUUID();
  const asked = (text: string, change: Json = {}) => wires[0].post(wires[0].activity({ id, text, ...change }));
  const before = wires[0].calls.length;
  const thomas = { from: { id: '29:thomas', name: 'Thomas', aadObjectId: contoso.people[1]?.id } };
  await Promise.all([asked('my cases'), asked('my cases'), asked('profile'), asked('my cases', thomas)]);
  expect(wires[0].calls.length - before).toBe(3);
});
