import { setTimeout as sleep } from 'node:timers/promises';
import type { AnnouncementRead } from '../../domain/outage/announcement.ts';
import { DirectoryUnavailable } from '../faults.ts';
import type { ServiceAnnouncements } from '../ports.ts';

/** How many announcements are remembered. */
const mostKnown = 200;

export interface Freshness {
  /** Milliseconds for which what was read counts, and a failure. */
  readonly freshMs: number;
  readonly failedMs: number;
  /** Milliseconds that whoever wants to know waits. */
  readonly patienceMs: number;
}

export type KnownAnnouncement = (id: string) => Promise<AnnouncementRead | 'unreadable'>;

interface Known {
  readonly reading: Promise<AnnouncementRead | 'unreadable'>;
  goodUntil: number;
}

/** CS-12: one announcement with all that was said of it, asked for by whoever comes first and not again while that counts. */
export function knownAnnouncement(announcements: ServiceAnnouncements, now: () => string, freshness: Freshness): KnownAnnouncement {
  const { freshMs, failedMs, patienceMs } = freshness;
  const known = new Map<string, Known>();
  return (id) => {
    const held = known.get(id);
    const current = held && Date.parse(now()) < held.goodUntil ? held : begin(id);
    return Promise.race([current.reading, sleep(patienceMs, 'unreadable' as const, { ref: false })]);
  };

  function begin(id: string): Known {
    const begun: Known = { reading: read(id), goodUntil: Date.parse(now()) + freshMs };
    known.delete(id);
    known.set(id, begun);
    if (known.size > mostKnown) known.delete(known.keys().next().value ?? '');
    begun.reading.then(
      (answer) => answer === 'unreadable' && fail(begun),
      () => fail(begun),
    );
    return begun;
  }

  function fail(begun: Known): void {
    begun.goodUntil = Date.parse(now()) + failedMs;
  }

  async function read(id: string): Promise<AnnouncementRead | 'unreadable'> {
    try {
      const answer = await announcements.issue(id);
      return answer.ok ? answer.value : 'unreadable';
    } catch (fault) {
      if (fault instanceof DirectoryUnavailable) return 'unreadable';
      throw fault;
    }
  }
}
