import { setTimeout as sleep } from 'node:timers/promises';
import { DirectoryUnavailable } from '../faults.ts';
import type { ServiceAnnouncements, ServiceIssue } from '../ports.ts';
import { type KnownAnnouncement, knownAnnouncement } from './announced.ts';

/** For how long what was read is told again without asking, unless told otherwise, a failure too, and what was read stands in while nobody answers. */
const freshFor = 5 * 60_000;
const failedMs = 60_000;
const standInMs = 60 * 60_000;
/** For how long whoever wants to know waits: whoever creates a case must not. */
const patientFor = 2_000;

/** What is known of Microsoft's services. */
export interface ServiceHealth {
  /** `unreadable`: nobody answers now, and `issues` are what was known at `readAt`, if anything was. */
  readonly state: 'read' | 'unreadable' | 'notAsked';
  /** ISO 8601 in UTC. */
  readonly readAt: string | null;
  readonly issues: readonly ServiceIssue[];
}

export interface KnownHealth {
  /** Milliseconds for which what was read counts. */
  readonly freshMs: number;
  /** What goes on. */
  read(): Promise<ServiceHealth>;
  /** One announcement; `unreadable` where nobody answers now, or the desk may not ask. */
  readonly announcement: KnownAnnouncement;
}

interface Manner {
  readonly freshMs?: number | undefined;
  readonly patienceMs?: number;
}

const nothing = { readAt: null, issues: [] } as const;

/** CS-12: service health: asked once in five minutes by whoever comes first. @param now ISO 8601 in UTC */
export function knownHealth(
  announcements: ServiceAnnouncements,
  now: () => string,
  { freshMs = freshFor, patienceMs = patientFor }: Manner = {},
): KnownHealth {
  let known: ServiceHealth = { state: 'notAsked', ...nothing };
  let goodUntil = Number.NEGATIVE_INFINITY;
  let asking: Promise<true> | undefined;
  const failureMs = Math.min(failedMs, freshMs);
  return { freshMs, read, announcement: knownAnnouncement(announcements, now, { freshMs, failedMs: failureMs, patienceMs }) };

  async function read(): Promise<ServiceHealth> {
    if (Date.parse(now()) < goodUntil) return known;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return (await Promise.race([asking, sleep(patienceMs, false, { ref: false })])) ? known : unreadable();
  }

  async function ask(): Promise<true> {
    const at = now();
    try {
      const answer = await announcements.issues();
      known = answer.ok ? { state: 'read', readAt: at, issues: answer.value } : { state: 'notAsked', ...nothing };
      goodUntil = Date.parse(at) + freshMs;
    } catch (fault) {
      if (!(fault instanceof DirectoryUnavailable)) throw fault;
      known = unreadable();
      goodUntil = Date.parse(now()) + failureMs;
    }
    return true;
  }

  function unreadable(): ServiceHealth {
    const { readAt, issues } = known;
    const recent = readAt !== null && Date.parse(now()) - Date.parse(readAt) < standInMs;
    return { state: 'unreadable', ...(recent ? { readAt, issues } : nothing) };
  }
}
