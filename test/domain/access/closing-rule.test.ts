import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { authorize, closersInstead, permitted, standings } from '../../../src/domain/access/authorize.ts';
import { type ClosingRule, narrowable, unnarrowed } from '../../../src/domain/access/closing-rule.ts';
import { actions } from '../../../src/domain/access/policy.ts';
import { type Principal, roles } from '../../../src/domain/access/principal.ts';
import { statuses } from '../../../src/domain/case/lifecycle.ts';
import { aCase, amelie, contoso, engineer, fabrikam, hugo, lea, lead, now, operator, person, stranger } from '../samples.ts';

const named = (...people: readonly Principal[]): ClosingRule => ({
  who: 'named',
  people: people.map(({ personId: id, name }) => ({ id, name })),
});
const closes = (who: Principal, rule: ClosingRule): readonly string[] =>
  narrowable.filter((step) => authorize(who, step, aCase(), rule).ok);
const both = [...narrowable];

describe('G-10 a tenant narrows who of its side closes', () => {
  test.each<[string, ClosingRule, Readonly<Record<string, readonly string[]>>]>([
    ['any ticket manager, and the requester', unnarrowed, { lea: both, hugo: both, amelie: both }],
    ['only the requester', { who: 'requester' }, { lea: both, hugo: [], amelie: [] }],
    ['named people', named(hugo), { lea: [], hugo: both, amelie: [] }],
    ['named people of whom none is left', named(), { lea: [], hugo: [], amelie: [] }],
  ])('G-10 %s', (_, rule, allowed) => {
    expect(Object.fromEntries([lea, hugo, amelie].map((who) => [who.personId, closes(who, rule)]))).toEqual(allowed);
    for (const who of [engineer, lead]) expect(closes(who, rule)).toEqual(both);
  });

  test('G-10 somebody named closes what they may see, and no more', () => {
    expect(closes(stranger, named(stranger))).toEqual([]);
    expect(authorize(person('colleague', ['member']), 'resolve', aCase(), named(person('colleague', ['member'])))).toEqual({
      ok: false,
      error: { code: 'notFound' },
    });
  });

  test('G-10 the refusal says who can', () => {
    expect(authorize(hugo, 'resolve', aCase(), { who: 'requester' })).toEqual({
      ok: false,
      error: { code: 'notAllowed', action: 'resolve', closers: { who: 'requester', names: ['lea'] } },
    });
    expect(authorize(lea, 'cancel', aCase(), named(hugo, amelie))).toMatchObject({ error: { closers: { names: ['hugo', 'amelie'] } } });
    expect(closersInstead(hugo, aCase(), { who: 'requester' })).toEqual({ who: 'requester', names: ['lea'] });
    expect(closersInstead(lea, aCase(), { who: 'requester' })).toBeUndefined();
    expect(closersInstead(engineer, aCase(), named())).toBeUndefined();
  });

  const tenant = fc.constantFrom(contoso, fabrikam, operator);
  const anybody = fc
    .record({ id: fc.constantFrom('lea', 'hugo', 'other'), has: fc.subarray([...roles]), tenantId: tenant, desk: fc.boolean() })
    .map(({ id, has, tenantId, desk }) =>
      person(id, has, { tenantId, kind: tenantId === operator ? 'operator' : 'customer', desks: desk ? ['phoneNumbers'] : [] }),
    );
  const anyRule: fc.Arbitrary<ClosingRule> = fc.oneof(
    fc.constant(unnarrowed),
    fc.constant<ClosingRule>({ who: 'requester' }),
    fc.subarray(['lea', 'hugo', 'other']).map((ids): ClosingRule => ({ who: 'named', people: ids.map((id) => ({ id, name: id })) })),
  );
  const anyCase = fc.record({ status: fc.constantFrom(...statuses), tenantId: tenant, requester: fc.constant({ id: 'lea', name: 'lea' }) });

  test('G-10 for every person, case and rule: narrowing never widens, takes closing alone, and never touches the desk', () => {
    fc.assert(
      fc.property(anybody, anyCase, anyRule, (who, more, closing) => {
        const case_ = aCase(more);
        for (const action of actions) {
          const wide = authorize(who, action, case_, unnarrowed).ok;
          const narrow = authorize(who, action, case_, closing).ok;
          expect(narrow && !wide).toBe(false);
          if (narrow !== wide) expect(both).toContain(action);
          if (standings(who, case_).some((standing) => standing === 'engineer' || standing === 'deskLead')) expect(narrow).toBe(wide);
        }
        const offered = permitted(who, case_, now, { reopenWithinDays: 14, closing });
        const before = permitted(who, case_, now, { reopenWithinDays: 14, closing: unnarrowed });
        expect(before).toEqual(expect.arrayContaining([...offered]));
        for (const step of offered) expect(authorize(who, step, case_, closing).ok).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
