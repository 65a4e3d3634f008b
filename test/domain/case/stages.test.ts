import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { permitted } from '../../../src/domain/access/authorize.ts';
import { unnarrowed } from '../../../src/domain/access/closing-rule.ts';
import type { Principal } from '../../../src/domain/access/principal.ts';
import type { Case } from '../../../src/domain/case/case.ts';
import type { CaseCommand } from '../../../src/domain/case/commands.ts';
import { decide } from '../../../src/domain/case/decide.ts';
import { evolve } from '../../../src/domain/case/evolve.ts';
import { stagesOf } from '../../../src/domain/catalogue/stages.ts';
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
