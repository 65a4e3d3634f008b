import type { ServiceAnnouncements, ServiceIssue } from '../app/ports.ts';
import type { Announcement } from '../domain/outage/announcement.ts';
import { ok } from '../domain/result.ts';

const hour = 3_600_000;

export interface SampleProblem extends Announcement, Omit<ServiceIssue, 'url'> {}

/** CS-12: what Microsoft would announce, for the sample organisations. */
export interface SampleAnnouncements extends ServiceAnnouncements {
  /** Newest first, what is over too. */
  all(): readonly SampleProblem[];
  /** Says something of it, as Microsoft would; without effect on what is over, or not there. */
  say(id: string, text: string, over: boolean): void;
}

/** @param url where Microsoft's own page would tell of it; asked when it is shown */
export function sampleAnnouncements(url: () => string, now: () => Date = () => new Date()): SampleAnnouncements {
  const ago = (hours: number) => new Date(now().getTime() - hours * hour).toISOString();
  const begun = (id: string, service: string, title: string, hours: number, text: string): SampleProblem => {
    const since = ago(hours);
    return { id, service, title, since, over: false, posts: [{ at: since, text }] };
  };
  let problems = [
    begun(
      'EX1187402',
      'Exchange Online',
      'Some users’ mail is delivered late',
      3,
      'We’re looking into why some mail waits before it is sent on.',
    ),
    begun(
      ...(['TM1186951', 'Microsoft Teams', 'Users may be unable to join meetings from the web', 26] as const),
      'Meetings can be joined from the app meanwhile.',
    ),
  ];
  return {
    all: () => problems,
    say: (id, text, over) => {
      const post = { at: now().toISOString(), text };
      problems = problems.map((one) => (one.id === id && !one.over ? { ...one, over, posts: [...one.posts, post] } : one));
    },
    issues: async () =>
      ok(problems.filter(({ over }) => !over).map(({ id, service, title, since }) => ({ id, service, title, since, url: url() }))),
    issue: async (id) => ok(problems.find((one) => one.id === id) ?? 'gone'),
  };
}
