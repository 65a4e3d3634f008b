import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { permitted } from '../../../src/domain/access/authorize.ts';
import { unnarrowed } from '../../../src/domain/access/closing-rule.ts';
import { actorOf, type Principal } from '../../../src/domain/access/principal.ts';
import type { Case } from '../../../src/domain/case/case.ts';
import type { CaseCommand } from '../../../src/domain/case/commands.ts';
import { decide } from '../../../src/domain/case/decide.ts';
import type { CaseEvent } from '../../../src/domain/case/events.ts';
import { evolve } from '../../../src/domain/case/evolve.ts';
import { isOpen } from '../../../src/domain/case/lifecycle.ts';
import { partsOpen } from '../../../src/domain/case/parts.ts';
import { partFrom, toldOfPart } from '../../../src/domain/case/split.ts';
import { supportOf } from '../../../src/domain/case/support-state.ts';
import { limits } from '../../../src/domain/catalogue/field.ts';
import { firstResponseDue, programmes } from '../../../src/domain/sla/programmes.ts';
import { fire } from '../../../src/domain/sla/timers.ts';
import { aCase, lea, now, person } from '../samples.ts';

const ingrid = person('ingrid', ['engineer'], { desks: ['professionalSupport'] });
const programme = programmes.professionalSupport;
const incident = (more: Partial<Case> = {}) =>
  aCase({ desk: 'professionalSupport', caseType: 'supportIncident', severity: 'B', breakFix: true, status: 'inProgress', ...more });
const doing = (command: CaseCommand, case_: Case, by: Principal) =>
  decide(command, case_, { by, now, reopenWithinDays: 14, programmes } as Parameters<typeof decide>[2]);
const may = (by: Principal, case_: Case) => permitted(by, case_, now, { reopenWithinDays: 14, closing: unnarrowed });

/** The case once this is done. */
function become(case_: Case, by: Principal, command: CaseCommand): Case {
  const done = doing(command, case_, by);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value.reduce(evolve, case_);
}

const proposed = (by: Principal, parts = ['One', 'Two']) => become(incident(), by, { do: 'proposeSplit', parts, text: '' });
const made = (id: string, seq: number): CaseEvent => ({ type: 'partMade', caseId: id, number: id, seq, at: now, actor: actorOf(ingrid) });
const whole = () => [made('one', 2), made('two', 3)].reduce(evolve, incident());
const part = (more: Partial<Case> = {}) => {
  const from = partFrom(whole(), { id: 'one', number: 'one', title: 'One', actor: actorOf(lea), now, programme });
  return { ...from.case, ...more };
};

