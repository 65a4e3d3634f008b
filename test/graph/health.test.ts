import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type KnownHealth, knownHealth } from '../../src/app/health/known.ts';
import { graphAnnouncements } from '../../src/graph/health.ts';
import { graphError, list, type Microsoft, startMicrosoft } from './microsoft.ts';
import { minutes, operator } from './world.ts';

const issues = '/admin/serviceAnnouncement/issues';
const mail = { id: 'EX1', service: 'Exchange Online', title: 'Mail is\n late', startDateTime: '2026-11-20T08:00:00Z' };
const chat = { id: 'TM2', service: 'Microsoft Teams', title: 'No chat', startDateTime: '2026-11-20T09:30:00Z' };

let microsoft: Microsoft;
let now: number;
let health: KnownHealth;
beforeEach(async () => {
  microsoft = await startMicrosoft();
  microsoft.trusted();
  now = Date.parse('2026-11-20T12:00:00Z');
  const clock = () => new Date(now).toISOString();
  health = knownHealth(graphAnnouncements(microsoft.client({ attempts: 1, call: 2_000 }), operator), clock, 1_000);
});
afterEach(() => microsoft.close());
const asked = () => microsoft.asked(issues);

test('CS-12 service health is read newest first, with when, and asked for once in five minutes however many want it', async () => {
  microsoft.says(issues, list([mail, chat]));
  const read = await Promise.all([health(), health(), health()]);
  expect(read[2]).toMatchObject({ state: 'read', readAt: '2026-11-20T12:00:00.000Z', issues: [{ id: 'TM2' }, { title: 'Mail is late' }] });
  now += 4 * minutes;
  await health();
  expect(asked()).toBe(1);
  now += 2 * minutes;
  microsoft.says(issues, list([]));
  expect(await health()).toMatchObject({ state: 'read', readAt: '2026-11-20T12:06:00.000Z', issues: [] });
});

test('CS-12 a Graph that is down is said to be, with what was known for an hour and nothing after', async () => {
  microsoft.says(issues, list([mail]));
  await health();
  microsoft.says(issues, graphError(503, 'serviceNotAvailable'));
  now += 6 * minutes;
  expect(await health()).toMatchObject({ state: 'unreadable', readAt: '2026-11-20T12:00:00.000Z', issues: [{ id: 'EX1' }] });
  now += 60 * minutes;
  expect(await health()).toEqual({ state: 'unreadable', readAt: null, issues: [] });
});

test('CS-12 nobody waits for a Graph that hangs, and one that was not allowed is not said to be down', async () => {
  microsoft.says(issues, 'hang');
  const begun = performance.now();
  expect(await health()).toMatchObject({ state: 'unreadable', issues: [] });
  expect(performance.now() - begun).toBeLessThan(1_900);
});

test('ID-4 without the permission no service health is told of', async () => {
  microsoft.says(issues, graphError(403, 'Forbidden'));
  expect(await health()).toEqual({ state: 'notAsked', readAt: null, issues: [] });
});
