import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { spansOf, unhealthySince } from '../../../src/domain/room/health.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 5, 1, hour)).toISOString();

test('RM-2 a room is out from the opening of an incident to its closing, and again after each reopening', () => {
  expect(spansOf(at(0), [])).toEqual([{ from: at(0), until: null }]);
  const turns = [
    { at: at(2), open: false },
    { at: at(5), open: true },
    { at: at(6), open: false },
  ];
  expect(spansOf(at(0), turns)).toEqual([
    { from: at(0), until: at(2) },
    { from: at(5), until: at(6) },
  ]);
  expect(spansOf(at(0), turns.slice(0, 2)).at(-1)).toEqual({ from: at(5), until: null });
});

test('RM-2 whatever closings and reopenings follow one another, times out never overlap and only the last may be open', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 10 }), (opens) => {
      const spans = spansOf(
        at(0),
        opens.map((open, index) => ({ at: at(index + 1), open })),
      );
      spans.forEach((span, index) => {
        const next = spans[index + 1];
        if (span.until !== null) expect(span.from < span.until).toBe(true);
        if (next) expect(span.until !== null && span.until <= next.from).toBe(true);
      });
      const isOut = spans.at(-1)?.until === null;
      expect(isOut).toBe(opens.at(-1) ?? true);
    }),
  );
});

test('RM-2 a room is unhealthy since the first of its open incidents', () => {
  expect(unhealthySince([])).toBeNull();
  expect(unhealthySince([{ since: at(3) }, { since: at(1) }])).toBe(at(1));
});
