import { describe, expect, test } from '@jest/globals';
import { actorOf, type Principal } from '../../../src/domain/access/principal.ts';
import { type Happening, service } from '../../../src/domain/case/events.ts';
import { audience } from '../../../src/domain/notice/audience.ts';
import { aCase, amelie, engineer, lea, now } from '../samples.ts';

const case_ = aCase({ assignedTo: { id: 'engineer', name: 'engineer' }, contacts: ['a@contoso.example'] });
const told = (happening: Happening, by: Principal) =>
  audience({ ...happening, seq: 2, at: now, actor: actorOf(by) }, case_).map(({ key, how }) => `${key} ${how}`);
const comment: Happening = { type: 'commented', text: 'x', files: [] };

describe('G-11 who hears of what', () => {
  test('G-11 a new case: a receipt for its author, contacts and the desk hear of it', () => {
    expect(told({ type: 'opened', files: [] }, lea)).toEqual(['person:lea receipt', 'email:a@contoso.example message', 'channels message']);
  });
  test('G-11 nobody is told of their own comment', () => {
    expect(told(comment, lea)).toEqual(['email:a@contoso.example message', 'person:engineer message', 'channels message']);
    expect(told(comment, engineer)).toEqual(['person:lea message', 'email:a@contoso.example message', 'channels message']);
    expect(told(comment, amelie)).toEqual([
      ...['person:lea message', 'email:a@contoso.example message', 'person:engineer message', 'channels message'],
    ]);
  });
  test('G-11 closing is told too', () => {
    const closed: Happening = { type: 'statusChanged', step: 'resolve', from: 'inProgress', to: 'resolved', reason: 'problemSolved' };
    expect(told(closed, lea)).toEqual(['email:a@contoso.example message', 'person:engineer message', 'channels message']);
  });
  test('SLA-3 a target that is near or missed is told to the desk and whoever holds the case, to nobody else', () => {
    const by = service(case_.tenantId);
    for (const type of ['targetNear', 'targetMissed'] as const) {
      const event = { type, dueAt: now, seq: 2, at: now, actor: by };
      expect(audience(event, case_).map(({ key }) => key)).toEqual(['person:engineer', 'channels']);
    }
  });
  test('RM-6 a reminder goes to the requester and the contacts', () => {
    const event = { type: 'reminded', closesAt: now, seq: 2, at: now, actor: service(case_.tenantId) } as const;
    expect(audience(event, case_).map(({ key }) => key)).toEqual(['person:lea', 'email:a@contoso.example']);
  });
  test('G-5 an internal note stays with the operator', () => {
    expect(told({ type: 'noted', text: 'x', files: [] }, { ...engineer, personId: 'other' })).toEqual([
      'person:engineer message',
      'channels message',
    ]);
  });
  test('AG-3 whoever a note mentions is told of it once, and its author never', () => {
    const mentions = ['sam', 'engineer', 'author'].map((id) => ({ id, name: id }));
    expect(told({ type: 'noted', text: 'x', files: [], mentions }, { ...engineer, personId: 'author' })).toEqual([
      ...['person:sam message', 'person:engineer message', 'channels message'],
    ]);
  });
  test('G-17 whoever follows the case hears of what is said and of how it stands, each once, and never of their own', () => {
    const event = { ...comment, seq: 2, at: now, actor: actorOf(amelie) } as const;
    const followers = ['hugo', amelie.personId, 'lea'];
    expect(audience(event, case_, { followers }).map(({ key }) => key)).toEqual([
      ...['person:lea', 'email:a@contoso.example', 'person:hugo', 'person:engineer', 'channels'],
    ]);
    const noted = { type: 'noted', text: 'x', files: [], seq: 2, at: now, actor: actorOf(engineer) } as const;
    expect(audience(noted, case_, { followers }).map(({ key }) => key)).toEqual(['channels']);
  });
});
