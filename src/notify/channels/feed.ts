import { closeFeed, feedIsOpen } from '../../app/notices/feed-standing.ts';
import { type NoticeDeps, type Told, tellPerson } from '../../app/notices/notices.ts';
import type { Feed, Limits } from '../../app/ports.ts';
import { words } from '../../domain/i18n/index.ts';
import { activityType } from '../../domain/notice/activity.ts';
import type { Outcome } from '../../domain/notice/outcome.ts';
import type { Channel } from '../channel.ts';

/** What Teams takes for one person: ten a minute, which over the hour for which the pace is kept comes to 600. */
export const feedLimits: Limits = {
  conversation: [
    { most: 10, ms: 60_000 },
    { most: 600, ms: 3_600_000 },
  ],
  tenant: { most: 50, ms: 1_000 },
  slackMs: 500,
};

/** Milliseconds after which news are no news in a feed: the chat and the mail have long told them. */
const tooLate = 5 * 60_000;

/** A person's activity feed in Teams, beside chat and mail. */
export const feedChannel = (deps: NoticeDeps, feed: Feed, link: (number: string) => string): Channel => ({
  atOnce: 5,
  gatherMs: 5_000,
  lookAfterMs: 500,
  async prepare({ tenantId, to, content }) {
    if (content.kind !== 'case' || to.kind !== 'person') return null;
    const told = await tellPerson(deps, to.id, 'feed', { tenantId, caseId: content.caseId, notices: content.notices });
    if (told && 'held' in told) return async () => told.held;
    // Whoever has just opened a case sees it before them.
    if (!told || told.news.receipt || !(await feedIsOpen(deps, told.by))) return null;
    return (signal) => tell(deps, feed, told, link, signal);
  },
});

async function tell(
  deps: NoticeDeps,
  feed: Feed,
  { by, news }: Told,
  link: (number: string) => string,
  signal: AbortSignal,
): Promise<Outcome> {
  const { tenantId, personId, locale } = by;
  const conversation = `feed ${personId}`;
  const { pacing } = deps.store;
  const holder = `feed ${tenantId}:${news.key}`;
  const afterMs = await pacing.slot({ conversation, tenantId, holder, count: 1 }, feedLimits);
  if (afterMs > tooLate) {
    await pacing.giveBack(holder);
    return { is: 'nothingToDo' };
  }
  if (afterMs > 0) return { is: 'paced', afterMs };
  const { view, entries } = news;
  const preview = words(locale).feed.preview(entries.at(-1)?.summary ?? '', entries.length - 1);
  const activity = { person: { tenantId, personId }, locale, type: activityType(entries), number: view.number, preview };
  const outcome = await feed.tell({ ...activity, link: link(view.number) }, signal);
  if (outcome.is === 'closed') {
    await closeFeed(deps, by);
    return { is: 'nothingToDo' };
  }
  if (outcome.is === 'later' && outcome.afterMs) await pacing.hold(conversation, tenantId, Math.min(tooLate, outcome.afterMs));
  return outcome;
}
