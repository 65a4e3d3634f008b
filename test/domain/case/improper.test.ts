import { describe, expect, test } from '@jest/globals';
import { permitted } from '../../../src/domain/access/authorize.ts';
import { unnarrowed } from '../../../src/domain/access/closing-rule.ts';
import type { Principal } from '../../../src/domain/access/principal.ts';
import { countedSince, isOverdue, type PlanState, proposedSince } from '../../../src/domain/access/remediation.ts';
import type { Case } from '../../../src/domain/case/case.ts';
import { aCase, given, lea, now, partner, person } from '../samples.ts';

const engineer = person('sam', ['engineer'], { desks: ['cloudServices'] });
const acting: Principal = {
  ...partner,
  actsFor: [{ tenantId: lea.tenantId, name: 'Contoso', by: 'delegatedRelationship', until: null }],
};
const escalated = (more: Partial<Case> = {}) =>
  aCase({ desk: 'cloudServices', caseType: 'cloudBilling', onBehalfOf: partner.tenantId, ...more });
const mark = { do: 'markImproper', text: ' It is in the documentation. ' } as const;
const may = (by: Principal, case_: Case) => permitted(by, case_, now, { reopenWithinDays: 14, closing: unnarrowed });

describe('CS-10 an improper escalation', () => {
  test.each([['new'], ['resolved']] as const)(
    'CS-10 is marked once, with the reason, on a case that is %s, and the mark can be withdrawn',
    (status) => {
      const marked = given(escalated({ status })).when(mark, engineer);
      expect(marked.happened).toEqual(['improperMarked']);
      expect(marked.after).toMatchObject({ status, improper: { partner: partner.tenantId, at: now } });
      expect(given(marked.after).when(mark, engineer).happened).toEqual([]);
      const withdrawn = given(marked.after).when({ do: 'unmarkImproper' }, engineer);
      expect([withdrawn.happened, withdrawn.after.improper]).toEqual([['improperUnmarked'], null]);
      expect(given(withdrawn.after).when({ do: 'unmarkImproper' }, engineer).happened).toEqual([]);
    },
  );

  test('CS-10 is none without a reason, and none where no partner opened the case', () => {
    expect(given(escalated()).when({ do: 'markImproper', text: ' ' }, engineer).refused).toMatchObject({ issues: [{ field: 'text' }] });
    expect(given(escalated({ onBehalfOf: null })).when(mark, engineer).refused).toMatchObject({ why: 'openedByNoPartner' });
  });

  test('CS-10 stays the partner’s when the customer takes the case over', () => {
    const { after } = given(given(escalated()).when(mark, engineer).after).when(
      { do: 'transfer', from: null, to: { id: 'amelie', name: 'amelie' } },
      lea,
    );
    expect(after).toMatchObject({ onBehalfOf: null, improper: { partner: partner.tenantId } });
  });

  test('CS-10 is for engineers of the desk alone to mark and to withdraw', () => {
    const marked = given(escalated()).when(mark, engineer).after;
    expect(may(engineer, escalated())).toContain('markImproper');
    expect(may(engineer, escalated())).not.toContain('unmarkImproper');
    expect(may(engineer, marked)).toContain('unmarkImproper');
    expect(may(engineer, marked)).not.toContain('markImproper');
    expect(may(engineer, escalated({ onBehalfOf: null }))).not.toContain('markImproper');
    for (const who of [acting, lea]) {
      const offered = [...may(who, escalated()), ...may(who, marked)];
      expect(offered.filter((action) => action.endsWith('Improper'))).toEqual([]);
    }
  });
});

describe('CS-10 the remediation plan', () => {
  const plan = (state: PlanState) => ({ plan: { text: 'Train', dueDay: '2026-06-02', state } });
  test('CS-10 marks count for 365 days', () => {
    expect(countedSince('2026-06-02T08:00:00.000Z')).toBe('2025-06-02T08:00:00.000Z');
  });

  test.each([
    ['no plan yet', { plan: null }, null, countedSince(now)],
    ['one asked for', plan('asked'), now, undefined],
    ['one agreed', plan('agreed'), now, undefined],
    ['one done a month ago', plan('done'), '2026-05-02T08:00:00.000Z', '2026-05-02T08:00:00.000Z'],
    ['one dropped two years ago', plan('dropped'), '2024-06-02T08:00:00.000Z', countedSince(now)],
  ] as const)('CS-10 is proposed by the marks since the last one ended: %s', (_, of, changedAt, since) => {
    expect(proposedSince(of, changedAt, now)).toBe(since);
  });

  test('CS-10 is overdue after its last day, until it is done or dropped', () => {
    expect(isOverdue(plan('asked').plan, '2026-06-02T23:59:59.999Z')).toBe(false);
    expect(isOverdue(plan('agreed').plan, '2026-06-03T00:00:00.000Z')).toBe(true);
    expect(isOverdue(plan('done').plan, '2026-06-03T00:00:00.000Z')).toBe(false);
  });
});
