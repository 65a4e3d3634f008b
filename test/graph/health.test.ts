import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type KnownHealth, knownHealth } from '../../src/app/health/known.ts';
import { graphAnnouncements } from '../../src/graph/health.ts';
import { graphError, list, type Microsoft, startMicrosoft } from './microsoft.ts';
import { minutes, operator } from './world.ts';

const issues = '/admin/serviceAnnouncement/issues';
const mail = { id: 'EX1', service: 'Exchange Online', title: 'Mail is\n late', startDateTime: '2026-11-20T08:00:00Z' };
const chat = { id: 'TM2', service: 'Microsoft Teams', title: 'No chat', startDateTime: '2026-11-20T09:30:00Z' };

const post = (at: string, content: string, contentType = 'html') => ({
  createdDateTime: at,
  postType: 'regular',
  description: { contentType, content },
});

let microsoft: Microsoft;
let now: number;
let health: KnownHealth;
beforeEach(async () => {
  microsoft = await startMicrosoft();
  microsoft.trusted();
  now = Date.parse('2026-11-20T12:00:00Z');
  const clock = () => new Date(now).toISOString();
  health = knownHealth(graphAnnouncements(microsoft.client({ attempts: 1, call: 2_000 }), operator), clock, { patienceMs: 1_000 });
});
afterEach(() => microsoft.close());
const asked = () => microsoft.asked(issues);

test('CS-12 service health is read newest first, with when, and asked for once in five minutes however many want it', async () => {
  microsoft.says(issues, list([mail, chat]));
  const read = await Promise.all([health.read(), health.read(), health.read()]);
  expect(read[2]).toMatchObject({ state: 'read', readAt: '2026-11-20T12:00:00.000Z', issues: [{ id: 'TM2' }, { title: 'Mail is late' }] });
  now += 4 * minutes;
  await health.read();
  expect(asked()).toBe(1);
  now += 2 * minutes;
  microsoft.says(issues, list([]));
  expect(await health.read()).toMatchObject({ state: 'read', readAt: '2026-11-20T12:06:00.000Z', issues: [] });
});

test('CS-12 a Graph that is down is said to be, with what was known for an hour and nothing after', async () => {
  microsoft.says(issues, list([mail]));
  await health.read();
  microsoft.says(issues, graphError(503, 'serviceNotAvailable'));
  now += 6 * minutes;
  expect(await health.read()).toMatchObject({ state: 'unreadable', readAt: '2026-11-20T12:00:00.000Z', issues: [{ id: 'EX1' }] });
  now += 60 * minutes;
  expect(await health.read()).toEqual({ state: 'unreadable', readAt: null, issues: [] });
});

test('CS-12 nobody waits for a Graph that hangs, and one that was not allowed is not said to be down', async () => {
  microsoft.says(issues, 'hang');
  const begun = performance.now();
  expect(await health.read()).toMatchObject({ state: 'unreadable', issues: [] });
  expect(performance.now() - begun).toBeLessThan(1_900);
});

test('ID-4 without the permission no service health is told of', async () => {
  microsoft.says(issues, graphError(403, 'Forbidden'));
  expect(await health.read()).toEqual({ state: 'notAsked', readAt: null, issues: [] });
});

test('CS-12 one announcement is read with all that was said of it, as plain text, and asked for once in five minutes', async () => {
  const posts = [post('2026-11-20T08:10:00.1234567Z', '<p>Mail&nbsp;waits.</p>'), post('2026-11-20T09:00:00Z', '<script>x</script>')];
  microsoft.says(`${issues}/EX1`, { status: 200, body: { ...mail, isResolved: false, posts } });
  const read = { id: 'EX1', over: false, posts: [{ at: '2026-11-20T08:10:00.123Z', text: 'Mail waits.' }] };
  expect(await Promise.all([health.announcement('EX1'), health.announcement('EX1')])).toEqual([read, read]);
  now += 4 * minutes;
  await health.announcement('EX1');
  expect(microsoft.asked(`${issues}/EX1`)).toBe(1);
  now += 2 * minutes;
  microsoft.says(`${issues}/EX1`, { status: 200, body: { ...mail, isResolved: true, posts: null } });
  expect(await health.announcement('EX1')).toEqual({ id: 'EX1', over: true, posts: [] });
});

test('CS-12 an announcement that Microsoft does not know is gone, and one that can’t be read is neither gone nor over', async () => {
  microsoft.says(`${issues}/EX1`, graphError(404, 'NotFound'));
  expect(await health.announcement('EX1')).toBe('gone');
  for (const [id, answer] of [
    ['EX2', graphError(503, 'serviceNotAvailable')],
    ['EX3', graphError(403, 'Forbidden')],
    ['EX4', 'hang'],
  ] as const) {
    microsoft.says(`${issues}/${id}`, answer);
    expect([id, await health.announcement(id)]).toEqual([id, 'unreadable']);
  }
});