describe('PS-1 splitting an incident', () => {
  test('PS-1 either side proposes, the other alone answers, and whoever proposed may propose otherwise', () => {
    for (const [by, other] of [
      [lea, ingrid],
      [ingrid, lea],
    ] as const) {
      const waiting = proposed(by);
      expect(may(other, waiting)).toContain('answerSplit');
      expect(may(other, waiting)).not.toContain('proposeSplit');
      expect(may(by, waiting)).toContain('proposeSplit');
      expect(may(by, waiting)).not.toContain('answerSplit');
      expect(doing({ do: 'answerSplit', agreed: true, text: '' }, waiting, by)).toMatchObject({ error: { why: 'nothingToAnswer' } });
      expect(doing({ do: 'proposeSplit', parts: ['A', 'B'], text: '' }, waiting, other)).toMatchObject({ error: { why: 'splitWaits' } });
      expect(doing({ do: 'answerSplit', agreed: false, text: ' ' }, waiting, other)).toMatchObject({ error: { code: 'invalid' } });
      const declined = become(waiting, other, { do: 'answerSplit', agreed: false, text: 'It is one problem.' });
      expect(supportOf(declined).split).toBeNull();
      expect(may(other, declined)).toContain('proposeSplit');
    }
  });

  test('PS-1 whatever is typed, a split that is proposed has two parts at least and ten at most, each with a title that fits', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: limits.title + 5 }), { maxLength: limits.parts + 3 }), (parts) => {
        const done = doing({ do: 'proposeSplit', parts, text: '' }, incident(), lea);
        if (!done.ok) return expect(done.error).toMatchObject({ code: 'invalid', issues: [{ field: 'parts' }] });
        const { split } = supportOf(done.value.reduce(evolve, incident()));
        const titles = split?.titles ?? [];
        expect(titles.length >= 2 && titles.length <= limits.parts).toBe(true);
        expect(titles.every((title) => title.trim() === title && title !== '' && title.length <= limits.title)).toBe(true);
      }),
    );
  });

  test('PS-1 a part is an incident of its own: the whole’s particulars, its requester, and a target of its own', () => {
    const { case: one, events } = partFrom(incident({ firstResponseAt: now, assignedTo: { id: 'ingrid', name: 'Ingrid' } }), {
      ...{ id: 'one', number: 'one', title: 'One', actor: actorOf(ingrid), now, programme },
    });
    expect(one).toMatchObject({ title: 'One', status: 'new', requester: { id: 'lea' }, severity: 'B', assignedTo: null, version: 2 });
    expect(one).toMatchObject({ firstResponseAt: null, support: { partOf: { id: 'case-1' }, solutions: 0 } });
    expect(one.firstResponseDueAt).not.toBeNull();
    expect(events.map(({ type, seq }) => [type, seq])).toEqual([
      ['opened', 1],
      ['partOf', 2],
    ]);
  });

  test('PS-1 while a part is open nothing ends the whole: no closing, no merging, no clock', () => {
    const held = { ...whole(), status: 'waitingOnRequester' as const };
    const actions = may(ingrid, held);
    for (const action of ['resolve', 'cancel', 'closeUnresolved', 'merge'] as const) expect(actions).not.toContain(action);
    for (const command of ['resolve', 'closeUnresolved', 'cancel'] as const) {
      const reason = { resolve: 'problemSolved', closeUnresolved: 'noSolution', cancel: 'otherReason' }[command];
      expect(doing({ do: command, reason, text: '' }, held, ingrid)).toMatchObject({ error: { code: 'notAllowed', why: 'partsOpen' } });
    }
    const into = incident({ id: 'other' });
    expect(doing({ do: 'merge', into, text: '' }, held, ingrid)).toMatchObject({ error: { why: 'partsOpen' } });
    const unanswered = { businessDays: 3, remindBefore: 1 };
    const firing = { now, programme: { ...programme, unanswered }, closesAt: null };
    expect(fire('closeUnanswered', held, firing)).toEqual([]);
  });

  test('PS-1 once its parts are closed the whole is resolved, without a solution or a charge of its own', () => {
    const told = (case_: Case, id: string) => {
      const closed = part({ id, number: id, status: 'resolved' });
      const last: CaseEvent = made('any', 9);
      return toldOfPart(case_, closed, last, programme).reduce(evolve, case_);
    };
    const half = told(whole(), 'one');
    expect(partsOpen(half)).toBe(true);
    const free = told(half, 'two');
    expect(may(ingrid, free)).toContain('resolve');
    expect(doing({ do: 'resolve', reason: 'problemSolved', text: '', charge: 'charged' }, free, ingrid)).toMatchObject({
      error: { issues: [{ field: 'charge' }] },
    });
    expect(become(free, ingrid, { do: 'resolve', reason: 'problemSolved', text: '' }).status).toBe('resolved');
    expect(doing({ do: 'proposeSplit', parts: ['A', 'B'], text: '' }, free, lea)).toMatchObject({ error: { why: 'splitAlready' } });
  });

  test('PS-1 a part that is reopened opens what it is a part of, where that can be reopened', () => {
    const last = made('any', 9);
    for (const status of ['resolved', 'closedUnresolved', 'cancelled', 'inProgress'] as const) {
      const events = toldOfPart({ ...whole(), status }, part({ status: 'inProgress' }), last, programme);
      const opened = events.reduce(evolve, { ...whole(), status });
      expect(isOpen(opened.status)).toBe(status !== 'cancelled');
      expect(partsOpen(opened)).toBe(true);
    }
  });

  test('PS-1 a part is not merged into what it is a part of', () => {
    const into = incident({ id: 'case-1' });
    expect(doing({ do: 'merge', into, text: '' }, part(), ingrid)).toMatchObject({ error: { issues: [{ fault: { is: 'itsWhole' } }] } });
  });
});

