import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Case } from '../../../src/domain/case/case.ts';
import type { CaseCommand } from '../../../src/domain/case/commands.ts';
import { lifecycle, type Status, type Step, statuses } from '../../../src/domain/case/lifecycle.ts';
import { aCase, engineer, given, lea, lead, now } from '../samples.ts';

const closedBy = { tenantId: lea.tenantId, id: lea.personId, name: lea.name, side: 'customer' } as const;
const closedAs = (status: Status, at: string): Case =>
  aCase({ status, closed: { at, by: closedBy, step: status === 'resolved' ? 'resolve' : 'closeUnresolved', reason: null } });
const comment = (text: string): CaseCommand => ({ do: 'comment', text, files: [] });

describe('G-6 a requester’s comment', () => {
  test('G-6 puts a waiting case in progress', () => {
    const { happened, after } = given(aCase({ status: 'waitingOnRequester' })).when(comment('Here it is'), lea);
    expect(happened).toEqual(['commented', 'answer: waitingOnRequester → inProgress']);
    expect(after.status).toBe('inProgress');
  });
  test('G-6 is kept on a closed case, which stays closed', () => {
    const { happened, after } = given(closedAs('resolved', now)).when(comment('One more thing'), lea);
    expect(happened).toEqual(['commented']);
    expect(after.status).toBe('resolved');
  });
  test('G-6 leaves any other status alone', () => {
    expect(given(aCase()).when(comment('Please'), lea).happened).toEqual(['commented']);
  });
});

describe('G-6 closing asks for the reason the desk declares', () => {
  test('G-6, PN-14 cancelling needs a reason from the list', () => {
    const without = given(aCase()).when({ do: 'cancel', text: '', reason: null }, lea);
    expect(without.refused).toMatchObject({ code: 'invalid', issues: [{ field: 'reason', fault: { is: 'required' } }] });
    const invented = given(aCase()).when({ do: 'cancel', text: '', reason: 'because' }, lea);
    expect(invented.refused).toMatchObject({ code: 'invalid', issues: [{ field: 'reason', fault: { is: 'notAnOption' } }] });
    const { happened } = given(aCase()).when({ do: 'cancel', text: 'Sorry', reason: 'openedByMistake' }, lea);
    expect(happened).toEqual(['commented', 'cancel: new → cancelled (openedByMistake)']);
  });
  test('G-6, PN-14 resolving is always for the same reason, problem solved', () => {
    expect(given(aCase()).when({ do: 'resolve', text: '', reason: null }, lea).happened).toEqual([
      'resolve: new → resolved (problemSolved)',
    ]);
    expect(given(aCase()).when({ do: 'resolve', text: '', reason: 'duplicate' }, lea).refused?.code).toBe('invalid');
  });
  test('G-7 the closed case says who, how and why', () => {
    const { after } = given(aCase()).when({ do: 'cancel', text: '', reason: 'duplicate' }, lea);
    expect(after.closed).toEqual({ at: now, by: closedBy, step: 'cancel', reason: 'duplicate' });
  });
});

describe('G-6 reopening', () => {
  test('G-6 keeps the number and clears the closing, within fourteen days', () => {
    const { happened, after } = given(closedAs('resolved', '2026-05-19T08:00:00.000Z')).when({ do: 'reopen', text: 'Not yet' }, lea);
    expect(happened).toEqual(['commented', 'reopen: resolved → inProgress']);
    expect(after).toMatchObject({ number: 'CD-2222-2222', closed: null, status: 'inProgress' });
  });
  test('G-6 is refused a day later, with the reason', () => {
    const { refused } = given(closedAs('resolved', '2026-05-18T08:00:00.000Z')).when({ do: 'reopen', text: '' }, lea);
    expect(refused).toMatchObject({ code: 'notAllowed', why: 'tooLateToReopen' });
  });
  test('G-6 is not a step from cancelled', () => {
    expect(given(aCase({ status: 'cancelled' })).when({ do: 'reopen', text: '' }, lea).refused?.code).toBe('illegalStep');
  });
});

