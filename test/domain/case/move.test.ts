import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseCommand } from '../../../src/domain/case/commands.ts';
import { filedAt } from '../../../src/domain/case/move.ts';
import { desks } from '../../../src/domain/catalogue/desks.ts';
import type { FieldValue, FormValues } from '../../../src/domain/catalogue/field.ts';
import { officeHours, type Programme } from '../../../src/domain/sla/programmes.ts';
import { timersOf } from '../../../src/domain/sla/timers.ts';
import { aCase, engineer, given, lea, now, openedAt, partner } from '../samples.ts';

const promise = (hours: number): Programme => ({
  firstResponse: [{ severity: 'A', target: { hours: 1, clock: 'aroundTheClock' } }, { target: { hours, clock: 'aroundTheClock' } }],
  calendar: officeHours,
  warnMinutes: 60,
  unanswered: null,
});
const places = Object.values(desks).flatMap(({ id, caseTypes }) => caseTypes.map((type) => ({ desk: id, caseType: type.id, type })));
const to = (caseType: string) => {
  const place = places.find((one) => one.caseType === caseType);
  if (!place) throw new Error(`no case type ${caseType}`);
  return { desk: place.desk, caseType };
};
const moving = (caseType: string, text = 'Wrongly filed') => ({ do: 'move', to: to(caseType), text }) as const;

describe('AG-2 moving a case', () => {
  test('AG-2 needs a reason and another subject', () => {
    expect(given(aCase()).when(moving('portIn', ' '), engineer).refused).toMatchObject({ issues: [{ field: 'text' }] });
    expect(given(aCase()).when(moving('otherQuestion'), engineer).refused).toMatchObject({ issues: [{ fault: { is: 'asItIs' } }] });
    expect(given(aCase({ status: 'resolved' })).when(moving('portIn'), engineer).refused?.code).toBe('illegalStep');
  });

  test('AG-2, CS-2 a partner’s case stays where its right counts, until the customer takes it over', () => {
    const theirs = aCase({ ...to('microsoft365Problem'), onBehalfOf: partner.tenantId });
    const why = { code: 'notAllowed', action: 'move', why: 'partnerActsHere' };
    for (const place of ['otherQuestion', 'roomsQuestion', 'supportIncident']) {
      expect(given(theirs).when(moving(place), engineer).refused).toMatchObject(why);
      expect(given({ ...theirs, onBehalfOf: null }).when(moving(place), engineer).refused).toBeUndefined();
    }
    expect(given(theirs).when(moving('azureProblem'), engineer).refused).toBeUndefined();
  });

  test('AG-2 keeps what the new form asks too, and shows the rest as it was filed', () => {
    const requestedAt = { local: '2026-07-01T10:00', zone: 'Europe/Paris', instant: '2026-07-01T08:00:00Z' };
    const filed = aCase({ ...to('portIn'), particulars: { orderName: 'Lyon', requestedAt } });
    const { after } = given(filed).when(moving('interTenantPort'), engineer);
    expect(after).toMatchObject({
      caseType: 'interTenantPort',
      particulars: { requestedAt },
      filed: [{ caseType: 'portIn', values: { orderName: 'Lyon' } }],
    });
    const back = given(after).when(moving('portIn', 'It was right'), engineer).after;
    expect(back).toMatchObject({ particulars: filed.particulars, filed: [] });
  });

  test('AG-2 nothing typed is lost, whatever is moved where and how often', () => {
    const typed = fc.constantFrom(...places).chain((place) => {
      const values = place.type.fields.map(({ id, kind, ...field }) => {
        const option = 'options' in field ? fc.constantFrom(...field.options) : fc.string();
        return fc.tuple(fc.constant(id), kind === 'choice' ? option : fc.string()) as fc.Arbitrary<[string, FieldValue]>;
      });
      return fc.tuple(...values).map((all) => ({ place, particulars: Object.fromEntries(all) as FormValues }));
    });
    const valuesOf = (case_: ReturnType<typeof aCase>) =>
      [case_.particulars, ...case_.filed.map(({ values }) => values)].flatMap((values) => Object.entries(values).map(String)).sort();
    fc.assert(
      fc.property(typed, fc.array(fc.constantFrom(...places), { maxLength: 5 }), ({ place, particulars }, moves) => {
        const start = aCase({ desk: place.desk, caseType: place.caseType, particulars });
        const end = moves.reduce((case_, { desk, caseType }) => filedAt(case_, { desk, caseType }), start);
        expect(valuesOf(end)).toEqual(valuesOf(start));
        expect(filedAt(end, start)).toMatchObject({ particulars, filed: [] });
      }),
      { numRuns: 50 },
    );
  });

  test('AG-2, SLA-1 the new desk’s target counts from the case’s start; what was answered keeps its own', () => {
    const { after } = given(aCase()).when(moving('portIn'), engineer, now, promise(30));
    expect(after.firstResponseDueAt).toBe('2026-06-02T14:00:00.000Z');
    const answered = aCase({ firstResponseAt: openedAt, firstResponseDueAt: '2026-06-01T12:00:00.000Z' });
    expect(given(answered).when(moving('portIn'), engineer, now, promise(30)).after.firstResponseDueAt).toBe('2026-06-01T12:00:00.000Z');
  });
});

