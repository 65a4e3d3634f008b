import { expect, test } from '@jest/globals';
import type { Case } from '../../../src/domain/case/case.ts';
import type { CaseEvent } from '../../../src/domain/case/events.ts';
import { programmes } from '../../../src/domain/sla/programmes.ts';
import { fire, timersOf } from '../../../src/domain/sla/timers.ts';
import { aCase } from '../samples.ts';

const incident = (more: Partial<Case> = {}) =>
  aCase({ desk: 'rooms', caseType: 'roomIncident', severity: 'A', status: 'waitingOnRequester', ...more });
/** A Wednesday. */
const at = '2026-06-03T10:00:00.000Z';
const asked = (case_: Case): CaseEvent => ({
  ...{ type: 'statusChanged', step: 'ask', from: 'inProgress', to: 'waitingOnRequester', reason: null },
  ...{ seq: 2, at, actor: { id: 'e', name: 'E', tenantId: case_.tenantId, side: 'desk' } },
});

test('RM-6 the rooms desk warns one business day before it closes what nobody answers, three after its question', () => {
  const case_ = incident();
  expect(timersOf(asked(case_), case_, programmes.rooms)).toEqual([
    { kind: 'remind', at: '2026-06-05T17:00:00.000Z' },
    { kind: 'closeUnanswered', at: '2026-06-08T17:00:00.000Z' },
  ]);
  const firing = { now: '2026-06-08T17:00:00.000Z', programme: programmes.rooms, closesAt: null };
  expect(fire('closeUnanswered', case_, firing)).toMatchObject([{ step: 'closeUnresolved', to: 'closedUnresolved', reason: 'noAnswer' }]);
  expect(fire('closeUnanswered', incident({ status: 'inProgress' }), firing)).toEqual([]);
});

test('RM-3 RM-6 what monitoring raised is not closed by the clock either', () => {
  const case_ = incident({ openedBy: { id: 'machine:1', name: 'Watch' } });
  expect(timersOf(asked(case_), case_, programmes.rooms)).toEqual([]);
  const firing = { now: '2026-06-08T17:00:00.000Z', programme: programmes.rooms, closesAt: null };
  expect(fire('closeUnanswered', case_, firing)).toEqual([]);
});
