import { expect, test } from '@jest/globals';
import { rowOf, timesFasterRowOf } from '../../bench/figures.ts';
import { performancePage } from '../../bench/page.ts';
import { groupsOf, rowName } from '../../bench/peers/groups.ts';

test('docs/performance.md and its chart are what the results make; `npm run performance-page` brings them up to date', () => {
  const { found, wanted } = performancePage();
  expect(found).toEqual(wanted);
});

test('a row beside a peer says how many times longer the peer takes at p95, and misses its aim where that is too few', () => {
  const peer = { name: 'Redmine', samples: [10, 90] };
  expect(timesFasterRowOf('close', [1, 9], peer, { timesFaster: 10 })).toMatchObject({ against: 'Redmine', ratio: 10, met: true });
  expect(timesFasterRowOf('close', [1, 9.1], peer, { timesFaster: 10 })).toMatchObject({ ratio: 9.89, met: false });
});

test('an aim is in the unit of its row', () => {
  expect(rowOf('script', 'KB', [180, 190], { aim: { p95: 200 } })).toMatchObject({ aim: 'p95 < 200 KB', met: true });
  expect(rowOf('press', 'ms', [120, 230], { aim: { p95: 200 } })).toMatchObject({ aim: 'p95 < 200 ms', met: false });
});

test('rows stand side by side by what their names say', () => {
  const row = (product: string, clients: number) =>
    timesFasterRowOf(rowName({ operation: 'close', product, cases: 100_000, clients }), [1], { name: 'Redmine', samples: [1] }, undefined);
  const groups = groupsOf([row('Redmine', 1), row('Case Desk', 1), row('Redmine', 32), row('Case Desk', 32)]);
  expect(groups.map(({ title }) => title)).toEqual(['100,000 cases, 1 client', '100,000 cases, 32 clients']);
  expect(groups[0]).toMatchObject({ cases: 100_000, series: ['Redmine', 'Case Desk'], operations: [{ operation: 'close' }] });
});