describe('AG-2 changing the severity', () => {
  const assessed = { desk: 'professionalSupport' } as const;
  const urgent = { do: 'changeSeverity', severity: 'A', text: 'Production is down' } as const;
  test('AG-2 is for cases that have one, with a reason', () => {
    expect(given(aCase()).when(urgent, engineer).refused).toMatchObject({ why: 'noSeverityHere' });
    expect(given(aCase({ ...assessed, severity: 'A' })).when(urgent, engineer).refused).toMatchObject({
      issues: [{ fault: { is: 'asItIs' } }],
    });
    expect(given(aCase({ ...assessed, severity: 'B' })).when({ ...urgent, text: '' }, engineer).refused).toMatchObject({
      issues: [{ field: 'text' }],
    });
  });

  test('CS-4 severity A needs a number of the contact, which may come with it and is the case’s from then on', () => {
    for (const caseType of ['microsoft365Problem', 'cloudBilling', 'cloudAdvice']) {
      const silent = aCase({ ...to(caseType), severity: 'B', particulars: { contactName: 'Priya' }, onBehalfOf: partner.tenantId });
      const fault = (command: CaseCommand, case_ = silent) => {
        const { refused } = given(case_).when(command, engineer);
        return refused?.code === 'invalid' ? refused.issues.map((issue) => `${issue.field}: ${issue.fault.is}`) : [];
      };
      expect(fault(urgent)).toEqual(['contactPhone: phoneToRaise']);
      expect(fault({ ...urgent, contactPhone: 'ask reception' })).toEqual(['contactPhone: notAPhone']);
      expect(fault({ ...urgent, severity: 'C' })).toEqual([]);
      const { after } = given(silent).when({ ...urgent, contactPhone: '+44 20 7946 0000' }, engineer);
      expect(after).toMatchObject({ severity: 'A', particulars: { contactName: 'Priya', contactPhone: '+44 20 7946 0000' } });
      expect(fault(urgent, { ...after, severity: 'B' })).toEqual([]);
    }
  });

  test('AG-2, SLA-1, SLA-3 gives the target of the new severity from the start, and its timers take the place of the others', () => {
    const before = aCase({ ...assessed, severity: 'B', firstResponseDueAt: '2026-06-02T14:00:00.000Z' });
    const at = '2026-06-01T08:30:00.000Z';
    const { after } = given(before).when(urgent, engineer, at, promise(30));
    expect(after).toMatchObject({ severity: 'A', firstResponseDueAt: '2026-06-01T09:00:00.000Z' });
    const event = { type: 'severityChanged', from: 'B', to: 'A', text: '', firstResponseDueAt: after.firstResponseDueAt } as const;
    const actor = { tenantId: lea.tenantId, id: 'engineer', name: 'engineer', side: 'desk' } as const;
    expect(timersOf({ ...event, seq: 2, at, actor }, after, promise(30))).toEqual([
      { kind: 'targetNear', at },
      { kind: 'targetMissed', at: '2026-06-01T09:00:00.000Z' },
    ]);
  });
});