test('PS-2 the first response is due in 2 hours, 4 or 8 business hours, whether or not work goes on around the clock', () => {
  const friday = '2026-06-05T15:00:00.000Z';
  for (const aroundTheClock of [true, false]) {
    const due = (severity: 'A' | 'B' | 'C') => firstResponseDue(incident({ severity, aroundTheClock }), friday, programme);
    expect(due('A')).toBe('2026-06-05T17:00:00.000Z');
    // The office closes at five, and opens again on Monday at nine.
    expect(due('B')).toBe('2026-06-08T11:00:00.000Z');
    expect(due('C')).toBe('2026-06-08T15:00:00.000Z');
  }
});

describe('PS-6 how an incident ends', () => {
  const solution = () => become(incident(), ingrid, { do: 'proposeSolution', text: 'Restart it at one.' });

  test('PS-6 the requester accepts or declines a proposed solution, once each', () => {
    expect(may(lea, incident())).not.toContain('answerSolution');
    const accepted = become(solution(), lea, { do: 'answerSolution', agreed: true, text: '' });
    expect(supportOf(accepted).solution).toEqual({ text: 'Restart it at one.', agreed: true });
    expect(may(lea, accepted)).not.toContain('answerSolution');
    expect(doing({ do: 'answerSolution', agreed: false, text: '' }, solution(), lea)).toMatchObject({ error: { code: 'invalid' } });
    const declined = become(solution(), lea, { do: 'answerSolution', agreed: false, text: 'It stopped again.' });
    const again = become(declined, ingrid, { do: 'proposeSolution', text: 'Install the update.' });
    expect(supportOf(again)).toMatchObject({ solutions: 2, solution: { text: 'Install the update.', agreed: null } });
  });

  test('PS-6 resolved against the requester’s word needs the decision on charging', () => {
    const declined = become(solution(), lea, { do: 'answerSolution', agreed: false, text: 'It stopped again.' });
    const resolve = { do: 'resolve', reason: 'workaround', text: '' } as const;
    expect(doing(resolve, declined, ingrid)).toMatchObject({ error: { issues: [{ field: 'charge', fault: { is: 'required' } }] } });
    expect(become(declined, ingrid, { ...resolve, charge: 'notCharged' })).toMatchObject({ support: { charge: 'notCharged' } });
    expect(become(solution(), ingrid, resolve).status).toBe('resolved');
  });

  test('PS-6 closed without any solution proposed, the requester is told so', () => {
    const close = { do: 'closeUnresolved', reason: 'noSolution', text: '', charge: 'charged' } as const;
    const whats = (case_: Case) => {
      const done = doing(close, case_, ingrid);
      return done.ok && done.value.map((event) => (event.type === 'supported' ? event.what : event.type));
    };
    expect(whats(incident())).toEqual(['noSolution', 'charged', 'statusChanged']);
    expect(whats(solution())).toEqual(['charged', 'statusChanged']);
  });

  test('PS-6 what went back to its pack is not charged after a reopening', () => {
    const closed = become(incident(), ingrid, { do: 'closeUnresolved', reason: 'noAnswer', text: '', charge: 'notCharged' });
    const open = become(closed, lea, { do: 'reopen', text: '' });
    const close = { do: 'closeUnresolved', reason: 'noAnswer', text: '' } as const;
    expect(doing({ ...close, charge: 'charged' }, open, ingrid)).toMatchObject({ error: { issues: [{ field: 'charge' }] } });
    expect(become(open, ingrid, close)).toMatchObject({ status: 'closedUnresolved', support: { charge: 'notCharged' } });
  });

  test('PS-6 after a reopening, closing early is asked for anew', () => {
    const asked = become(incident(), lea, { do: 'askToClose', text: 'Found it.' });
    const closed = become(asked, ingrid, { do: 'resolve', reason: 'closedEarly', text: '', charge: 'charged' });
    const open = become(closed, lea, { do: 'reopen', text: '' });
    expect(may(lea, open)).toContain('askToClose');
    expect(may(ingrid, open)).not.toContain('resolve');
  });
});
