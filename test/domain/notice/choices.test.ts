import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Choices, isWanted, noticeKindOf, noticeKinds, ways, withKind, withWay } from '../../../src/domain/notice/choices.ts';

const before: Choices = { chat: true, email: true };
const wanted = (choices: Choices) =>
  ways.flatMap((way) => noticeKinds.filter((kind) => isWanted(choices, way, kind)).map((kind) => `${way} ${kind}`));

describe('PN-15 choices', () => {
  test('PN-15 a profile from before there was a choice of kinds wants all of them, in the ways it wanted and in those that came later', () => {
    expect(wanted({ chat: false, email: true })).toEqual(['email', 'feed'].flatMap((way) => noticeKinds.map((kind) => `${way} ${kind}`)));
  });

  test('PN-15 each box of the grid turns itself and nothing else, whatever the others are', () => {
    const turns = fc.array(fc.record({ way: fc.constantFrom(...ways), kind: fc.constantFrom(...noticeKinds), wanted: fc.boolean() }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(turns, (those) => {
        const expected = new Set(wanted(before));
        let choices = before;
        for (const turn of those) {
          choices = withKind(choices, turn);
          if (turn.wanted) expected.add(`${turn.way} ${turn.kind}`);
          else expected.delete(`${turn.way} ${turn.kind}`);
          expect(wanted(choices).sort()).toEqual([...expected].sort());
        }
      }),
    );
  });

  test('PN-15 a way of which nothing is wanted any more is off, and on again with everything', () => {
    const off = noticeKinds.reduce((choices, kind) => withKind(choices, { way: 'email', kind, wanted: false }), before);
    expect(off.email).toBe(false);
    expect(wanted(withWay(off, 'email', true))).toEqual(wanted(before));
  });

  test('PN-15 a question counts as one, a closing as one, and a receipt as neither', () => {
    const moved = { type: 'statusChanged' } as const;
    expect(noticeKindOf({ ...moved, step: 'ask', status: 'waitingOnRequester' })).toBe('answers');
    expect(noticeKindOf({ ...moved, step: 'resolve', status: 'resolved' })).toBe('closing');
    expect(noticeKindOf({ ...moved, step: 'reopen', status: 'inProgress' })).toBe('status');
    expect(noticeKindOf({ type: 'opened', step: null, status: null })).toBeNull();
  });
});
