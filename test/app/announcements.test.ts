import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Deps } from '../../src/app/deps.ts';
import { healthFor } from '../../src/app/health/health.ts';
import { knownHealth } from '../../src/app/health/known.ts';
import { lookAgain } from '../../src/app/outages/announcement-news.ts';
import { followAnnouncement } from '../../src/app/outages/announcements.ts';
import type { DueFollower, ServiceAnnouncements } from '../../src/app/ports.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import { ok, refuse } from '../../src/domain/result.ts';
import { sampleAnnouncements } from '../../src/local/announcements.ts';
import { bareServer } from '../store/bare.ts';
import { granted } from './desk.ts';
import { type LetterDesk, openDesk } from './letters.ts';

const [engine] = bareServer;
if (!engine) throw new Error('there is no engine to try it on');
let desk: LetterDesk;
let [priya, lea] = [] as unknown as [Principal, Principal];
beforeAll(async () => {
  desk = await openDesk(engine);
  [priya, lea] = [await desk.someone('Priya'), await desk.someone('Léa')];
});
afterAll(() => desk.close());

/** The desk beside a Microsoft of its own, whose answers count for no time at all. */
function besideMicrosoft() {
  let readable = true;
  let tick = 0;
  const microsoft = sampleAnnouncements(
    () => 'https://status.cloud.microsoft/',
    () => new Date(Date.UTC(2026, 10, 20, 8) + 60_000 * tick++),
  );
  const announcements: ServiceAnnouncements = {
    issues: microsoft.issues,
    issue: async (id) => (readable ? microsoft.issue(id) : refuse('noConsent')),
  };
  const deps: Deps = { ...desk.deps, health: knownHealth(announcements, () => new Date().toISOString(), { freshMs: 0 }) };
  return {
    deps,
    microsoft,
    readable: (now: boolean) => {
      readable = now;
    },
    looks: async () => Promise.all((await desk.deps.store.announcements.claim(20, 0)).map((follower) => lookAgain(deps, follower))),
    follows: async (id: string) => granted(await followAnnouncement(deps, priya, id, true)),
    followed: async () => desk.deps.store.announcements.ofPerson(priya.tenantId, priya.personId),
  };
}

/** What Priya was told since the last look, taken out of the outbox. */
async function told(): Promise<readonly object[]> {
  const letters = (await desk.letters(priya.email)).map(({ says }) => says);
  await desk.db.deleteFrom('outbox').execute();
  return letters.map((says) =>
    says.letter === 'announcementNews' ? { posts: says.posts.map(({ text }) => text), ends: says.ends } : says,
  );
}

test('CS-12 whoever follows what Microsoft announces is told each post once, though several look, and that it is over; then it ends', async () => {
  const { deps, microsoft, looks, follows, followed } = besideMicrosoft();
  await follows('EX1187402');
  const before = (await desk.deps.store.announcements.claim(5, 0))[0] as DueFollower;
  await looks();
  expect(await told()).toEqual([]);
  microsoft.say('EX1187402', 'We found it.', false);
  await Promise.all([looks(), looks(), lookAgain(deps, before), lookAgain(deps, before)]);
  expect(await told()).toEqual([{ posts: ['We found it.'], ends: null }]);
  await lookAgain(deps, before);
  expect(await told()).toEqual([]);
  microsoft.say('EX1187402', 'Nearly.', false);
  microsoft.say('EX1187402', 'It works again.', true);
  await Promise.all([looks(), looks()]);
  expect(await told()).toEqual([{ posts: ['Nearly.', 'It works again.'], ends: 'over' }]);
  expect(await followed()).toEqual(new Set());
  await lookAgain(deps, before);
  expect(await told()).toEqual([]);
  expect(await followAnnouncement(deps, priya, 'EX1187402', true)).toEqual(refuse({ code: 'notFound' }));
});

test('CS-12 while Microsoft can’t be read nobody is told anything and everybody goes on following; then they hear how it stands', async () => {
  const { deps, microsoft, looks, follows, followed, readable } = besideMicrosoft();
  readable(false);
  await follows('TM1186951');
  microsoft.say('TM1186951', 'Web meetings work for half of the users.', false);
  await looks();
  expect(await told()).toEqual([]);
  expect(await followed()).toEqual(new Set(['TM1186951']));
  readable(true);
  await looks();
  expect(await told()).toEqual([{ posts: ['Web meetings work for half of the users.'], ends: null }]);
  const gone: ServiceAnnouncements = { issues: async () => ok([]), issue: async () => ok('gone') };
  const later = { ...deps, health: knownHealth(gone, () => new Date().toISOString(), { freshMs: 0 }) };
  for (const follower of await desk.deps.store.announcements.claim(5, 0)) await lookAgain(later, follower);
  expect(await told()).toEqual([{ posts: [], ends: 'gone' }]);
  expect(await followed()).toEqual(new Set());
});

test('CS-12 whoever files nothing with Microsoft’s services follows nothing there; who lost that right hears no more and may still end it', async () => {
  const { deps, microsoft, looks, follows, followed } = besideMicrosoft();
  expect(await followAnnouncement(deps, lea, 'EX1187402', true)).toEqual(refuse({ code: 'notFound' }));
  await follows('EX1187402');
  const without = { ...desk.deps.settings, profile: { ...desk.deps.settings.profile, desks: ['phoneNumbers' as const] } };
  microsoft.say('EX1187402', 'Not for her.', false);
  for (const follower of await desk.deps.store.announcements.claim(5, 0)) await lookAgain({ ...deps, settings: without }, follower);
  await looks();
  expect(await told()).toEqual([]);
  const [shown] = granted(await healthFor(deps, priya, 'cloudServices')).issues;
  expect(shown).toMatchObject({ id: 'EX1187402', followed: true });
  const powerless = { ...priya, roles: [], actsFor: [], desks: [] };
  expect(granted(await followAnnouncement({ ...deps, health: undefined }, powerless, 'EX1187402', false)).title).toContain('late');
  expect(await followed()).toEqual(new Set());
  expect((await followAnnouncement(deps, powerless, 'EX1187402', false)).ok).toBe(false);
});
