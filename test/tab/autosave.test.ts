import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { autosave, type Saved } from '../../tab/form/autosave.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('G-19 what is typed is kept once the typing rests', async () => {
  const said: Saved[] = [];
  let saves = 0;
  const draft = autosave(
    async () => {
      saves += 1;
    },
    (saved) => said.push(saved),
    () => false,
  );
  draft.changed(900);
  await jest.advanceTimersByTimeAsync(800);
  draft.changed(900);
  await jest.advanceTimersByTimeAsync(800);
  expect(saves).toBe(0);
  await jest.advanceTimersByTimeAsync(100);
  expect(saves).toBe(1);
  expect(said.at(-1)).toBe('saved');
});

test('G-19 one save at a time, and what came meanwhile is kept after it', async () => {
  let running = 0;
  let most = 0;
  let saves = 0;
  const draft = autosave(
    async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((done) => setTimeout(done, 500));
      running -= 1;
      saves += 1;
    },
    () => undefined,
    () => false,
  );
  draft.changed(0);
  await jest.advanceTimersByTimeAsync(100);
  draft.changed(0);
  const flushed = draft.flush();
  await jest.advanceTimersByTimeAsync(2_000);
  expect(await flushed).toBe(true);
  expect([most, saves]).toEqual([1, 2]);
});

test('G-19 a save that failed is tried again until it is kept; one without hope is not', async () => {
  let left = 2;
  let saves = 0;
  const said: Saved[] = [];
  const save = async () => {
    saves += 1;
    if (left-- > 0) throw new Error('offline');
  };
  const draft = autosave(
    save,
    (saved) => said.push(saved),
    () => false,
  );
  draft.changed(0);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(saves).toBe(3);
  expect(said.filter((saved) => saved === 'failed')).toHaveLength(2);
  expect(said.at(-1)).toBe('saved');

  left = 5;
  saves = 0;
  const hopeless = autosave(
    save,
    () => undefined,
    () => true,
  );
  hopeless.changed(0);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(saves).toBe(1);
});
