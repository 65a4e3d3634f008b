import { describe, expect, test } from '@jest/globals';
import { standings } from '../../../src/domain/access/authorize.ts';
import { decide } from '../../../src/domain/case/decide.ts';
import { programmes } from '../../../src/domain/sla/programmes.ts';
import { aCase, amelie, engineer, given, hugo, lea, now } from '../samples.ts';

const closed = aCase({ status: 'cancelled' });
const ref = ({ personId, name }: typeof lea) => ({ id: personId, name });

describe('G-17 correcting a case', () => {
  test('G-17 an edit tells from what to what, and changes nothing else', () => {
    const before = aCase({ contacts: ['a@contoso.example'] });
    const decided = decide({ do: 'edit', title: 'Another', contacts: ['b@contoso.example'] }, before, {
      by: lea,
      now,
      reopenWithinDays: 14,
      programmes,
    });
    expect(decided).toMatchObject({
      value: [
        {
          type: 'edited',
          changes: {
            title: { from: 'A question', to: 'Another' },
            contacts: { from: ['a@contoso.example'], to: ['b@contoso.example'] },
          },
        },
      ],
    });
    const { after } = given(before).when({ do: 'edit', title: 'Another', contacts: ['b@contoso.example'] }, lea);
    expect(after).toEqual({ ...before, title: 'Another', contacts: ['b@contoso.example'], version: 2, publicVersion: 2, updatedAt: now });
  });

  test('G-17 an edit that changes nothing does nothing, and one of a closed case is refused', () => {
    expect(given(aCase()).when({ do: 'edit', title: 'A question', contacts: [] }, lea).happened).toEqual([]);
    expect(given(closed).when({ do: 'edit', title: 'x' }, lea).refused?.code).toBe('illegalStep');
  });
});

describe('G-17 escalation', () => {
  const escalate = { do: 'escalate', text: 'The office opens on Monday' } as const;
  test('G-17 is asked for once, with a reason, until the desk answers', () => {
    expect(given(aCase()).when({ do: 'escalate', text: ' ' }, lea).refused).toMatchObject({ issues: [{ field: 'text' }] });
    const asked = given(aCase()).when(escalate, lea).after;
    expect(asked.escalatedAt).toBe(now);
    expect(given(asked).when(escalate, hugo).refused).toMatchObject({ why: 'alreadyEscalated' });
    expect(given(asked).when({ do: 'comment', text: 'Please', files: [] }, lea).after.escalatedAt).toBe(now);
    expect(given(asked).when({ do: 'note', text: 'Hm', files: [] }, engineer).after.escalatedAt).toBe(now);
    const answered = given(asked).when({ do: 'comment', text: 'We are on it', files: [] }, engineer).after;
    expect(answered.escalatedAt).toBeNull();
    expect(given(answered).when(escalate, lea).happened).toEqual(['escalated']);
  });
  test('G-17 ends with the case', () => {
    const asked = given(aCase()).when(escalate, lea).after;
    expect(given(asked).when({ do: 'resolve', text: '', reason: null }, lea).after.escalatedAt).toBeNull();
    expect(given(closed).when(escalate, lea).refused?.code).toBe('illegalStep');
  });
});

describe('G-17 transferring a case', () => {
  const transfer = { do: 'transfer', from: lea.personId, to: ref(hugo) } as const;
  test('G-17 makes somebody else its requester; who opened it stays', () => {
    const { after } = given(aCase()).when(transfer, amelie);
    expect(after).toMatchObject({ requester: ref(hugo), openedBy: ref(lea) });
    expect(standings(hugo, after)).toContain('requester');
    expect(standings(lea, after)).toEqual([]);
  });
  test('G-17 does nothing twice, and nothing to a case that is somebody else’s by now', () => {
    const { after } = given(aCase()).when(transfer, amelie);
    expect(given(after).when(transfer, amelie).happened).toEqual([]);
    expect(given(after).when({ ...transfer, to: ref(amelie) }, amelie).happened).toEqual([]);
    expect(given(after).when({ ...transfer, from: null, to: ref(amelie) }, amelie).happened).toEqual(['transferred']);
  });
});
