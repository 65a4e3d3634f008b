import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { permitted } from '../../../src/domain/access/authorize.ts';
import { unnarrowed } from '../../../src/domain/access/closing-rule.ts';
import { actorOf, type Principal } from '../../../src/domain/access/principal.ts';
import type { Case } from '../../../src/domain/case/case.ts';
import type { CaseCommand } from '../../../src/domain/case/commands.ts';
import { correctionsOf, valuesOf } from '../../../src/domain/case/correct.ts';
import { decide } from '../../../src/domain/case/decide.ts';
import type { CaseEvent } from '../../../src/domain/case/events.ts';
import { evolve } from '../../../src/domain/case/evolve.ts';
import { progressOf, stagesOf } from '../../../src/domain/catalogue/stages.ts';
import { audience } from '../../../src/domain/notice/audience.ts';
import { programmes } from '../../../src/domain/sla/programmes.ts';
import { aCase, engineer, lea, now } from '../samples.ts';

const order = (stage: string) => aCase({ caseType: 'portIn', stage });
const at = (by: Principal) => ({ by, now, reopenWithinDays: 14, programmes }) as Parameters<typeof decide>[2];
const doing = (command: CaseCommand, case_: Case, by: Principal) => decide(command, case_, at(by));
const may = (by: Principal, case_: Case) => permitted(by, case_, now, { reopenWithinDays: 14, closing: unnarrowed });

