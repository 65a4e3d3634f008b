import { describe, expect, test } from '@jest/globals';
import { type CaseEvent, service } from '../../../src/domain/case/events.ts';
import { evolve } from '../../../src/domain/case/evolve.ts';
import type { TargetRow } from '../../../src/domain/sla/programmes.ts';
import { firstResponseDue, type Programme, programmes } from '../../../src/domain/sla/programmes.ts';
import { fire, timersOf } from '../../../src/domain/sla/timers.ts';
import { aCase, engineer, given, lea, now } from '../samples.ts';

const fourHours: TargetRow = { target: { hours: 4, clock: 'aroundTheClock' } };
const programme: Programme = { ...programmes.phoneNumbers, firstResponse: [fourHours], unanswered: { businessDays: 3, remindBefore: 1 } };
const due = '2026-06-02T12:00:00.000Z';
const event = (happening: object): CaseEvent => ({ ...happening, seq: 2, at: now, actor: service(lea.tenantId) }) as CaseEvent;
const asked = event({ type: 'statusChanged', step: 'ask', from: 'inProgress', to: 'waitingOnRequester', reason: null });

describe('SLA-1 the target for a first response', () => {
  test('SLA-1 the phone desk has none unless its operator sets one', () => {
    expect(firstResponseDue(aCase(), now, programmes.phoneNumbers)).toBeNull();
    expect(firstResponseDue(aCase(), now, programme)).toBe(due);
  });
  test('SLA-1 the first row that fits a case is its target', () => {
    const english: TargetRow = { supportLanguage: 'en', target: { hours: 1, clock: 'aroundTheClock' } };
    const both = { ...programme, firstResponse: [english, fourHours] };
    expect(firstResponseDue(aCase({ supportLanguage: 'fr' }), now, both)).toBe(due);
    expect(firstResponseDue(aCase({ supportLanguage: 'en' }), now, both)).toBe('2026-06-02T09:00:00.000Z');
  });
  test('SLA-1 reopening starts a target of its own', () => {
    const by = { tenantId: lea.tenantId, id: lea.personId, name: lea.name, side: 'customer' } as const;
    const closed = { at: now, by, step: 'resolve', reason: 'problemSolved' } as const;
    const before = aCase({
      status: 'resolved',
      closed,
      firstResponseAt: '2026-06-01T09:00:00.000Z',
      firstResponseDueAt: '2026-06-01T12:00:00.000Z',
    });
    const { after } = given(before).when({ do: 'reopen', text: 'Not quite' }, lea, now, programme);
    expect(after).toMatchObject({ firstResponseAt: null, firstResponseDueAt: due });
    expect(given(after).when({ do: 'comment', text: 'We look', files: [] }, engineer, now, programme).after.firstResponseAt).toBe(now);
  });
  test('SLA-1 nothing automatic counts as a first response', () => {
    const before = aCase({ firstResponseDueAt: due });
    expect(evolve(before, event({ type: 'reminded', closesAt: due })).firstResponseAt).toBeNull();
    expect(evolve(before, asked).firstResponseAt).toBeNull();
  });
});

describe('SLA-3 timers', () => {
  test('SLA-3 a new case is looked at shortly before its target, and at it', () => {
    const opened = event({ type: 'opened', files: [] });
    expect(timersOf(opened, aCase({ firstResponseDueAt: due }), programme)).toEqual([
      { kind: 'targetNear', at: '2026-06-02T11:00:00.000Z' },
      { kind: 'targetMissed', at: due },
    ]);
    expect(timersOf(opened, aCase(), programme)).toEqual([]);
  });
  test('SLA-3 a target nearer than its warning is not warned of', () => {
    expect(timersOf(event({ type: 'opened', files: [] }), aCase({ firstResponseDueAt: '2026-06-02T08:30:00.000Z' }), programme)).toEqual([
      { kind: 'targetMissed', at: '2026-06-02T08:30:00.000Z' },
    ]);
  });
  test('RM-6 a question is reminded of a working day before the case is closed for want of an answer', () => {
    expect(timersOf(asked, aCase({ status: 'waitingOnRequester' }), programme)).toEqual([
      { kind: 'remind', at: '2026-06-04T17:00:00.000Z' },
      { kind: 'closeUnanswered', at: '2026-06-05T17:00:00.000Z' },
    ]);
    expect(timersOf(asked, aCase({ status: 'waitingOnRequester' }), programmes.phoneNumbers)).toEqual([]);
  });

  const at = (when: string, closesAt: string | null = null) => ({ now: when, programme, closesAt });
  const waiting = aCase({ status: 'waitingOnRequester' });
  test.each([
    ['a target that is still to be met', 'targetNear', aCase({ firstResponseDueAt: due }), at('2026-06-02T11:00:00.000Z'), ['targetNear']],
    ['a target that was met', 'targetNear', aCase({ firstResponseDueAt: due, firstResponseAt: now }), at('2026-06-02T11:00:00.000Z'), []],
    ['a warning that comes too late', 'targetNear', aCase({ firstResponseDueAt: due }), at(due), []],
    ['a target that was missed', 'targetMissed', aCase({ firstResponseDueAt: due }), at(due), ['targetMissed']],
    ['a case that was closed without a word', 'targetMissed', aCase({ firstResponseDueAt: due, status: 'cancelled' }), at(due), []],
    ['a target that a reopening has moved', 'targetMissed', aCase({ firstResponseDueAt: '2026-06-03T12:00:00.000Z' }), at(due), []],
    ['a question nobody answered', 'remind', waiting, at(due, due), ['reminded']],
    ['a question that was answered', 'remind', aCase({ status: 'inProgress' }), at(due, due), []],
    ['an answer that never came', 'closeUnanswered', waiting, at(due), ['statusChanged']],
    ['an answer that came', 'closeUnanswered', aCase({ status: 'inProgress' }), at(due), []],
    ['a desk that closes nothing any more', 'closeUnanswered', waiting, { ...at(due), programme: programmes.phoneNumbers }, []],
  ] as const)('SLA-3 a timer looks again when it fires: %s', (_, kind, case_, firing, happenings) => {
    expect(fire(kind, case_, firing).map(({ type }) => type)).toEqual(happenings);
  });
  test('RM-6 what is closed for want of an answer says so as its reason', () => {
    expect(fire('closeUnanswered', waiting, at(due))).toEqual([
      { type: 'statusChanged', step: 'closeUnresolved', from: 'waitingOnRequester', to: 'closedUnresolved', reason: 'noAnswer' },
    ]);
  });
});
