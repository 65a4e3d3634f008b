import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Announcement, heardBy, isNews, newsOf, type Post } from '../../../src/domain/outage/announcement.ts';

const minute = (n: number) => new Date(Date.UTC(2026, 10, 20, 8, n)).toISOString();
const post = (n: number): Post => ({ at: minute(n), text: `Post ${n}` });
const read = (posts: number, over = false): Announcement => ({ id: 'EX1', over, posts: Array.from({ length: posts }, (_, n) => post(n)) });

/** What somebody who began at a reading is told at the later ones, until following ends. */
function follow(start: string | null, reads: readonly (Announcement | 'unreadable')[]) {
  let through = start;
  const told: Post[] = [];
  const ends: string[] = [];
  for (const one of reads) {
    if (one === 'unreadable' || ends.length > 0) continue;
    const news = newsOf(through, one);
    told.push(...news.posts);
    through = news.toldThrough;
    if (news.ends) ends.push(news.ends);
  }
  return { told: told.map(({ text }) => text), ends };
}

// Posts are only ever added; readings may fail, and one process may read older things than another just did.
const course = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom('now', 'stale', 'unreadable'))))
  .map(([before, steps]) => {
    let posts = before;
    const reads = steps.map(([more, how]) => {
      posts += more;
      if (how === 'unreadable') return how;
      return read(how === 'stale' ? Math.max(before, posts - more - 1) : posts);
    });
    return { before, reads: [...reads, read(posts + 1, true)], all: posts + 1 };
  });

test('CS-12 however an announcement is read, each of its later posts is told once, in order, and that it is over', () => {
  fc.assert(
    fc.property(course, ({ before, reads, all }) => {
      const expected = Array.from({ length: all - before }, (_, n) => `Post ${before + n}`);
      expect(follow(heardBy(read(before)), reads)).toEqual({ told: expected, ends: ['over'] });
    }),
  );
});

test('CS-12 the order in which posts are told is theirs, whatever the order in which they come', () => {
  const mixed = { ...read(0), posts: [post(2), post(0), post(1)] };
  expect(follow(heardBy(read(1)), [mixed]).told).toEqual(['Post 1', 'Post 2']);
  expect(heardBy(mixed)).toBe(minute(2));
});

test('CS-12 whoever began while nothing could be read is told how it stands, and from then on everything', () => {
  expect(follow(null, ['unreadable', read(3), read(3), read(5)]).told).toEqual(['Post 2', 'Post 3', 'Post 4']);
});

test('CS-12 what was read already is no news, and what Microsoft tells of no more ends', () => {
  expect(isNews(newsOf(minute(2), read(3)))).toBe(false);
  expect(newsOf(minute(2), 'gone')).toEqual({ posts: [], toldThrough: minute(2), ends: 'gone' });
});
