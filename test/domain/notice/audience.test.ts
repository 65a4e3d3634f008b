import { describe, expect, test } from '@jest/globals';
import { actorOf, type Principal } from '../../../src/domain/access/principal.ts';
import type { Happening } from '../../../src/domain/case/events.ts';
import { audience } from '../../../src/domain/notice/audience.ts';
import { aCase, amelie, engineer, lea, now } from '../samples.ts';

const case_ = aCase({ assignedTo: { id: 'engineer', name: 'engineer' }, contacts: ['a@contoso.example'] });
const told = (happening: Happening, by: Principal) =>
  audience({ ...happening, seq: 2, at: now, actor: actorOf(by) }, case_).map(({ key, how }) => `${key} ${how}`);
const comment: Happening = { type: 'commented', text: 'x', files: [] };

describe('G-11 who hears of what', () => {
  test('G-11 a new case: a receipt for its author, contacts and the desk hear of it', () => {
    expect(told({ type: 'opened', files: [] }, lea)).toEqual(['person:lea receipt', 'email:a@contoso.example message', 'desk message']);
  });
  test('G-11 nobody is told of their own comment', () => {
    expect(told(comment, lea)).toEqual(['email:a@contoso.example message', 'person:engineer message']);
    expect(told(comment, engineer)).toEqual(['person:lea message', 'email:a@contoso.example message']);
    expect(told(comment, amelie)).toEqual(['person:lea message', 'email:a@contoso.example message', 'person:engineer message']);
  });
  test('G-11 closing is told too', () => {
    const closed: Happening = { type: 'statusChanged', step: 'resolve', from: 'inProgress', to: 'resolved', reason: 'problemSolved' };
    expect(told(closed, lea)).toEqual(['email:a@contoso.example message', 'person:engineer message', 'desk message']);
  });
  test('G-5 an internal note stays with the operator', () => {
    expect(told({ type: 'noted', text: 'x', files: [] }, { ...engineer, personId: 'other' })).toEqual(['person:engineer message']);
  });
});
