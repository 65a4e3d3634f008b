import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { faultOf, type Outcome } from '../../src/domain/notice/outcome.ts';
import { mostAttempts, pauseAfter, settlementOf } from '../../src/notify/settle.ts';
import { anyText } from '../any-text.ts';

const fault = faultOf('busy', '451 later');
const hour = 3_600_000;
const middle = 0.5;

test('F-15 a receiver that says how long to wait is not asked before, nor all at one time after', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: hour }),
      fc.integer({ min: 1, max: mostAttempts - 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (afterMs, attempt, random) => {
        const settlement = settlementOf({ attempt, maybeSent: 0 }, { is: 'later', fault, afterMs }, random);
        expect(settlement).toMatchObject({ is: 'again', maybeSent: false });
        if (settlement.is !== 'again') return;
        expect(settlement.afterMs).toBeGreaterThanOrEqual(afterMs);
        expect(settlement.afterMs).toBeLessThanOrEqual(afterMs + 1_000);
      },
    ),
  );
});

test('F-15 pauses grow, are spread, and never exceed an hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      const pause = pauseAfter(attempt, random);
      expect(pause).toBeGreaterThanOrEqual(3_000);
      expect(pause).toBeLessThanOrEqual(hour);
      expect(pauseAfter(attempt + 1, middle)).toBeGreaterThanOrEqual(pauseAfter(attempt, middle));
    }),
  );
});

test('F-21 an hour of refusals for now is outlived, and giving up comes within a day', () => {
  const pauses = Array.from({ length: mostAttempts - 1 }, (_, i) => pauseAfter(i + 1, middle));
  const whole = pauses.reduce((sum, pause) => sum + pause, 0);
  expect(whole).toBeGreaterThan(12 * hour);
  expect(whole).toBeLessThan(24 * hour);
  expect(settlementOf({ attempt: mostAttempts, maybeSent: 0 }, { is: 'later', fault, afterMs: null }, middle)).toEqual({
    is: 'dead',
    fault,
  });
});

test('F-16 what may have arrived is sent once more, and then given up for an engineer to judge', () => {
  const maybe: Outcome = { is: 'maybeSent', fault };
  expect(settlementOf({ attempt: 1, maybeSent: 0 }, maybe, middle)).toMatchObject({ is: 'again', maybeSent: true });
  expect(settlementOf({ attempt: 2, maybeSent: 1 }, maybe, middle)).toMatchObject({ is: 'dead', fault: { code: 'uncertain' } });
  // Being put off in between does not count.
  expect(settlementOf({ attempt: 9, maybeSent: 1 }, { is: 'later', fault, afterMs: null }, middle)).toMatchObject({ is: 'again' });
});

test('G-12 what was sent, or has nobody to go to, is done; what is refused for good is given up at once', () => {
  const first = { attempt: 1, maybeSent: 0 };
  expect(settlementOf(first, { is: 'sent' }, middle)).toEqual({ is: 'done' });
  expect(settlementOf(first, { is: 'nothingToDo' }, middle)).toEqual({ is: 'done' });
  expect(settlementOf(first, { is: 'never', fault }, middle)).toEqual({ is: 'dead', fault });
});

test('F-35 what a receiver said is kept as one line of bounded length', () => {
  fc.assert(
    fc.property(anyText(), (said) => {
      const { detail } = faultOf('refused', said);
      expect(detail.length).toBeLessThanOrEqual(200);
      expect(detail).not.toMatch(/\p{Cc}/u);
    }),
  );
});
