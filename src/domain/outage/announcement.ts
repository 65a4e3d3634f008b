/** What Microsoft said of a problem of its services, at one moment. */
export interface Post {
  /** When it was published: ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  /** Plain text, in Microsoft's language. */
  readonly text: string;
}

/** A problem that Microsoft announces, with all that it said of it, oldest first. */
export interface Announcement {
  readonly id: string;
  readonly posts: readonly Post[];
  readonly over: boolean;
}

/** What became of an announcement: `gone` where Microsoft tells nothing of it any more. */
export type AnnouncementRead = Announcement | 'gone';

/** What somebody who follows an announcement has not heard. */
export interface AnnouncementNews {
  /** Oldest first. */
  readonly posts: readonly Post[];
  /** Until when they have heard everything, once they are told this. */
  readonly toldThrough: string | null;
  /** Why nothing more will come, where following ends with it. */
  readonly ends: 'over' | 'gone' | null;
}

/** Before everything that anybody ever said. */
const beginning = '1970-01-01T00:00:00.000Z';

/** Until when whoever reads an announcement now has heard everything of it. */
export const heardBy = ({ posts }: Pick<Announcement, 'posts'>): string =>
  posts.reduce((latest, { at }) => (at > latest ? at : latest), beginning);

/**
 * CS-12: what a follower hears of what is read now: every post since the last they were told, once. What was read earlier than what they know
 * says nothing new. @param toldThrough `null` where nobody knows what had been said when they began: then the latest post tells how it stands
 */
export function newsOf(toldThrough: string | null, read: AnnouncementRead): AnnouncementNews {
  if (read === 'gone') return { posts: [], toldThrough, ends: 'gone' };
  const inOrder = read.posts.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const posts = toldThrough === null ? inOrder.slice(-1) : inOrder.filter(({ at }) => at > toldThrough);
  return { posts, toldThrough: posts.at(-1)?.at ?? toldThrough, ends: read.over ? 'over' : null };
}

export const isNews = ({ posts, ends }: AnnouncementNews): boolean => posts.length > 0 || ends !== null;