describe('PN-13 the stages of a port order', () => {
  test('PN-13 are set by engineers alone, and only those that its type declares', () => {
    const done = doing({ do: 'setStage', stage: 'transferApproved', text: 'On 3 March' }, order('processing'), engineer);
    expect(done.ok && done.value.map((e) => e.type)).toEqual(['statusChanged', 'staged']);
    expect(done.ok && done.value.reduce(evolve, order('processing')).stage).toBe('transferApproved');
    expect(doing({ do: 'setStage', stage: 'shipped', text: '' }, order('processing'), engineer)).toMatchObject({
      error: { code: 'invalid', issues: [{ field: 'stage', fault: { is: 'notAnOption' } }] },
    });
    expect(doing({ do: 'setStage', stage: 'processing', text: '' }, aCase(), engineer)).toMatchObject({ error: { code: 'invalid' } });
    expect(may(engineer, order('processing'))).toContain('setStage');
    expect(may(engineer, aCase())).not.toContain('setStage');
    expect(may(lea, order('processing'))).not.toContain('setStage');
  });

  test('PN-13 while a transfer is pending nobody edits or cancels, and everybody can comment', () => {
    const pending = order('transferPending');
    for (const by of [lea, engineer]) {
      expect(may(by, pending)).not.toEqual(expect.arrayContaining(['cancel']));
      expect(may(by, pending)).not.toEqual(expect.arrayContaining(['edit']));
      expect(may(by, pending)).toContain('comment');
      expect(doing({ do: 'cancel', text: '', reason: 'noLongerNeeded' }, pending, by)).toMatchObject({
        error: { code: 'notAllowed', action: 'cancel', why: 'lockedByStage' },
      });
    }
    expect(doing({ do: 'edit', title: 'Other' }, pending, lea)).toMatchObject({ error: { why: 'lockedByStage' } });
    const other = { ...aCase(), id: 'case-2', number: 'CD-3333-3333' };
    const place = { desk: 'phoneNumbers', caseType: 'portInEnquiry' } as const;
    for (const command of [
      { do: 'merge', into: other, text: '' },
      { do: 'move', to: place, text: 'Wrongly filed' },
    ] as const) {
      expect(doing(command, pending, engineer)).toMatchObject({ error: { action: command.do, why: 'lockedByStage' } });
      expect(may(engineer, pending)).not.toContain(command.do);
      expect(doing(command, order('processing'), engineer).ok).toBe(true);
    }
  });

  test('PN-13 on an error the requester’s side corrects the details, and the work begins anew at the first stage', () => {
    const list = { fileId: 'f1', name: 'a.csv', count: 2, duplicates: 0, first: '+33472000000' };
    const file = (id: string) => ({ id, name: `${id}.csv`, contentType: 'text/csv', size: 1, sha256: id });
    const particulars = { orderName: 'Lyon 1', numbers: list };
    const rejected = { ...order('error'), particulars, contacts: ['ana@contoso.example'], files: [file('f1'), file('letter')] };
    const numbers = { ...list, fileId: 'f2', count: 3 };
    const values = { ...valuesOf(rejected), title: 'Another title', orderName: 'Lyon 2', numbers };
    const done = doing({ do: 'correct', values, files: [file('f2')] }, rejected, lea);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    expect(done.value.map((e) => e.type)).toEqual(['edited', 'corrected']);
    expect(done.value[1]).toMatchObject({
      details: { orderName: { from: 'Lyon 1', to: 'Lyon 2' }, numbers: { from: list, to: numbers } },
      ...{ from: 'error', to: 'processing', before: [{ id: 'f1' }], files: [{ id: 'f2' }] },
    });
    const after = done.value.reduce(evolve, rejected as Case);
    expect(after).toMatchObject({ title: 'Another title', stage: 'processing', particulars: { orderName: 'Lyon 2', numbers } });
    expect(after.files.map(({ id }) => id)).toEqual(['letter', 'f2']);
    expect(after.contacts).toEqual(rejected.contacts);
    const held = { ...after, assignedTo: { id: engineer.personId, name: engineer.name } };
    const told = done.value.flatMap((event) => (event.type === 'corrected' ? audience(event, held) : []));
    expect(told.map(({ to }) => to)).toContainEqual({ kind: 'person', id: engineer.personId });
    const answered = doing({ do: 'correct', values, files: [] }, { ...rejected, status: 'waitingOnRequester' }, lea);
    expect(answered.ok && answered.value.map((e) => e.type)).toEqual(['edited', 'corrected', 'statusChanged']);
  });

  test('PN-13 only a stage that says so is corrected, and only by what differs', () => {
    const rejected = order('error');
    const correct = (case_: Case) => doing({ do: 'correct', values: valuesOf(rejected), files: [] }, case_, lea);
    expect(correct(rejected)).toMatchObject({ error: { code: 'notAllowed', why: 'nothingCorrected' } });
    for (const stage of ['processing', 'transferPending', 'completed'])
      expect(correct(order(stage))).toMatchObject({ error: { code: 'notAllowed', action: 'correct', why: 'nothingToCorrect' } });
    expect(correct({ ...rejected, status: 'resolved' })).toMatchObject({ error: { code: 'illegalStep' } });
    expect(may(lea, rejected)).toContain('correct');
    expect(may(engineer, rejected)).not.toContain('correct');
    expect(may(lea, order('processing'))).not.toContain('correct');
  });

  test('PN-13 whatever a form held, correcting it by itself changes nothing, and by another form makes it that form', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 }));
    const particulars = fc.dictionary(fc.constantFrom('orderName', 'requestedAt', 'numbers', 'documents'), value);
    fc.assert(
      fc.property(particulars, particulars, (before, wanted) => {
        const case_ = { ...order('error'), particulars: before };
        expect(correctionsOf(case_, valuesOf(case_))).toEqual({});
        const values = { ...valuesOf({ ...case_, particulars: {} }), ...wanted };
        const done = doing({ do: 'correct', values, files: [] }, case_, lea);
        expect(done.ok ? done.value.reduce(evolve, case_ as Case).particulars : before).toEqual(wanted);
      }),
    );
  });

  /** A port order that went from stage to stage, with what happened to it. */
  function went(...stages: readonly string[]): { readonly case_: Case; readonly events: readonly CaseEvent[] } {
    let case_: Case = order('processing');
    const events: CaseEvent[] = [];
    for (const stage of stages) {
      const done = doing({ do: 'setStage', stage, text: '' }, case_, engineer);
      if (!done.ok) continue;
      for (const happening of done.value) events.push({ ...happening, seq: events.length + 1, at: now, actor: actorOf(engineer) });
      case_ = done.value.reduce(evolve, case_);
    }
    return { case_, events };
  }

  test.each([
    [[], ['processing now', 'contactingCarrier ahead', 'transferApproved ahead', 'transferPending ahead', 'completed ahead']],
    [
      ['contactingCarrier', 'error'],
      ['processing done', 'contactingCarrier done', 'error now', 'transferApproved ahead', 'transferPending ahead', 'completed ahead'],
    ],
    [
      ['error'],
      ['processing done', 'error now', 'contactingCarrier ahead', 'transferApproved ahead', 'transferPending ahead', 'completed ahead'],
    ],
    [
      ['transferPending', 'processing', 'error', 'cancelled'],
      ['processing done', 'cancelled now'],
    ],
    [['completed'], ['processing done', 'contactingCarrier done', 'transferApproved done', 'transferPending done', 'completed now']],
  ])('PN-13 what was passed is what the work has been through: after %j', (stages, expected) => {
    const { case_, events } = went(...stages);
    expect(progressOf(case_, events).map((step) => step.join(' '))).toEqual(expected);
  });

  test('PN-13 wherever the work goes, one stage is now, and off the path nothing is ticked that it did not reach', () => {
    const ids = stagesOf(order('processing')).map(({ id }) => id);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ids), { maxLength: 8 }), (stages) => {
        const { case_, events } = went(...stages);
        const progress = progressOf(case_, events);
        expect(progress.filter(([, state]) => state === 'now')).toEqual([[case_.stage, 'now']]);
        const order = progress.map(([, state]) => ['done', 'now', 'ahead'].indexOf(state));
        expect(order).toEqual(order.toSorted());
        const ticked = progress.findLast(([, state]) => state === 'done')?.[0];
        const aside = case_.stage === 'error' || case_.stage === 'cancelled';
        if (aside && ticked) expect(['processing', ...stages]).toContain(ticked);
      }),
    );
  });

  test('PN-13 whatever happens, a case is at a stage of its type, and one without stages has none', () => {
    const ids = stagesOf(order('processing')).map(({ id }) => id);
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...ids), fc.string())), (wanted) => {
        let case_ = order('processing');
        for (const stage of wanted) {
          const done = doing({ do: 'setStage', stage, text: '' }, case_, engineer);
          if (done.ok) case_ = done.value.reduce(evolve, case_);
          expect(ids).toContain(case_.stage);
        }
      }),
    );
  });
});
