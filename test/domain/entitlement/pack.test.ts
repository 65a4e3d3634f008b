import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { confirmationOf, incidentsFrom, isExpired, lastDayOf, mayUse, type Pack } from '../../../src/domain/entitlement/pack.ts';

const now = '2026-11-21T12:00:00.000Z';
const pack = (more: Partial<Pack> = {}): Pack => ({
  ...{ id: 'a', tenantId: 't', confirmation: 'X1', accountId: 'ada', people: [], purchasedOn: '2026-02-01', lastDay: '2027-02-01' },
  ...{ incidents: 5, remaining: 5, version: 1, ...more },
});

describe('packs of incidents', () => {
  test.each([
    ['2026-02-01', '2027-02-01'],
    ['2023-03-01', '2024-03-01'],
    ['2024-02-29', '2025-02-28'],
    ['2026-12-31', '2027-12-31'],
  ])('PS-7 a pack bought on %s is valid for one year, to the end of %s', (bought, last) => {
    expect(lastDayOf(bought)).toBe(last);
    expect(isExpired({ lastDay: last }, `${last}T23:59:59.999Z`)).toBe(false);
    const next = new Date(Date.parse(`${last}T00:00Z`) + 86_400_000).toISOString();
    expect(isExpired({ lastDay: last }, next)).toBe(true);
  });

  test('PS-7 only the purchasing account uses a pack, and whom it names', () => {
    const named = pack({ people: ['bo'] });
    expect(['ada', 'bo', 'cy'].map((person) => mayUse(named, person))).toEqual([true, true, false]);
  });

  test('PS-7 what expires first is used first', () => {
    const [late, early] = [pack({ id: 'late', lastDay: '2027-05-01' }), pack({ id: 'early', lastDay: '2027-01-01', remaining: 1 })];
    const taken = incidentsFrom([late, early], 3, now);
    expect(taken.ok && taken.value.map(({ id }) => id)).toEqual(['early', 'late', 'late']);
  });

  test('PS-7 the reason says what is missing: a pack, an incident, enough of them, or time', () => {
    expect(incidentsFrom([], 1, now)).toEqual({ ok: false, error: { is: 'noPack' } });
    expect(incidentsFrom([pack({ remaining: 0 })], 1, now)).toEqual({ ok: false, error: { is: 'used' } });
    expect(incidentsFrom([pack({ remaining: 2 })], 3, now)).toEqual({ ok: false, error: { is: 'short', wanted: 3, left: 2 } });
    const old = [pack({ lastDay: '2026-11-20' }), pack({ lastDay: '2025-01-01' })];
    expect(incidentsFrom(old, 1, now)).toEqual({ ok: false, error: { is: 'expired', lastDay: '2026-11-20' } });
  });

  test('PS-7 never more than there is, never from a pack that expired, for any packs', () => {
    const packs = fc.array(
      fc.record({
        id: fc.uuid(),
        remaining: fc.integer({ min: 0, max: 5 }),
        lastDay: fc.constantFrom('2026-11-20', '2026-11-21', '2027-03-01'),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(packs, fc.integer({ min: 1, max: 12 }), (some, count) => {
        const all = some.map((one) => pack(one));
        const there = all.filter((one) => !isExpired(one, now)).reduce((sum, one) => sum + one.remaining, 0);
        const found = incidentsFrom(all, count, now);
        expect(found.ok).toBe(there >= count);
        if (!found.ok) return;
        expect(found.value).toHaveLength(count);
        for (const one of all) expect(found.value.filter((taken) => taken === one).length).toBeLessThanOrEqual(one.remaining);
        expect(found.value.some((one) => isExpired(one, now))).toBe(false);
      }),
    );
  });

  test('PS-7 an order confirmation number is the same with spaces and in any case', () => {
    expect(confirmationOf(' ord-12 34 ab ')).toBe('ORD-1234AB');
  });
});
