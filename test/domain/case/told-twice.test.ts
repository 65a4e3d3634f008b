import { expect, test } from '@jest/globals';
import { toldOnce } from '../../../src/domain/case/told-twice.ts';

const entry = (type: string, step: string | null, at: string) => ({ type, step, at });
const took = entry('assigned', null, '2026-11-20T10:00:00Z');
const started = (at: string) => entry('statusChanged', 'start', at);

test('G-5 taking a case and starting on it in the same moment reads as one event', () => {
  const opened = entry('opened', null, '2026-11-20T09:00:00Z');
  expect(toldOnce([opened, took, started(took.at)])).toEqual([opened, took]);
});

test('G-5 a start that stands alone, or comes later, is told', () => {
  const later = started('2026-11-20T11:00:00Z');
  expect(toldOnce([later])).toEqual([later]);
  expect(toldOnce([took, later])).toEqual([took, later]);
});
