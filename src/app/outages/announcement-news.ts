import type { Principal } from '../../domain/access/principal.ts';
import { service } from '../../domain/case/events.ts';
import type { Letter } from '../../domain/notice/letter.ts';
import { type AnnouncementNews, isNews, newsOf } from '../../domain/outage/announcement.ts';
import type { Deps } from '../deps.ts';
import { mayFileAt, servicesDesk } from '../health/health.ts';
import { toldPerson } from '../people/people.ts';
import type { AnnouncementFollower, DueFollower } from '../ports.ts';

/**
 * CS-12: looks again at what somebody follows and tells them what they have not heard, until it is over. What is told, and that it was, is one
 * transaction that holds the follower's row, so each post is told once, whoever else looks. What can't be read now is looked at another time.
 */
export async function lookAgain(deps: Deps, follower: DueFollower): Promise<void> {
  const { tenantId, personId, announcementId } = follower;
  const read = await deps.health?.announcement(announcementId);
  if (read === undefined || read === 'unreadable' || !isNews(newsOf(follower.toldThrough, read))) return;
  const person = await toldPerson(deps, tenantId, personId);
  await deps.store.inTenant(tenantId, async (tx) => {
    const held = await tx.announcements.lock(personId, announcementId);
    const news = held && newsOf(held.toldThrough, read);
    if (!held || !news || !isNews(news)) return;
    // Whoever may not know of it any more, or has left, is told nothing, and not later either.
    const letter = person?.email && mayFileAt(person, servicesDesk) ? letterOf(person, held, news) : undefined;
    if (letter) await tx.post(letter);
    if (news.ends) await tx.announcements.unfollow(personId, announcementId);
    else if (news.toldThrough) await tx.announcements.told(personId, announcementId, news.toldThrough);
    const actor = service(tenantId);
    await tx.appendAudit({
      actorTenantId: tenantId,
      actorId: actor.id,
      action: news.ends ? 'announcement.end' : 'announcement.tell',
      outcome: 'done',
      caseId: null,
      details: { name: actor.name, announcement: announcementId, person: personId, posts: news.posts.length, told: letter !== undefined },
    });
  });
}

function letterOf({ personId, name, email, locale, timeZone }: Principal, held: AnnouncementFollower, news: AnnouncementNews): Letter {
  const { announcementId: id, title: announcement } = held;
  const { posts, ends, toldThrough } = news;
  return {
    key: `announcement:${id}:${toldThrough}:${ends ?? 'news'}:${personId}`,
    address: email,
    locale,
    says: { letter: 'announcementNews', name, announcement, id, posts, ends, timeZone },
  };
}