describe('AG-1 engineers', () => {
  test('AG-1 take a new case, which starts it', () => {
    const { happened, after } = given(aCase()).when({ do: 'take' }, engineer);
    expect(happened).toEqual(['assigned: engineer', 'start: new → inProgress']);
    expect(after.assignedTo?.id).toBe('engineer');
  });
  test('AG-1 hand it over, and give it back', () => {
    const held = aCase({ status: 'inProgress', assignedTo: { id: 'engineer', name: 'engineer' } });
    expect(given(held).when({ do: 'assign', to: { id: 'lead', name: 'lead' } }, engineer).happened).toEqual(['assigned: lead']);
    expect(given(held).when({ do: 'unassign' }, lead).after.assignedTo).toBeNull();
  });
  test('AG-1 asking puts the case to waiting on the requester', () => {
    const { happened } = given(aCase()).when({ do: 'ask', text: 'Which city?', files: [] }, engineer);
    expect(happened).toEqual(['commented', 'ask: new → waitingOnRequester']);
  });
});

test('G-5 an internal note changes nothing that others work with', () => {
  const before = aCase();
  const { after } = given(before).when({ do: 'note', text: 'Between us', files: [] }, engineer);
  expect(after).toEqual({ ...before, version: before.version + 1 });
});

test('SLA-1 the first answer is the first comment of an engineer that the requester can see', () => {
  const noted = given(aCase()).when({ do: 'note', text: 'Hm', files: [] }, engineer).after;
  expect(noted.firstResponseAt).toBeNull();
  expect(given(noted).when(comment('We look into it'), engineer).after.firstResponseAt).toBe(now);
});

test('F-38, G-3 a comment that is empty, unreadable or too long is refused with the reason', () => {
  const fault = (text: string) => {
    const { refused } = given(aCase()).when(comment(text), lea);
    return refused?.code === 'invalid' ? refused.issues[0]?.fault : undefined;
  };
  expect(fault('  ')).toEqual({ is: 'required' });
  expect(fault('a\u0000b')).toEqual({ is: 'unreadableText' });
  expect(fault('\ud800')).toEqual({ is: 'unreadableText' });
  expect(fault('x'.repeat(20_001))).toEqual({ is: 'tooLong', max: 20_000 });
  expect(fault('👩‍🔧 ça va ? مرحبا')).toBeUndefined();
});

test('G-6 whatever is asked in whatever order, only steps of the table happen and versions count up by one', () => {
  const command: fc.Arbitrary<CaseCommand> = fc.oneof(
    fc.constantFrom<CaseCommand>({ do: 'take' }, { do: 'unassign' }, { do: 'assign', to: { id: 'lead', name: 'lead' } }),
    fc.constantFrom<CaseCommand>(comment('a'), { do: 'ask', text: 'a', files: [] }, { do: 'note', text: 'a', files: [] }),
    fc.constantFrom<CaseCommand>({ do: 'resolve', text: '', reason: null }, { do: 'reopen', text: '' }),
    fc.constantFrom<CaseCommand>({ do: 'cancel', text: '', reason: 'duplicate' }, { do: 'closeUnresolved', text: '', reason: 'noAnswer' }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(command, fc.constantFrom(lea, engineer, lead)), { maxLength: 30 }), (script) => {
      let case_ = aCase();
      for (const [asked, by] of script) {
        const { after, happened } = given(case_).when(asked, by);
        expect(after.version).toBe(case_.version + happened.length);
        if (after.status !== case_.status) expect(Object.values(lifecycle[case_.status])).toContain(after.status);
        expect(after.closed === null).toBe(!['resolved', 'cancelled', 'closedUnresolved'].includes(after.status));
        case_ = after;
      }
    }),
  );
});

test.each(statuses)('G-6 from %s every step outside the table is refused and changes nothing', (status) => {
  const commands: Partial<Record<Step, CaseCommand>> = {
    ask: { do: 'ask', text: 'a', files: [] },
    resolve: { do: 'resolve', text: '', reason: null },
    cancel: { do: 'cancel', text: '', reason: 'duplicate' },
    closeUnresolved: { do: 'closeUnresolved', text: '', reason: 'noAnswer' },
    reopen: { do: 'reopen', text: '' },
  };
  for (const [step, command] of Object.entries(commands)) {
    const legal = lifecycle[status][step as Step];
    const case_ = ['resolved', 'cancelled', 'closedUnresolved'].includes(status) ? closedAs(status, now) : aCase({ status });
    expect([step, given(case_).when(command, engineer).refused?.code]).toEqual([step, legal ? undefined : 'illegalStep']);
  }
});
