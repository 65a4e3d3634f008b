import { beforeEach, expect, test } from '@jest/globals';
import type { Answer } from '../../src/graph/fault.ts';
import { type Recall, recall } from '../../src/graph/recall.ts';

const limits = { fresh: 100, standIn: 1_000, pause: 10, entries: 3 };
const value = (it: string): Answer<string> => ({ ok: true, value: it });
const no = (is: 'noConsent' | 'notFound' | 'unavailable'): Answer<string> => ({ ok: false, error: { is } });

let now: number;
let asked: number;
let says: Answer<string>;
let memory: Recall<string>;
beforeEach(() => {
  now = 0;
  asked = 0;
  memory = recall<string>(() => now, limits);
});
const ask = async () => {
  asked += 1;
  return says;
};
const at = (when: number, saying: Answer<string>, key = 'one') => {
  now = when;
  says = saying;
  return memory.of(key, ask);
};

test('ID-3 an answer counts for minutes, then the next question is asked anew', async () => {
  expect(await at(0, value('a'))).toEqual(value('a'));
  expect(await at(99, value('b'))).toEqual(value('a'));
  expect(await at(100, value('b'))).toEqual(value('b'));
  expect(asked).toBe(2);
});

test('ID-3 many who ask at the same time ask once', async () => {
  expect(await Promise.all([at(0, value('a')), at(0, value('b')), at(0, value('c'))])).toHaveLength(3);
  expect(asked).toBe(1);
});

test('ID-3 while there is no answer, what was known stands in for a bounded time, and then nothing', async () => {
  await at(0, value('a'));
  expect(await at(500, no('unavailable'))).toEqual(value('a'));
  expect(await at(505, value('b'))).toEqual(value('a'));
  expect(asked).toBe(2);
  expect(await at(999, no('unavailable'))).toEqual(value('a'));
  expect(await at(1_009, no('unavailable'))).toEqual(no('unavailable'));
  expect(await at(1_020, no('unavailable'))).toEqual(no('unavailable'));
  expect(await at(1_040, value('b'))).toEqual(value('b'));
});

test('ID-3 with nothing known there is nothing to stand in, and no crowd presses', async () => {
  expect(await at(0, no('unavailable'))).toEqual(no('unavailable'));
  expect(await at(9, value('a'))).toEqual(no('unavailable'));
  expect(await at(10, value('a'))).toEqual(value('a'));
});

test('ID-3 somebody who is gone stays gone while there is no answer', async () => {
  await at(0, value('a'));
  expect(await at(100, no('notFound'))).toEqual(no('notFound'));
  expect(await at(300, no('unavailable'))).toEqual(no('notFound'));
});

test('ID-4 a tenant that never agreed does not depend on whether there is an answer', async () => {
  await at(0, no('noConsent'));
  expect(await at(100_000, no('unavailable'))).toEqual(no('noConsent'));
});

test('ID-3 a Retry-After is kept to, as far as answers are kept', async () => {
  await at(0, { ok: false, error: { is: 'throttled', seconds: 0.05 } });
  await at(49, value('a'));
  expect(asked).toBe(1);
  await at(50, value('a'));
  expect(asked).toBe(2);
});

test('ID-3 what is told to refresh is asked anew, and an older answer does not overwrite a newer one', async () => {
  await at(0, value('a'));
  let arrive: (answer: Answer<string>) => void = () => {};
  memory.refresh('on');
  now = 10;
  const late = memory.of('one', () => new Promise((resolve) => (arrive = resolve)));
  memory.refresh('on');
  expect(await at(20, value('b'))).toEqual(value('b'));
  arrive(value('a'));
  await late;
  expect(await at(30, value('c'))).toEqual(value('b'));
});

test('ID-3 no more than the limit is remembered', async () => {
  for (const key of ['one', 'two', 'three', 'four']) await at(0, value(key), key);
  await at(1, value('new'), 'four');
  expect(asked).toBe(4);
  expect(await at(1, value('new'), 'one')).toEqual(value('new'));
});
