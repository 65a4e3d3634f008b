import { describe, expect, test } from '@jest/globals';
import { lifecycleOf, products } from '../../src/domain/catalogue/products.ts';
import { professionalSupport } from '../../src/domain/catalogue/professional-support.ts';
import { locales } from '../../src/domain/i18n/index.ts';
import { explain } from '../../src/forms/explain.ts';
import { checkForm } from '../../src/forms/values.ts';
import { supportForm } from '../app/support-form.ts';

const facts = {
  ...{ now: '2026-11-21T12:00:00.000Z', countries: {}, files: new Map(), lists: new Map() },
  ...{ tenantId: 't', domains: [], customer: null },
};
const type = professionalSupport.caseTypes[0];
if (!type) throw new Error('no case type');
const check = (more: object = {}) => checkForm(type, supportForm({ ...more }), facts);
const faultOf = (more: object) => {
  const checked = check(more);
  return checked.ok ? undefined : checked.error[0];
};

describe('the form of a support incident', () => {
  test('PS-4 mainstream and extended support are eligible, later is refused with the date', () => {
    expect(check({ product: 'windowsServer2025' }).ok).toBe(true);
    const extended = check({ product: 'windowsServer2019' });
    expect(extended.ok && extended.value['product']).toBe('Windows Server 2019');
    const fault = { is: 'outOfLifecycle', product: 'Windows Server 2012 R2', until: '2023-10-10' } as const;
    expect(faultOf({ product: 'windowsServer2012R2' })).toEqual({ field: 'product', fault });
    expect(explain(fault, 'en')).toContain('10 October 2023');
    expect(explain(fault, 'fr')).toContain('10 octobre 2023');
  });

  test('PS-4 the last day of support is still a day of support', () => {
    const product = { id: 'x', name: 'X', mainstreamUntil: '2024-01-09', extendedUntil: '2026-11-21' };
    expect(lifecycleOf(product, '2026-11-21T23:59:59.999Z').is).toBe('extended');
    expect(lifecycleOf(product, '2026-11-22T00:00:00.000Z').is).toBe('ended');
    expect(lifecycleOf(product, '2024-01-09T12:00:00.000Z').is).toBe('mainstream');
  });

  test('PS-4 the operator’s own product table decides', () => {
    const own = [{ id: 'mine', name: 'Mine', mainstreamUntil: '2020-01-01', extendedUntil: null }];
    const checked = checkForm(type, supportForm({ product: 'mine' }), { ...facts, products: own });
    expect(checked.ok).toBe(false);
    expect(checkForm(type, supportForm(), { ...facts, products: own }).ok).toBe(false);
  });

  test('PS-4 eligibility is asked first', () => {
    expect(type.fields.slice(0, 2).map(({ id }) => id)).toEqual(['product', 'concern']);
    expect(new Set(products.map(({ id }) => id)).size).toBe(products.length);
  });

  test.each(professionalSupport.elsewhere)('PS-5 PS-9 $id is refused with where to go', ({ id, url }) => {
    const issue = faultOf({ concern: id });
    expect(issue).toEqual({ field: 'concern', fault: { is: 'directedElsewhere', subject: id, url } });
    for (const locale of locales) expect(issue && explain(issue.fault, locale)).toContain(url);
  });

  test('PS-3 around the clock needs somebody who can be reached at any hour, by name and number', () => {
    const around = (reachable: string) => faultOf({ work: 'aroundTheClock', reachable })?.fault.is;
    expect([around(''), around('Ada Lund'), around('+33 4 72 00 00 00')]).toEqual(['required', 'notReachable', 'notReachable']);
    expect(around('Ada Lund, +33 4 72 00 00 00\nBo Ek: 0472 11 22 33')).toBeUndefined();
    expect(faultOf({ work: 'businessHours' })).toBeUndefined();
  });

  test('PS-6 nobody sends it without having read that a solution is not guaranteed', () => {
    expect(faultOf({ noGuarantee: false })).toEqual({ field: 'noGuarantee', fault: { is: 'mustAgree' } });
  });

  test('PS-2 severity and the choice of hours are the case’s own', () => {
    const chosen = check({ severity: 'A', work: 'aroundTheClock', reachable: 'Ada Lund, +33472000000' });
    expect(chosen.ok && type.attributes?.(chosen.value)).toEqual({ severity: 'A', aroundTheClock: true });
  });
});
