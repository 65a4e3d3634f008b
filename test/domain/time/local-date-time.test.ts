import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countryCodes, zonesOf } from '../../../src/domain/catalogue/countries.ts';
import { isZone, localIn, offsetAt, offsetText, resolveLocal } from '../../../src/domain/time/local-date-time.ts';

test('PN-4 runs a local time in the zone of the country: 10:00 in France is 10:00 in France', () => {
  expect(resolveLocal('2021-08-14T10:00', 'Europe/Paris')).toEqual({
    kind: 'instant',
    instant: '2021-08-14T08:00:00.000Z',
    offset: '+02:00',
  });
  expect(resolveLocal('2026-11-18T10:00', 'Europe/Paris')).toMatchObject({ instant: '2026-11-18T09:00:00.000Z', offset: '+01:00' });
});

test('F-24 tells a time that a clock change skips, and what stands on either side of it', () => {
  const skipped = {
    kind: 'skipped',
    before: { local: '2026-03-29T01:59', instant: '2026-03-29T00:59:00.000Z', offset: '+01:00' },
    after: { local: '2026-03-29T03:00', instant: '2026-03-29T01:00:00.000Z', offset: '+02:00' },
  };
  for (const local of ['2026-03-29T02:00', '2026-03-29T02:30', '2026-03-29T02:59']) {
    expect(resolveLocal(local, 'Europe/Paris')).toEqual(skipped);
    expect(resolveLocal(local, 'Europe/Paris', 'later')).toEqual(skipped);
  }
  expect(resolveLocal('2026-03-29T01:59', 'Europe/Paris').kind).toBe('instant');
  expect(resolveLocal('2026-03-29T03:00', 'Europe/Paris').kind).toBe('instant');
});

test('F-24 lets the person choose when a time comes twice', () => {
  const earlier = { instant: '2026-10-25T00:30:00.000Z', offset: '+02:00' };
  const later = { instant: '2026-10-25T01:30:00.000Z', offset: '+01:00' };
  expect(resolveLocal('2026-10-25T02:30', 'Europe/Paris')).toEqual({ kind: 'repeated', earlier, later });
  expect(resolveLocal('2026-10-25T02:30', 'Europe/Paris', 'earlier')).toEqual({ kind: 'instant', ...earlier });
  expect(resolveLocal('2026-10-25T02:30', 'Europe/Paris', 'later')).toEqual({ kind: 'instant', ...later });
  expect(resolveLocal('2026-10-25T03:00', 'Europe/Paris').kind).toBe('instant');
});

test('F-24 knows changes of half an hour and of a whole day', () => {
  expect(resolveLocal('2026-10-04T02:15', 'Australia/Lord_Howe')).toMatchObject({ kind: 'skipped', after: { local: '2026-10-04T02:30' } });
  expect(resolveLocal('2026-04-05T01:45', 'Australia/Lord_Howe').kind).toBe('repeated');
  expect(resolveLocal('2011-12-30T10:00', 'Pacific/Apia')).toMatchObject({
    kind: 'skipped',
    before: { local: '2011-12-29T23:59' },
    after: { local: '2011-12-31T00:00' },
  });
});

test.each([
  '',
  '2026-02-29T10:00',
  '2026-13-01T10:00',
  '2026-11-18T24:00',
  '2026-11-18T10:60',
  '2026-11-18',
  '2026-11-18 10:00',
  '2026-11-18T10:00Z',
  '2026-11-18T10:00+01:00',
  '2026-11-18T10:00[Europe/Paris]',
  '18/11/2026 10:00',
  '٢٠٢٦-11-18T10:00',
])('PN-4 refuses %j, which is no local date and time', (local) => {
  expect(resolveLocal(local, 'Europe/Paris')).toEqual({ kind: 'malformed' });
});

test('PN-4 takes zones by name only: an offset knows no summer', () => {
  for (const zone of ['', 'Mars/Olympus', '+02:00', 'Europe/Paris\u0000', '../etc']) {
    expect(isZone(zone)).toBe(false);
    expect(resolveLocal('2026-11-18T10:00', zone)).toEqual({ kind: 'malformed' });
  }
  expect(isZone('Europe/Paris')).toBe(true);
});

const zone = fc.constantFrom(...new Set(countryCodes().flatMap((code) => zonesOf(code).map(({ id }) => id))));
// Offsets have been whole minutes everywhere since 1973.
const minute = fc
  .integer({ min: Date.UTC(1973, 0, 1) / 60_000, max: Date.UTC(2060, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000).toISOString());

test('PN-4 any instant comes back from its local time, or is one of the two that share it', () =>
  fc.assert(
    fc.property(zone, minute, (zone, instant) => {
      const moment = { instant, offset: offsetAt(instant, zone) };
      const resolved = resolveLocal(localIn(instant, zone), zone);
      if (resolved.kind === 'repeated') expect([resolved.earlier, resolved.later]).toContainEqual(moment);
      else expect(resolved).toEqual({ kind: 'instant', ...moment });
    }),
    { numRuns: 1000 },
  ));

test('F-24 a skipped time lies between what stands on either side, and both of those exist', () =>
  fc.assert(
    fc.property(zone, minute, (zone, instant) => {
      const local = instant.slice(0, 16);
      const resolved = resolveLocal(local, zone);
      if (resolved.kind !== 'skipped') return;
      expect(resolved.before.local < local && local < resolved.after.local).toBe(true);
      for (const side of [resolved.before, resolved.after]) expect(localIn(side.instant, zone)).toBe(side.local);
    }),
    { numRuns: 1000 },
  ));

test.each([
  ['+02:00', 'UTC+2'],
  ['-03:30', 'UTC−3:30'],
  ['+12:45', 'UTC+12:45'],
  ['+00:00', 'UTC'],
])('G-13 writes the offset %s as %s', (offset, text) => {
  expect(offsetText(offset)).toBe(text);
});
