import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findCaseType } from '../../src/domain/catalogue/desks.ts';
import { refilled } from '../../src/forms/refill.ts';
import { checkForm } from '../../src/forms/values.ts';

const facts = {
  ...{ tenantId: '11111111-2222-4333-8444-555555555555', domains: [], customer: null, now: '2026-01-01T00:00:00.000Z', countries: {} },
  ...{ files: new Map(), lists: new Map() },
};
const type = (id: string) => {
  const found = findCaseType(id);
  if (!found) throw new Error(id);
  return found.caseType;
};

test('PN-13 a form filled in anew from what was checked passes with the same values, also at a time that clocks show twice', () => {
  const caseType = { ...type('portIn'), fields: type('portIn').fields.filter(({ kind }) => kind !== 'numberList' && kind !== 'documents') };
  const which = fc.constantFrom('earlier' as const, 'later' as const);
  const time = fc.constantFrom('2027-10-31T02:30', '2027-06-01T10:00');
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 20 }), time, which, (orderName, local, twice) => {
      const input = { title: 'T', description: 'D', country: 'FR', orderName, requestedAt: { local, which: twice } };
      const first = checkForm(caseType, input, facts);
      if (!first.ok) return;
      expect(checkForm(caseType, refilled(caseType, first.value), facts)).toEqual(first);
    }),
  );
});
